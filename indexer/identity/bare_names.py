"""Whom a single name means where its article prints no more: who is so called around that time, if nobody else fits."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from indexer.english import GIVEN_NAMES
from indexer.identity.clusters import MARGIN, Cluster
from indexer.identity.evidence import PROBABLE, Evidence
from indexer.identity.forms import surname_sound
from indexer.identity.mentions import Mention, role_key
from indexer.identity.nodes import Surroundings
from indexer.spelling import letters_in_order

YEARS = 3.0
"""Within how many years of an article somebody must be quoted elsewhere to be meant there by the surname alone."""

UNSEEN = 0.5
"""How many articles quote somebody of the name whom the archive never prints in full, as far as one can tell."""

FEWEST_BY_GIVEN_NAME = 8
"""Articles that quote somebody who may be called by the given name alone."""

MOST_NAMESAKES = 60
"""People of one name who are weighed in every article; of more, the others only where the article has the full name."""

LEAST_ALIKE = 0.75
"""The share of letters in order of a surname that is misspelled."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How a person fits a single name: log-odds apart from the name's frequency, and why."""

    worth: float
    articles: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Namesakes:
    """The people of one name: those whom most articles quote, and the others by the articles that quote them."""

    known: list[Cluster]
    others: Mapping[str, list[Cluster]]
    articles_of_others: int


def _namesakes(people: Mapping[str, list[Cluster]]) -> dict[str, _Namesakes]:
    return {name: _told_apart(each) for name, each in people.items()}


def _told_apart(people: list[Cluster]) -> _Namesakes:
    if len(people) <= MOST_NAMESAKES:
        return _Namesakes(people, {}, 0)
    ranked = sorted(people, key=lambda each: (-_articles(each), each.main.ident))
    others: dict[str, list[Cluster]] = defaultdict(list)
    for each in ranked[MOST_NAMESAKES:]:
        for article in {article for node in each.nodes for article in node.articles}:
            others[article].append(each)
    return _Namesakes(ranked[:MOST_NAMESAKES], others, sum(map(_articles, ranked[MOST_NAMESAKES:])))


def _meant_in(namesakes: _Namesakes | None, mention: Mention) -> tuple[list[Cluster], int]:
    """Who of one name may be meant in an article, and how many articles quote the others of that name."""
    if namesakes is None:
        return [], 0
    here = namesakes.others.get(mention.article, [])
    return [*namesakes.known, *here], namesakes.articles_of_others - sum(map(_articles, here))


class BareNames:
    """The people whom single names may mean.

    Args:
        people: with full names.
    """

    def __init__(self, people: Iterable[Cluster], around: Surroundings) -> None:
        self._around = around
        by_surname: dict[str, list[Cluster]] = defaultdict(list)
        by_sound: dict[str, list[Cluster]] = defaultdict(list)
        by_given: dict[str, list[Cluster]] = defaultdict(list)
        for each in people:
            forms = [node.form for node in each.nodes if not node.form.bare]
            for surname in {form.surname for form in forms}:
                by_surname[surname].append(each)
            for sound in {surname_sound(form.surname) for form in forms}:
                by_sound[sound].append(each)
            for given in {form.given for form in forms}:
                by_given[given].append(each)
        self._by_surname, self._by_sound, self._by_given = map(_namesakes, (by_surname, by_sound, by_given))

    def meant(self, mention: Mention, word: str, sex: str) -> tuple[Cluster, Evidence] | None:
        """The person whom a mention by one folded word means, if somebody fits and nobody else does."""
        for candidates, left_out in self._candidates(mention, word):
            fitting = [(way, each) for each in candidates if (way := self._way(mention, word, sex, each)) is not None]
            if not fitting:
                continue
            ranked = sorted(fitting, key=lambda one: (-self._total(one[0]), one[1].main.ident))
            best, person = ranked[0]
            others = sum(way.articles for way, _ in ranked[1:])
            total = best.worth + math.log(best.articles) - math.log(others + left_out + UNSEEN)
            if len(ranked) > 1 and self._total(best) - self._total(ranked[1][0]) < MARGIN:
                return None
            score = 1 / (1 + math.exp(-total))
            return (person, Evidence(score, best.reasons)) if score >= PROBABLE else None
        return None

    def _candidates(self, mention: Mention, word: str) -> Iterator[tuple[list[Cluster], int]]:
        """Those who may be meant, in the order in which they are tried: by surname, by given name, misspelled.

        Each time with how many articles quote namesakes who are not among them.
        """
        yield _meant_in(self._by_surname.get(word), mention)
        if word in GIVEN_NAMES.names:
            found, left_out = _meant_in(self._by_given.get(word), mention)
            yield [each for each in found if _articles(each) >= FEWEST_BY_GIVEN_NAME], left_out
        found, _ = _meant_in(self._by_sound.get(surname_sound(word)), mention)
        told = [each for each in found if any(self._told(mention, word, one.form.surname, each) for one in each.nodes)]
        yield told, 0

    def _told(self, mention: Mention, word: str, surname: str, person: Cluster) -> bool:
        """Whether a surname that sounds alike is printed in the same article, or beside the same people."""
        if len(word) < 4 or (word[:1] != surname[:1] and letters_in_order(word, surname) < LEAST_ALIKE):
            return False
        return any(mention.article in node.articles for node in person.nodes) or self._story(mention, person) >= 0.9

    def _way(self, mention: Mention, word: str, sex: str, person: Cluster) -> _Way | None:
        if sex and any(node.sex and node.sex != sex for node in person.nodes):
            return None
        articles = _near(mention, person)
        if not articles:
            return None
        worth, reasons = 0.0, ["the surname alone"]
        roles = {found for role in mention.roles if (found := role_key(role))}
        if any(role & own for role in roles for node in person.nodes for own in node.roles):
            worth, reasons = worth + 2.0, [*reasons, "called the same"]
        story = self._story(mention, person)
        if story:
            worth, reasons = worth + 2.0 * story, [*reasons, "quoted beside the same people"]
        if mention.outlet is not None and any(
            each.outlet == mention.outlet for node in person.nodes for each in node.sampled
        ):
            worth, reasons = worth + 0.5, [*reasons, "quoted by the same outlet"]
        if any(mention.article in node.articles for node in person.nodes):
            worth, reasons = worth + 2.0, [*reasons, "the article prints the full name"]
        return _Way(worth, articles, tuple(reasons))

    def _story(self, mention: Mention, person: Cluster) -> float:
        own = {self._around.key(node) for node in person.nodes}
        mine = self._around.named(mention.article) - own
        best = 0.0
        for node in person.nodes[:8]:
            for other in node.sampled:
                if other.article != mention.article:
                    best = max(best, sum(map(self._around.rarity, mine & self._around.named(other.article))))
        return min(1.0, best / 3.0)

    @staticmethod
    def _total(way: _Way) -> float:
        return way.worth + math.log(way.articles)


def _articles(person: Cluster) -> int:
    return len(set().union(*(node.articles for node in person.nodes)))


def _near(mention: Mention, person: Cluster) -> int:
    """How many articles quote somebody around the day of a mention; all of them where days are not known."""
    day = mention.day
    if day is None:
        return _articles(person)
    near = {
        each.article
        for node in person.nodes
        for each in node.mentions
        if each.day is None or abs((each.day - day).days) <= 365.25 * YEARS
    }
    return len(near)
