"""Judges a stored wording: its relation to the query, how sure, and why."""

from __future__ import annotations

import math
from collections.abc import Sequence

from indexer.compare.align import Pair, Step, close_matches, contained, diff, matches, runs, steps, without_strays
from indexer.compare.guards import guards
from indexer.compare.measures import found, measure, shared_mass
from indexer.compare.records import Comparison, EditKind, Measures, Relation
from indexer.compare.weights import Weights, shipped
from indexer.compare.wording import Wording, window, wording

FEWEST_WORDS = 6
"""Shorter queries are found exactly or not at all: of fragments never printed, likeness finds 5.7 % at 5 words, 2.0 %
at 6."""

FEWEST_WORDS_WITHIN, WITHIN = 12, 0.4
"""A stored quote of fewer words that is shorter than this share of the query is found in it exactly or not at all: long
passages hold much of somebody else's short quote ("he had nothing to do with it")."""

FEWEST_WORDS_LIKELY = 9
"""If one of the two has fewer words, only what is sure is reported: likeness of so few words is often a common phrase.
This lowers false reports from 1.4 to 0.8 of a hundred texts (``bench.judge``)."""

FEW_WORDS_LIKELY, LETTERS_SHARED = 12, 0.45
"""The same holds below so many words, unless they share so many runs of letters: two names and a common verb make much
of eleven words (0.24 to 0.36 of the runs), while misread copies keep more (0.5 to 0.6)."""

LONG, LEAST_IN_ORDER = 40, 0.3
"""If both have more words, at least this share of their weight must be in order: two long speeches have many common
words in some order (0.18 of two by one speaker; 0.64 and more of quotes with 40 % of their words changed)."""

LIGHT, MOSTLY_FOUND, BOTH_FOUND, SAME_LENGTH = 27.0, 0.82, 0.45, 0.85
"""If the words in order weigh less, neither side has most of the other, not both have much of each other, and their
lengths differ, the two are different utterances in one frame of common words ("they are less likely to vote for", "to
appeal to young voters"). Of 1,020 edits by code (20 and 40 % of the words changed, OCR noise) this loses one."""

NEAR_COPY = 0.3
"""Share of words, cuts aside, in which a near copy may differ; beyond it, the wording is reworded."""

PLAIN = 0.5
"""A rewording that keeps less than this share of the shorter wording's words is at most probable: the rest of the
evidence is synonyms and spellings."""

EXACT = 0.99
"""The least score of what is printed word for word."""

HOPELESS = 0.05
"""Two wordings are not aligned unless one has this share of the other's weight: below it no pair that the judge learned
from scores near ``reported``."""

_DIFFERENT = Comparison(Relation.DIFFERENT, 0.0, False, None)


def too_short(text: str | Wording) -> bool:
    """Whether a text has too few words to be recognised by likeness, and is found exactly or not at all."""
    return len(_wording(text)) < FEWEST_WORDS


def judge(query: str | Wording, stored: str | Wording, weights: Weights | None = None) -> Comparison:
    """Compare a stored wording with a query.

    The work is linear in the texts, and bounded beyond ``MOST_WORDS`` words of each.

    Args:
        query: the words to find; make a ``wording`` once to compare it with many.
        stored: the words of a quote, or of a passage of an article.
        weights: other than those that ship.
    """
    weights = weights or shipped()
    ask, store = _wording(query), _wording(stored)
    best = _judge(ask, store, weights)
    if (ask.edited or store.edited) and best.relation is not Relation.VERBATIM:
        # What one prints as an editor's "[directly]" the other may print as the speaker's word.
        other = _judge(wording(ask.text, brackets=True), wording(store.text, brackets=True), weights)
        best = max(best, other, key=_rank)
    return best


_ORDER = list(reversed(Relation))


def _rank(comparison: Comparison) -> tuple[bool, int, float]:
    return comparison.reported, _ORDER.index(comparison.relation), comparison.score


def _wording(text: str | Wording) -> Wording:
    return text if isinstance(text, Wording) else wording(text)


