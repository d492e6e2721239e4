"""One walk through the elements of a page, in order, with where each stands to the headline and the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

LONG_PARAGRAPH = 200
"""Characters of a paragraph of the article; shorter ones can be a byline, a date or a caption."""


@dataclass(frozen=True, slots=True)
class Step:
    """An element, and where it stands.

    Args:
        order: its number in the page, from 1, without elements that are skipped.
        behind_headline: whether it is the headline, in it or behind it.
        paragraphs: long paragraphs between the headline and the end of this one; from the top, if it stands before it.
    """

    element: etree._Element
    order: int
    behind_headline: bool
    paragraphs: int


def body_element(tree: etree._Element) -> etree._Element:
    """The ``<body>`` of a page, or all of what has none."""
    return next(tree.iter("body"), tree)


def steps(
    tree: etree._Element, headline: etree._Element | None, is_skipped: Callable[[etree._Element], bool]
) -> Iterator[Step]:
    """The elements of a page's body in order.

    Args:
        headline: the element of the headline, or None.
        is_skipped: whether an element is left out, with all that is in it.
    """
    waiting = [body_element(tree)]
    order = paragraphs = 0
    behind = False
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or is_skipped(element):
            continue
        order += 1
        if element is headline:
            behind, paragraphs = True, 0
        if element.tag == "p" and len("".join(element.itertext())) > LONG_PARAGRAPH:
            paragraphs += 1
        yield Step(element, order, behind, paragraphs)
        waiting += reversed(element)
