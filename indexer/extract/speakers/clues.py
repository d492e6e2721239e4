"""What speaks for and against a candidate being who a source means, as named clues.

Each clue is given twice, by itself and with the source's form, so that it may weigh otherwise for "he" than for "the
mayor". ``NOBODY`` has clues of its own: those that speak for claiming no name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from indexer.english import ENDINGS, GRAMMAR, NOUNS
from indexer.extract.speakers.candidates import Candidate, Origin, candidates, own_words, wanted
from indexer.extract.speakers.descriptions import Description
from indexer.extract.speakers.names import Mention, Naming
from indexer.extract.speakers.phrases import Form
from indexer.extract.speakers.reading import Reading, Source, Turn
from indexer.languages.word_classes import SEXES
from indexer.names.words import title_sex

TURNS = 40
"""Turns looked back at for who spoke last, at most."""

LOOKED_THROUGH = 50_000
"""Characters of an article in which the source's own words are counted; the longest of PolNeAR has fewer."""

_FAR = (0, 1, 2, 4, 8, 16)
_FEW = (0, 1, 2, 4)
_FITS = (0.35, 0.5, 0.7, 0.85, 0.95)


def step(value: float, steps: Sequence[float]) -> str:
    """A number as one of a few steps: "up to 2", "over 16"."""
    place = bisect_left(steps, value)
    return f"up to {steps[place]}" if place < len(steps) else f"over {steps[-1]}"


