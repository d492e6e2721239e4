"""What speaks for two names of the archive being one person's, and against it: named clues with weights.

The names alone give most of it (``indexer.names``). Clues of the archive are added to their log-odds: what the two are
called, who is quoted beside them, which words are attributed to them, when, and whether one article prints both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from indexer.identity.forms import has_surname_more, has_turned, is_initials, may_be_garbled, may_be_one, same_given
from indexer.identity.mentions import words_of
from indexer.identity.nodes import Node, Surroundings
from indexer.names import compare_names

JOINED, PROBABLE = 0.9, 0.75
"""Probabilities from which on two names are one, and from which on they probably are; below it they are not joined."""

FULL_STORY = 3.0
"""Rare names quoted beside both from which on more make no difference."""

FEWEST_SHARED = 4
"""Words attributed to both from which on they count."""

CALLED_THE_SAME = 0.5
"""How much of a role two names share to be called the same."""

MOST_YEARS = 20.0

RETOLD_STORY, RETOLD_WORDS, MOST_RETOLD = 0.7, 0.25, 0.85
"""How much of the story and of the words two articles share of which one retells the other, and how sure two names can
be one that are alike by their consonants alone there."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How likely two names are one, and why.

    Args:
        score: 0 to 1.
        reasons: the clues in words, those for it before those against it, the heaviest first.
    """

    score: float
    reasons: tuple[str, ...]


OTHERS = Evidence(0.0, ("names that are not alike",))


class Pair:
    """Two persons' names of the archive, and what is measured of both; every measure is 0 to 1 unless it says more."""

    def __init__(self, one: Node, other: Node, around: Surroundings) -> None:
        self.one, self.other = sorted((one, other), key=lambda each: each.ident)
        self.around = around
        self.match = compare_names(one.name, other.name)
        self.respelled = "respelled" in self.match.reasons or "misspelled" in self.match.reasons
        self.contradicted = "contradicted" in self.match.reasons

    @property
    def retold(self) -> bool:
        """Whether two articles tell one story in other words: the same people beside both, and much the same said."""
        told = self.story() >= RETOLD_STORY and self.words() >= RETOLD_WORDS
        return told and not self.together() and not self.sex()

    @property
    def names(self) -> float:
        """The log-odds by the names alone."""
        score = min(max(self.match.score, 1e-4), 0.98)
        return math.log(score / (1 - score))

    def initial(self) -> float:
        """One given name is only an initial."""
        return float(same_given(self.one.form.given, self.other.form.given) == "initial")

    def middle(self) -> float:
        """One has a middle name in full, and the other has none: a father and a son may differ by it."""
        short, long = sorted((self.one.form.middle, self.other.form.middle), key=len)
        turned = has_turned(self.one.form, self.other.form)
        return float(not short and not turned and any(not is_initials(word) for word in long))

    def surname_more(self) -> float:
        """One name goes on behind the surname of the other."""
        return float(has_surname_more(self.one.form, self.other.form))

    def short(self) -> float:
        """One given name is a short form of the other, and nobody calls the two the same."""
        short = same_given(self.one.form.given, self.other.form.given) == "short"
        return float(short and self.role() < CALLED_THE_SAME)

    def role(self) -> float:
        """How far they are called the same: words shared by one role of each, of the shorter one."""
        best = 0.0
        for mine, theirs in product(self.one.roles[:8], self.other.roles[:8]):
            shared = len(mine & theirs)
            share = shared / min(len(mine), len(theirs))
            best = max(best, share * min(1.0, shared / 2), min(1.0, shared / 3))
        return best

    def other_role(self) -> float:
        """Both have roles, and no word of one occurs among those of the other."""
        mine, theirs = (set().union(*each.roles) for each in (self.one, self.other))
        return float(bool(mine) and bool(theirs) and not mine & theirs)

    def story(self) -> float:
        """How many rare names are quoted beside both, in the two articles that share most."""
        own = {self.around.key(self.one), self.around.key(self.other)}
        best = 0.0
        for mine, theirs in product(self.one.sampled, self.other.sampled):
            if mine.article != theirs.article:
                shared = (self.around.named(mine.article) & self.around.named(theirs.article)) - own
                best = max(best, sum(map(self.around.rarity, shared)))
        return min(1.0, best / FULL_STORY)

    def words(self) -> float:
        """How many of the words attributed to one in an article are attributed to the other in another article."""
        best = 0.0
        own = [(each.article, words_of(each)) for each in self.one.sampled]
        for other in self.other.sampled:
            theirs = words_of(other)
            for article, mine in own:
                shared = len(mine & theirs)
                if shared >= FEWEST_SHARED and article != other.article:
                    best = max(best, shared / min(len(mine), len(theirs)))
        return best

    def together(self) -> float:
        """An article quotes both, as two."""
        return float(not self.one.articles.isdisjoint(self.other.articles))

    def sex(self) -> float:
        """One is a man, the other a woman."""
        return float({self.one.sex, self.other.sex} == {"m", "f"})

    def apart(self) -> float:
        """Years between the last mention of one and the first of the other, as a share of twenty."""
        days = (self.one.first, self.one.last, self.other.first, self.other.last)
        if None in days:
            return 0.0
        first, last, begin, end = (day.toordinal() for day in days if day is not None)
        return min(1.0, max(0, begin - last, first - end) / (365.25 * MOST_YEARS))


