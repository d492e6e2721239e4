"""The title of the article in a page, without the name of the site or of a section around it.

Candidates are the headings that the page prints, and what its head states. Each has a score for where it stands, and
for every other place that says the same.
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
_SOURCES = {"og": 3.0, "headline": 3.0, "twitter": 1.5, "title": 1.5}
_AGREES = {"og": 2.0, "headline": 2.0, "twitter": 0.5, "title": 1.5}


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
    stated = [_Stated(source, text, _clean(text, named, printed, head)) for source, text in _in_head(head)]
    scored = [
        *((_of_heading(each, stated, printed, named, head), each.text) for each in printed if _plain(each.text)),
        *((_of_stated(each, stated, printed, named, head), each.clean) for each in stated),
    ]
    return max(scored, key=lambda pair: pair[0], default=(0.0, None))[1]


def _in_head(head: Head) -> Iterator[tuple[str, str]]:
    found = (
        *(("og", text) for text in head.meta.get("og:title", ())[:MOST_OF_ONE]),
        ("headline", head.node_text("headline")),
        *(("twitter", text) for text in head.meta.get("twitter:title", ())[:MOST_OF_ONE]),
        ("title", head.title),
    )
    for source, text in found:
        if text and _plain(text := " ".join(unescape(text).split())):
            yield source, text


def _of_heading(
    heading: Heading, stated: Sequence[_Stated], printed: Sequence[Heading], named: frozenset[str], head: Head
) -> float:
    plain = _plain(heading.text)
    score = _LEVELS[heading.level]
    score += 0.5 if heading.first else 0.0
    score += 1.0 if heading.marked else 0.0
    score += 0.5 if heading.inside else 0.0
    score -= (1.5 if heading.level == 1 and heading.first else 3.0) if heading.beside else 0.0
    score -= 6.0 if heading.site or is_site(heading.text, named, host_of(head.url)) else 0.0
    score += 0.3 if heading.part else 0.0
    for each in stated:
        score += _AGREES[each.source] * _agreement(plain, each)
    return score


def _agreement(plain: str, stated: _Stated) -> float:
    """How far a heading is what the head states, at most 1; below 0 for a section."""
    if plain in (_plain(stated.clean), _plain(stated.raw)):
        return 1.0
    parts = [_plain(part) for part in _PART.split(stated.raw, MOST_PARTS - 1)]
    runs = {" ".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)}
    if plain in runs:
        words = len(plain.split())
        if words > 3 or 2 * words >= len(_plain(stated.clean).split()):
            return 0.8
        return 0.3 if words > 1 else -1.0  # a short run of a long title may be a section, one word is
    return 0.4 if len(plain) >= 5 and f" {plain} " in f" {_plain(stated.raw)} " else 0.0


def _of_stated(
    stated: _Stated, all_stated: Sequence[_Stated], printed: Sequence[Heading], named: frozenset[str], head: Head
) -> float:
    plain = _plain(stated.clean)
    score = _SOURCES[stated.source]
    score -= 6.0 if not plain or is_site(stated.clean, named, host_of(head.url)) else 0.0
    for each in all_stated:
        if each is not stated and plain in (_plain(each.clean), _plain(each.raw)):
            score += 0.5 * _AGREES[each.source]
    if any(plain.startswith(f"{text} ") and _is_head(text, stated) for each in printed if (text := _plain(each.text))):
        score -= 2.0
    if len(plain.split()) > 2 and any(each.level <= 2 and _plain(each.text).endswith(f" {plain}") for each in printed):
        score += 2.0
    return score


def _is_head(plain: str, stated: _Stated) -> bool:
    """Whether a heading is all that stands before some gap of what is stated, and no section."""
    ends = [stated.clean[: match.start()] for match in islice(_GAP.finditer(stated.clean), MOST_PARTS)]
    return len(plain.split()) > 2 and any(_plain(end) == plain for end in ends)


def _clean(text: str, named: frozenset[str], printed: Sequence[Heading], head: Head) -> str:
    """What is stated without the site; and without what stands behind a heading that begins it."""
    found = without_site(text, named, host_of(head.url))
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
    return " ".join(re.findall(r"\w+", fold(text)))
