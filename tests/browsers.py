"""A real browser, which tests steer: the Chromium of the distribution."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from nodes import Missing

Open = Callable[..., Any]
"""Opens a page; see the fixture ``opened``."""

ENGINES = (
    pytest.param("sqlite", marks=pytest.mark.browser),
    pytest.param("elasticsearch", marks=[pytest.mark.browser, pytest.mark.elasticsearch]),
)

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def chromium() -> str:
    """The path of the program; ONRECORD_TEST_CHROMIUM names another than those on the PATH.

    Raises:
        Missing: it is not installed, or what steers it is not.
    """
    for package in ("playwright", "axe_playwright_python"):
        if importlib.util.find_spec(package) is None:
            raise Missing(f"the Python package {package.replace('_', '-')} is not installed (pip install '.[dev]')")
    given = os.environ.get("ONRECORD_TEST_CHROMIUM")
    found = shutil.which(given) if given else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise Missing("Chromium is not installed (on Debian and Ubuntu: apt-get install chromium)")
    return found


@cache
def axe() -> str:
    """The script of axe-core, which looks for what keeps people from using a page."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
