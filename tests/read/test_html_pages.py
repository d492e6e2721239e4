"""Pages: their text without what surrounds it, and what they say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.model import Article, Basis
from indexer.read import Reject, read

PARAGRAPHS = """
<p>The lighthouse at Cape Morrow will be dark from Sunday, because nobody is left who can mend its lamp, she said.</p>
<p>“I have climbed those stairs for thirty years,” said Ida Brandt, the last keeper. “My knees have resigned.”</p>
<p>The coast guard said on 2 January 2019 that it would look for a successor, and has been looking since that day.</p>
<p>Fishermen fear the reefs, and have asked the county for a buoy with a bell, which the county has put on a list.</p>
"""


def page(head: str = "", before: str = "", after: str = "", lang: str = 'lang="en"') -> str:
    return (
        f"<!doctype html><html {lang}><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sea'>At sea</a></li></ul></nav>"
        f"<article>{before}{PARAGRAPHS}{after}</article>"
        "<footer><p>Copyright 2018 Morrow Post. All rights reserved.</p></footer></body></html>"
    )


@pytest.fixture
def read_page(tmp_path: Path) -> object:
    def reading(content: str | bytes) -> Article:
        path = tmp_path / "page.html"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (found,) = read([path])
        assert isinstance(found, Article), found
        return found

    return reading


def dates(article: Article) -> list[tuple[str, str | None, Basis]]:
    if article.published is None:
        return []
    return [(date.value, date.zone, date.basis) for date in (article.published.best, *article.published.others)]


def test_a_paragraph_is_a_line_and_what_surrounds_it_is_gone(read_page) -> None:
    article = read_page(page())
    lines = article.text.split("\n")
    assert [line.split(" ", 1)[0] for line in lines] == ["The", "“I", "The", "Fishermen"]
    assert (
        lines[1]
        == "“I have climbed those stairs for thirty years,” said Ida Brandt, the last keeper. “My knees have resigned.”"
    )
    assert "Home" not in article.text
    assert "Copyright" not in article.text


def test_what_a_page_says_of_itself(read_page) -> None:
    article = read_page(
        page(
            '<meta property="og:site_name" content="Morrow Post"><meta name="author" content="Ana Silva">'
            '<meta property="og:title" content="Lamp out"><link rel="canonical" href="https://morrowpost.example/2026/02/01/lamp">'
            '<meta property="article:published_time" content="2026-02-02T18:20:00+02:00">',
            "<h1>Lamp out</h1><p class='date'>3 February 2026</p>",
            lang='lang="en-GB"',
        )
    )
    assert (article.id, article.url) == ("https://morrowpost.example/2026/02/01/lamp",) * 2
    assert (article.title, article.authors, article.outlet) == ("Lamp out", ("Ana Silva",), "Morrow Post")
    assert article.language == "en"
    assert dates(article) == [
        ("2026-02-02T18:20:00", "+02:00", Basis.METADATA),
        ("2026-02-03", None, Basis.HEADER),
        ("2026-02-01", None, Basis.URL),
    ]
    assert [span.text for span in article.furniture] == ["Lamp out", "3 February 2026"]
    assert article.published.others[0].evidence == "3 February 2026"


@pytest.mark.parametrize(
    ("head", "before", "expected"),
    [
        ("", "", []),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "2026-02-02T18:20:00Z"}</script>',
            "",
            [("2026-02-02T18:20:00", "+00:00", Basis.METADATA)],
        ),
        ('<meta name="date" content="2026-02-02">', "", [("2026-02-02", None, Basis.METADATA)]),
        ("", '<time datetime="2026-02-02T18:20">Monday</time>', [("2026-02-02T18:20:00", None, Basis.HEADER)]),
        (
            '<link rel="canonical" href="https://morrowpost.example/2026/02/01/lamp">',
            "",
            [("2026-02-01", None, Basis.URL)],
        ),
        ('<meta property="og:image" content="https://cdn.morrowpost.example/2026/01/31/lamp.jpg">', "", []),
        ('<meta name="description" content="Since 2 January 2019 the county has looked for a keeper.">', "", []),
        ("<title>What happened on 2019-01-02</title>", "", []),
        ("", '<figure><img src="https://cdn.morrowpost.example/2026-01-31.jpg"></figure>', []),
    ],
)
def test_dates_come_from_where_dates_are_stated_and_nowhere_else(
    read_page, head: str, before: str, expected: list[tuple[str, str | None, Basis]]
) -> None:
    assert dates(read_page(page(head, before))) == expected


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Morrow Post">', "Morrow Post"),
        ('<meta property="og:site_name" content="openMorrow">', "openMorrow"),
        ('<link rel="canonical" href="https://www.morrowpost.example/lamp">', "morrowpost.example"),
        ('<meta property="og:image" content="https://cdn.otherpost.example/lamp.jpg">', None),
        ("", None),
    ],
)
def test_the_outlet_is_stated_or_the_own_address_s(read_page, head: str, outlet: str | None) -> None:
    assert read_page(page(head)).outlet == outlet


@pytest.mark.parametrize("reference", ["&#1;", "&#8", "&#x1f;", "&#0011;", "&#X0B;", "&#31;"])
def test_a_reference_to_a_control_character_does_not_lose_the_article(read_page, reference: str) -> None:
    assert read_page(page(after=f"<p>The bell{reference} is on a list, said Ida Brandt.</p>")).text.endswith(
        "The bell is on a list, said Ida Brandt."
    )


@pytest.mark.parametrize(("reference", "character"), [("&#65;", "A"), ("&#x1F4;", "\u01f4"), ("&#116;", "t")])
def test_other_references_are_characters(read_page, reference: str, character: str) -> None:
    assert read_page(page(after=f"<p>Pier {reference}, said Ida Brandt of it.</p>")).text.endswith(
        f"Pier {character}, said Ida Brandt of it."
    )


def test_a_zone_that_is_none_leaves_the_day(read_page) -> None:
    head = (
        '<meta property="og:site_name" content="Morrow Post">'
        '<meta property="article:published_time" content="2026-02-02T18:20:00+25:00">'
    )
    article = read_page(page(head))
    assert article.outlet == "Morrow Post"
    assert dates(article) == [("2026-02-02T18:20:00", None, Basis.METADATA)]
    assert "“My knees have resigned.”" in article.text


@pytest.mark.parametrize(("lang", "code"), [('lang="en-GB"', "en"), ('lang="fr-CA"', "en"), ("", "en")])
def test_the_language_is_stated_unless_the_text_clearly_is_in_another(read_page, lang: str, code: str) -> None:
    assert read_page(page(lang=lang)).language == code


def test_a_short_page_is_in_the_language_that_it_states(read_page) -> None:
    assert read_page("<html lang=fr><body><p>La digue tient, dit-on.</p></body></html>").language == "fr"
    assert read_page("<html lang=de><body><p>Stolpe, Torvik, Brask.</p></body></html>").language == "de"


def test_the_declared_charset_is_used(read_page) -> None:
    content = page().replace("utf-8", "windows-1252").replace("Brandt", "Brändt")
    article = read_page(content.encode("cp1252"))
    assert "Ida Brändt" in article.text
    assert "“My knees" in article.text


@pytest.mark.parametrize(
    "content",
    [
        "<" * 5_000,
        "<p>" * 20_000,
        "<div>" * 3_000 + "deep",
        "<html><body>" + "<table><tr><td>" * 500,
        "<html>\x01\x02<p>\x0b</html>",
        "<!doctype html><html><head><script type='application/ld+json'>{\"datePublished\": [[[</script></head></html>",
        "plain words without any tag",
    ],
)
def test_broken_pages_are_an_article_or_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(content)
    (found,) = read([path])
    assert isinstance(found, Article | Reject)
