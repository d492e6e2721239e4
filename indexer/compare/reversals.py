"""Tells a short text that a stored wording prints but for a "not": "There was a drawer", "There was no drawer".

Texts of so few words are found exactly or not at all by ``judge``, as likeness tells nothing of them. A reversal tells
something where it is known who is said to have said it, and that person's quotes alone are compared.
"""

from __future__ import annotations

from functools import cache

from indexer.compare.align import close_matches, diff, steps
from indexer.compare.guards import guards
from indexer.compare.measures import measure
from indexer.compare.records import Comparison, GuardKind, Relation
from indexer.compare.weights import shipped
from indexer.compare.wording import Wording, wording
from indexer.english import GRAMMAR, NEGATION

FEWEST, LIGHTEST = 2, 8.0
"""Words that both must have besides negations, articles and auxiliaries, and the weight of these: "It is safe" has
enough, "I did it" has not."""


def reversal(query: Wording, stored: str | Wording) -> Comparison | None:
    """The comparison of a query with a stored wording that prints it but for a negation; None if it does not.

    The words of the query stand in the stored wording in one run, whatever articles, auxiliaries and negations are
    between them, and the negations differ.
    """
    store = stored if isinstance(stored, Wording) else wording(stored)
    mine, theirs = _bearing(query), _bearing(store)
    stems = [query.stems[number] for number in mine]
    if len(mine) < FEWEST or sum(query.weights[number] for number in mine) < LIGHTEST:
        return None
    for at in range(len(theirs) - len(mine) + 1):
        if [store.stems[number] for number in theirs[at : at + len(mine)]] == stems:
            part = store.part(theirs[at], theirs[at + len(mine) - 1] + 1)
            found = _comparison(query, part)
            if found is not None:
                return found
    return None


def _comparison(query: Wording, part: Wording) -> Comparison | None:
    pairs = close_matches(query.stems, part.stems)
    altered = guards(query, part, pairs)
    if not altered or any(each.kind is not GuardKind.NEGATION for each in altered):
        return None
    edits = diff(query, part, steps(query, part, pairs))
    return Comparison(Relation.CHANGED, shipped().sure, False, measure(query, part, pairs), edits, altered)


def _bearing(words: Wording) -> list[int]:
    """The numbers of the words that are neither negations nor articles nor auxiliaries."""
    return [number for number, text in enumerate(words.texts) if text not in _between()]


@cache
def _between() -> frozenset[str]:
    negations = NEGATION.negators | NEGATION.near_negators
    return negations | GRAMMAR.articles | GRAMMAR.finite_auxiliaries
