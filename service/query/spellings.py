"""Other spellings of a word that somebody searches for: "labor" finds "labour", "e-mail" finds "email"."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.compare.idf import is_known
from indexer.english import SPELLINGS
from indexer.query import AnyOf, Condition, Words
from indexer.text import fold, stem, word_texts

SHORTEST_PART = 4
"""Letters of each of two words that may be written as one where the table does not say so: "health care"."""


def any_spelling(text: str) -> Condition:
    """The condition of a word as typed, in any of its spellings."""
    words = word_texts(text)
    found = dict.fromkeys([tuple(words), *_others(words, hyphened="-" in fold(text))])
    ways = tuple(dict.fromkeys(Words(tuple(map(stem, each))) for each in found))
    return ways[0] if len(ways) == 1 else AnyOf(ways)


def _others(words: list[str], *, hyphened: bool) -> Iterator[tuple[str, ...]]:
    # What is no word finds nothing.
    if hyphened and len(words) == 2 and "".join(words).isalpha():
        yield ("".join(words),)
    if len(words) != 1 or not words[0].isalpha():
        return
    (word,) = words
    for other in sorted(SPELLINGS.others(word)):
        parts = tuple(other.split())
        # Two words only where the second is one: "co operate", but not "co lour".
        if len(parts) == 1 or is_known(stem(parts[1])):
            yield parts
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        parts = (word[:at], word[at:])
        if all(is_known(stem(part)) for part in parts):
            yield parts


def joined(one: str, other: str) -> str | None:
    """Two words as typed written as one, if that is a word: "health care"; None if it is none."""
    words = [*word_texts(one), *word_texts(other)]
    if len(words) != 2 or not "".join(words).isalpha():
        return None
    whole = "".join(words)
    if whole in SPELLINGS.others(" ".join(words)):
        return whole
    return whole if min(map(len, words)) >= SHORTEST_PART and is_known(stem(whole)) else None
