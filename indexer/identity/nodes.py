"""The names of the archive, each with everything that its mentions tell: what is compared and joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from indexer.english import ORGANISATIONS
from indexer.identity.forms import Form, form, surname_sound
from indexer.identity.mentions import Mention, role_key
from indexer.model import SpeakerKind

DECADES = 20
"""Years without any mention after which one name is taken for two people's, unless their roles agree."""

MOST_PLACES = 12
"""Mentions of a name, spread over time, that are compared one by one with those of another name."""


@dataclass(slots=True, eq=False)
class Node:
    """A name of the archive, in one stretch of time.

    Args:
        key: of the name.
        mentions: its mentions, in order of day and article.
        number: 0, or which of several people of one name it is, by time.
    """

    key: str
    mentions: list[Mention]
    number: int = 0
    name: str = ""
    person: bool = True
    form: Form = field(default_factory=lambda: Form(("",)))
    sex: str = ""
    quotes: int = 0
    articles: frozenset[str] = frozenset()
    roles: tuple[frozenset[str], ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def sampled(self) -> list[Mention]:
        """Some of its mentions, spread over time, that are compared one by one with those of another name."""
        return self.mentions[:: max(1, len(self.mentions) // MOST_PLACES)][:MOST_PLACES]

    @property
    def ident(self) -> tuple[str, int]:
        """What tells it from all others, and orders them."""
        return self.key, self.number


def nodes_of(mentions: Iterable[Mention]) -> list[Node]:
    """The names of these mentions, in order of their keys."""
    by_key: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_key.setdefault(mention.key, []).append(mention)
    return [node for key in sorted(by_key) for node in _in_time(key, by_key[key])]


def node(key: str, mentions: Sequence[Mention], number: int = 0) -> Node:
    """One name with all of these mentions."""
    ordered = sorted(mentions, key=lambda one: (one.day or date.max, one.article))
    names = Counter[str]()
    kinds = Counter[SpeakerKind]()
    sexes = Counter[str]()
    for mention in ordered:
        names[mention.name] += len(mention.quotes)
        kinds[mention.kind] += 1
        sexes[mention.sex] += 1
    name = min(names, key=lambda each: (-names[each], each))
    parts = form(name)
    days = [mention.day for mention in ordered if mention.day is not None]
    return Node(
        key=key,
        mentions=ordered,
        number=number,
        name=name,
        person=_is_person(kinds, parts),
        form=parts,
        sex=_sex(sexes, parts),
        quotes=sum(names.values()),
        articles=frozenset(mention.article for mention in ordered),
        roles=tuple(dict.fromkeys(found for each in ordered for role in each.roles if (found := role_key(role)))),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _in_time(key: str, mentions: list[Mention]) -> list[Node]:
    """The name, or several people of it where decades lie between and nothing says that they are one."""
    dated = sorted((each for each in mentions if each.day is not None), key=lambda one: (one.day, one.article))
    runs: list[list[Mention]] = []
    for mention in dated:
        if runs and _years(runs[-1][-1].day, mention.day) < DECADES:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    if len(runs) < 2:
        return [node(key, mentions)]
    runs[-1] += [each for each in mentions if each.day is None]
    return [node(key, run, number) for number, run in enumerate(runs)]


def _years(one: date | None, other: date | None) -> float:
    return abs((other - one).days) / 365.25 if one is not None and other is not None else 0.0


def _is_person(kinds: Counter[SpeakerKind], parts: Form) -> bool:
    persons = kinds[SpeakerKind.PERSON]
    return persons > sum(kinds.values()) - persons and parts.surname not in ORGANISATIONS.words


def _sex(told: Counter[str], parts: Form) -> str:
    male, female = told["m"], told["f"]
    if male >= 2 * female and male:
        return "m"
    if female >= 2 * male and female:
        return "f"
    return parts.sex if not male and not female else ""


class Surroundings:
    """Who is named together: for each article the names that it quotes, alike ones taken for one."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._named: dict[str, set[str]] = {}
        self._frequency: Counter[str] = Counter()
        for each in nodes:
            key = self.key(each)
            for article in each.articles:
                named = self._named.setdefault(article, set())
                if key not in named:
                    named.add(key)
                    self._frequency[key] += 1

    def key(self, each: Node) -> str:
        """What alike names have in common."""
        if not each.person:
            return each.key
        return f"{surname_sound(each.form.surname)} {surname_sound(each.form.given)[:1]}"

    @cached_property
    def articles(self) -> int:
        """How many articles quote somebody by name."""
        return len(self._named)

    def named(self, article: str) -> set[str]:
        """The keys of the names that an article quotes."""
        return self._named.get(article, set())

    def rarity(self, key: str) -> float:
        """How much it tells that two articles quote this name: 1 where few do, less where many do."""
        return min(1.0, 4.0 / (3.0 + self._frequency[key]))
