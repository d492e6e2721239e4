"""Finds who a pronoun or a bare role stands for: by sex, nearness, place in the sentence and who spoke last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import log

from indexer.document import Token
from indexer.english import GRAMMAR, NOUN_PHRASES, ROLES, VERBS
from indexer.extract.speakers.descriptions import description, fit
from indexer.extract.speakers.entities import Cast, Entity
from indexer.extract.speakers.names import Mention
from indexer.languages.verbs import Report
from indexer.model import SpeakerKind


@dataclass(slots=True)
class Turn:
    """One who was quoted: an entity, or somebody who stays unnamed, from the word at which the source stands.

    Args:
        word: the number of the source's first word.
        entity: None for somebody unnamed.
        kind: what it was.
    """

    word: int
    entity: Entity | None
    kind: SpeakerKind
    sex: str = ""


@dataclass(slots=True)
class Scene:
    """What is known while an article is read from its beginning.

    Args:
        quoted: for each word, whether it stands between quotation marks.
        openings: the numbers of the words that begin paragraphs, in order.
        turns: the sources resolved so far, in order.
    """

    words: Sequence[Token]
    cast: Cast
    mentions: Sequence[Mention]
    quoted: Sequence[bool]
    openings: Sequence[int]
    turns: list[Turn] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    subjects: dict[int, bool] = field(default_factory=dict)
    described: dict[str, list[Entity]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the mentions, and the roles that are subjects."""
        self.firsts = [mention.first for mention in self.mentions]
        self.roles = [place for place in range(len(self.words)) if self._is_role(place)]

    def mentions_before(self, word: int) -> Iterator[Mention]:
        """The names before a word, the last first."""
        for number in range(bisect_left(self.firsts, word) - 1, -1, -1):
            yield self.mentions[number]

    def mentions_from(self, word: int) -> Iterator[Mention]:
        """The names from a word on."""
        for number in range(bisect_left(self.firsts, word), len(self.mentions)):
            yield self.mentions[number]

    def opening(self, word: int) -> int:
        """The number of the first word of the paragraph in which a word stands."""
        return self.openings[bisect_right(self.openings, word) - 1]

    def role_subjects(self, word: int) -> list[tuple[int, Entity]]:
        """Those whom a role stands for that is the subject of this sentence or of the one before: "The chief left"."""
        here, found = self.words[word].sentence, []
        for number in range(bisect_left(self.roles, word) - 1, -1, -1):
            place = self.roles[number]
            if here - self.words[place].sentence > 1:
                break
            fitting = [entity for entity in self._in_role(self.words[place + 1].low) if entity.person]
            if len(fitting) == 1:
                found.append((place, fitting[0]))
        return found

    def _is_role(self, place: int) -> bool:
        """Whether "the ROLE" stands at a word as the subject of its clause."""
        words = self.words
        if words[place].low not in GRAMMAR.definite_articles or self.quoted[place] or place + 2 >= len(words):
            return False
        noun, verb = words[place + 1], words[place + 2]
        if not (words[place].opens or words[place].gap == ", ") or noun.low not in ROLES.roles or noun.owner:
            return False
        return verb.gap == " " and verb.low not in NOUN_PHRASES.ends

    def _in_role(self, noun: str) -> Sequence[Entity]:
        """The entities that are described by this role, whatever else is said of them."""
        if noun not in self.described:
            wanted = description((noun,), (noun,))
            self.described[noun] = [
                e for e in self.cast.described(wanted) if any(fit(wanted, d) for d in e.descriptions)
            ]
        return self.described[noun]

    def subject(self, mention: Mention) -> bool:
        """Whether a name is the subject of its clause, as its neighbours tell."""
        if mention.first not in self.subjects:
            self.subjects[mention.first] = self._subject(mention)
        return self.subjects[mention.first]

    def apposed(self, mention: Mention) -> int | None:
        """Where the sentence begins whose subject a name is in apposition to: "Her son, the poet Carl Moon, died"."""
        words, place = self.words, mention.head
        if place and words[place].gap == " " and words[place - 1].low in GRAMMAR.articles:
            place -= 1
        if not place or words[place].gap != ", ":
            return None
        for start in range(place - 1, max(-1, place - LONGEST_APPOSED - 1), -1):
            if words[start].gap.strip(" \xa0-’'") and not words[start].opens:
                return None
            if words[start].opens:
                return start if words[start].low in GRAMMAR.determiners else None
        return None

    def _subject(self, mention: Mention) -> bool:
        words = self.words
        if words[mention.last].owner:
            return False
        if mention.head and words[mention.head].opens:
            return True
        before = words[mention.head - 1] if mention.head else None
        if before is None:
            return True
        if self.apposed(mention) is not None:
            return True
        if before.low in GRAMMAR.object_prepositions and before.sentence == words[mention.head].sentence:
            return False
        after = words[mention.last + 1] if mention.last + 1 < len(words) else None
        if (
            after is not None
            and after.gap == " "
            and (after.low in VERBS.reporting or after.low in GRAMMAR.auxiliaries)
        ):
            return True
        verb = VERBS.reporting.get(before.low)
        if verb is not None and verb.report is Report.SPEECH and words[mention.head].gap == " ":
            return True
        return words[mention.head].gap in (", ", "” ", '" ')


