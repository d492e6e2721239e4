"""The text of a page: marked-up quotes, what stands in odd elements, live blogs, and what is none of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.model import Article
from indexer.read import read
from indexer.read.furniture import is_insert

LONG = "<p>The parish of Stolpe met in the boathouse on Monday, and the meeting went on until the lamps were out.</p>"
END = "<p>The weir will be looked at again when the ice has gone, which may take until the first week of April.</p>"


def article(tmp_path: Path, body: str, title: str = "Weir rebuilt", head: str = "") -> Article:
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}"
        "</body></html>",
        encoding="utf-8",
    )
    (found,) = read([path])
    assert isinstance(found, Article), found
    return found


def within(tmp_path: Path, inner: str) -> list[str]:
    return article(tmp_path, f"<article><h1>Weir rebuilt</h1>{LONG}{inner}{END}</article>").text.split("\n")


QUOTATIONS = [
    (
        "<p>Torvik called it <q>a cold sort of weir</q> and left.</p>",
        ["Torvik called it “a cold sort of weir” and left."],
    ),
    ("<p>Torvik called it <q>“a cold weir”</q> and left.</p>", ["Torvik called it “a cold weir” and left."]),
    ("<blockquote>The sluice stays shut until May.</blockquote>", ["“The sluice stays shut until May.”"]),
    (
        "<blockquote><p>The sluice stays shut.</p><p>Nobody fishes.</p></blockquote>",
        ["“The sluice stays shut.", "“Nobody fishes.”"],
    ),
    (
        "<blockquote><p>The sluice stays shut.</p><cite>Hanne Torvik, warden</cite></blockquote>",
        ["“The sluice stays shut.”", "— Hanne Torvik, warden"],
    ),
    (
        "<blockquote><p>The sluice stays shut.</p><footer>— <cite>Hanne Torvik</cite></footer></blockquote>",
        ["“The sluice stays shut.”", "— Hanne Torvik"],
    ),
    (
        "<figure><blockquote><p>The sluice stays shut.</p></blockquote><figcaption>Hanne Torvik</figcaption></figure>",
        ["“The sluice stays shut.”", "— Hanne Torvik"],
    ),
    ("<blockquote><p>“The sluice stays shut.”</p></blockquote>", ["“The sluice stays shut.”"]),
    (
        "<blockquote><p>The sluice stays shut.</p><p>— Hanne Torvik</p></blockquote>",
        ["“The sluice stays shut.”", "— Hanne Torvik"],
    ),
]


@pytest.mark.parametrize(("inner", "lines"), QUOTATIONS)
def test_quotes_that_are_marked_up_get_their_marks(tmp_path: Path, inner: str, lines: list[str]) -> None:
    found = within(tmp_path, inner)
    place = found.index(lines[0])
    assert found[place : place + len(lines)] == lines


@pytest.mark.parametrize("cls", ["pullquote", "pull-quote large", "article__pullquote"])
def test_a_pull_quote_that_repeats_the_text_is_printed_once(tmp_path: Path, cls: str) -> None:
    said = "<p>“Wood has had its century in this river,” said Hanne Torvik.</p>"
    found = "\n".join(within(tmp_path, f'{said}<div class="{cls}"><p>Wood has had its century</p></div>'))
    assert found.count("had its century") == 1


def test_a_block_quote_that_repeats_nothing_is_kept(tmp_path: Path) -> None:
    assert "“Stone lasts.”" in within(tmp_path, "<blockquote class=pullquote><p>Stone lasts.</p></blockquote>")


ODD_ELEMENTS = [
    ('<div class="comment-quote">“It leaks,” said Ove Brask.</div>', "“It leaks,” said Ove Brask."),
    ('<p class="share-quote">“It leaks,” said Ove Brask.</p>', "“It leaks,” said Ove Brask."),
    (
        "<div><span>“It leaks,”</span> <a href=/x>Ove Brask</a><span> told</span> us.</div>",
        "“It leaks,” Ove Brask told us.",
    ),
    ("<p>“It leaks<br>and it creaks,” said Ove Brask.</p>", "“It leaks and it creaks,” said Ove Brask."),
]


@pytest.mark.parametrize(("inner", "line"), ODD_ELEMENTS)
def test_text_in_odd_elements_is_not_lost(tmp_path: Path, inner: str, line: str) -> None:
    assert line in within(tmp_path, inner)


@pytest.mark.parametrize(
    "inner",
    [
        '<div class="newsletter"><p>Sign up to our letter: “the best of the river, every Friday”.</p></div>',
        '<ul class="related"><li><a href=/x>“We are sinking,” says baker</a></li></ul>',
        "<figure><img src=a.jpg><figcaption>“The weir” in March. Photo: Ove Brask.</figcaption></figure>",
    ],
)
def test_what_stands_beside_the_article_is_not_taken_in(tmp_path: Path, inner: str) -> None:
    assert not any("“" in line for line in within(tmp_path, inner))


def test_the_text_that_the_head_states_is_taken_where_the_page_has_a_part_of_it(tmp_path: Path) -> None:
    words = "The weir was built by monks, and nobody has mended it since they left. " * 8
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{words}"}}</script>'
    found = article(tmp_path, f"<article>{LONG}<p>Read on with a subscription.</p></article>", head=head)
    assert found.text.startswith("The weir was built by monks")
    assert found.provenance is not None
    assert "JSON-LD" in found.provenance.reader
    assert "subscription" not in found.text


LIVE = "<main><h1>Flood at Stolpe: live</h1><p>We follow the water until it falls again.</p>{}</main>"
ENTRY = "<{tag} class=post><time datetime='2026-02-10T{time}:00Z'>{time}</time><h2>{heading}</h2><p>{text}</p></{tag}>"


@pytest.mark.parametrize("tag", ["div", "section", "article"])
def test_the_entries_of_a_live_blog_are_kept_apart(tmp_path: Path, tag: str) -> None:
    entries = [
        ENTRY.format(tag=tag, time="17:02", heading="Weir holds", text="Warden Hanne Torvik has slept at the weir."),
        ENTRY.format(tag=tag, time="09:15", heading="Power fails", text="“We have candles,” she said."),
    ]
    found = article(tmp_path, LIVE.format("".join(entries)), title="Flood at Stolpe: live")
    assert [found.text[each.start : each.end].split("\n")[:2] for each in found.entries] == [
        ["17:02", "Weir holds"],
        ["09:15", "Power fails"],
    ]
    assert [each.published.value for each in found.entries if each.published] == [
        "2026-02-10T17:02:00",
        "2026-02-10T09:15:00",
    ]
    assert [span.text for span in found.furniture][-4:] == ["17:02", "Weir holds", "09:15", "Power fails"]
    (quote,) = (each for each in extract(found) if "candles" in each.text)
    assert quote.speaker.name is None
    assert found.text[quote.content[0].start : quote.content[0].end] == quote.content[0].text
    at = found.at(quote.content[0].start).published
    assert at is not None
    assert at.best.value == "2026-02-10T09:15:00"


def test_headings_alone_make_no_live_blog(tmp_path: Path) -> None:
    sections = "".join(f"<section><h2>Part {n}</h2>{LONG}{END}</section>" for n in range(3))
    assert article(tmp_path, f"<main><h1>Weir rebuilt</h1>{sections}</main>").entries == ()


@pytest.mark.parametrize(
    ("line", "insert"),
    [
        ("» Read more: harbour fee to rise", True),
        ("» Market news", True),
        ("Read more: “We are sinking,” says baker", True),
        ("[Watch: ‘It took the whole night,’ farmer tells our reporter]", True),
        ("Most read: “I married my dentist,” says woman", True),
        ("READ MORE", True),
        ("Story continues below", True),
        ("Sign up to our newsletter for “the best of the coast”.", True),
        ("Get the Stolpe Post in your inbox: “sharp and early”.", True),
        ("More on this: “it is forty pages long,” he added.", False),
        ("“Read the report before you burn it,” said Ove Brask.", False),
        ("Watch: that was all the warden said.", False),
        ("- “The winter killed us,” said Ove Brask.", False),
        ("»Wir bleiben hier«, sagte Ove Brask.", False),
        ("» Nous restons ici, a-t-elle dit.", False),
        ("Get out of the house, the warden told them.", False),
        ("Join the queue, said Ove Brask, and bring a coat.", False),
    ],
)
def test_lines_between_paragraphs_that_are_the_site_s_own(line: str, insert: bool) -> None:
    assert is_insert(line) is insert
