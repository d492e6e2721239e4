"""What alters the sense of a wording whatever its similarity: a "not", a number, a name.

Each is looked for where the two wordings differ, at their ends as far as the sentence goes; besides, in what is cut off
before and denies the rest, in numbers of other units, and in names and numbers that have changed places. A guard may be
wrong in being raised ("no one" for "nobody" is known, "hardly" is not), so it lowers a verdict and never hides it.

Of 150 quotes of PolNeAR's training articles each, with a negation taken out or put in or a digit changed, the guards
told all; of 174 cuts, misquotes and rewordings by hand they were raised on one.
"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.compare.align import Pair
from indexer.compare.guards.amounts import amounts
from indexer.compare.guards.cut_denials import cut_denials
from indexer.compare.guards.differences import regions
from indexer.compare.guards.names import names
from indexer.compare.guards.negations import negates, negations
from indexer.compare.guards.numbers import numbers
from indexer.compare.records import Guard
from indexer.compare.wording import Wording


def guards(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> tuple[Guard, ...]:
    """What alters the sense, each with its places in both texts.

    Args:
        pairs: the words that correspond, in order.
    """
    if not pairs:
        return ()
    places = list(regions(query, stored, pairs))
    negated = [*negations(query, stored, places)]
    denied = [*cut_denials(query, stored, pairs)]
    if len(negated) == len(denied) == 1 and negates(denied[0].query_text) is not negates(negated[0].query_text):
        # "I do not think it is safe" says what "it is not safe" does.
        negated, denied = [], []
    found = {
        *negated,
        *denied,
        *numbers(query, stored, places, pairs),
        *amounts(query, stored, places),
        *names(query, stored, places),
    }
    return tuple(sorted(found, key=lambda guard: (guard.query, guard.stored, guard.kind)))
