"""The blocks of a page: each stretch of words that stands in a line of its own, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from indexer.read.page.class_names import BESIDE_TEXT, names_of
from indexer.read.page.markup import BLOCKS

SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "button", "form", "select", "nav", "figure", "audio",
     "video", "object", "head", "picture", "aside", "footer")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """Words in a line of their own.

    Args:
        tag: the element whose words they are.
        linked: the share of its characters that are links, 0 to 1.
    """

    text: str
    element: etree._Element
    tag: str
    linked: float


def is_beside(element: etree._Element) -> bool:
    """Whether the class or id of an element says that it is no part of an article."""
    return BESIDE_TEXT.search(names_of(element).replace("_", "-")) is not None


def blocks_of(root: etree._Element) -> Iterator[Block]:
    """The blocks of an element in order, without navigation, captions, forms and what is beside the article."""
    parts: list[tuple[str, bool]] = []
    holder = root

    def done() -> Iterator[Block]:
        text = " ".join("".join(part for part, _ in parts).split())
        if text:
            linked = sum(len(part.strip()) for part, link in parts if link)
            yield Block(text, holder, str(holder.tag), min(1.0, linked / len(text)))
        parts.clear()

    # Each step is a piece of text, the beginning of a block, or its end.
    waiting: list[tuple[str, etree._Element | None, bool]] = [("", root, False)]
    while waiting:
        text, element, link = waiting.pop()
        if element is None:
            parts.append((text, link))
            continue
        if text == "end":
            yield from done()
            parent = element.getparent()
            holder = parent if parent is not None else root
            continue
        if not isinstance(element.tag, str) or element.tag in SILENT or (element is not root and is_beside(element)):
            continue
        block = element.tag in BLOCKS
        if block:
            yield from done()
            holder = element
        link = link or element.tag == "a"
        steps: list[tuple[str, etree._Element | None, bool]] = [(element.text or "", None, link)]
        for child in element:
            steps.append(("", child, link))
            steps.append((child.tail or "", None, link))
        if block:
            steps.append(("end", element, link))
        waiting += reversed(steps)
    yield from done()
