"""Finds what alters the sense of a wording, however similar it is: a "not", a number, a name.

Guards are looked for where the two wordings differ, at their ends as far as the sentence goes; also in a head that is
cut off and denies the rest, in numbers of other units, and in names and numbers that have changed places. A guard may
be raised wrongly, so it lowers a verdict and never hides it. ``docs/check.md`` has figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.compare.align import Pair
from indexer.compare.guards.amounts import amount_guards
from indexer.compare.guards.cut_denials import cut_denial_guards
from indexer.compare.guards.differences import find_differences
from indexer.compare.guards.exchanges import turned_guards
from indexer.compare.guards.names import name_guards
from indexer.compare.guards.negations import negates, negation_guards
from indexer.compare.guards.numbers import number_guards
from indexer.compare.records import Guard
from indexer.compare.wording import Wording


def guards(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> tuple[Guard, ...]:
    """The guards for what alters the sense, by their places.

    Args:
        pairs: the words that correspond, in order.
    """
    if not pairs:
        return ()
    differences = list(find_differences(query, stored, pairs))
    negated = [*negation_guards(query, stored, differences)]
    denied = [*cut_denial_guards(query, stored, pairs)]
    if len(negated) == len(denied) == 1 and negates(denied[0].query_text) is not negates(negated[0].query_text):
        # "I do not think it is safe" says what "it is not safe" does.
        negated, denied = [], []
    numbers = [*number_guards(query, stored, differences, pairs)]
    amounts = [
        each for each in amount_guards(query, stored, differences) if not any(_within(each, of) for of in numbers)
    ]
    found = {*negated, *denied, *numbers, *amounts, *name_guards(query, stored, differences)}
    if not found:
        found.update(turned_guards(query, stored, differences))
    return tuple(sorted(found, key=lambda guard: (guard.query, guard.stored, guard.kind)))


def _within(one: Guard, other: Guard) -> bool:
    """Whether the words of one guard are among those of another."""
    return other.query[0] <= one.query[0] and one.query[1] <= other.query[1]
