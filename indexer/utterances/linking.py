"""New wordings, read and compared with those that share their keys: the part of linking that both engines share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from indexer.compare import Wording, wording
from indexer.errors import place
from indexer.model import Quote
from indexer.utterances.evidence import Evidence, evidence
from indexer.utterances.keys import keys
from indexer.utterances.marks import compared

MOST_COMPARED = 50
"""Wordings that a new one is compared with: those that share most keys, weighted by the rarity of the keys."""

MOST_HOLDERS = 200
"""Wordings that may have a key for it to be looked up: more have only a common name, a common phrase."""

LEAST_KEYS = 0.08
"""Shared keys for each word of the shorter wording, at the least. On PolNeAR's training articles this leaves out 87 of
100 pairs that share a key, and none that reports one utterance."""

K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is stored of a mark so that others can be compared with it.

    Args:
        text: of ``indexer.utterances.marks.compared``; None for a mark that is compared with no other.
        keys: by which the text is found.
        set_aside: why the quote could not be read for comparison, if it could not.
    """

    text: str | None
    keys: tuple[int, ...] = ()
    set_aside: str | None = None


@dataclass(frozen=True, slots=True)
class Fresh(Generic[K]):
    """A wording that is to be compared.

    Args:
        key: by which the engine knows it.
        text: of ``indexer.utterances.marks.compared``.
    """

    key: K
    text: str


@dataclass(frozen=True, slots=True)
class Compared(Generic[K]):
    """What comparing some fresh wordings gave.

    Args:
        links: the pairs that report one utterance.
        set_aside: why a wording could not be compared with some other, by its key.
    """

    links: tuple[tuple[K, K, Evidence], ...]
    set_aside: Mapping[K, str]


def entry(quote: Quote | None, language: str) -> Entry:
    """The entry of a quote's mark; one that cannot be read is set aside, and grouped by its mark alone.

    Args:
        quote: the first that was met with the mark; None if its record cannot be read.
    """
    if quote is None:
        return Entry(None, set_aside="its record cannot be read")
    try:
        text = compared(quote, language)
        return Entry(text, keys(read(text)) if text is not None else ())
    except Exception as error:
        # Whatever the words of one quote do to the comparison, the others are linked.
        return Entry(None, set_aside=f"its words cannot be compared: {place(error)}")


def compare(fresh: Sequence[Fresh[K]], sharing: Mapping[K, Iterable[tuple[K, str, int]]]) -> Compared[K]:
    """Compare fresh wordings with those that share their keys; a pair that cannot be compared is set aside.

    Args:
        sharing: for each fresh wording those, stored or fresh, that share keys with it: by which key the engine knows
            them, their text, and how many keys they share.
    """
    done: set[frozenset[K]] = set()
    links: list[tuple[K, K, Evidence]] = []
    set_aside: dict[K, str] = {}
    for one in fresh:
        for other, text, shared in sharing[one.key]:
            pair = frozenset((one.key, other))
            if len(pair) == 2 and pair not in done and shared >= LEAST_KEYS * min(_words(one.text), _words(text)):
                done.add(pair)
                try:
                    found = evidence(read(one.text), read(text))
                except Exception as error:
                    set_aside.setdefault(one.key, f"it cannot be compared with some other quote: {place(error)}")
                    continue
                if found is not None:
                    links.append((one.key, other, found))
    return Compared(tuple(links), set_aside)


def _words(text: str) -> int:
    return text.count(" ") + 1


@lru_cache(maxsize=4_096)
def read(text: str) -> Wording:
    """The wording of a text, cached as a text is compared with many."""
    return wording(text)
