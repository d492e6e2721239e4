"""A stem near a word: the one condition on words that FTS5 cannot decide, as the two stand in two columns."""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from indexer.query import Near, Phrase, Prefix, Term, Words
from indexer.store.highlight import matches


def register(connection: sqlite3.Connection) -> None:
    """Give SQL the function ``near_in(near_text, words, stems)``."""
    connection.create_function("near_in", 3, near_in, deterministic=True)


def near_in(near: str, words: str, stems: str) -> bool:
    """Whether words and stems of one text, each joined by spaces, meet the ``Near`` of ``near_text``."""
    return next(matches(near_from(near), words.split(" "), stems.split(" ")), None) is not None


def near_text(condition: Near) -> str:
    """A ``Near`` as the text that ``near_from`` reads."""
    sides = [(type(side).__name__, _words_of(side)) for side in (condition.left, condition.right)]
    return json.dumps([*sides, condition.distance])


@lru_cache(maxsize=256)
def near_from(text: str) -> Near:
    """The ``Near`` of ``near_text``."""
    left, right, distance = json.loads(text)
    return Near(_side(*left), _side(*right), distance)


def _words_of(side: Term) -> tuple[str, ...]:
    match side:
        case Words(words) | Phrase(words):
            return words
        case Prefix(start):
            return (start,)


def _side(name: str, words: list[str]) -> Term:
    match name:
        case "Words":
            return Words(tuple(words))
        case "Phrase":
            return Phrase(tuple(words))
        case _:
            return Prefix(words[0])
