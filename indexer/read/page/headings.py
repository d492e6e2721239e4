"""The headings of a page that may be the headline, each as printed and without the line above it ("Climate: …")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from lxml import etree

from indexer.read.page.class_names import ABOVE_HEADLINE, HEADLINE, HIDDEN, NO_HEADLINE, SITE, names_of

LONGEST = 300
"""Characters of a headline; a longer heading is running text."""

MOST = 40
"""Headings that are looked at; a headline stands before the others."""

_LEVELS = 3
"""Elements around a heading whose classes may say that it is beside the article."""

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
        heading = _heading(element, text, level, first=level not in seen)
        seen.add(level)
        yield heading
        if (part := _text(element, whole=False)) and part != text:
            yield replace(heading, text=part, part=True)


def _heading(element: etree._Element, text: str, level: int, *, first: bool) -> Heading:
    """A heading with what its element and those around it say of it."""
    around = list(element.iterancestors())
    own = f"{_names(element)} {element.get('itemprop') or ''}"
    near = " ".join((own, *map(_names, around[:1])))
    is_hidden = HIDDEN.search(_names(element)) is not None
    is_beside = any(each.tag in ("aside", "footer", "nav") for each in around)
    is_named_beside = any(NO_HEADLINE.search(_names(each)) for each in (element, *around[:_LEVELS]))
    return Heading(
        text=text,
        level=level,
        first=first,
        marked=any(HEADLINE.search(name) for name in (*own.split(), *_names_of_only_child(element))),
        site=SITE.search(near) is not None or _leads_home(element),
        beside=is_hidden or is_beside or is_named_beside,
        inside=any(each.tag in ("article", "main") for each in around),
    )


def headline_element(tree: etree._Element, title: str | None) -> etree._Element | None:
    """The heading that prints the title, in full or in part, or else the first of the first level; None without one."""
    first = list(tree.iter("h1"))
    if wanted := _compared(title or ""):
        for each in first:
            if (printed := _compared("".join(each.itertext()))) and (printed in wanted or wanted in printed):
                return each
        for each in tree.iter("h2", "h3"):
            if _compared("".join(each.itertext())) == wanted:
                return each
    return first[0] if first else None


def _compared(text: str) -> str:
    """A text as it is compared: in one line, without regard to case."""
    return " ".join(text.split()).casefold()


def _names(element: etree._Element) -> str:
    """The classes and the id of an element; those of all of the page say nothing of a heading."""
    return names_of(element) if element.tag not in ("html", "body") else ""


def _names_of_only_child(element: etree._Element) -> list[str]:
    """The classes and the id of the one element that fills a heading."""
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
    """Whether an element in a heading stands above the headline, or is not shown."""
    names = element.get("class") or ""
    if not any(map(str.isalpha, "".join(element.itertext()))):
        return False
    if element.tag == "small":
        return True
    return bool(HIDDEN.search(names)) or (bool(ABOVE_HEADLINE.search(names)) and not HEADLINE.search(names))
