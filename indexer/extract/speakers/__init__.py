"""Resolves the source of each attribution to a speaker, within one article and in its order."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace

from indexer.document import Document, Nesting
from indexer.english import GRAMMAR, PAGE_LINES, ROLES
from indexer.extract.speakers.by_name import by_name, in_capitals
from indexer.extract.speakers.by_role import by_role
from indexer.extract.speakers.coreference import Scene, Turn, antecedent, introduced_in_sentence
from indexer.extract.speakers.entities import Cast, Entity
from indexer.extract.speakers.names import Mention, mentions
from indexer.extract.speakers.neighbours import name_before_relative, name_beside, object_before_relative
from indexer.extract.speakers.organisations import campaign, document, organisation
from indexer.extract.speakers.people import cast, interviewed
from indexer.extract.speakers.phrases import Form, Phrase, phrase
from indexer.extract.speakers.speaker_records import (
    NEVER,
    Answer,
    OfSex,
    is_organisation,
    is_signed,
    named,
    nameless,
    speaker_id,
)
from indexer.languages.word_classes import SEXES, Pronoun
from indexer.model import Attribution, Speaker, SpeakerKind
from indexer.names.words import title_sex
from indexer.text import fold

Resolved = tuple[Speaker, float]


_TURNS = PAGE_LINES.questions | PAGE_LINES.answers


def resolve(document: Document, attributions: Sequence[Attribution]) -> tuple[Resolved, ...]:
    """Who stands behind each source, and how sure that is (0 to 1).

    A speaker's name is the fullest form that the article prints, without titles; nothing is added from outside. A
    surname that nobody has is taken for the one it misspells, of somebody named in full before. Where two fit and
    nothing decides, ``kind`` is ambiguous and no name is claimed.

    Args:
        document: the article.
        attributions: in order of their content; the answers come in the same order.
    """
    found = mentions(document.words)
    reading = _Reading(document, found, cast(document.words, found), attributions)
    order = sorted(range(len(attributions)), key=lambda n: (reading.place(attributions[n]), n))
    answers: dict[int, Resolved] = {n: reading.speaker(n) for n in order}
    return tuple(answers[n] for n in range(len(attributions)))


def _role_alone(mention: Mention) -> bool:
    """Whether a capital stands before what is but a role: "the President"."""
    low = mention.low[0]
    return len(mention.low) == 1 and (low in ROLES.roles or low in ROLES.titles)


class _Reading:
    """One article while its sources are resolved from the first to the last."""

    def __init__(
        self, document: Document, found: Sequence[Mention], known: Cast, attributions: Sequence[Attribution]
    ) -> None:
        self.authors = document.article.authors
        self.words = document.words
        self.range = document.words_of
        self.cast = known
        names = [mention for mention in found if mention.first in known.of or not _role_alone(mention)]
        self.at = {mention.first: mention for mention in names}
        self.at_head = {mention.head: mention for mention in names}
        self.attributions = attributions
        self.issued: dict[str, Entity] = {}
        self.spoken: dict[int, tuple[int, Speaker, Entity | None]] = {}  # by attribution: how many before, and who
        self.quoting = [number for number, one in enumerate(attributions) for _ in one.quoted]
        self.quoted = Nesting((span.start, span.end) for one in attributions for span in one.quoted)
        quoted = [False] * len(self.words)
        for attribution in attributions:
            for span in attribution.quoted:
                first, last = self.range(span)
                quoted[first : last + 1] = [True] * (last + 1 - first)
        turns = [a.source[0] for a in attributions if a.source and a.source[0].text.lower() in _TURNS]
        # Whom questions speak of is not whom they are put to, unless nobody else is named.
        known_before = min((self.range(turn)[0] for turn in turns), default=0)
        answered = min((self.range(turn)[0] for turn in turns if turn.text.lower() in PAGE_LINES.answers), default=0)
        self.interviewed = interviewed(known, known_before) or interviewed(known, answered)
        openings = [document.word_at(paragraph.start) for paragraph in document.paragraphs]
        self.scene = Scene(self.words, known, found, quoted, openings)

    def place(self, attribution: Attribution) -> int:
        """Where an attribution stands in reading order: at its source, else at its content.

        A pronoun inside a quotation is known once its speaker is: “I told them, ‘No,’” Lund said; and nobody is the
        "she" of her own words.
        """
        if not attribution.source:
            return attribution.content[0].start
        start = attribution.source[0].start
        if GRAMMAR.pronouns.get(attribution.source[0].text.lower()) in (Pronoun.SPEAKER, *SEXES):
            around = (self.attributions[self.quoting[part]].source for part in self.quoted.holding(start))
            return max((start, *(source[0].start + 1 for source in around if source)))
        return start

    def speaker(self, number: int) -> Resolved:
        """Resolve the source of an attribution, and remember who spoke."""
        attribution = self.attributions[number]
        if not attribution.source:
            return Speaker(None, None, None, SpeakerKind.UNKNOWN), 0.3
        printed = attribution.source[0].text.strip().rstrip(",;:– ").strip()
        first, last = self.range(attribution.source[0])
        if first > last:
            return Speaker(None, None, None, SpeakerKind.UNKNOWN), 0.3
        taken = phrase(self.words, first, last, self.at, self.at_head)
        speaker, score, entity = self._resolved(attribution, taken, first, last, printed)
        if speaker.kind is not SpeakerKind.UNKNOWN and first < len(self.words):
            sex = entity.sex if entity else title_sex(taken.words)
            insort(self.scene.turns, Turn(first, entity, speaker.kind, sex), key=lambda turn: turn.word)
        self.spoken[number] = len(self.spoken), speaker, entity
        return speaker, score

    # --- by form -----------------------------------------------------------------------------------

    def _resolved(self, attribution: Attribution, taken: Phrase, first: int, last: int, printed: str) -> Answer:
        if printed.lower() in _TURNS:
            who = None if printed.lower() in PAGE_LINES.questions else self.interviewed
            return (
                (*nameless(SpeakerKind.UNKNOWN, printed)[:2], None) if who is None else (named(who, printed), 0.6, who)
            )
        if printed.isupper() and fold(printed) in ROLES.roles:
            return nameless(SpeakerKind.UNNAMED, printed)
        beside = name_beside(self.words, self.cast, self.at, first)
        if beside is not None and taken.mention is None and taken.form in (Form.ROLE, Form.UNNAMED, Form.OTHER):
            return named(beside, printed), 0.75, beside
        match taken.form:
            case Form.NAME if taken.mention is not None:
                return by_name(self.words, self.cast, taken.mention, printed)
            case Form.PRONOUN:
                return self._by_pronoun(attribution, taken.stands_for, first, printed)
            case Form.ROLE:
                return by_role(self.scene, taken, first, printed, self._own(attribution))
            case Form.SPEECH:
                return self._by_speech(attribution, taken, first, printed)
            case Form.CAMPAIGN:
                return campaign(self.cast, taken, printed)
            case Form.ORGANISATION:
                return organisation(self.scene, taken, first, printed)
            case Form.DOCUMENT:
                return document(self.scene, self.issued, taken, first, printed)
            case Form.SEVERAL | Form.GROUP:
                return nameless(SpeakerKind.GROUP, printed)
            case Form.UNNAMED:
                return nameless(SpeakerKind.UNNAMED, printed)
            case _:
                return in_capitals(self.words[first : last + 1], self.cast, printed)

    def _by_pronoun(self, attribution: Attribution, stands_for: Pronoun | None, first: int, printed: str) -> Answer:
        match stands_for:
            case Pronoun.SPEAKER | Pronoun.HEARER:
                return self._of_outer_words(attribution, stands_for, first, printed)
            case Pronoun.RELATIVE:
                return self._by_relative(attribution, first, printed)
            case Pronoun.MALE | Pronoun.FEMALE:
                return self._by_sex(attribution, SEXES[stands_for], first, printed)
            case Pronoun.PLURAL:
                return self._by_plural(attribution, first, printed)
            case _:
                return self._by_it(attribution, first, printed)

    def _of_outer_words(self, attribution: Attribution, stands_for: Pronoun | None, first: int, printed: str) -> Answer:
        """Who "I" is: whoever says the words that it stands in, else whoever signed the article."""
        outer, authors = self._outer(attribution, first), self.authors
        if outer is None and is_signed(authors) and printed.lower() in GRAMMAR.first_person:
            return Speaker(speaker_id(authors[0]), authors[0], printed, SpeakerKind.PERSON), 0.6, None
        if outer is not None and stands_for is Pronoun.SPEAKER and outer[0].name is not None:
            return replace(outer[0], as_printed=printed, candidates=()), 0.6, outer[1]
        return nameless(SpeakerKind.UNKNOWN, printed)

    def _by_relative(self, attribution: Attribution, first: int, printed: str) -> Answer:
        """Who "who" is: the name before it, unless it belongs to the object of that: "Moon thanked the cook, who"."""
        mention = name_before_relative(self.words, self.cast, self.at, first)
        if mention is None or mention.first not in self.cast.of:
            return nameless(SpeakerKind.UNKNOWN, printed)
        start = object_before_relative(self.words, first)
        if start is None:
            entity = self.cast.of[mention.first]
            return named(entity, printed), 0.8, entity
        taken = phrase(self.words, start, first - 1, self.at, self.at_head)
        if taken.form is Form.ROLE:
            return by_role(self.scene, taken, start, printed, self._own(attribution))
        return nameless(SpeakerKind.UNNAMED, printed)

    def _by_sex(self, attribution: Attribution, sex: str, first: int, printed: str) -> Answer:
        own, outer = self._own(attribution), self._outer(attribution, first)
        last_turn = self.scene.turns[-1] if self.scene.turns else None
        if last_turn is not None and last_turn.entity is None and last_turn.kind is SpeakerKind.UNNAMED:
            away = self.words[first].sentence - self.words[last_turn.word].sentence
            if away <= 1 and last_turn.sex in ("", sex) and self._none_since(last_turn.word, first, own, sex):
                return nameless(SpeakerKind.UNNAMED, printed)
        spoke = tuple(turn.entity for turn in self.scene.turns[-3:] if turn.entity is not None)
        fits = OfSex(sex, outer[1] if outer else None, () if self._named_near(first, own, sex) else spoke)
        choice = antecedent(self.scene, first, fits, own=own) or introduced_in_sentence(self.scene, first, fits)
        if choice is None:
            return nameless(SpeakerKind.UNKNOWN, printed)
        return named(choice.entity, printed), min(0.95, 0.6 + 0.15 * choice.margin), choice.entity

    def _by_plural(self, attribution: Attribution, first: int, printed: str) -> Answer:
        """Who "they" are: an organisation that spoke last or was named last, else a group."""
        last_turn = self.scene.turns[-1] if self.scene.turns else None
        if last_turn is not None and last_turn.kind is SpeakerKind.ORGANISATION and last_turn.entity is not None:
            away = self.words[first].sentence - self.words[last_turn.word].sentence
            if away <= 2:
                return named(last_turn.entity, printed), 0.5, last_turn.entity
        choice = antecedent(self.scene, first, is_organisation, own=self._own(attribution), reach=1)
        if choice is not None:
            return named(choice.entity, printed), 0.4, choice.entity
        return nameless(SpeakerKind.GROUP, printed)

    def _by_it(self, attribution: Attribution, first: int, printed: str) -> Answer:
        """What "it" is: the document that spoke last, else what was named last and is no person."""
        last_turn = self.scene.turns[-1] if self.scene.turns else None
        if last_turn is not None and last_turn.kind is SpeakerKind.DOCUMENT:
            return nameless(SpeakerKind.DOCUMENT, printed)
        own = self._own(attribution)
        choice = antecedent(self.scene, first, lambda e: NEVER if e.person else 0.0, own=own, reach=3)
        if choice is None:
            return nameless(SpeakerKind.UNKNOWN, printed)
        return named(choice.entity, printed), 0.5, choice.entity

    def _by_speech(self, attribution: Attribution, taken: Phrase, first: int, printed: str) -> Answer:
        owner = next((self.cast.of[m.first] for m in taken.owners if m.first in self.cast.of), None)
        if owner is not None:
            return named(owner, printed), 0.8, owner
        stands_for = GRAMMAR.pronouns.get(taken.words[0])
        if stands_for is None:
            return nameless(SpeakerKind.DOCUMENT, printed)
        return self._by_pronoun(attribution, stands_for, first, printed)

    # --- places ------------------------------------------------------------------------------------

    def _own(self, attribution: Attribution) -> list[tuple[int, int]]:
        return [self.range(span) for span in attribution.content]

    def _outer(self, attribution: Attribution, first: int) -> tuple[Speaker, Entity | None] | None:
        """Who says the words that hold this source, when it is quoted by somebody."""
        if first >= len(self.words):
            return None
        start = self.words[first].start
        around = (self.quoting[part] for part in self.quoted.holding(start))
        spoken = [self.spoken[number] for number in around if number in self.spoken]
        return max(spoken, key=lambda turn: turn[0])[1:] if spoken else None

    def _named_near(self, first: int, own: Sequence[tuple[int, int]], sex: str) -> bool:
        """Whether somebody of a sex is named in the sentence of a word or the one before, by the article itself."""
        for mention in self.scene.mentions_before(first):
            k = mention.first
            if self.words[first].sentence - self.words[k].sentence > 1:
                break
            entity = self.cast.of.get(k)
            said = self.scene.quoted[k] or any(a <= k <= b for a, b in own)
            if entity is not None and entity.person and entity.sex == sex and not said:
                return True
        return False

    def _none_since(self, word: int, first: int, own: Sequence[tuple[int, int]], sex: str) -> bool:
        for mention in self.scene.mentions_from(word + 1):
            k = mention.first
            if k >= first:
                break
            entity = self.cast.of.get(k)
            if entity is None or not entity.person or entity.sex not in ("", sex) or self.scene.quoted[k]:
                continue
            if not any(a <= k <= b for a, b in own):
                return False
        return True
