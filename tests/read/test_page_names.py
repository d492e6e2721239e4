"""Titles, outlets, authors and addresses of pages, and the table of outlets that users extend."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import Invalid
from indexer.model import Article
from indexer.read import read
from indexer.read.outlets import OWN_TABLE, canonical, outlet_of

BODY = (
    "<p>The weir at Stolpe will be rebuilt in stone, the parish council decided after a walk along both banks.</p>"
    "<p>“Wood has had its century,” said Hanne Torvik, who keeps the sluice and lost two gates to the ice in May.</p>"
)


def page(tmp_path: Path, head: str, before: str = "<h1>Weir rebuilt in stone</h1>") -> Article:
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body><article>{before}{BODY}{BODY}"
        "</article></body></html>",
        encoding="utf-8",
    )
    (found,) = read([path])
    assert isinstance(found, Article), found
    return found


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


ADDRESS = '<link rel=canonical href="https://www.stolpe-courant.example/weir">'
SITE = meta("og:site_name", "Stolpe Courant")
TITLES = [
    (SITE + "<title>Weir rebuilt in stone - Stolpe Courant</title>", "", "Weir rebuilt in stone"),
    (SITE + "<title>Weir rebuilt in stone | Rivers | Stolpe Courant</title>", "", "Weir rebuilt in stone"),
    (SITE + "<title>Stolpe Courant: Weir rebuilt in stone</title>", "", "Weir rebuilt in stone"),
    (SITE + "<title>Weir rebuilt - at last</title>", "", "Weir rebuilt - at last"),
    (SITE + meta("og:title", "Weir rebuilt in stone – Stolpe Courant"), "", "Weir rebuilt in stone"),
    (
        SITE + "<title>Weir rebuilt in stone - Stolpe Courant</title>",
        "<h1>Stolpe Courant</h1>",
        "Weir rebuilt in stone",
    ),
    (
        SITE + "<title>Weir rebuilt in stone - Local news - Stolpe Courant</title>",
        "<h1>Weir rebuilt in stone</h1>",
        "Weir rebuilt in stone",
    ),
    (
        '<link rel=canonical href="https://www.stolpe-courant.example/w"><title>Weir rebuilt | Stolpe-Courant</title>',
        "",
        "Weir rebuilt",
    ),
    ("", "<h1>Weir <b>rebuilt</b> in stone</h1>", "Weir rebuilt in stone"),
    ("<title>Weir</title>", "", "Weir"),
    # The site's name as the only h1, the headline below it.
    (
        "<title>Keeper's Log » Weir rebuilt in stone</title>",
        "<h1><a href=/>Keeper's Log</a></h1><h2 class=entry-title>Weir rebuilt in stone</h2>",
        "Weir rebuilt in stone",
    ),
    (
        "<title>Weir rebuilt in stone | Notes from the bank</title>",
        "<h1 class=site-title>Notes from the bank</h1><h3>Weir rebuilt in stone</h3>",
        "Weir rebuilt in stone",
    ),
    # A line above the headline, in an element of its own.
    (
        meta("og:title", "Weir rebuilt in stone"),
        "<h1><span class=kicker>Rivers</span> <span class=headline>Weir rebuilt in stone</span></h1>",
        "Weir rebuilt in stone",
    ),
    (
        meta("og:title", "Rivers: Weir rebuilt in stone") + ADDRESS,
        "<h1><span class=kicker>Rivers</span><span class=sr-only>:</span> Weir rebuilt in stone</h1>",
        "Rivers: Weir rebuilt in stone",
    ),
    # What is printed, where search engines are told otherwise.
    (meta("og:title", "Stolpe weir news 2026"), "<h1>Weir rebuilt in stone</h1>", "Weir rebuilt in stone"),
    (
        meta("og:title", "Weir rebuilt") + meta("twitter:title", "Weir rebuilt") + "<title>Weir rebuilt</title>",
        "<h1 class=hidden>Weir</h1>",
        "Weir rebuilt",
    ),
    (
        meta("og:title", "Weir rebuilt – read all of it") + meta("og:title", "Weir rebuilt in stone"),
        "<h1>Weir rebuilt in stone</h1><div class=related><h2 class=headline>Eel ladder opens</h2></div>",
        "Weir rebuilt in stone",
    ),
    # A section in the midst of the title.
    (
        "<title>News - Weir rebuilt in stone - Stolpe Courant</title>" + SITE,
        "<h1>News</h1><h2>Weir rebuilt in stone</h2>",
        "Weir rebuilt in stone",
    ),
    ("<title>堰は石で建て直される-川の新聞</title>", "<h1>堰は石で建て直される</h1>", "堰は石で建て直される"),
]


@pytest.mark.parametrize("name", ["author", "publisher", "creator", "@type", "mainEntity"])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('[{"name":', "}]"), ('{"name":', "}")])
@pytest.mark.parametrize("depth", [9, 300, 900, 20_000])
def test_data_however_deep_spoils_no_page(tmp_path: Path, name: str, opens: str, closes: str, depth: int) -> None:
    data = f'{{"@type": "NewsArticle", "{name}": {opens * depth}"Ida Brandt"{closes * depth}}}'
    path = tmp_path / "a.html"
    path.write_text(
        f"<script type='application/ld+json'>{data}</script><h1>The quay</h1><p>The quay is shut for good.</p>",
        encoding="utf-8",
    )
    (found,) = read([path])
    assert isinstance(found, Article)
    assert "The quay is shut for good." in found.text


@pytest.mark.parametrize(("head", "before", "title"), TITLES)
def test_the_title_is_without_the_site_and_the_section(tmp_path: Path, head: str, before: str, title: str) -> None:
    assert page(tmp_path, head, before).title == title


def ld(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (SITE, "Stolpe Courant"),
        (ld('"publisher": {"@type": "Organization", "name": "Stolpe Courant"}'), "Stolpe Courant"),
        (meta("og:site_name", "Stolpe Courant - News from the river"), "Stolpe Courant"),
        (meta("og:site_name", "@stolpecourant") + ADDRESS, "stolpe-courant.example"),
        (meta("og:site_name", "© 2026 Stolpe Courant. All rights reserved.") + ADDRESS, "stolpe-courant.example"),
        (meta("og:site_name", "https://stolpe-courant.example") + ADDRESS, "stolpe-courant.example"),
        ("<title>Weir rebuilt - Stolpe Courant</title>" + ADDRESS, "Stolpe Courant"),
        (meta("og:site_name", "AP NEWS"), "AP News"),
        # Behind the title in <title>, whatever the sign between; the part that the host spells, else the last.
        ("<title>Weir rebuilt in stone | Stolpe Courant</title>", "Stolpe Courant"),
        ("<title>Weir rebuilt in stone – Rivers – Stolpe Courant</title>", "Stolpe Courant"),
        ("<title>Weir rebuilt in stone › Stolpe Courant</title>", "Stolpe Courant"),
        ("<title>Weir rebuilt in stone (Stolpe Courant)</title>", "Stolpe Courant"),
        (
            "<title>Weir rebuilt in stone - Stolpe Courant - All the river brings</title>" + ADDRESS,
            "Stolpe Courant",
        ),
        ("<title>Weir rebuilt in stone - By Ana Silva</title>" + ADDRESS, "stolpe-courant.example"),
        ("<title>Weir rebuilt in stone - 2</title>" + ADDRESS, "stolpe-courant.example"),
        (
            "<title>Weir rebuilt in stone, and what is said of it</title>" + ADDRESS,
            "stolpe-courant.example",
        ),
        # As a site writes its own address; its sections, templates and stars are no names.
        (meta("og:site_name", "Stolpe.Example"), "Stolpe.Example"),
        (
            meta("og:site_name", "Política") + '<link rel=canonical href="https://stolpe.example/politica/a">',
            "stolpe.example",
        ),
        (meta("og:site_name", "{$site.name}") + ADDRESS, "stolpe-courant.example"),
        (meta("og:site_name", "☆☆☆ - Stolpe Courant"), "Stolpe Courant"),
        (meta("og:site_name", "Stolpe Courant -"), "Stolpe Courant"),
        (meta("og:site_name", "Stolpe|Courant"), "Stolpe|Courant"),
        (meta("og:site_name", "100% Stolpe"), "100% Stolpe"),
        (meta("og:site_name", "BBC Sport") + '<link rel=canonical href="https://www.bbc.co.uk/weir">', "BBC News"),
        ('<meta name=application-name content="Stolpe Courant">', "Stolpe Courant"),
        ("", None),
    ],
)
def test_the_outlet_is_a_name_that_an_outlet_can_have(tmp_path: Path, head: str, outlet: str | None) -> None:
    assert page(tmp_path, head).outlet == outlet


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        (ld('"author": [{"name": "Ana Silva"}, {"name": "Jon Berg"}]'), "", ("Ana Silva", "Jon Berg")),
        (ld('"author": {"@type": "Organization", "name": "Stolpe Courant"}') + SITE, "", ()),
        ('<meta name=author content="By Ana Silva and Jon Berg">', "", ("Ana Silva", "Jon Berg")),
        ('<meta name=author content="Ana Silva, ana@stolpe.example">', "", ("Ana Silva",)),
        ('<meta name=author content="https://www.facebook.com/ana">', "", ()),
        ('<meta name=author content="admin">', "", ()),
        ('<meta name=author content="By Ana Silva, River Correspondent">', "", ("Ana Silva",)),
        (SITE + '<meta name=author content="Stolpe Courant Media">', "", ()),
        ('<meta name=author content="Ana Silva | Email the author">', "", ("Ana Silva",)),
        ('<meta name=author content="Ana Silva, New York">', "", ("Ana Silva",)),
        ('<meta name=author content="Ana Silva, AS">', "", ("Ana Silva",)),
        ('<meta name=author content="Ana Silva Reading time: 4 min">', "", ("Ana Silva",)),
        ('<meta name=author content="Rasmus Weaver">', "", ("Rasmus Weaver",)),
        ('<meta name=author content="文/山田花子">', "", ("山田花子",)),
        ('<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="1 minute">', "", ()),
        (
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Silva">',
            "",
            ("Ana Silva",),
        ),
        (SITE + '<meta name=author content="Stolpe Courant">', "<p class=byline>Von Ana Silva</p>", ("Ana Silva",)),
        (meta("og:site_name", "Hanna Torvik") + '<meta name=author content="Hanna Torvik">', "", ("Hanna Torvik",)),
        ("", '<p class="byline">By <a rel=author href=/a>Ana Silva</a></p>', ("Ana Silva",)),
        ("", '<p class="byline">By Ana Silva for The Eel Review</p>', ("Ana Silva",)),
        ("", '<p class="byline">By Ana Silva Stolpe Courant Staff</p>' + SITE, ("Ana Silva",)),
        ("", '<div class=meta><span class="author vcard"><a rel=author>keeper21</a></span></div>', ("keeper21",)),
        ("", "<p><em>Text: Ana Silva, Foto: Jon Berg</em></p>", ("Ana Silva",)),
        ("", "<div class=details><span>von Ana Silva</span></div>", ("Ana Silva",)),
        ("", "<span itemprop=author><span itemprop=name>Agencia Ría</span></span>", ("Agencia Ría",)),
        ("", "<p class=author>Ana Silva</p><p class=author>Jon Berg</p>", ("Ana Silva", "Jon Berg")),
        ("", '<p class="byline">Posted on 4 March</p>', ()),
        ("", "<div class=comments><a rel=author>weirwatcher</a> <p>By Ana Silva</p></div>", ()),
        ("", "<aside class=related><p class=byline>By Ana Silva</p></aside>", ()),
        ("", "<p>By Monday nobody had come to the sluice, and the water stood at the third mark of the gauge.</p>", ()),
    ],
)
def test_authors_are_people_one_by_one(tmp_path: Path, head: str, before: str, authors: tuple[str, ...]) -> None:
    assert page(tmp_path, head, f"<h1>Weir</h1>{before}").authors == authors


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (ADDRESS, "https://www.stolpe-courant.example/weir"),
        ('<base href="https://stolpe.example/x/"><link rel=canonical href="/weir">', "https://stolpe.example/weir"),
        (
            '<link rel=canonical href="https://stolpe.example/">' + meta("og:url", "https://stolpe.example/weir"),
            "https://stolpe.example/weir",
        ),
        ('<link rel=canonical href="http://[broken">', None),
        ("", None),
    ],
)
def test_the_address_is_the_article_s_own(tmp_path: Path, head: str, url: str | None) -> None:
    assert page(tmp_path, head).url == url


def test_users_extend_the_table_of_outlets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "outlets.tsv"
    table.write_text(
        "host\toutlet\talso\nstolpe.example\tStolpe Courant\tThe Courant; SC Online\ncnn.com\tMy CNN\n",
        encoding="utf-8",
    )
    monkeypatch.setenv(OWN_TABLE, str(table))
    assert outlet_of("https://news.stolpe.example/weir") == "Stolpe Courant"
    assert outlet_of("https://edition.cnn.com/a") == "My CNN"
    assert (canonical("the courant"), canonical("SC ONLINE"), canonical("Weir Post")) == (
        "Stolpe Courant",
        "Stolpe Courant",
        "Weir Post",
    )


@pytest.mark.parametrize("content", [None, "host\n", "a\tb\nstolpe.example\tX\n"])
def test_a_table_that_is_none_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    table = tmp_path / "outlets.tsv"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    monkeypatch.setenv(OWN_TABLE, str(table))
    with pytest.raises(Invalid, match=OWN_TABLE):
        outlet_of("https://stolpe.example/weir")