LONGEST_APPOSED = 5
"""Words of a subject that a name is in apposition to."""

Fits = Callable[[Entity], float]


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a pronoun or role stands for.

    Args:
        margin: by how much the best was better than the next.
    """

    entity: Entity
    margin: float


_NEW_SUBJECT = 1.4
"""What it is worth to open the pronoun's paragraph, in which nobody has spoken yet: a new subject. PolNeAR's dev
articles do not tell 0.8 from 2, and lose a name at 0."""

_ROLE_SUBJECT = 2.0
"""What it is worth to stand, by a role, as the subject of this clause or the one before; below 1.8 a name in the
paragraph above outweighs it. PolNeAR's dev articles do not tell 0.6 from 2.4."""

NEAR = 60
"""Mentions looked back at, at most."""


def antecedent(scene: Scene, word: int, fits: Fits, *, own: Sequence[tuple[int, int]], reach: int = 8) -> Choice | None:
    """The likeliest of those named before a word.

    Args:
        word: the number of the pronoun's first word.
        fits: gives a bonus for an entity that can be meant, or minus infinity.
        own: ranges of words (first, last) of the content, whose names cannot be its speaker's.
        reach: how many sentences to look back.
    """
    words = scene.words
    here = words[word].sentence
    scores: dict[int, tuple[float, Entity]] = {}
    opening = scene.opening(word)
    for mention in islice(scene.mentions_before(word), NEAR):
        entity = scene.cast.of.get(mention.first)
        if entity is None or mention.last >= word:
            continue
        distance = here - words[mention.first].sentence
        if distance > reach:
            break
        bonus = fits(entity)
        if bonus == float("-inf"):
            continue
        score = bonus - 0.75 * distance
        if any(first <= mention.first <= last for first, last in own):
            score -= 4.0
        elif scene.quoted[mention.first]:
            score -= 2.0
        if scene.subject(mention):
            score += 1.2
            begins = scene.apposed(mention)
            if (mention.head if begins is None else begins) == opening and not any(
                turn.word >= opening for turn in scene.turns[-1:]
            ):
                score += _NEW_SUBJECT
        elif words[mention.last].owner:
            score -= 0.3
        known = scores.get(id(entity))
        if known is None or score > known[0]:
            scores[id(entity)] = (score, entity)
    for place, entity in scene.role_subjects(word):
        if fits(entity) != float("-inf"):
            score = fits(entity) - 0.75 * (here - words[place].sentence) + _ROLE_SUBJECT
            if id(entity) not in scores or score > scores[id(entity)][0]:
                scores[id(entity)] = (score, entity)
    ranked = [
        (score + 0.25 * log(1 + len(entity.mentions)) + _spoke(scene, entity, here), entity)
        for score, entity in scores.values()
    ]
    for turn in scene.turns[-1:]:
        if turn.entity is not None and id(turn.entity) not in scores and here - words[turn.word].sentence <= reach:
            bonus = fits(turn.entity)
            if bonus != float("-inf"):
                ranked.append((bonus + _spoke(scene, turn.entity, here), turn.entity))
    if not ranked:
        return None
    ranked.sort(key=lambda pair: -pair[0])
    best, entity = ranked[0]
    margin = best - ranked[1][0] if len(ranked) > 1 else 3.0
    return Choice(entity, margin)


def introduced_in_sentence(scene: Scene, word: int, fits: Fits) -> Choice | None:
    """The one whom a pronoun names ahead of the name: "Before she said so, Quist had left"."""
    for mention in scene.mentions_from(word):
        if scene.words[mention.first].sentence != scene.words[word].sentence:
            break
        entity = scene.cast.of.get(mention.first)
        if entity is not None and not scene.quoted[mention.first] and fits(entity) > 0:
            return Choice(entity, 0.0)
    return None


def _spoke(scene: Scene, entity: Entity, here: int) -> float:
    """What it is worth that somebody was quoted lately."""
    for age, turn in enumerate(reversed(scene.turns[-3:])):
        if turn.entity is entity:
            away = here - scene.words[turn.word].sentence
            return max(0.0, (2.2 if age == 0 else 1.0) - 0.3 * max(0, away - 1))
    return 0.0


_CLOSE = 0.9
"""The fit of a description all of whose words are met."""


def introduced_later(entities: Iterable[Entity], fits: Fits) -> Entity | None:
    """The one whom a role names ahead of the name, as leads do; None where two fit alike, or none closely.

    "The energy minister denied it. ... Ada Lund, the energy minister, told reporters".

    Args:
        entities: those that are described by the role.
        fits: how well an entity's description fits the role, 0 to 1.
    """
    fitting = sorted(((fits(entity), entity) for entity in entities), key=lambda pair: -pair[0])
    if not fitting or fitting[0][0] < _CLOSE or (len(fitting) > 1 and fitting[1][0] == fitting[0][0]):
        return None
    return fitting[0][1]
