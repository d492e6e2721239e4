"""The headings of a page that may be the headline, each as printed and without the line above it ("Climate: …")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from indexer.read.page.class_names import ABOVE_HEADLINE, HEADLINE, HIDDEN, NO_HEADLINE, SITE, names_of

LONGEST = 300
"""Characters of a headline; a longer heading is running text."""

MOST = 40
"""Headings that are looked at; a headline stands before the others."""

_LEVELS = 3
_INLINE = ("b", "em", "i", "a", "strong", "sup", "sub", "u", "q", "mark")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, or a part of one.

    Args:
        level: 1 for h1 to 4 for h4.
        first: whether no other of its level stands before it.
        marked: whether its class calls it a headline.
        site: whether it is the site's name, by its class or as a link to the front page.
        beside: whether it stands in what is beside the article, or is not shown.
        inside: whether it stands in the article or main part of the page.
        part: whether the line above the headline was left out.
    """

    text: str
    level: int
    first: bool
    marked: bool
    site: bool
    beside: bool
    inside: bool
    part: bool = False


def headings(tree: etree._Element) -> Iterator[Heading]:
    """The headings of a page in order; behind each that has a line above the headline, the headline alone."""
    seen: set[int] = set()
    for number, element in enumerate(tree.iter("h1", "h2", "h3", "h4")):
        if number >= MOST:
            return
        text = _text(element, whole=True)
        level = int(str(element.tag)[1])
        if not text or len(text) > LONGEST:
            continue
        around = list(element.iterancestors())
        names = " ".join((_names(element), element.get("itemprop") or ""))
        near = " ".join((names, *(_names(each) for each in around[:1])))
        heading = Heading(
            text,
            level,
            level not in seen,
            any(HEADLINE.search(name) for name in (*names.split(), *_names_of_only_child(element))),
            bool(SITE.search(near)) or _leads_home(element),
            any(each.tag in ("aside", "footer", "nav") for each in around)
            or HIDDEN.search(_names(element)) is not None
            or any(NO_HEADLINE.search(_names(each)) for each in (element, *around[:_LEVELS])),
            any(each.tag in ("article", "main") for each in around),
        )
        seen.add(level)
        yield heading
        if (part := _text(element, whole=False)) and part != text:
            yield Heading(
                part, level, heading.first, heading.marked, heading.site, heading.beside, heading.inside, part=True
            )


def headline_element(tree: etree._Element, title: str | None) -> etree._Element | None:
    """The heading that prints the title, in full or in part, or else the first of the first level; None without one."""
    headings = list(tree.iter("h1"))
    wanted = " ".join((title or "").split()).casefold()
    for one in headings:
        printed = " ".join("".join(one.itertext()).split()).casefold()
        if wanted and printed and (printed in wanted or wanted in printed):
            return one
    if wanted:
        for one in tree.iter("h2", "h3"):
            printed = " ".join("".join(one.itertext()).split()).casefold()
            if printed and printed == wanted:
                return one
    return headings[0] if headings else None


def _names(element: etree._Element) -> str:
    return names_of(element) if element.tag not in ("html", "body") else ""


def _names_of_only_child(element: etree._Element) -> list[str]:
    return _names(element[0]).split() if len(element) == 1 and isinstance(element[0].tag, str) else []


def _leads_home(element: etree._Element) -> bool:
    """Whether a heading is a link to the front page, as the name of the site is."""
    links = [each.get("href") for each in element.iter("a") if each.get("href")]
    links += [each.get("href") for each in element.iterancestors("a") if each.get("href")]
    for link in links[:1]:
        try:
            parts = urlsplit(link or "")
        except ValueError:
            return False
        return not parts.path.strip("/") and not parts.query and not (parts.fragment and not parts.netloc)
    return False


def _text(element: etree._Element, *, whole: bool) -> str:
    """The text of a heading, or that without the elements whose class says that they stand above the headline."""
    text = " ".join("".join(_texts(element, whole=whole)).split()).replace(" :", ":")
    return text if whole else text.strip(" :|")


def _texts(element: etree._Element, *, whole: bool) -> Iterable[str]:
    """The pieces of a heading; words of two elements in a row do not run into one another."""
    yield element.text or ""
    for child in element:
        if (
            isinstance(child.tag, str)
            and child.tag not in ("script", "style", "time", "svg")
            and (whole or not _is_above(child))
        ):
            yield "" if child.tag in _INLINE else " "
            yield from _texts(child, whole=whole)
            yield "" if child.tag in _INLINE else " "
        yield child.tail or ""


def _is_above(element: etree._Element) -> bool:
    names = element.get("class") or ""
    if not any(map(str.isalpha, "".join(element.itertext()))):
        return False
    if element.tag == "small":
        return True
    return bool(HIDDEN.search(names)) or (bool(ABOVE_HEADLINE.search(names)) and not HEADLINE.search(names))
