"""The date of a page: what it is a date of, in which order of trust, and what is no date of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.model import Article, Basis
from indexer.read import read

BODY = (
    "<p>The weir at Stolpe will be rebuilt in stone, the parish council decided after a walk along both banks.</p>"
    "<p>“Wood has had its century,” said Hanne Torvik, who keeps the sluice and lost two gates to the ice in May.</p>"
    "<p>Work begins when the trout have gone upstream, and ends before they come back, or so the council hopes.</p>"
)


def published(tmp_path: Path, head: str = "", before: str = "", after: str = "", lang: str = "en") -> list[str]:
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>Weir rebuilt</title>{head}</head><body>"
        f"<article><h1>Weir rebuilt</h1>{before}{BODY}</article>{after}</body></html>",
        encoding="utf-8",
    )
    (found,) = read([path])
    assert isinstance(found, Article), found
    if found.published is None:
        return []
    return [f"{date.value} {date.basis}" for date in (found.published.best, *found.published.others)]


def ld(text: str) -> str:
    """JSON-LD; %A stands for the type of an article, %I for that of an image."""
    text = text.replace("%A", '"@type":"NewsArticle"').replace("%I", '"@type":"ImageObject"')
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


MODIFIED = meta("article:modified_time", "2026-03-20T10:00:00+00:00")

# What the head states, what is printed, and the best date.
STATED = [
    (
        ld('{%A,"datePublished":"2026-03-04T07:00:00Z","dateModified":"2026-03-20"}') + MODIFIED,
        "",
        "2026-03-04T07:00:00 metadata",
    ),
    (
        MODIFIED + ld('{"@graph":[{"@type":"WebPage","datePublished":"2026-03-04T07:00:00+01:00"}]}'),
        "",
        "2026-03-04T07:00:00 metadata",
    ),
    (
        ld('[{%I,"datePublished":"2019-01-01"},{"@type":["Article"],"datePublished":"2026-03-04"}]'),
        "",
        "2026-03-04 metadata",
    ),
    (ld('{%A,"image":{%I,"uploadDate":"2019-01-01"},"datePublished":"2026-03-04"}'), "", "2026-03-04 metadata"),
    (ld('{"@type":"Organization","foundingDate":"1904-05-01"}'), "<p class=date>4 March 2026</p>", "2026-03-04 header"),
    (ld('<!-- {%A,"datePublished":"2026-03-04"} -->'), "", "2026-03-04 metadata"),
    (ld('{%A,"headline":"He said "no"","datePublished":"2026-03-04"}'), "", "2026-03-04 metadata"),
    (ld('{%A,"datePublished":"Wed Mar 04 19:20:36 CET 2026"}'), "", "2026-03-04T19:20:36 metadata"),
    (ld('{%A,"datePublished":"1772611200"}'), "", "2026-03-04T08:00:00 metadata"),
    (
        meta("article:published_time", "2026-03-04T08:00:00") + meta("article:expiration_time", "2027-01-01"),
        "",
        "2026-03-04T08:00:00 metadata",
    ),
    (meta("article:expiration_time", "2025-01-01"), "", None),
    (MODIFIED, "<span class=date>4 March 2026</span>", "2026-03-04 header"),
    (MODIFIED, "", "2026-03-20T10:00:00 modified"),
    (meta("date", "2026-03-20"), "<p class=published>Published 4 March 2026</p>", "2026-03-04 header"),
    # A file's date that is later than what is printed beside the headline, and one that is not.
    (meta("date", "2026-03-20"), "<p>4 March 2026</p>", "2026-03-04 header"),
    (meta("date", "2026-03-04"), "<ul><li>29 March 2026 18:00</li></ul>", "2026-03-04 metadata"),
    # Of two readings that which the page prints.
    (
        meta("article:published_time", "03/04/2026 12:43"),
        "<p class=date>4 March 2026</p>",
        "2026-03-04T12:43:00 metadata",
    ),
    (
        ld('{%A,"datePublished":"2026-03-05T02:25:54Z"}'),
        "<time>March 4, 2026 9:25pm</time>",
        "2026-03-04T21:25:00 header",
    ),
    (ld('{%A,"datePublished":"2999-03-05"}'), "<time>4 March 2026</time>", "2026-03-04 header"),
    (ld('{%A,"datePublished":"1970-01-01T00:00:00Z"}'), "", None),
]


@pytest.mark.parametrize(("head", "before", "best"), STATED)
def test_the_date_of_publication_outranks_all_others(tmp_path: Path, head: str, before: str, best: str | None) -> None:
    assert next(iter(published(tmp_path, head, before)), None) == best


PRINTED = [
    ("<p>Updated 20 March 2026, first published 4 March 2026</p>", "en", "2026-03-04"),
    ("<p>Published: 4 March 2026 | Updated: 20 March 2026</p>", "en", "2026-03-04"),
    ('<abbr class="published" title="2026-03-04T08:00:00-07:00">08:00</abbr>', "en", "2026-03-04T08:00:00"),
    ('<span itemprop="datePublished" content="2026-03-04">yesterday</span>', "en", "2026-03-04"),
    ("<span>4 March 2026</span> <span>Comments (14)</span>", "en", "2026-03-04"),
    ("<div>Von Jan Ohm, veröffentlicht am 4. März 2026, 19:20 Uhr</div>", "de", "2026-03-04T19:20:00"),
    ("<div>Aktualisiert: 20.03.2026</div><div>Erschienen am 04.03.2026</div>", "de", "2026-03-04"),
    ("<div>Publié le 4 mars 2026 à 10h30</div>", "fr", "2026-03-04T10:30:00"),
    ("<div>4 de marzo de 2026</div>", "es", "2026-03-04"),
    (
        "<p>4.3.2026 – An der Wehr von Stolpe wird gebaut, und zwar in Stein, wie der Rat am Dienstag nach einem "
        "langen Gang am Ufer beschlossen hat. Holz sei genug verbaut worden, das Eis habe jedes Tor geholt. Die "
        "Arbeiten sollen beginnen, wenn die Forellen fort sind.</p>",
        "de",
        "2026-03-04",
    ),
    ('<div id="wm-ipp-base">1 capture 10 Nov 2026</div>', "en", None),
    ("<div>4 NİSAN 2026</div>", "tr", "2026-04-04"),
    ("<div>4 ARALIK 2025</div>", "tr", "2025-12-04"),
    ("<div>Opublikowano: 4 marca 2026</div>", "pl", "2026-03-04"),
    ("<div>2026年3月4日</div>", "ja", "2026-03-04"),
    ("<div class=date>03/04/2026</div>", "en-GB", "2026-04-03"),
    ("<div class=date>03/04/2026</div>", "it", "2026-04-03"),
    ("<div class=date>03/04/2026</div>", "en", None),
    ("<div class=date>31/03/2026</div>", "en", "2026-03-31"),
    (
        "<p>The gates were last mended on 4 March 2019, when the ice had gone and the water stood low enough.</p>",
        "en",
        None,
    ),
]


@pytest.mark.parametrize(("before", "lang", "day"), PRINTED)
def test_dates_are_read_from_lines_by_the_headline(tmp_path: Path, before: str, lang: str, day: str | None) -> None:
    found = [each for each in published(tmp_path, before=before, lang=lang) if each.endswith(" header")]
    assert next(iter(found), None) == (f"{day} header" if day else None)


def test_dates_beside_other_articles_are_not_the_article_s(tmp_path: Path) -> None:
    related = (
        '<section class="related"><p><time datetime="2026-03-18T10:00Z">18 March 2026</time> <a href="/o">Otter</a></p>'
        "</section><aside><time>19 March 2026</time></aside><footer>© 2018-2026 Stolpe Courant</footer>"
    )
    before = "<span class=x>4 March 2026</span>"
    assert published(tmp_path, before=before, after=related)[0] == "2026-03-04 header"


def test_what_is_made_or_altered_is_kept_under_its_own_name(tmp_path: Path) -> None:
    text = '{%A,"dateCreated":"2026-03-01","dateModified":"2026-03-20","datePublished":"2026-03-04"}'
    assert published(tmp_path, ld(text)) == ["2026-03-04 metadata", "2026-03-01 created", "2026-03-20 modified"]
    assert Basis.MODIFIED == "modified"
