"""The date of publication of an HTML page: htmldate finds the day, the page's own words give time and zone.

htmldate also uses URLs, images and running text. Metadata is more trustworthy than what is printed on the page, so
htmldate is given the two apart: first the metadata, then the elements around the text that carry a date. It is never
given the paragraphs, which may contain any date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import datetime

from htmldate import find_date
from lxml import etree

from indexer.model import Basis, PublishedDate
from indexer.read.published import read_date

# Metadata that does not state a date of publication: URLs contain other dates, words any date.
_NO_DATES = (
    "//link",
    "//style",
    "//base",
    "//title",
    "//meta[contains(@property, 'image') or contains(@name, 'image') or contains(@property, 'url')]",
    "//meta[contains(@name, 'description') or contains(@property, 'description') or contains(@name, 'keywords')]",
    "//meta[contains(@property, 'title') or contains(@name, 'title')]",
    "//script[not(contains(@type, 'ld+json'))]",
)
_RUNNING_TEXT = (
    "//p[not(contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'byline') or .//time)]",
    "//blockquote", "//li", "//td", "//h2", "//h3", "//h4", "//img", "//picture", "//figure", "//video", "//footer",
    "//aside", "//script", "//style", "//a[not(.//time)]", "//link", "//meta", "//title", "//comment()",
)  # fmt: skip
_STATED = (
    "//meta/@content",
    "//time/@datetime",
    "//abbr/@title",
    "//*[contains(@itemprop, 'date')]/@content",
    "//time/text()",
    "//*[contains(@class, 'date') or contains(@class, 'time')]/text()",
)
_JSON_DATE = re.compile(r'"(?:datePublished|dateCreated|uploadDate)"\s*:\s*"([^"]{8,40})"')
_EARLIEST = datetime(1600, 1, 1)
_LATEST = datetime(2100, 1, 1)


def page_dates(tree: etree._Element) -> tuple[PublishedDate, ...]:
    """The date in the page's metadata, then the date printed around its text; each if there is one."""
    found = (
        _date(_without(tree, (*_NO_DATES, "//body//*[not(self::script)]")), Basis.METADATA),
        _date(_without(tree, _RUNNING_TEXT), Basis.HEADER),
    )
    return tuple(date for date in found if date is not None)


def _without(tree: etree._Element, without: tuple[str, ...]) -> etree._Element:
    copy = deepcopy(tree)
    for path in without:
        found = copy.xpath(path)
        _drop([each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else [])
    return copy


def _drop(elements: Sequence[etree._Element]) -> None:
    """Remove elements, but not the text that follows them."""
    parents = dict.fromkeys(parent for each in elements if (parent := each.getparent()) is not None)
    gone = set(elements)
    for parent in parents:
        before: etree._Element | None = None
        texts = [parent.text]
        for child in list(parent):
            if child in gone:
                texts.append(child.tail)
                parent.remove(child)
            else:
                _set_text(parent, before, texts)
                before, texts = child, [child.tail]
        _set_text(parent, before, texts)


def _set_text(parent: etree._Element, before: etree._Element | None, texts: Iterable[str | None]) -> None:
    """Set the text after a child, or before the first child, to several texts in a row."""
    text = "".join(each for each in texts if each) or None
    if before is None:
        parent.text = text
    else:
        before.tail = text


def _date(tree: etree._Element, basis: Basis) -> PublishedDate | None:
    try:
        day = find_date(tree, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    except MemoryError:
        raise
    except Exception:
        # A malformed page can make htmldate raise anything; it then has no date.
        return None
    if day is None:
        return None
    return _as_printed(tree, day, basis) or read_date(day, basis)


def _as_printed(tree: etree._Element, day: str, basis: Basis) -> PublishedDate | None:
    """The date in the page's own words, with a time of day if one is printed."""
    dates: list[PublishedDate] = []
    for path in _STATED:
        found = tree.xpath(path)
        printed = [str(value) for value in found] if isinstance(found, list) else []
        dates += [date for value in printed if (date := read_date(value, basis)) is not None and date.value[:10] == day]
    for script in tree.iter("script"):
        dates += [date for date in _in_json(script.text or "", basis) if date.value[:10] == day]
    return max(dates, key=lambda date: len(date.value), default=None)


def _in_json(script: str, basis: Basis) -> list[PublishedDate]:
    found = (_JSON_DATE.finditer(script)) if len(script) < 1_000_000 else ()
    return [date for match in found if (date := read_date(match[1], basis)) is not None]
