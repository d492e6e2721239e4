"""Live blogs: pages of entries, each with its own time or heading. They are kept apart from one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from indexer.english import PAGE_LINES
from indexer.model import Basis, Entry, PublishedDate, Span
from indexer.read.dates.published import read_date
from indexer.read.page.blocks import Block, blocks_of
from indexer.read.page.facts import Head
from indexer.text import alternation

FEWEST = 2
"""Entries of a page that is a live blog."""

FEWEST_WORDS = 3
"""Words that an entry must have more of, besides its time and heading."""

MOST_HEADS = 20
"""Times and headings of one entry that are looked at."""

_TAGS = ("div", "section", "article", "li")
_HEADINGS = ("h2", "h3", "h4", "h5")
_CLOCK = re.compile(r"^\W*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}|Uhr|h))?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Live:
    """The text of a live blog, with its entries and with the spans of their times and headings."""

    text: str
    entries: tuple[Entry, ...]
    furniture: tuple[Span, ...]


def live_text(tree: etree._Element, head: Head, title: str | None) -> Live | None:
    """The entries of a page that says that it is a live blog; None for other pages."""
    if not _is_live(head, title):
        return None
    entries = _entries(tree)
    if len(entries) < FEWEST:
        return None
    holder = entries[0].getparent()
    before = [] if holder is None else list(_before(tree, entries[0]))
    return _written(before, entries)


def _is_live(head: Head, title: str | None) -> bool:
    if any("LiveBlogPosting" in str(node.fields.get("@type")) for node in head.nodes):
        return True
    words = re.compile(rf"(?<!\w)(?:{alternation(PAGE_LINES.live_words)})(?!\w)", re.IGNORECASE)
    in_address = re.search(r"[/-]live(?:blog|-updates|ticker)?(?:[/-]|$)", head.url or "")
    return words.search(f"{title or ''} | {head.title or ''}") is not None or in_address is not None


def _entries(tree: etree._Element) -> Sequence[etree._Element]:
    """The longest run of siblings of one kind that each begin with a time or a heading and have words of their own."""
    best: list[etree._Element] = []
    for parent in tree.iter("body", "div", "section", "article", "main", "ul", "ol"):
        by_kind: dict[str, list[etree._Element]] = {}
        for child in parent:
            if child.tag in _TAGS and _is_entry(child):
                by_kind.setdefault(str(child.tag), []).append(child)
        for found in by_kind.values():
            if len(found) > len(best):
                best = found
    return best


def _is_entry(element: etree._Element) -> bool:
    headed = False
    words = 0
    for block in islice(blocks_of(element), MOST_HEADS):
        if _is_head(block):
            headed = headed or not words
        else:
            words += len(block.text.split())
        if words > FEWEST_WORDS:
            return headed or _time(element) is not None
    return False


def _is_head(block: Block) -> bool:
    inside_header = any(each.tag == "header" for each in block.element.iterancestors())
    in_time = block.tag == "time" or _CLOCK.match(block.text) is not None
    return block.tag in _HEADINGS or in_time or (inside_header and len(block.text.split()) < 20)


def _time(element: etree._Element) -> PublishedDate | None:
    for time in islice(element.iter("time"), MOST_HEADS):
        stated = time.get("datetime") or "".join(time.itertext())
        if (found := read_date(stated, Basis.METADATA)) is not None:
            return found
    return None


def _before(tree: etree._Element, first: etree._Element) -> Iterator[str]:
    """The paragraphs that stand above the first entry."""
    above = set(first.iterancestors())
    for block in blocks_of(tree):
        if block.element is first or first in set(block.element.iterancestors()):
            return
        if block.tag == "p" or (block.element not in above and block.tag == "div" and len(block.text) > 60):
            yield block.text


def _written(before: Sequence[str], entries: Sequence[etree._Element]) -> Live:
    lines: list[str] = []
    length = 0
    furniture: list[Span] = []
    found: list[Entry] = []

    def add(line: str) -> tuple[int, int]:
        nonlocal length
        start = length
        lines.append(line)
        length += len(line) + 1
        return start, start + len(line)

    for line in before:
        add(line)
    for element in entries:
        start = length
        end = start
        for number, block in enumerate(blocks_of(element)):
            place = add(block.text)
            end = place[1]
            if _is_head(block) and number < 4:
                furniture.append(Span(*place, block.text))
        if end > start:
            found.append(Entry(start, end, _time(element)))
    return Live("\n".join(lines), tuple(found), tuple(furniture))
