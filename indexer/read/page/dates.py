"""The dates that an HTML page states: in JSON-LD, in ``<meta>``, and in its visible lines, each with what it dates.

Metadata that tell of publication come before what is printed, and both before the times at which the page was made or
altered, which keep a basis of their own. Dates of images, of other articles and of expiry are not read at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files

from htmldate import find_date
from lxml import etree

from indexer.languages.table import rows
from indexer.model import Basis, PublishedDate
from indexer.read.dates.published import from_url, read_date
from indexer.read.dates.stated import stated
from indexer.read.page.date_lines import LIKELY, LONGEST, SURE, DateLine, date_lines
from indexer.read.page.facts import Head
from indexer.read.page.json_ld import Node

EARLIEST = date(1990, 1, 1)
"""No page is older than the web; a machine writes 1970-01-01 for no date at all."""

_STATES = {"published": Basis.METADATA, "dated": Basis.METADATA, "created": Basis.CREATED, "modified": Basis.MODIFIED}
_WITHOUT_DATES = (
    f"//p[string-length() > {LONGEST}]",
    "//blockquote",
    "//meta[contains(@property, 'image') or contains(@name, 'image') or contains(@name, 'description')"
    " or contains(@property, 'description') or contains(@property, 'title') or contains(@name, 'title')]",
)
_META_KEYS = ("property", "name", "itemprop", "http-equiv", "pubdate")
_IN_NODES = (
    ("datePublished", Basis.METADATA),
    ("uploadDate", Basis.METADATA),
    ("dateCreated", Basis.CREATED),
    ("dateModified", Basis.MODIFIED),
)


def page_dates(tree: etree._Element, head: Head, *, title: str | None) -> tuple[PublishedDate, ...]:
    """The dates that a page states, those of one basis with the likeliest first.

    Args:
        head: what its head states; its language tells how 03/04/2026 is read.
        title: its title, beside which its date stands.
    """
    day_first = _day_first(head.language)
    articles = [node for node in head.nodes if node.is_article]
    others = [node for node in head.nodes if not node.is_article]
    lines = date_lines(tree, day_first=day_first, title=title)
    if lines and lines[0].score <= 0 and _is_dated(tree, day_first):
        lines = []  # a date in a list or the day's own, taken where nothing else is stated
    found = [
        *_in_nodes(articles, day_first),
        *_in_meta(tree, day_first, lines[0] if lines else None),
        *_in_nodes(others, day_first),
        *(line.date for line in lines),
    ]
    plausible = [each for each in found if is_plausible(each)]
    in_address = head.url is not None and from_url(head.url) is not None
    if not in_address and not any(each.basis in (Basis.METADATA, Basis.HEADER) for each in plausible):
        known = {each.day for each in plausible}
        plausible += [each for each in _searched(tree) if is_plausible(each) and each.day not in known]
    return tuple(plausible)


def _is_dated(tree: etree._Element, day_first: bool | None) -> bool:
    return any(each.basis is not Basis.MODIFIED for each in _in_meta(tree, day_first, None))


def is_plausible(found: PublishedDate) -> bool:
    """Whether a page can have appeared on this day: after the web began, and not in the future."""
    return EARLIEST <= found.day <= datetime.now(UTC).date() + timedelta(days=1)


def _day_first(language: str | None) -> bool | None:
    """Whether numeric dates of a page in this language have the day first; None where its countries differ."""
    code = (language or "").strip().lower().replace("_", "-")
    if not code or code == "en":
        return None
    if code.startswith("en-"):
        return None if code == "en-us" else code not in ("en-ca", "en-ph", "en-za")
    return True


def _in_nodes(nodes: Sequence[Node], day_first: bool | None) -> Iterator[PublishedDate]:
    for field, basis in _IN_NODES:
        for node in nodes:
            if (printed := node.text(field)) is not None and (one := stated(printed, basis, day_first)) is not None:
                yield one


def _in_meta(tree: etree._Element, day_first: bool | None, printed: DateLine | None) -> Iterator[PublishedDate]:
    """The dates of ``<meta>`` elements. What is only called a date is the file's if another day is printed."""
    for meta in tree.iter("meta"):
        content = meta.get("content") or meta.get("datetime")
        names = ((meta.get(attribute) or "").strip().lower() for attribute in _META_KEYS)
        state = next((known for name in names if (known := _meta_names().get(name))), None)
        if state is None or not content or (found := _as_printed(content, _STATES[state], day_first, printed)) is None:
            continue
        yield replace(found, basis=Basis.CREATED) if state == "dated" and _is_of_file(found, printed) else found


def _as_printed(content: str, basis: Basis, day_first: bool | None, printed: DateLine | None) -> PublishedDate | None:
    """The date that a field holds; of two readings (03/04/2026) that which the page prints."""
    found = stated(content, basis, day_first)
    if printed is None or (found is not None and found.day == printed.date.day):
        return found
    readings = (stated(content, basis, first) for first in (True, False))
    return next((each for each in readings if each is not None and each.day == printed.date.day), found)


def _is_of_file(found: PublishedDate, printed: DateLine | None) -> bool:
    """Whether what is only called a date is the file's: made after the day that is printed, or clearly another."""
    if printed is None or printed.date.day == found.day:
        return False
    return printed.score >= (LIKELY if printed.date.day < found.day else SURE)


def _searched(tree: etree._Element) -> Iterable[PublishedDate]:
    """What htmldate finds in a page without a date in any of the usual places, outside of running text and images."""
    rest = deepcopy(tree)
    found = rest.xpath("|".join(_WITHOUT_DATES))
    elements = [each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else []
    etree.strip_elements(rest, "title", "figure", "img", "picture", with_tail=False)
    for element in elements:
        element.clear(keep_tail=True)
    try:
        day = find_date(rest, extensive_search=False, original_date=True, deferred_url_extractor=True)
    except MemoryError:
        raise
    except Exception:  # a malformed page can make htmldate raise anything; it then has no date
        return ()
    # The first of January is what it makes of a mere year, as of a copyright.
    one = None if day is None or day.endswith("-01-01") else read_date(day, Basis.FOOTER)
    return () if one is None else (one,)


@cache
def _meta_names() -> dict[str, str]:
    return {
        line.text("name"): line.text("state") for line in rows(files(__package__) / "meta_names.tsv", "name", "state")
    }
