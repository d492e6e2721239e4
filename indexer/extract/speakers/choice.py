"""Whom a source means: the likeliest of its candidates, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.english import GRAMMAR
from indexer.extract.speakers.candidates import Candidate, Origin
from indexer.extract.speakers.clues import Weighed
from indexer.extract.speakers.form_weights import FormWeights
from indexer.extract.speakers.phrases import Form
from indexer.extract.weighing import softmax, total
from indexer.text import word_texts

LEAST = 0.6
"""The probability under which no name is claimed: a wrong name is worse than none. Precision is 95 % there,
cross-validated over the labelled articles (``python -m training.who``)."""

LEAST_OF_RIVALS = 0.85
"""The same where several people of the article have the name that the source prints, and neither was named just before,
or where its description fits several alike: PolNeAR has too few of them to learn from."""

AMBIGUOUS = 0.7
"""The probability that two candidates reach together where one of the two is meant, and neither is claimed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a source means.

    Args:
        candidate: None where no name is claimed.
        probability: that this is right, 0 to 1.
        rivals: the names that fit where no one of them is claimed, the likeliest first.
        beside: the others whom the source names as well: "Ada Lund and Tom Reyes".
    """

    candidate: Candidate | None
    probability: float
    rivals: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def choose(weighed: Weighed, weights: FormWeights) -> Choice:
    """The likeliest candidate, if its probability is ``LEAST`` or more; candidates of one name add up."""
    found = weighed.candidates
    of_form = weights.of(weighed.source.form)
    sums = [total(clues, of_form) for clues in weighed.named]
    *each, nobody = softmax([*sums, total(weighed.nobody, weights.all)])
    by_name: dict[tuple[str, ...], float] = {}
    for candidate, share in zip(found, each, strict=True):
        by_name[_key(candidate.name)] = by_name.get(_key(candidate.name), 0.0) + share
    together = _together(weighed)
    share = sum(by_name[_key(one.name)] for one in together)
    if len(together) > 1 and share >= LEAST:
        first, *others = together
        return Choice(first, share, beside=tuple(one.name for one in others))
    ranked = sorted(by_name, key=lambda key: -by_name[key])
    if not ranked or by_name[ranked[0]] < nobody:
        return Choice(None, nobody)
    likeliest = [_shown([candidate for candidate in found if _key(candidate.name) == key]) for key in ranked[:2]]
    if by_name[ranked[0]] >= (LEAST_OF_RIVALS if _has_rivals(weighed) else LEAST):
        return Choice(likeliest[0], by_name[ranked[0]])
    both = [one for one in likeliest if one.entity is not None and one.entity.person]
    if len(both) == 2 and sum(by_name[key] for key in ranked[:2]) >= AMBIGUOUS:
        return Choice(None, by_name[ranked[0]], tuple(one.name for one in both))
    return Choice(None, nobody)


def _together(weighed: Weighed) -> list[Candidate]:
    """The people, or the bodies, that a source joins by "and", each once, in the order of the text."""
    phrase = weighed.source.phrase
    if phrase.form is not Form.SEVERAL or phrase.mention is None:
        return []
    firsts = {phrase.mention.first, *(owner.first for owner in phrase.owners)}
    inside = (one for one in weighed.candidates if one.inside is not None and one.inside.first in firsts)
    found: dict[int, Candidate] = {}
    for one in inside:
        if one.inside is not None and weighed.reading.cast.of.get(one.inside.first, one.entity) is one.entity:
            found.setdefault(one.inside.first, one)
    return list({_key(found[first].name): found[first] for first in sorted(found)}.values())


def _has_rivals(weighed: Weighed) -> bool:
    """Whether the source's name, or its description, fits several people of the article alike."""
    head = weighed.source.phrase.mention
    if head is not None:
        return head.first in weighed.reading.cast.rivals
    return weighed.best_fit > 0 and weighed.fitting_best > 1


@lru_cache(10_000)
def _key(name: str) -> tuple[str, ...]:
    """The folded words of a name, without an article."""
    return tuple(word for word in word_texts(name) if word not in GRAMMAR.definite_articles)


def _shown(alike: Sequence[Candidate]) -> Candidate:
    """Of candidates of one name, the one that says most: an entity of the article before the source's own words."""
    return min(alike, key=lambda candidate: candidate.origin is not Origin.ARTICLE)