WEIGHTS: Mapping[Callable[[Pair], float], tuple[float, str]] = {
    Pair.role: (2.5, "called the same"),
    Pair.story: (3.0, "quoted beside the same people"),
    Pair.words: (4.0, "the same words are attributed to both"),
    Pair.short: (-1.7, "one given name is a short form"),
    Pair.surname_more: (-2.5, "one has a surname more"),
    Pair.middle: (-1.0, "one has a middle name in full"),
    Pair.initial: (-1.0, "one given name is an initial"),
    Pair.other_role: (-1.5, "called otherwise"),
    Pair.together: (-4.0, "one article quotes both"),
    Pair.sex: (-5.0, "a man and a woman"),
    Pair.apart: (-4.0, "years apart"),
}
"""What each clue adds to the log-odds, and how it is said."""

SUPPORT = 1.5
"""What clues of the archive must add at least for names that are spelled or ordered otherwise: likeness alone joins
nobody."""


def evidence(one: Node, other: Node, around: Surroundings) -> Evidence:
    """How likely two persons' names are one person's."""
    alike = may_be_one(one.form, other.form)
    if not alike and not may_be_garbled(one.form, other.form):
        return OTHERS
    pair = Pair(one, other, around)
    if not alike and not pair.retold:
        return OTHERS
    found = {clue: value for clue in WEIGHTS if (value := clue(pair))}
    added = {WEIGHTS[clue][1]: WEIGHTS[clue][0] * value for clue, value in found.items()}
    support = sum(worth for worth in added.values() if worth > 0)
    total = pair.names + sum(added.values())
    score = 1 / (1 + math.exp(-total))
    if not alike:
        score = min(score, MOST_RETOLD)
    unlike = pair.respelled or pair.contradicted or has_turned(one.form, other.form)
    if unlike and support < SUPPORT:
        score = min(score, PROBABLE / 2)
    by_name = [_in_words(reason) for reason in pair.match.reasons] or ["the same name"]
    ordered = sorted(added, key=lambda reason: -added[reason])
    return Evidence(score, (*by_name, *ordered))


_REASONS = {
    "left_out": "one name has a word more",
    "respelled": "names that sound alike",
    "misspelled": "names with other letters",
    "contradicted": "one word of the names differs",
    "turned": "names in another order",
    "bare": "one name is a single word",
    "nothing in common": "nothing in common",
}


def _in_words(reason: str) -> str:
    return _REASONS.get(reason, reason)
