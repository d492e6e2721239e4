"""What people do on the pages, from typing to result, in a real browser: with scripts and without."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from browsers import ENGINES, Open

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
EACH = pytest.mark.parametrize("on", ENGINES, indirect=True)

FALSE = "Every car will cross that bridge until I would let my own daughter walk across it"
TRUE = "No car will cross that bridge until I would let my own daughter walk across it"
DRAFT = (
    "The bridge\n\n“Some car will cross that bridge until I would let my own daughter walk across it,” said Ines "
    "Halloran.\n\n“There was a desk, there was a safe, and there was a very large fern,” said Gregor Stanhope.\n\n"
    "“I have never once asked a herring for its opinion of the quota,” said Bram Oosterling.\n"
)


def search(page: Any, words: str) -> None:
    page.get_by_role("searchbox").first.fill(words)
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_url("**q=**")


def until(page: Any, field: str, words: str) -> None:
    """Wait until a field has these words."""
    from playwright.sync_api import expect

    expect(page.locator(field)).to_have_value(re.compile(re.escape(words)))


@EACH
@BOTH
def test_search_narrow_and_read_in_the_article(on: str, opened: Open, scripts: bool) -> None:
    page = opened(on, scripts=scripts)
    search(page, "bridge")
    assert "quotation" in page.locator("h1").inner_text()
    page.locator(".facet", has_text="Speaker").get_by_role("link", name="Ines Halloran").click()
    page.wait_for_url("**speaker=**")
    chip = page.locator(".chips a")
    assert "Speaker: Ines Halloran" in chip.inner_text()
    hits = page.locator(".card")
    assert set(hits.locator("h3").all_inner_texts()) == {"Ines Halloran"}
    chip.click()
    page.wait_for_url(lambda url: "speaker" not in url)
    search(page, "daughter")
    page.locator(".card", has_text="No car will cross").get_by_role("link", name="In the article").click()
    page.wait_for_url("**#q-*")
    marked = page.locator(":target")
    assert marked.inner_text().startswith("“No car will cross that bridge")
    top = marked.bounding_box()["y"]
    assert 0 < top < 900
    note = page.locator(".note", has_text="Ines Halloran").nth(1)
    note.locator("summary").click()
    assert "How sure" in note.inner_text()
    page.go_back()
    assert "q=daughter" in page.url


@EACH
def test_a_period_is_chosen_by_its_bar(on: str, opened: Open) -> None:
    page = opened(f"{on}/?q=bridge")
    bar = page.locator(".bars a").first
    label = bar.get_attribute("aria-label")
    bar.click()
    page.wait_for_url("**after=**")
    month, _, count = label.partition(": ")
    assert month in page.locator(".chips").inner_text()
    assert f"of {count}" in page.locator("main").inner_text()


@EACH
@BOTH
@pytest.mark.parametrize(
    ("typed", "heading", "link", "narrowed"),
    [
        ("daugther", "Nothing found", "daughter", []),
        (
            "halloran ferry in March 2026",
            "No quote has",
            "“ferry”, attributed to Ines Halloran, March 2026",
            ["Speaker: Ines Halloran", "March 2026"],
        ),
    ],
    ids=["typo", "name-and-month"],
)
def test_what_was_meant_is_one_click_away(
    on: str, opened: Open, scripts: bool, typed: str, heading: str, link: str, narrowed: list[str]
) -> None:
    page = opened(on, scripts=scripts)
    search(page, typed)
    assert page.locator("h1").inner_text().startswith(heading)
    page.get_by_role("link", name=link, exact=True).click()
    page.wait_for_selector(".card")
    chips = [chip.partition(" ×")[0] for chip in page.locator(".chips a").all_inner_texts()]
    assert chips == narrowed


@EACH
@BOTH
def test_a_person_comes_first_and_has_a_page(on: str, opened: Open, scripts: bool) -> None:
    page = opened(on, scripts=scripts)
    search(page, "halloran")
    page.locator(".people a", has_text="Ines Halloran").click()
    page.wait_for_url("**/speakers/**")
    assert page.locator("h1").inner_text() == "Ines Halloran"
    assert "Word for word" in page.locator("h2").first.inner_text()
    page.get_by_label("Search within these quotes").fill("ferry")
    page.get_by_role("button", name="Search within").click()
    page.wait_for_url("**speaker=**")
    assert page.locator(".card").count() >= 1


@EACH
@BOTH
def test_whether_somebody_denied_it(on: str, opened: Open, scripts: bool) -> None:
    page = opened(f"{on}/?q=bridge", scripts=scripts)
    page.locator(".facet", has_text="Stance").get_by_role("link", name="Denied").click()
    page.wait_for_url("**stance=denied**")
    assert "Gregor Stanhope" in page.locator(".card h3").all_inner_texts()
    assert all("Denied" in tag for tag in page.locator(".card .tag").all_inner_texts())


def test_speakers_say_who_is_not_listed(demo: str, opened: Open) -> None:
    page = opened(f"{demo}/speakers")
    listed = page.locator(".people li").count()
    every = int(page.locator("h1").inner_text().split()[0])
    assert 0 < listed < every
    assert f"The other {every - listed}" in page.locator("main").inner_text()
    assert page.locator(".people a", has_text="Renquist").count() == 0
    page.get_by_label("A name, or its beginning").fill("renquist")
    page.get_by_role("button", name="Find").click()
    page.locator(".people a", has_text="Tobias Renquist").click()
    page.wait_for_url("**/speakers/tobias-renquist")


@EACH
@BOTH
def test_a_falsified_quote_is_told_and_back_and_reload_work(on: str, opened: Open, scripts: bool) -> None:
    page = opened(f"{on}/check", scripts=scripts)
    page.get_by_label("The words to check").fill(TRUE)
    page.get_by_role("button", name="Check", exact=True).click()
    verdict = page.locator("#verdict")
    verdict.wait_for()
    assert "Word for word" in verdict.inner_text()
    assert page.locator(".band.ok").count() == 1
    assert "bridge" not in page.url
    page.locator(".line a").first.click()
    page.wait_for_url(lambda url: "/check" not in url)
    page.go_back()
    verdict.wait_for()
    assert "Word for word" in verdict.inner_text()
    page.reload()
    verdict.wait_for()
    assert "Word for word" in verdict.inner_text()
    page.get_by_label("The words to check").fill(FALSE)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".band:not(.ok)").wait_for()
    assert page.locator(".band.ok").count() == 0
    assert page.locator(".pair ins").first.inner_text()


@EACH
@BOTH
def test_a_draft_is_headed_by_its_worst_quote_and_mended(on: str, opened: Open, scripts: bool) -> None:
    page = opened(f"{on}/check", scripts=scripts)
    page.get_by_text("Or a whole draft: each").click()
    page.get_by_label("The draft").fill(DRAFT)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".tally").wait_for()
    first = page.locator("article.card").first
    assert "Some car will cross" in first.inner_text()
    assert page.locator(".tally").inner_text().count("Word for word") == 1
    first.get_by_role("button", name="Use the printed wording").click()
    until(page, "#draft", "“No car will cross")
    assert "2 word for word" in page.locator("#verdict").inner_text().lower()


def test_a_check_can_be_shared_without_its_words_in_an_address_of_the_server(demo: str, opened: Open) -> None:
    page = opened(f"{demo}/check")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("The words to check").fill(TRUE)
    page.get_by_role("button", name="Copy a link to this check").click()
    page.get_by_text("Copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    page.locator("#verdict").wait_for()
    assert "Word for word" in page.locator("#verdict").inner_text()
    assert page.url == f"{demo}/check"
    assert not [url for url in asked if len(url.partition("#")[0]) > 100]


def test_a_file_is_read_in_the_browser(demo: str, opened: Open, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    page = opened(f"{demo}/check")
    page.get_by_text("Or a whole draft: each").click()
    page.locator("#file").set_input_files(str(tmp_path / "draft.txt"))
    until(page, "#draft", "herring")


@EACH
@BOTH
def test_results_are_taken_away(on: str, opened: Open, scripts: bool, tmp_path: Path) -> None:
    page = opened(f"{on}/?q=bridge", scripts=scripts)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "quotes.csv")
    with (tmp_path / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"of {len(rows)}" in page.locator("main").inner_text()
    page.locator(".card").first.get_by_role("link", name="Cite").click()
    page.wait_for_url("**/quotes/**")
    assert "quoted in" in page.locator("#cite + dl").inner_text()


def test_the_keyboard_alone_gets_there(demo: str, opened: Open) -> None:
    page = opened(f"{demo}/?q=daughter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_print_underlines_quotes_and_prints_addresses(demo: str, opened: Open) -> None:
    page = opened(f"{demo}/?q=daughter")
    page.emulate_media(media="print")
    assert "underline" in page.evaluate("getComputedStyle(document.querySelector('.said')).textDecorationLine")
    assert not page.locator(".facets").is_visible()
    page.locator(".card").first.locator(".said a").evaluate("link => link.click()")
    page.wait_for_url("**/quotes/**")
    page.emulate_media(media="print")
    after = page.evaluate("getComputedStyle(document.querySelector('a.address'), '::after').content")
    assert "/quotes/" in after


def test_a_page_that_is_not_there_says_so_in_words(demo: str, browser: Any) -> None:
    page = browser.new_page()
    response = page.goto(f"{demo}/quotes/none")
    assert response.status == 404
    assert "no quote with this id" in page.locator("main").inner_text()
    page.close()
