"""The title of the article in a page, without the name of the site or of a section around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from indexer.read.outlets import host_of
from indexer.read.page.facts import Head
from indexer.text import fold

LONGEST = 300
"""Characters of a headline; a longer heading is running text."""

_GAP = re.compile(r"\s+[|•·–—\-»«:/~]+\s+|\s*[|»«]\s*")
_BEFORE = re.compile(r"^(?P<name>[^:|]{2,40}?)\s*[:|]\s+(?P<rest>\S.*)$")


def title_of(tree: etree._Element, head: Head, sites: Iterable[str]) -> str | None:
    """The title: the heading that agrees with what the head states, else that without the names of the site.

    Args:
        sites: names under which the site calls itself, in any case.
    """
    named = frozenset(plain for name in sites if (plain := _plain(name)))
    stated = [
        text
        for text in (head.first("og:title"), head.node_text("headline"), head.first("twitter:title"), head.title)
        if text and _plain(text)
    ]
    headings = [text for text in _headings(tree) if _plain(text) not in named]
    agreeing = [text for text in headings if _agrees(text, stated)]
    if agreeing:
        return max(agreeing, key=len)
    clean = [without_site(text, named, host_of(head.url)) for text in stated]
    clean = [text for text in clean if _plain(text) not in named]
    ending = [
        text for text in headings for each in stated if len(each.split()) > 3 and _plain(text).endswith(_plain(each))
    ]
    if clean and not (len(headings) == 1 and ending):
        return clean[0]
    return next(iter(clean or headings or stated), None)


def without_site(title: str, named: frozenset[str], host: str | None) -> str:
    """A title without the site's name at its end or beginning, and the sections between."""
    parts = _GAP.split(title)
    gaps = [match.span() for match in _GAP.finditer(title)]
    for number in range(1, len(parts)):
        if all(not _is_site(part, named, host) for part in parts[number:]):
            break
        if _is_site(parts[number], named, host):
            cut = number
            # "Title - Local news - Harbour Gazette": a short part before the site's name is a section.
            while cut > 1 and len(parts[cut - 1].split()) <= 2 and len(_plain(" ".join(parts[: cut - 1])).split()) > 2:
                cut -= 1
            return title[: gaps[cut - 1][0]].strip()
    if len(parts) > 1 and _is_site(parts[0], named, host):
        return title[gaps[0][1] :].strip()
    match = _BEFORE.match(title)
    return match["rest"] if match is not None and _is_site(match["name"], named, host) else title


def _is_site(part: str, named: frozenset[str], host: str | None) -> bool:
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


def _headings(tree: etree._Element) -> list[str]:
    found = []
    for element in tree.iter("h1"):
        text = " ".join("".join(_texts(element)).split())
        if text and len(text) <= LONGEST:
            found.append(text)
    return found


def _texts(element: etree._Element) -> Iterable[str]:
    """The text of a heading; words of two elements in a row do not run into one another."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "time"):
            yield "" if child.tag in ("b", "em", "i", "a", "strong", "sup", "sub", "u", "q") else " "
            yield from _texts(child)
            yield "" if child.tag in ("b", "em", "i", "a", "strong", "sup", "sub", "u", "q") else " "
        yield child.tail or ""


def _agrees(heading: str, stated: Sequence[str]) -> bool:
    plain = _plain(heading)
    if len(plain) < 5:
        return False
    return any(f" {plain} " in f" {_plain(each)} " for each in stated)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
