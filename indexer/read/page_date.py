"""When a page says that it appeared: htmldate finds the day, the page's own words tell time and zone.

htmldate also looks at addresses, images and running text. What is metadata and what is only printed on the page
differs in trust, so it is shown the two apart: first the page's metadata, then the elements around the text that
carry a date; never the paragraphs, in which any date may stand.
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

# Metadata that is no statement of when the page appeared: addresses carry dates of their own, words any date.
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
    """The day of publication by the page's metadata, then the one printed around its text; each if there is one."""
    found = (
        _date(_reduced(tree, (*_NO_DATES, "//body//*[not(self::script)]")), Basis.METADATA),
        _date(_reduced(tree, _RUNNING_TEXT), Basis.HEADER),
    )
    return tuple(date for date in found if date is not None)


def _reduced(tree: etree._Element, without: tuple[str, ...]) -> etree._Element:
    copy = deepcopy(tree)
    for path in without:
        found = copy.xpath(path)
        _drop([each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else [])
    return copy


def _drop(elements: Sequence[etree._Element]) -> None:
    """Remove elements, but not the text after them."""
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
    """Set what stands behind a child, or before the first one, to several texts one after the other."""
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
        # A malformed page can make htmldate raise anything; it then states no date.
        return None
    if day is None:
        return None
    return _as_stated(tree, day, basis) or read_date(day, basis)


def _as_stated(tree: etree._Element, day: str, basis: Basis) -> PublishedDate | None:
    """The page's own words for this day, those with a time of day first."""
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
