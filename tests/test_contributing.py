"""The recipes for contributors name files, commands and modules that are there."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ["CONTRIBUTING.md", "README.md", "SECURITY.md", *(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md"))]
PATH = re.compile(r"`((?:bench|docs|indexer|mappings|onrecord|samples|service|tests|training)/[\w./*-]+)")


def named(page: str, pattern: re.Pattern[str]) -> list[str]:
    return pattern.findall((ROOT / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_named_is_there(page: str) -> None:
    missing = [path for path in named(page, PATH) if not any(ROOT.glob(path.rstrip("/.")))]
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_linked_is_there(page: str) -> None:
    links = named(page, re.compile(r"\]\(([^)#:]+)\)"))
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_named_can_be_run(page: str) -> None:
    modules = named(page, re.compile(r"python -m ((?:bench|training|service)[\w.]*)"))
    assert [module for module in modules if find_spec(module) is None] == []


def test_there_is_a_recipe_for_each_kind_of_work() -> None:
    titles = named("CONTRIBUTING.md", re.compile(r"^### (.+)$", re.MULTILINE))
    for word in ("verb", "pronoun", "language", "engine", "filter", "guard"):
        assert any(word in title for title in titles), word
