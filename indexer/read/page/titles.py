"""The title of the article in a page, without the name of the site or of a section around it.

Candidates are the headings that the page prints, and what its head states. Each has a score for where it stands, and
for every other place that says the same. The weights were set by hand on the pages by which trafilatura is evaluated
(docs/indexing.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice

from lxml import etree

from indexer.read.outlets import host_of
from indexer.read.page.facts import Head
from indexer.read.page.headings import Heading, headings
from indexer.text import fold

_GAP = re.compile(r"\s+[|•·–—\-»«:/~│‹›]+\s+|\s*[|»«│]\s*|[-–—_](?=[^-–—_\W]*[㐀-鿿぀-ヿ가-힣][^-–—_]*$)")
_PART = re.compile(rf"{_GAP.pattern}|:\s+")
_BEFORE = re.compile(r"^(?P<name>[^:|]{2,40}?)\s*[:|]\s+(?P<rest>\S.*)$")

MOST_OF_ONE = 2
"""Titles of one kind that are looked at: some pages state one with the site and one without."""

MOST_PARTS = 16
"""Parts of a stated title that are told apart: the title, sections and the site."""

_LEVELS = {1: 3.0, 2: 0.5, 3: 0.0, 4: -1.0}
"""What a heading weighs by its level."""

_SOURCES = {"og": 3.0, "headline": 3.0, "twitter": 1.5, "title": 1.5}
"""What a title weighs by where the head states it."""

_AGREES = {"og": 2.0, "headline": 2.0, "twitter": 0.5, "title": 1.5}
"""What a heading gains if the head states the same there; another title of the head gains half of it."""


class _Weight:
    """What else speaks for a title (above 0) or against it, in points that are added up."""

    SITE = -6.0
    """It is the name of the site."""
    FIRST = 0.5
    """The first heading of its level."""
    MARKED = 1.0
    """Its class calls it the headline."""
    INSIDE = 0.5
    """In ``<article>`` or ``<main>``."""
    BESIDE = -3.0
    """Not shown, or in what stands beside the article."""
    FIRST_BESIDE = -1.5
    """The same of the first heading of the first level, which is likelier the headline than others there."""
    PART = 0.3
    """A heading without the line above the headline, rather than with it."""
    HEADED = -2.0
    """Stated, and goes on behind what a heading prints: "Weir rebuilt - all of it"."""
    ENDS_HEADING = 2.0
    """Stated, and ends a heading: the line above the headline is printed with it."""


class _Agreement:
    """How far a heading says what the head states, as a share of what it gains."""

    SAME = 1.0
    """All of it, with the site or without."""
    PARTS = 0.8
    """Whole parts of it, between signs that part title, section and site, and most of its words."""
    SHORT = 0.3
    """Such parts, but few of its words: they may be a section."""
    WORD = -1.0
    """One word of such parts: a section."""
    WITHIN = 0.4
    """Words of it."""


_FEW = 3
"""Words of a part of a stated title that may be a section."""

_SHORTEST = 5
"""Characters of a heading that is looked for within a stated title."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """What the head states: where, as it stands, and without the site."""

    source: str
    raw: str
    clean: str


def title_of(tree: etree._Element, head: Head, sites: Iterable[str]) -> str | None:
    """The title: of what is printed and stated, that which most speaks for.

    Args:
        sites: names under which the site calls itself, in any case.
    """
    printed = list(headings(tree))
    names = (*sites, *(each.text for each in printed if each.site))
    named = frozenset(plain for name in names if (plain := _plain(name)))
    host = host_of(head.url)
    stated = [_Stated(source, text, _clean(text, named, host)) for source, text in _in_head(head)]
    scored = [
        *((_of_heading(each, stated, named, host), each.text) for each in printed if _plain(each.text)),
        *((_of_stated(each, stated, printed, named, host), each.clean) for each in stated),
    ]
    return max(scored, key=lambda pair: pair[0], default=(0.0, None))[1]


def _in_head(head: Head) -> Iterator[tuple[str, str]]:
    """What the head states as a title, and where."""
    found = (
        *(("og", text) for text in head.meta.get("og:title", ())[:MOST_OF_ONE]),
        ("headline", head.node_text("headline")),
        *(("twitter", text) for text in head.meta.get("twitter:title", ())[:MOST_OF_ONE]),
        ("title", head.title),
    )
    for source, text in found:
        if text and _plain(text := " ".join(unescape(text).split())):
            yield source, text


def _of_heading(heading: Heading, stated: Sequence[_Stated], named: frozenset[str], host: str | None) -> float:
    """The score of a heading as the title."""
    beside = _Weight.FIRST_BESIDE if heading.level == 1 and heading.first else _Weight.BESIDE
    signs = (
        (_LEVELS[heading.level], True),
        (_Weight.FIRST, heading.first),
        (_Weight.MARKED, heading.marked),
        (_Weight.INSIDE, heading.inside),
        (beside, heading.beside),
        (_Weight.SITE, heading.site or is_site(heading.text, named, host)),
        (_Weight.PART, heading.part),
    )
    agreed = sum(_AGREES[each.source] * _agreement(_plain(heading.text), each) for each in stated)
    return agreed + sum(weight for weight, holds in signs if holds)


def _agreement(plain: str, stated: _Stated) -> float:
    """How far a heading is what the head states."""
    if plain in (_plain(stated.clean), _plain(stated.raw)):
        return _Agreement.SAME
    parts = [_plain(part) for part in _PART.split(stated.raw, MOST_PARTS - 1)]
    runs = {" ".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)}
    if plain in runs:
        words = len(plain.split())
        if words > _FEW or 2 * words >= len(_plain(stated.clean).split()):
            return _Agreement.PARTS
        return _Agreement.SHORT if words > 1 else _Agreement.WORD
    return _Agreement.WITHIN if len(plain) >= _SHORTEST and f" {plain} " in f" {_plain(stated.raw)} " else 0.0


def _of_stated(
    stated: _Stated,
    all_stated: Sequence[_Stated],
    printed: Sequence[Heading],
    named: frozenset[str],
    host: str | None,
) -> float:
    """The score of what the head states as the title."""
    plain = _plain(stated.clean)
    headings_plain = [(each.level, _plain(each.text)) for each in printed]
    signs = (
        (_SOURCES[stated.source], True),
        (_Weight.SITE, not plain or is_site(stated.clean, named, host)),
        (
            _Weight.HEADED,
            any(text and plain.startswith(f"{text} ") and _is_head(text, stated) for _, text in headings_plain),
        ),
        (
            _Weight.ENDS_HEADING,
            len(plain.split()) > 2 and any(level <= 2 and text.endswith(f" {plain}") for level, text in headings_plain),
        ),
    )
    same = [each for each in all_stated if each is not stated and plain in (_plain(each.clean), _plain(each.raw))]
    return sum(weight for weight, holds in signs if holds) + sum(_AGREES[each.source] / 2 for each in same)


def _is_head(plain: str, stated: _Stated) -> bool:
    """Whether a heading is all that stands before some gap of what is stated, and no section."""
    ends = [stated.clean[: match.start()] for match in islice(_GAP.finditer(stated.clean), MOST_PARTS)]
    return len(plain.split()) > 2 and any(_plain(end) == plain for end in ends)


def _clean(text: str, named: frozenset[str], host: str | None) -> str:
    """What is stated without the site, unless nothing is left."""
    found = without_site(text, named, host)
    return found if _plain(found) else text


def without_site(title: str, named: frozenset[str], host: str | None) -> str:
    """A title without the site's name at its end or beginning, and the sections between."""
    parts = _GAP.split(title, MOST_PARTS - 1)
    gaps = [match.span() for match in islice(_GAP.finditer(title), MOST_PARTS)]
    for number in range(1, len(parts)):
        if all(not is_site(part, named, host) for part in parts[number:]):
            break
        if is_site(parts[number], named, host):
            cut = number
            # "Title - Local news - Harbour Gazette": a short part before the site's name is a section.
            while cut > 1 and len(parts[cut - 1].split()) <= 2 and len(_plain(" ".join(parts[: cut - 1])).split()) > 2:
                cut -= 1
            return title[: gaps[cut - 1][0]].strip()
    if len(parts) > 1 and is_site(parts[0], named, host):
        return title[gaps[0][1] :].strip()
    match = _BEFORE.match(title)
    return match["rest"] if match is not None and is_site(match["name"], named, host) else title


def is_site(part: str, named: frozenset[str], host: str | None) -> bool:
    """Whether words are the name of the site, or what its host spells."""
    plain = _plain(part)
    if not plain:
        return False
    joined = plain.replace(" ", "")
    if plain in named or any(joined == name.replace(" ", "") for name in named):
        return True
    return host is not None and len(joined) > 2 and joined in _labels(host)


def _labels(host: str) -> frozenset[str]:
    """The names that a host spells: "harbourgazette", "harbour-gazette.example" ..."""
    labels = host.split(".")
    whole = re.sub(r"\W", "", host)
    return frozenset((whole, *(label.replace("-", "") for label in labels[:-1] if len(label) > 3)))


def _plain(text: str) -> str:
    """The words of a title alone, folded, as they are compared."""
    return " ".join(re.findall(r"\w+", fold(text)))
