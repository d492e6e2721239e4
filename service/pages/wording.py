"""Formats answers for people: dates in words, highlighted words, an article with its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from indexer import in_words
from indexer.model import Basis
from service.answers import Article, Published, Quote, Said

_BASES = {
    Basis.GIVEN: "as given to the archive",
    Basis.METADATA: "by its metadata",
    Basis.HEADER: "by a line at its head",
    Basis.FOOTER: "by a line at its foot",
    Basis.URL: "by its address",
    Basis.FILE_NAME: "by the name of its file",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, and whether it is highlighted."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an article.

    Args:
        quote_id: the innermost quote that contains it, or None.
        begins: whether that quote begins here.
        furniture: whether it is something that the site prints around the article.
    """

    text: str
    quote_id: str | None
    begins: bool
    furniture: bool


def day(iso: str) -> str:
    """``2025-02-12`` as ``12 February 2025``."""
    return in_words.day(date.fromisoformat(iso[:10]))


def said(value: Said) -> str:
    """When the words were said: ``12 February 2025``, ``February 2025``, ``2025``, or from one day to another."""
    return in_words.interval(date.fromisoformat(value.from_), date.fromisoformat(value.to), value.precision)


def published(value: Published) -> str:
    """When the article was published, and how that is known."""
    moment = value.value[11:16]
    zone = f" {value.zone}" if value.zone else " (zone not stated)"
    return f"{day(value.value)}{f', {moment}{zone}' if moment else ''}, {_BASES[value.basis]}"


def basis(value: Basis) -> str:
    """How a date is known."""
    return _BASES[value]


def pieces(text: str, places: Sequence[tuple[int, int]]) -> list[Piece]:
    """The text in pieces, cut where highlighted words begin and end."""
    marked = [False] * len(text)
    for start, end in places:
        for position in range(max(start, 0), min(end, len(text))):
            marked[position] = True
    cuts = [0, *(at for at in range(1, len(text)) if marked[at] != marked[at - 1]), len(text)]
    return [Piece(text[start:end], marked[start]) for start, end in pairwise(cuts) if start < end]


def segments(article: Article) -> list[Segment]:
    """An article's text in pieces, cut where quotes and furniture begin and end."""
    text = article.text or ""
    spans = [(span.start, span.end, quote) for quote in article.quotes for span in quote.content]
    furniture = article.furniture or []
    cuts = sorted({0, len(text), *_bounds((start, end) for start, end, _ in spans), *_bounds(furniture)})
    return [_segment(text, start, end, spans, furniture) for start, end in pairwise(cuts)]


def _bounds(places: Iterable[tuple[int, int]]) -> set[int]:
    return {bound for place in places for bound in place}


def _segment(
    text: str,
    start: int,
    end: int,
    spans: Sequence[tuple[int, int, Quote]],
    furniture: Sequence[tuple[int, int]],
) -> Segment:
    around = [span for span in spans if span[0] <= start and end <= span[1]]
    innermost = min(around, key=lambda span: span[1] - span[0], default=None)
    return Segment(
        text=text[start:end],
        quote_id=innermost[2].id if innermost else None,
        begins=innermost is not None and innermost[2].content[0].start == start,
        furniture=any(first <= start and end <= last for first, last in furniture),
    )