@dataclass
class Weighed:
    """A source with everybody who may stand behind it, and all that speaks for each.

    Args:
        reading: the article, as far as its sources are resolved.
        source: the one that is to be resolved.
    """

    reading: Reading
    source: Source

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Everybody who may be meant."""
        return candidates(self.reading, self.source)

    @cached_property
    def options(self) -> tuple[tuple[str, ...], ...]:
        """The clues of each candidate, in order, and after them those of nobody."""
        named = (tuple(self._with_form(self._of(each))) for each in self.candidates)
        return (*named, tuple(self._nobody()))

    def _with_form(self, clues: Iterator[str]) -> Iterator[str]:
        form = f", {self.source.form}"
        for clue in clues:
            yield clue
            yield clue + form

    def _of(self, candidate: Candidate) -> Iterator[str]:
        match candidate.origin:
            case Origin.ARTICLE:
                yield from self._kind(candidate)
                yield from self._in_source(candidate)
                yield from self._mentioned(candidate)
                yield from self._quoted(candidate)
                yield from self._described(candidate)
            case Origin.OWN_WORDS:
                yield from self._own_words(candidate)
            case Origin.BODY:
                yield from self._body(candidate)
            case Origin.AUTHOR:
                yield "author"
                yield f"author, {'quoted' if self.source.outer is not None else 'not quoted'}"

    # --- of an entity ------------------------------------------------------------------------------

    def _kind(self, candidate: Candidate) -> Iterator[str]:
        entity = candidate.entity
        assert entity is not None
        yield "person" if entity.person else "no person"
        if len(entity.low) == 1:
            yield "one word"
        if not entity.person and entity.mentions:
            yield f"naming: {entity.mentions[0].naming.value}"
        if not entity.person and self.source.phrase.noun in entity.low:
            yield "its name has the noun"
        if self._sex and entity.person:
            told = "same" if entity.sex == self._sex else "untold" if not entity.sex else "other"
            yield f"sex {told}"
            last = self._last_turn
            yield f"sex {told}, {'spoke' if last is not None and last.entity is entity else 'did not speak'} last"
            if told == "other":
                yield f"sex other, {'agreed' if entity.agreed else 'not agreed'}"
        if candidate.misprinted:
            yield "misprinted"

    @cached_property
    def _sex(self) -> str:
        phrase = self.source.phrase
        if phrase.stands_for is not None:
            return SEXES.get(phrase.stands_for, "")
        return title_sex(phrase.words)

    def _in_source(self, candidate: Candidate) -> Iterator[str]:
        mention, words, source = candidate.inside, self.reading.words, self.source
        entity = candidate.entity
        assert entity is not None
        if mention is None:
            if entity.person and entity.low and entity.low[-1] in self._words:
                yield "surname in source"
            elif not self._words.isdisjoint(entity.low):
                yield "word in source"
            return
        head = source.phrase.mention
        if head is not None and mention.first == head.first:
            part = "head"
        else:
            part = "owner" if words[mention.last].owner else "inside"
            ends, begins = mention.last >= source.last, mention.first <= source.first
            yield f"{part}, {'last' if ends else 'first' if begins else 'between'}"
            before = words[mention.head - 1] if mention.head > source.first else None
            if before is not None and before.low in GRAMMAR.object_prepositions:
                yield f"behind {before.low}"
            if mention.head > source.first and words[mention.head].gap.strip() == ",":
                yield "behind a comma"
        yield f"in source: {part}"
        if mention.first in self.reading.cast.rivals:
            yield "has rivals"
        yield f"in source: {'several words' if len(mention.low) > 1 else 'one word'}"
        yield f"in source: {mention.naming.value}"
        if self._is_plural_name:
            yield "plural name"
        if self._misprints and not candidate.misprinted:
            yield "another is misprinted so"

    @cached_property
    def _is_plural_name(self) -> bool:
        """Whether the head is a single word that may name many: "Pacifists" opening a sentence, "the Bells"."""
        mention = self.source.phrase.mention
        if mention is None or len(mention.low) > 1 or mention.naming is not Naming.OPEN or mention.title:
            return False
        low = mention.low[0]
        families = {low.removesuffix("s"), low.removesuffix("es")} - {low}
        if mention.the and any(each.person for one in families for each in self.reading.cast.by_word.get(one, ())):
            return True
        return self.reading.words[mention.first].opens and low.endswith(ENDINGS.plural_people)

    @cached_property
    def _misprints(self) -> bool:
        return any(each.misprinted for each in self.candidates)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.low for word in self.reading.words[self.source.first : self.source.last + 1])

    def _mentioned(self, candidate: Candidate) -> Iterator[str]:
        reading, source, last = self.reading, self.source, candidate.last
        if last is None:
            yield "not named before"
        else:
            back = source.sentence - reading.words[last.first].sentence
            yield f"sentences back: {step(back, _FAR)}"
            if reading.paragraph(last.first) == reading.paragraph(source.first):
                yield "same paragraph"
            place = "subject" if reading.is_subject(last) else "owner" if reading.words[last.last].owner else "object"
            yield f"last as {place}"
            yield f"last as {place}: {step(back, (0, 1, 2))}"
            if reading.in_marks[last.first]:
                yield "last in marks"
            yield from self._rank(candidate)
            if back == 0:
                yield from self._same_sentence(last)
            if last.last == source.first - 1:
                yield f"right before{reading.words[source.first].gap.strip()[:1]}"
        if candidate.next is not None:
            away = reading.words[candidate.next.first].sentence - source.sentence
            yield f"sentences on: {step(away, _FEW)}"
            if candidate.next.head == source.last + 1 or candidate.next.first == source.last + 1:
                yield f"right behind{reading.words[source.last + 1].gap.strip()[:1]}"

    def _rank(self, candidate: Candidate) -> Iterator[str]:
        order = [each for each in self._by_recency if each.last is not None]
        yield f"named last: {step(order.index(candidate), _FEW)}"
        entity = candidate.entity
        assert entity is not None
        fitting = [each for each in order if self._may_be(each)]
        if entity.person and candidate in fitting:
            yield f"named last of those that fit: {step(fitting.index(candidate), (0, 1, 2, 3))}"

    @cached_property
    def _by_recency(self) -> list[Candidate]:
        return sorted(
            (each for each in self.candidates if each.last is not None),
            key=lambda each: -each.last.first if each.last is not None else 0,
        )

    def _may_be(self, candidate: Candidate) -> bool:
        entity = candidate.entity
        return entity is not None and entity.person and (not self._sex or entity.sex in ("", self._sex))

    def _same_sentence(self, last: Mention) -> Iterator[str]:
        words, source = self.reading.words, self.source
        between = source.first - last.last - 1
        yield f"words between: {step(between, _FAR)}"
        before = words[last.head - 1].low if last.head and not words[last.head].opens else ""
        yield f"preposition before: {before if before in GRAMMAR.object_prepositions else '-'}"
        if source.form == "relative":
            commas = sum("," in words[number].gap for number in range(last.last + 1, source.first + 1))
            yield f"relative: {min(between, 6)} words, {min(commas, 2)} commas"
            nouns = [word.low for word in words[last.last + 1 : source.first]]
            yield f"relative: {sum(low in NOUNS.organisations or low in NOUNS.unnamed for low in nouns)} nouns"
            yield f"relative: {words[source.first].low}"

    def _quoted(self, candidate: Candidate) -> Iterator[str]:
        entity, source = candidate.entity, self.source
        order = self._speakers
        if id(entity) in order:
            place = order.index(id(entity))
            turn = next(turn for turn in reversed(self._latest_turns) if turn.entity is entity)
            back = source.sentence - self.reading.words[turn.word].sentence
            yield f"speaker {place}"
            yield f"speaker {place}: {step(back, (0, 1, 2, 4, 8))}"
            if place == 0 and self.reading.turns[-1].entity is entity:
                apart = self.reading.paragraph(source.first) - self.reading.paragraph(turn.word)
                yield "spoke last"
                yield f"spoke last: {min(3, apart)} paragraphs back"
        else:
            yield "spoke before" if id(entity) in self.reading.have_spoken else "never spoke"
        if source.outer is not None:
            yield "says the words around" if source.outer.entity is entity else "does not say the words around"

    @cached_property
    def _latest_turns(self) -> list[Turn]:
        return self.reading.turns[-TURNS:]

    @cached_property
    def _speakers(self) -> list[int]:
        order: list[int] = []
        for turn in reversed(self._latest_turns):
            if turn.entity is not None and id(turn.entity) not in order:
                order.append(id(turn.entity))
            if len(order) == 4:
                break
        return order

    def _described(self, candidate: Candidate) -> Iterator[str]:
        entity = candidate.entity
        if self._wanted is None or entity is None or not entity.person:
            return
        best = max((each.fit for each in self.candidates), default=0.0)
        if not candidate.fit:
            yield "not described so"
            if entity.descriptions:
                yield "described otherwise"
            if best:
                yield "another is described so"
            return
        yield f"described so: {step(candidate.fit, _FITS)}"
        yield f"described so, {'definite' if self.source.phrase.definite else 'indefinite'}"
        if candidate.fit == best:
            alike = sum(each.fit == best for each in self.candidates)
            yield "described so, alone" if alike == 1 else f"described so, one of {min(alike, 4)}"
        if candidate.last is None:
            yield "described so later"

    @cached_property
    def _wanted(self) -> Description | None:
        return wanted(self.reading, self.source)

    # --- of what is no entity ----------------------------------------------------------------------

    def _own_words(self, candidate: Candidate) -> Iterator[str]:
        reading, source = self.reading, self.source
        first, last = own_words(reading, source)
        words = reading.words[first : last + 1]
        capitals = [word.text[0].isupper() for word in words]
        case = "all" if all(capitals) else "first" if capitals[0] else "some" if any(capitals) else "none"
        yield "own words"
        if self._is_plural_name:
            yield "own words, plural name"
        if self._misprints:
            yield "own words, another is misprinted so"
        yield f"own words, capitals: {case}"
        yield f"own words, last: {words[-1].low}"
        yield f"own words, first: {words[0].low}"
        yield f"own words, before: {reading.words[source.first].low if first > source.first else '-'}"
        yield f"own words: {step(len(words), (1, 2, 3, 5))}"
        owner = next(iter(source.phrase.owners), None)
        if owner is not None:
            entity = reading.cast.of.get(owner.first)
            whose = "person" if entity is not None and entity.person else "no person"
            yield f"own words, of a {whose}"
            yield f"own words, of a {whose}: {words[-1].low}"
        if any(word.low in GRAMMAR.genitive for word in words):
            yield "own words, of"
        if any(each.name == candidate.name for each in self.candidates if each.origin is Origin.ARTICLE):
            yield "own words, known"
        yield f"own words, times: {step(reading.document.text.count(candidate.name, 0, LOOKED_THROUGH), (1, 2, 4))}"

    def _body(self, candidate: Candidate) -> Iterator[str]:
        body, source = candidate.body, self.source
        assert body is not None
        before = body.words[: bisect_left(body.words, source.first)]
        yield "body"
        yield f"body, {'same' if body.noun == source.phrase.noun else 'another'} noun"
        yield f"body: {body.noun}"
        yield f"body, times: {step(len(before), (1, 2, 4))}"
        yield f"body, sentences back: {step(source.sentence - self.reading.words[before[-1]].sentence, _FAR)}"
        if self._last_turn is not None and self._last_turn.name == candidate.name:
            yield "body, spoke last"

    @cached_property
    def _last_turn(self) -> Turn | None:
        return self.reading.turns[-1] if self.reading.turns else None

    # --- of nobody ---------------------------------------------------------------------------------

    def _nobody(self) -> Iterator[str]:
        reading, source, phrase = self.reading, self.source, self.source.phrase
        words = reading.words[source.first : source.last + 1]
        form = source.form
        yield "nobody"
        yield f"nobody, {form}"
        if self._is_plural_name:
            yield "nobody, plural name"
        yield f"nobody, {form}, {'definite' if phrase.definite else 'indefinite'}"
        yield f"nobody: {step(len(words), (1, 2, 3, 5, 8))}, {form}"
        yield f"nobody, {'capital' if words[0].text[0].isupper() else 'small letter'}, {form}"
        yield f"nobody, word: {words[0].low}"
        if phrase.noun:
            yield f"nobody, noun: {phrase.noun}"
            yield f"nobody, noun, {'plural' if phrase.noun.endswith('s') else 'singular'}, {form}"
        for word in {low for span in self._cue for low in span.lower().split()[:3]}:
            yield f"nobody, cue: {word}"
        yield f"nobody, {'commas' if any(',' in word.gap for word in words[1:]) else 'no comma'}"
        if any(word.low in GRAMMAR.coordinators for word in words):
            yield f"nobody, coordinated, {form}"
        yield f"nobody, owners: {min(2, len(phrase.owners))}, {form}"
        if source.outer is not None:
            yield f"nobody, in another's words, {form}"
        if self._wanted is not None:
            fits = [each.fit for each in self.candidates if each.fit]
            yield f"nobody, described so: {min(3, len(fits))}, {'definite' if phrase.definite else 'indefinite'}"
            yield f"nobody, best described: {step(max(fits, default=0.0), (0, *_FITS))}"
        if phrase.form is Form.PRONOUN:
            yield f"nobody, may be meant: {min(3, sum(map(self._may_be, self.candidates)))}, {form}"
            kind = self._last_turn.kind.value if self._last_turn is not None else "none"
            yield f"nobody, spoke last: {kind}, {form}"

    @cached_property
    def _cue(self) -> tuple[str, ...]:
        return tuple(span.text for span in self.reading.attributions[self.source.number].cue)
