"""What every page owes everybody: axe finds nothing, nothing scrolls sideways, none is heavy; and pictures of six."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import browsers
import pytest
from browsers import Open
from test_journeys import DRAFT, FALSE

pytestmark = pytest.mark.browser

HEAVIEST = 100_000
"""Bytes of a page."""


def home(page: Any) -> None:
    """The page that the browser opened."""


def results(page: Any) -> None:
    page.goto(f"{page.url}?q=bridge")


def nothing(page: Any) -> None:
    page.goto(f"{page.url}?q=daugther&speaker=Halloren&after=2026-01")


def wrong(page: Any) -> None:
    page.goto(f"{page.url}?q=%22bridge")


def a_quote(page: Any) -> None:
    results(page)
    page.locator(".said a").first.click()


def an_article(page: Any) -> None:
    page.goto(f"{page.url}?q=daughter")
    page.locator(".card", has_text="No car will cross").get_by_role("link", name="In the article").click()
    page.locator(".note summary").first.click()


def a_speaker(page: Any) -> None:
    page.goto(f"{page.url}?q=halloran")
    page.locator(".people a").first.click()


def speakers(page: Any) -> None:
    page.goto(f"{page.url}speakers")


def outlets(page: Any) -> None:
    page.goto(f"{page.url}outlets")


def about(page: Any) -> None:
    page.goto(f"{page.url}about")


def api(page: Any) -> None:
    page.goto(f"{page.url}docs")


def check(page: Any) -> None:
    page.goto(f"{page.url}check")
    page.get_by_label("The words to check").fill(FALSE)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator("#verdict").wait_for()


def draft(page: Any) -> None:
    page.goto(f"{page.url}check")
    page.get_by_text("Or a whole draft: each").click()
    page.get_by_label("The draft").fill(DRAFT)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".tally").wait_for()


def missing(page: Any) -> None:
    page.goto(f"{page.url}check")
    page.get_by_label("The words to check").fill("?!")
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".wrong").wait_for()


PAGES = [
    home,
    results,
    nothing,
    wrong,
    a_quote,
    an_article,
    a_speaker,
    speakers,
    outlets,
    about,
    api,
    check,
    draft,
    missing,
]
PICTURED = {
    results: "results",
    an_article: "article",
    a_speaker: "speaker",
    check: "check",
    draft: "draft",
    about: "about",
}
REFUSED = {wrong, missing}
"""Pages that are answers with an error, of which the browser complains."""


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)], ids=["wide-light", "narrow-dark"])
@pytest.mark.parametrize("go", PAGES, ids=lambda each: each.__name__)
def test_axe_finds_nothing(demo: str, browser: Any, go: Any, width: int, dark: bool) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", bypass_csp=True
    )
    page = context.new_page()
    page.goto(f"{demo}/")
    go(page)
    page.wait_for_load_state()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.evaluate(browsers.axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [(each["id"], [node["html"][:200] for node in each["nodes"]][:3]) for each in found["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert told == []
    assert wide <= width


@pytest.mark.parametrize("go", [each for each in PAGES if each not in REFUSED], ids=lambda each: each.__name__)
def test_a_page_is_light_and_loads_nothing_from_elsewhere(demo: str, opened: Open, go: Any) -> None:
    page = opened(f"{demo}/")
    sizes: list[int] = []
    page.on(
        "response",
        lambda answer: (
            sizes.append(len(answer.body())) if answer.headers.get("content-type", "").startswith("text/html") else None
        ),
    )
    go(page)
    page.wait_for_load_state()
    most = HEAVIEST if go is not api else 3 * HEAVIEST
    assert all(size <= most for size in sizes)


@pytest.mark.parametrize("go", list(PICTURED), ids=lambda each: each.__name__)
def test_pictures_are_made(demo: str, opened: Open, pictures: Path, go: Any) -> None:
    for width in (1280, 768, 360):
        for dark in (False, True):
            page = opened(f"{demo}/", width=width, dark=dark)
            go(page)
            page.wait_for_load_state()
            page.evaluate("document.activeElement.blur()")
            file = pictures / f"{PICTURED[go]}-{width}-{'dark' if dark else 'light'}.png"
            page.screenshot(path=str(file))
            assert file.stat().st_size > 5_000
            background = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert (sum(int(part) for part in background[4:-1].split(",")) < 380) is dark
            page.close()
