"""The words of a quote's text that a query matches, by onrecord's own offsets: the same for both engines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from indexer.model import Quote
from indexer.query import Condition, Near, Phrase, Prefix, Where, Words
from indexer.store import conditions
from indexer.text import stem, words


class Token(NamedTuple):
    """One searched word: a tuple, as a page of hits has a thousand.

    Args:
        place: its characters in the quote's text; None for a word of the context.
        part: the number of its quoted part; 0 if there are no parts.
    """

    word: str
    stem: str
    place: tuple[int, int] | None
    part: int


def highlights(condition: Condition, where: Where, quote: Quote, language: str) -> tuple[tuple[int, int], ...]:
    """(start, end) into ``quote.text`` of the words and phrases that match, in order, without overlap.

    A phrase is one place from its first letter to its last. Words under a ``Not`` and words of the context have none.
    """
    leaves = tuple(conditions.word_conditions(condition))
    if not leaves:
        return ()
    tokens = searched(quote, where, language)
    words, stems = [token.word for token in tokens], [token.stem for token in tokens]
    places = [
        place
        for leaf in leaves
        for first, last in matches(leaf, words, stems)
        for place in _places(tokens[first : last + 1])
    ]
    return _merged(places)


def searched(quote: Quote, where: Where, language: str) -> tuple[Token, ...]:
    """The words of a quote that a query searches, in order."""
    text = quote.text
    match where:
        case Where.CONTENT:
            return tuple(_tokens(text, language, 0))
        case Where.QUOTED:
            return tuple(_quoted_tokens(quote, text, language))
        case Where.CONTEXT:
            around = [tuple(_tokens(side, language, None)) for side in (quote.before, quote.after)]
            return (*around[0], *_tokens(text, language, 0), *around[1])


def matches(leaf: conditions.WordCondition, words: Sequence[str], stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(first, last) word of each place where a text meets the condition; both are inclusive.

    For a ``Near`` these are the places of either side that have the other side near enough.

    Args:
        words, stems: the text's folded words and the stem of each.
    """
    match leaf:
        case Words(wanted):
            yield from _runs(stems, wanted)
        case Phrase(wanted):
            yield from _runs(words, wanted)
        case Prefix(start):
            if start:
                yield from ((i, i) for i, word in enumerate(words) if word.startswith(start))
        case Near(left, right, distance):
            lefts, rights = tuple(matches(left, words, stems)), tuple(matches(right, words, stems))
            yield from _near(lefts, rights, distance)


def _near(
    lefts: Sequence[tuple[int, int]], rights: Sequence[tuple[int, int]], distance: int
) -> Iterator[tuple[int, int]]:
    """The places of either side with one of the other near enough; those of a side are in order and of one length."""
    for one, other in ((lefts, rights), (rights, lefts)):
        for first, last in one:
            # Only the first that does not end too far before it needs to be compared.
            nearest = bisect_left(other, first - 1 - distance, key=lambda place: place[1])
            if nearest < len(other) and other[nearest][0] - 1 - last <= distance:
                yield first, last


def _runs(words: Sequence[str], wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    size, start = len(wanted), -1
    for _ in range(words.count(wanted[0]) if wanted else 0):
        start = words.index(wanted[0], start + 1)
        if size == 1 or tuple(words[start : start + size]) == wanted:
            yield start, start + size - 1


def _tokens(text: str, language: str, offset: int | None, part: int = 0) -> Iterator[Token]:
    for word in words(text):
        place = None if offset is None else (offset + word.start, offset + word.end)
        yield Token(word.text, stem(word.text, language), place, part)


def _quoted_tokens(quote: Quote, text: str, language: str) -> Iterator[Token]:
    position = 0
    for number, part in enumerate(quote.quoted):
        start = text.find(part, position)
        # A part that is no slice of the text is found, but has no place in it to be shown.
        yield from _tokens(part, language, start if start >= 0 else None, number)
        position = start + len(part) if start >= 0 else position


def _places(run: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The place of some words in the text; one for each quoted part that they are in."""
    for _, tokens in groupby(run, key=lambda token: token.part):
        places = [token.place for token in tokens if token.place is not None]
        if places:
            yield places[0][0], places[-1][1]


def _merged(places: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
