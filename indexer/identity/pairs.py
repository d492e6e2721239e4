"""Which persons' names are compared: those that share a key, so that the work does not grow with their square."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from indexer.english import GIVEN_NAMES
from indexer.identity.forms import is_initials, may_be_garbled, may_be_one, surname_sound
from indexer.identity.nodes import Node
from indexer.spelling import sound

Ident = tuple[str, int]

LARGEST, LARGEST_OF_LIKENESS = 150, 40
"""Names that share a key from which on it tells too little and is not used: one that both names spell alike, and one
that they only sound alike by."""


def pairs(nodes: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """The pairs of persons' full names that may be one person's, each once, in no order that depends on the input's."""
    blocks: dict[tuple[str, ...], list[Node]] = {}
    for node in nodes:
        for key in dict.fromkeys(_keys(node)):
            blocks.setdefault(key, []).append(node)
    usable = sorted(key for key, block in blocks.items() if 1 < len(block) <= _largest(key))
    # A pair is met in each block that it shares, and given in the first: a set of all pairs would not fit into memory.
    shared: dict[Ident, tuple[int, ...]] = {}
    for number, key in enumerate(usable):
        for node in blocks[key]:
            shared[node.ident] = (*shared.get(node.ident, ()), number)
    for number, key in enumerate(usable):
        for one, other in combinations(sorted(blocks[key], key=lambda each: each.ident), 2):
            mine, theirs = shared[one.ident], shared[other.ident]
            met_before = number != next(each for each in mine if each in theirs)
            if not met_before and (may_be_one(one.form, other.form) or may_be_garbled(one.form, other.form)):
                yield one, other


def _largest(key: tuple[str, ...]) -> int:
    return LARGEST if key[0] == "spelled" else LARGEST_OF_LIKENESS


def _keys(node: Node) -> Iterator[tuple[str, ...]]:
    form = node.form
    given, surname = form.given, form.surname
    yield "spelled", surname, given[:1]
    for short in sorted(GIVEN_NAMES.nicknames.get(given, ())):
        if short[:1] != given[:1]:
            yield "spelled", surname, short[:1]
    yield "sounds", surname_sound(surname)
    yield "both", surname_sound(surname), surname_sound(given)
    if not is_initials(given):
        yield "given", sound(given), surname[:1]
    yield "together", "".join(form.words)
    if len(form.words) > 1:
        yield "turned", *sorted(form.words)
    for middle in form.middle:
        if not is_initials(middle):
            yield "spelled", middle, given[:1]
