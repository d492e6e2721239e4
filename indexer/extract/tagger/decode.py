"""Decodes scores of tags into spans: the likeliest sequence of tags in which no span continues before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.extract.tagger.tags import OUTSIDE, ROLES, TAGS, begin, inside, role_of
from indexer.model import Role

Floats = npt.NDArray[np.float32]
Booleans = npt.NDArray[np.bool_]

_BEGIN, _INSIDE = [begin(role) for role in ROLES], [inside(role) for role in ROLES]
_FORBIDDEN = np.zeros((TAGS, TAGS), dtype=np.float32)
for _role in ROLES:
    _FORBIDDEN[:, inside(_role)] = -np.inf
    _FORBIDDEN[[begin(_role), inside(_role)], inside(_role)] = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """A span of pieces with its role.

    Args:
        first, last: its pieces, both inclusive.
        score: the probability of its least likely piece, 0 to 1.
    """

    first: int
    last: int
    role: Role
    score: float


def decode(emissions: Floats, begins: Booleans) -> tuple[Found, ...]:
    """The spans of one window, in order; none begins or ends inside a word.

    The best sequence of tags is found by the Viterbi algorithm (1967); an inside tag may only follow its own span, and
    the pieces of a word belong to one span.

    Args:
        emissions: unnormalised scores of the tags, [pieces, tags]; the first and the last piece are the window's own.
        begins: whether each piece begins a word, [pieces]; the first and the last do.
    """
    logs = emissions - _log_sum(emissions)[:, None]
    logs[[0, -1], 1:] = -np.inf
    tags = _best(logs) if begins.all() else _by_words(logs, begins)
    return tuple(_spans(tags, np.exp(logs[np.arange(len(tags)), tags])))


def _by_words(logs: Floats, begins: Booleans) -> npt.NDArray[np.int64]:
    """The best sequence in which the pieces of a word have one role: a word's scores are the sums of its pieces'."""
    first = np.flatnonzero(begins)
    on = logs.copy()
    on[:, _BEGIN] = logs[:, _INSIDE]
    words = np.add.reduceat(np.where(begins[:, None], logs, on), first, axis=0)
    tags: npt.NDArray[np.int64] = _best(words)[np.cumsum(begins) - 1]
    begun = ~begins & np.isin(tags, _BEGIN)
    tags[begun] += 1
    return tags


def _log_sum(scores: Floats) -> Floats:
    highest = scores.max(axis=1)
    total: Floats = highest + np.log(np.exp(scores - highest[:, None]).sum(axis=1))
    return total


def _best(logs: Floats) -> npt.NDArray[np.int64]:
    """The best sequence of tags; mostly the best tag of each piece, where these may follow one another."""
    count = len(logs)
    tags: npt.NDArray[np.int64] = logs.argmax(axis=1)
    if not np.isinf(_FORBIDDEN[tags[:-1], tags[1:]]).any():
        return tags
    came_from = np.zeros(logs.shape, dtype=np.int64)
    score = logs[0] + _FORBIDDEN[0]
    for piece in range(1, count):
        ways = score[:, None] + _FORBIDDEN
        came_from[piece] = ways.argmax(axis=0)
        score = ways.max(axis=0) + logs[piece]
    tags[-1] = score.argmax()
    for piece in range(count - 1, 0, -1):
        tags[piece - 1] = came_from[piece, tags[piece]]
    return tags


def _spans(tags: npt.NDArray[np.int64], sure: Floats) -> Iterator[Found]:
    position = 0
    while position < len(tags):
        tag = int(tags[position])
        if tag == OUTSIDE:
            position += 1
            continue
        last = position
        while last + 1 < len(tags) and tags[last + 1] == tag + 1:
            last += 1
        yield Found(position, last, role_of(tag), float(sure[position : last + 1].min()))
        position = last + 1
