"""The text of the article in a page: trafilatura's, with what it leaves out of the article's own blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from indexer.errors import Unreadable
from indexer.model import Entry, Span
from indexer.read.page.blocks import Block, blocks_of
from indexer.read.page.class_names import PULL_QUOTE
from indexer.read.page.facts import Head
from indexer.read.page.live import live_text
from indexer.read.page.markup import has_markup, text_of_markup
from indexer.read.page.quotations import join_broken_lines, write_marks
from indexer.read.refusal import Reason
from indexer.text import fold

TRAFILATURA = f"html (trafilatura {version('trafilatura')})"
SECOND_LOOK = f"html (trafilatura {version('trafilatura')}, and blocks that it left out)"
BLOCKS = "html (blocks)"
JSON_LD = "html (articleBody of JSON-LD)"
LIVE = "html (entries of a live blog)"

SHORT = 500
"""Characters of a text under which trafilatura prints about all that is in the page, captions and links as well."""

LONG = 1_000
"""Characters of a text that can be whole at the first reading."""

MOST = 0.7
"""Share of a page's paragraphs that a whole article has, and of the article that stands in paragraphs."""

FULLER = 1.6
"""How many times as many words the ``articleBody`` of JSON-LD must have to be taken instead of the page's own text."""

FEWEST_WORDS = 60
"""Words of an ``articleBody`` that is taken; shorter ones are summaries."""

MOST_LINKED = 0.4
"""Share of the characters of a block that may be links; a list of other articles is nothing else."""

FEWEST_IN_BLOCK = 6
"""Words of a block without quotation marks that is taken on a second look."""

_REACH = 6
"""Blocks before the first and after the last of the text in which its own are looked for."""

_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»“)\]」』]*$")
_MARKED = re.compile(r"[“„«「\"]")


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article, one paragraph a line.

    Args:
        reader: what it was taken by.
        entries: those of a live blog.
        furniture: the headings and times of the entries.
    """

    text: str
    reader: str
    entries: tuple[Entry, ...] = ()
    furniture: tuple[Span, ...] = ()


def body_of(tree: etree._Element, head: Head, title: str | None, *, fast: bool) -> Body:
    """The text of the article in a page; empty if there is none.

    Args:
        tree: the page; it is changed.
        fast: whether trafilatura must do without its fallbacks, which take long on large pages.

    Raises:
        Unreadable: ``no-article``: the page cannot be parsed.
    """
    _drop_pulled(tree)
    join_broken_lines(tree)
    write_marks(tree)
    live = live_text(tree, head, title)
    if live is not None:
        return Body(live.text, LIVE, live.entries, live.furniture)
    blocks = list(blocks_of(tree))
    text = _main_text(tree, fast=True)
    if not fast and not _is_whole(text, blocks):
        text = _main_text(tree, fast=False)
    body = Body(text, TRAFILATURA)
    if len(text) < SHORT and (short := _of_blocks(tree)):
        body = Body(short, BLOCKS)
    elif (fuller := _completed(blocks, text)) != text:
        body = Body(fuller, SECOND_LOOK)
    stated = _stated(head)
    words = len(body.text.split())
    if stated and _plain(stated) == _plain(text):
        return Body(text, JSON_LD)  # trafilatura looks there too
    if len(stated.split()) > max(FEWEST_WORDS, FULLER * words) or (not words and stated):
        return Body(stated, JSON_LD)
    return body


def _is_whole(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a text has most of what the page prints in paragraphs, so that no other reading need be tried."""
    printed = sum(len(block.text) for block in blocks if block.tag == "p" and block.linked <= MOST_LINKED)
    return len(text) >= LONG and MOST * printed <= len(text) <= printed / MOST


def _main_text(tree: etree._Element, *, fast: bool) -> str:
    try:
        found = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False, fast=fast)
    except MemoryError:
        raise
    except Exception as error:
        # A malformed page can make trafilatura or lxml raise anything; only this page is refused.
        raise Unreadable(Reason.NO_ARTICLE, f"the page cannot be parsed: {error!r}") from error
    return (found.text or "").strip() if isinstance(found, Document) else ""


def _of_blocks(tree: etree._Element) -> str:
    """The blocks of the article or main part of a page, or of all of it, without lists of links."""
    roots = [*tree.iter("article"), *tree.iter("main")] or [tree]
    texts = ([block.text for block in blocks_of(root) if _is_text(block)] for root in roots)
    return "\n".join(max(texts, key=lambda lines: sum(map(len, lines))))


def _is_text(block: Block) -> bool:
    return block.tag not in ("title", "time") and block.linked <= MOST_LINKED


def _stated(head: Head) -> str:
    stated = head.node_text_raw("articleBody") or ""
    return text_of_markup(stated) if has_markup(stated) else stated.strip()


def _drop_pulled(tree: etree._Element) -> None:
    """Take out pull quotes: what repeats words of the article in large letters."""
    pulled = [each for each in tree.iter("aside", "blockquote", "div", "p", "figure") if _is_pulled(each)]
    if not pulled:
        return
    inside = set(pulled)
    words = [
        _plain("".join(each.itertext()))
        for each in tree.iter("p")
        if each not in inside and not any(holder in inside for holder in each.iterancestors())
    ]
    for each in pulled:
        said = _plain(_quoted_part("".join(each.itertext())))
        if len(said.split()) > 2 and any(said in text for text in words):
            each.clear(keep_tail=True)


def _is_pulled(element: etree._Element) -> bool:
    if element.tag in ("aside", "blockquote"):
        return True
    return PULL_QUOTE.search(element.get("class") or "") is not None


def _quoted_part(text: str) -> str:
    """The words of a pull quote without the signature below."""
    return re.split(r"\s[—–―]\s*\S[^—–―]*$|\n\s*[—–―-]", text.strip())[0]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _completed(blocks: Sequence[Block], text: str) -> str:
    """The text with the blocks that stand among its own and were left out, each in its place.

    A block is taken if it is a whole sentence of the same parent as paragraphs of the text, and no list of links.
    """
    lines = text.split("\n") if text else []
    kept = {_plain(line) for line in lines if line}
    whole = " ".join(_plain(line) for line in lines)
    found = [(block, _plain(block.text)) for block in blocks]
    own = [number for number, (_, plain) in enumerate(found) if plain and (plain in kept or plain in whole)]
    if not own:
        return text
    homes = {home for number in own if (home := found[number][0].element.getparent()) is not None}
    places = {plain: place for place, line in enumerate(lines) if (plain := _plain(line))}
    added: dict[int, list[str]] = {}
    first, last = own[0], own[-1]
    position = -1
    for number, (block, plain) in enumerate(found):
        if plain in places:
            position = places[plain]
        elif not plain or plain in whole or number in own:
            continue
        elif first - _REACH <= number <= last + _REACH and _is_left_out(block, homes):
            added.setdefault(position, []).append(block.text)
    if not added:
        return text
    result = [*added.get(-1, ())]
    for place, line in enumerate(lines):
        result += [line, *added.get(place, ())]
    return "\n".join(result)


def _is_left_out(block: Block, homes: set[etree._Element]) -> bool:
    if block.tag in ("li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "time", "figcaption"):
        return False
    if block.element.getparent() not in homes or block.linked > MOST_LINKED:
        return False
    long_enough = len(block.text.split()) >= FEWEST_IN_BLOCK or _MARKED.search(block.text) is not None
    return long_enough and _SENTENCE.search(block.text) is not None
