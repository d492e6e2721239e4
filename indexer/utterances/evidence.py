"""The evidence that two wordings report one utterance: a judgement that is sure."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.compare import Comparison, Relation, Wording, judge
from indexer.compare.measures import shared_mass

LEAST_SHARED = 0.5
"""Share of the lighter wording's weight that both must have to be judged: on PolNeAR's training articles no pair that
the judge is sure of shares less than 0.58."""

REWORDED = 0.95
"""The judge's score from which on a rewording is evidence."""

REWORDED_WEIGHT = 45.0
"""Weight that the lighter wording must have for a rewording to be evidence.

Both must also be printed between marks: what articles tell in their own words about one event, or one poll, is alike in
many of them. On PolNeAR's training articles 7 of 8 such links between articles were right, and 11 of 17 others."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two wordings are one utterance.

    Args:
        relation: of the shorter wording to the longer: verbatim, part, changed or reworded.
        score: the judge's, 0 to 1.
    """

    relation: Relation
    score: float


def evidence(one: Wording, other: Wording) -> Evidence | None:
    """The evidence that two wordings report one utterance, or None; the same whichever is given first.

    Both are wordings of texts of ``indexer.utterances.marks.compared``, which tell whether they stand between marks.
    The longer is the query, as the judge demands more of a short stored wording.
    """
    shorter, longer = sorted((one, other), key=lambda each: (len(each), each.text))
    lighter = min(shorter.mass, longer.mass)
    if shared_mass(shorter, longer) < LEAST_SHARED * lighter:
        return None
    found = judge(longer, shorter)
    if not found.reported or found.probable or found.sense_altered:
        return None
    if found.relation is Relation.REWORDED:
        marked = one.text.startswith("“") and other.text.startswith("“")
        if not marked or found.score < REWORDED or lighter < REWORDED_WEIGHT:
            return None
    return Evidence(_of_shorter(found), found.score)


def _of_shorter(found: Comparison) -> Relation:
    return Relation.PART if found.relation is Relation.LONGER else found.relation
