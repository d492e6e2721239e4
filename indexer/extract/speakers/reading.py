"""An article as its sources are resolved, from the first to the last: who is named where, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from indexer.document import Document, Nesting
from indexer.document.dateline import dateline
from indexer.english import GRAMMAR, NOUNS, ROLES
from indexer.extract.line_places import LAST_PARAGRAPH, is_line_place
from indexer.extract.speakers.entities import Cast, Entity
from indexer.extract.speakers.names import Mention, mentions
from indexer.extract.speakers.people import cast
from indexer.extract.speakers.phrases import Form, Phrase, phrase
from indexer.extract.speakers.subjects import is_subject
from indexer.model import Attribution, Span, Speaker, SpeakerKind

_CLOSING_MARKS = " \"'”’»"

MOST_TITLE = 10
"""Words of the longest title before a name."""

LONGEST_BODY = 2
"""Words from a name to the noun of a body that belongs to it: "the Lowell re-election campaign"."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One who was quoted.

    Args:
        word: the number of the first word of the source, or of the content where there is no source.
        entity: None for somebody who is no entity of the article.
        kind: what it was.
        name: the name that was claimed, or None.
        asks: whether the words are a question.
    """

    word: int
    entity: Entity | None
    kind: SpeakerKind
    name: str | None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One source to be resolved.

    Args:
        number: of its attribution.
        first, last: the numbers of its first and last word.
        phrase: the source taken apart.
        form: how it names somebody; of a pronoun, what it stands for.
        sentence: the number of the sentence that it begins in.
        own: ranges of words (first, last) of the content; whoever is named there is spoken of.
        outer: who says the words in which it stands, when it is quoted by somebody.
    """

    number: int
    first: int
    last: int
    phrase: Phrase
    form: str
    sentence: int
    own: tuple[tuple[int, int], ...]
    outer: Turn | None

    def is_own(self, word: int) -> bool:
        """Whether a word stands in the content."""
        return any(first <= word <= last for first, last in self.own)


@dataclass(frozen=True, slots=True)
class Body:
    """A body under the name of somebody: "the Lowell campaign", "Marrow’s government".

    Args:
        name: as printed, from the name to the noun.
        noun: folded.
        words: the numbers of the nouns of all its mentions, in order.
    """

    name: str
    noun: str
    words: tuple[int, ...]