def _judge(query: Wording, stored: Wording, weights: Weights) -> Comparison:
    if not len(query) or not len(stored):
        return _DIFFERENT
    if query.texts == stored.texts:
        pairs = [(number, number) for number in range(len(query))]
        return _exactly(Relation.VERBATIM, query, stored, pairs, weights)
    short = len(query) < FEWEST_WORDS
    if short or len(stored) >= FEWEST_WORDS:
        pairs = contained(query, stored)
        if pairs and (_longest(pairs) >= FEWEST_WORDS or _longest(pairs) == len(query)):
            return _exactly(Relation.PART, query, stored, pairs, weights)
    if short or len(stored) < FEWEST_WORDS:
        return _DIFFERENT
    pairs = [(i, j) for j, i in contained(stored, query)]
    if pairs and _longest(pairs) >= FEWEST_WORDS:
        return _exactly(Relation.LONGER, query, stored, pairs, weights)
    return _by_likeness(window(query, stored), window(stored, query), weights)


def _longest(pairs: Sequence[Pair]) -> int:
    return max(length for _, _, length in runs(pairs))


def _exactly(
    relation: Relation, query: Wording, stored: Wording, pairs: Sequence[Pair], weights: Weights
) -> Comparison:
    measures = measure(query, stored, pairs)
    score = max(EXACT, weights.score(measures))
    altered = guards(query, stored, pairs)
    edits = diff(query, stored, steps(query, stored, pairs))
    return Comparison(Relation.CHANGED if altered else relation, score, False, measures, edits, altered)


def _by_likeness(query: Wording, stored: Wording, weights: Weights) -> Comparison:
    if len(stored) < min(FEWEST_WORDS_WITHIN, WITHIN * len(query)):
        return _DIFFERENT
    shared = shared_mass(query, stored)
    if max(found(shared, query.mass), found(shared, stored.mass)) < HOPELESS:
        return _DIFFERENT
    exact = contained(query, stored) or [(i, j) for j, i in contained(stored, query)]
    pairs = exact or matches(query.stems, stored.stems)
    measures = measure(query, stored, pairs)
    score = weights.score(measures)
    shorter = min(len(query), len(stored))
    scattered = shorter > LONG and measures.in_order < LEAST_IN_ORDER
    if scattered or score < least_score(shorter, measures, weights):
        return Comparison(Relation.DIFFERENT, score, False, measures)
    pairs = exact or close_matches(query.stems, stored.stems)
    taken = steps(query, stored, pairs)
    relation = _relation(steps(query, stored, without_strays(pairs)))
    altered = guards(query, stored, pairs)
    # A rewording that is neither sure nor free of guards is another utterance: two polls, two rallies.
    another = _is_frame(measures) or (altered and score < weights.sure)
    if relation is Relation.REWORDED and another:
        return Comparison(Relation.DIFFERENT, min(score, weights.reported), False, measures)
    if altered and relation is not Relation.REWORDED:
        relation = Relation.CHANGED
    probable = score < weights.sure or (relation is Relation.REWORDED and _kept(taken) < PLAIN * shorter)
    return Comparison(relation, score, probable, measures, diff(query, stored, taken), altered)


def least_score(shorter: int, measures: Measures, weights: Weights) -> float:
    """The score from which on two wordings, the shorter of so many words, are one utterance."""
    few = shorter < FEW_WORDS_LIKELY and measures.grams_shared < LETTERS_SHARED
    return weights.sure if few or shorter < FEWEST_WORDS_LIKELY else weights.reported


def _is_frame(measures: Measures) -> bool:
    """Whether two wordings may share only the common words around what each says."""
    light = measures.log_weight < math.log1p(LIGHT) and measures.length_ratio < SAME_LENGTH
    return light and measures.either_found < MOSTLY_FOUND and measures.both_found < BOTH_FOUND


def _kept(taken: Sequence[Step]) -> int:
    return sum(step.end_i - step.i for step in taken if step.kind is EditKind.KEPT)


def _relation(taken: Sequence[Step]) -> Relation:
    """The relation of two wordings that are one utterance."""
    kept = changed = query_only = stored_only = 0
    for number, step in enumerate(taken):
        of_query, of_stored = step.end_i - step.i, step.end_j - step.j
        if step.kind is EditKind.KEPT:
            kept += of_query
        elif step.cut:
            query_only, stored_only = query_only + of_query, stored_only + of_stored
        elif step.kind is EditKind.REPLACED and number in (0, len(taken) - 1):
            # At an end the longer side's surplus is a cut.
            changed += min(of_query, of_stored)
        else:
            changed += max(of_query, of_stored)
    if not changed and not query_only:
        return Relation.PART
    if not changed and not stored_only:
        return Relation.LONGER
    # Words that each side alone has at some end are no cut: they were moved, or the two only overlap.
    changed += min(query_only, stored_only)
    return Relation.CHANGED if changed <= NEAR_COPY * (kept + changed) else Relation.REWORDED
