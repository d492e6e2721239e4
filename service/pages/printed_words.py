"""The words of a quote as a page sets them: what was searched is marked, and what was left out is told in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.in_words import shortened
from service.answers import Quote

MOST_WORDS_OF_A_GAP = 14
"""Words between two parts of a quote that a card shows; of more, the first and the last."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text.

    Args:
        marked: whether it is one of the words that were searched.
        gap: whether it stands between two parts of the quote and is no part of it.
    """

    text: str
    marked: bool = False
    gap: bool = False


def pieces(text: str, places: Sequence[tuple[int, int]]) -> list[Piece]:
    """The text in pieces, cut where highlighted words begin and end."""
    marked = [False] * len(text)
    for start, end in places:
        for position in range(max(start, 0), min(end, len(text))):
            marked[position] = True
    cuts = [0, *(at for at in range(1, len(text)) if marked[at] != marked[at - 1]), len(text)]
    return [Piece(text[start:end], marked[start]) for start, end in pairwise(cuts) if start < end]


def of_quote(quote: Quote, most: int = MOST_WORDS_OF_A_GAP) -> list[Piece]:
    """The words of a quote, with what the article prints between its parts.

    Args:
        most: words of each gap that are shown.
    """
    found: list[Piece] = []
    start = 0
    for number, span in enumerate(quote.content):
        if number:
            found.append(Piece(" "))
            found += _gap(quote.between[number - 1] if number <= len(quote.between) else None, most)
        end = start + len(span.text)
        found += pieces(span.text, [(first - start, last - start) for first, last in quote.highlights if last > start])
        start = end + 1
    return found


def _gap(words: str | None, most: int) -> Iterator[Piece]:
    """What stands between two parts; nothing where that is no more than a mark or the end of a paragraph."""
    if words is None:
        yield Piece("[…]", gap=True)
        yield Piece(" ")
    elif any(character.isalnum() for character in words):
        yield Piece(f"[{shortened(words.strip(' ,;:–—'), most)}]", gap=True)
        yield Piece(" ")