class Reading:
    """One article while its sources are resolved.

    Args:
        document: the article.
        attributions: in order of their content.
    """

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self.document = document
        self.attributions = attributions
        self.words = document.words
        self.mentions = [each for each in mentions(self.words) if not self._is_in_dateline(each)]
        self.cast: Cast = cast(self.words, self.mentions)
        self.turns: list[Turn] = []
        self.have_spoken: set[int] = set()
        self._firsts = [mention.first for mention in self.mentions]
        names = [each for each in self.mentions if each.first in self.cast.of or not _is_role_alone(each)]
        self._at = {mention.first: mention for mention in names}
        self._at_head = {mention.head: mention for mention in names}
        self._turn_of: dict[int, tuple[int, Turn]] = {}
        self._subjects: dict[int, bool] = {}
        self._quoting = [number for number, one in enumerate(attributions) for _ in one.quoted]
        self._quoted = Nesting((span.start, span.end) for one in attributions for span in one.quoted)

    # --- sources -----------------------------------------------------------------------------------

    def order(self) -> list[int]:
        """The numbers of the attributions in the order in which their sources are resolved.

        That is the order of their sources, else of their contents. A pronoun inside a quotation is known once its
        speaker is: “I told them, ‘No,’” Lund said; and nobody is the "she" of her own words.
        """
        return sorted(range(len(self.attributions)), key=lambda number: (self._place(number), number))

    def source(self, number: int) -> Source | None:
        """The source of an attribution; None where there are no words in it."""
        one = self.attributions[number]
        if not one.source:
            return None
        first, last = self.document.words_of(one.source[0])
        if first > last:
            return None
        taken = phrase(self.words, first, last, self._at, self._at_head)
        form = str(taken.stands_for) if taken.form is Form.PRONOUN else taken.form.value
        own = tuple(self.document.words_of(span) for span in one.content)
        return Source(number, first, last, taken, form, self.words[first].sentence, own, self._outer(number, first))

    def remember(self, number: int, speaker: Speaker, entity: Entity | None) -> None:
        """Note who said the words of an attribution, for the sources that follow."""
        one = self.attributions[number]
        word, _ = self.document.words_of((*one.source, *one.content)[0])
        asks = one.content[-1].text.rstrip(_CLOSING_MARKS).endswith("?")
        turn = Turn(word, entity, speaker.kind, speaker.name, asks)
        self.have_spoken.add(id(entity))
        if speaker.kind is not SpeakerKind.UNKNOWN:
            insort(self.turns, turn, key=lambda turn: turn.word)
        self._turn_of[number] = len(self._turn_of), turn

    def _place(self, number: int) -> int:
        one = self.attributions[number]
        if not one.source:
            return one.content[0].start
        start = one.source[0].start
        if GRAMMAR.pronouns.get(one.source[0].text.lower()) in ("speaker", "male", "female"):
            around = (self.attributions[self._quoting[part]].source for part in self._quoted.holding(start))
            return max((start, *(source[0].start + 1 for source in around if source)))
        return start

    def _outer(self, number: int, first: int) -> Turn | None:
        around = (self._quoting[part] for part in self._quoted.holding(self.words[first].start))
        spoken = [self._turn_of[other] for other in around if other in self._turn_of and other != number]
        return max(spoken, key=lambda pair: pair[0])[1] if spoken else None

    # --- names and places --------------------------------------------------------------------------

    def before(self, word: int) -> Iterator[tuple[Mention, Entity]]:
        """The mentions of entities before a word, the nearest first."""
        for number in range(bisect_left(self._firsts, word) - 1, -1, -1):
            mention = self.mentions[number]
            if (entity := self.cast.of.get(mention.first)) is not None:
                yield mention, entity

    def over(self, first: int, last: int) -> Iterator[tuple[Mention, Entity]]:
        """The mentions of entities that share a word with the words ``first`` to ``last``, in order; titles count."""
        start = max(0, bisect_left(self._firsts, first) - 1)
        for mention in self.mentions[start : bisect_right(self._firsts, last + MOST_TITLE)]:
            entity = self.cast.of.get(mention.first)
            if entity is not None and mention.head <= last and mention.last >= first:
                yield mention, entity

    def after(self, word: int) -> Iterator[tuple[Mention, Entity]]:
        """The mentions of entities that begin at a word or behind it, the nearest first."""
        for number in range(bisect_left(self._firsts, word), len(self.mentions)):
            mention = self.mentions[number]
            if (entity := self.cast.of.get(mention.first)) is not None:
                yield mention, entity

    def bodies_before(self, word: int, most: int) -> tuple[Body, ...]:
        """The bodies that are named before a word, of many those that were named first last."""
        end = bisect_left(self.bodies, word, key=lambda body: body.words[0])
        return self.bodies[max(0, end - most) : end]

    def paragraph(self, word: int) -> int:
        """The number of the paragraph that a word stands in."""
        return bisect_right(self._openings, word) - 1

    def opens_paragraph(self, word: int) -> bool:
        """Whether a word is the first of its paragraph."""
        return self._openings[self.paragraph(word)] == word

    def is_subject(self, mention: Mention) -> bool:
        """Whether a name is the subject of its clause, as its neighbours tell."""
        if mention.first not in self._subjects:
            self._subjects[mention.first] = is_subject(self.words, mention)
        return self._subjects[mention.first]

    def _is_in_dateline(self, mention: Mention) -> bool:
        """Whether a name is the place or the agency of a dateline, which nobody means by "the council"."""
        number, start = self.paragraph(mention.first), self.words[mention.first].start
        if start < self._datelines.get(number, 0):
            return True
        if number > LAST_PARAGRAPH or not self.opens_paragraph(mention.first) or start in self._sources:
            return False
        return is_line_place(self.document, Span.of(self.document.text, start, self.words[mention.last].end))

    @cached_property
    def _sources(self) -> frozenset[int]:
        """Where sources begin: who speaks is no place."""
        return frozenset(span.start for one in self.attributions for span in one.source)

    @cached_property
    def _datelines(self) -> dict[int, int]:
        """The ends of the datelines, by the numbers of their paragraphs."""
        found = (dateline(self.document.text, paragraph.start) for paragraph in self.document.paragraphs)
        return {number: each.end for number, each in enumerate(found) if each is not None}

    @cached_property
    def _openings(self) -> list[int]:
        return [self.document.word_at(paragraph.start) for paragraph in self.document.paragraphs]

    @cached_property
    def in_marks(self) -> list[bool]:
        """For each word, whether it stands between the quotation marks of an attribution."""
        found = [False] * len(self.words)
        for one in self.attributions:
            for span in one.quoted:
                first, last = self.document.words_of(span)
                found[first : last + 1] = [True] * (last + 1 - first)
        return found

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that are named after somebody, in order of their first mention."""
        found: dict[str, tuple[str, list[int]]] = {}
        for mention in self.mentions:
            noun = self._body_noun(mention)
            if noun is not None:
                text = self.document.text[self.words[mention.first].start : self.words[noun].end]
                found.setdefault(" ".join(text.split()), (self.words[noun].low, []))[1].append(noun)
        return tuple(Body(name, noun, tuple(places)) for name, (noun, places) in found.items())

    def _body_noun(self, mention: Mention) -> int | None:
        for number in range(mention.last + 1, min(mention.last + 1 + LONGEST_BODY, len(self.words))):
            word = self.words[number]
            if word.gap != " " or not word.text.islower():
                return None
            if word.low in NOUNS.organisations:
                return number
        return None


def _is_role_alone(mention: Mention) -> bool:
    """Whether a capital stands before what is but a role: "the President"."""
    low = mention.low[0]
    return len(mention.low) == 1 and (low in ROLES.roles or low in ROLES.titles)
