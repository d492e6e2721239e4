"""Which persons' names are compared: those that share a key, so that the work does not grow with their square."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from indexer.english import GIVEN_NAMES
from indexer.identity.forms import is_initials, may_be_garbled, may_be_one, surname_sound
from indexer.identity.nodes import Node
from indexer.spelling import sound

LARGEST, LARGEST_OF_LIKENESS = 150, 40
"""Names that share a key from which on it tells too little and is not used: one that both names spell alike, and one
that they only sound alike by."""


def pairs(nodes: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """The pairs of persons' full names that may be one person's, each once, in no order that depends on the input's."""
    blocks: dict[tuple[str, ...], list[Node]] = {}
    for node in nodes:
        for key in _keys(node):
            blocks.setdefault(key, []).append(node)
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for key in sorted(blocks):
        block = sorted(blocks[key], key=lambda each: each.ident)
        if len(block) > (LARGEST if key[0] == "spelled" else LARGEST_OF_LIKENESS):
            continue
        for one, other in combinations(block, 2):
            pair = one.ident, other.ident
            if pair not in seen:
                seen.add(pair)
                if may_be_one(one.form, other.form) or may_be_garbled(one.form, other.form):
                    yield one, other


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
