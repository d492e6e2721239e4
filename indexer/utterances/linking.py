"""New wordings compared with those that share their keys: what both engines do alike, who only look these up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from indexer.compare import Wording, wording
from indexer.utterances.evidence import Evidence, evidence

MOST_COMPARED = 50
"""Wordings that a new one is compared with: those that share most keys, the rarer ones first of all."""

MOST_HOLDERS = 200
"""Wordings that have a key, beyond which it is not looked up: a common name, a common phrase."""

LEAST_KEYS = 0.08
"""Keys that two wordings share for each word of the shorter, at the least: of the pairs that share a key on PolNeAR's
training articles that leaves out 87 of 100, and none that reports one utterance."""

K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True)
class Fresh(Generic[K]):
    """A wording that is to be compared.

    Args:
        key: by which the engine knows it.
        text: of ``indexer.utterances.marks.compared``.
    """

    key: K
    text: str


def compare(
    fresh: Sequence[Fresh[K]], sharing: Mapping[K, Iterable[tuple[K, str, int]]]
) -> Iterator[tuple[K, K, Evidence]]:
    """The pairs that report one utterance.

    Args:
        sharing: of the wordings, stored or fresh, that share keys with each fresh one, the key that the engine knows
            them by, the text, and how many they share.
    """
    done: set[frozenset[K]] = set()
    for one in fresh:
        for other, text, shared in sharing[one.key]:
            pair = frozenset((one.key, other))
            if len(pair) == 2 and pair not in done and shared >= LEAST_KEYS * min(_words(one.text), _words(text)):
                done.add(pair)
                found = evidence(read(one.text), read(text))
                if found is not None:
                    yield one.key, other, found


def _words(text: str) -> int:
    return text.count(" ") + 1


@lru_cache(maxsize=4_096)
def read(text: str) -> Wording:
    """The wording of a text; one that is met often is read once."""
    return wording(text)
