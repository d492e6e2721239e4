"""The demo as it is served, and a browser before it."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import browsers
import pytest
from browsers import Open
from serving import ROOT, clean_environment, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser, for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as steered:
        made = steered.chromium.launch(executable_path=browsers.chromium(), args=["--no-sandbox"])
        with closing(made):
            yield made


def indexed(store: str) -> None:
    """Index the samples, as ``make demo`` does."""
    command = [sys.executable, "-m", "service", "--store", store, "index", str(ROOT / "samples")]
    subprocess.run(command, env={**clean_environment(), "ONRECORD_WORKERS": "1"}, check=True, capture_output=True)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo on SQLite."""
    folder = tmp_path_factory.mktemp("demo")
    indexed(f"sqlite:///{folder / 'onrecord.db'}")
    with serving(folder, "--full-text") as service:
        yield f"http://127.0.0.1:{service.port}"


@pytest.fixture(scope="session")
def demo_on_elasticsearch(tmp_path_factory: pytest.TempPathFactory, elasticsearch_address: str) -> Iterator[str]:
    """The address of the demo on Elasticsearch."""
    store = f"{elasticsearch_address.rstrip('/')}/onrecord-test-{uuid.uuid4().hex[:12]}-demo"
    indexed(store)
    with serving(tmp_path_factory.mktemp("demo"), "--full-text", ONRECORD_STORE=store) as service:
        yield f"http://127.0.0.1:{service.port}"


@pytest.fixture
def on(request: pytest.FixtureRequest) -> str:
    """The demo on the engine of the test's parameter."""
    return str(request.getfixturevalue("demo" if request.param == "sqlite" else "demo_on_elasticsearch"))


@pytest.fixture
def opened(browser: Any) -> Iterator[Open]:
    """Opens pages that load nothing from elsewhere and complain of nothing.

    ``opened(address, width=1280, dark=False, scripts=True)`` gives a page of Playwright.
    """
    complaints: list[str] = []
    with ExitStack() as stack:

        def open_page(address: str, *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Any:
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if dark else "light",
                java_script_enabled=scripts,
                accept_downloads=True,
            )
            stack.enter_context(closing(context))
            page = context.new_page()
            page.set_default_timeout(15_000)
            host = address.split("/")[2]
            page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda asked: complaints.append(asked.url) if host not in asked.url else None)
            response = page.goto(address)
            assert response is not None
            assert response.status == 200
            return page

        yield open_page
    assert complaints == []


@pytest.fixture(scope="session")
def pictures() -> Path:
    """The folder of the screenshots."""
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
