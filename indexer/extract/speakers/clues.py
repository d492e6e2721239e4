"""What speaks for and against a candidate being who a source means, as named clues.

Each clue is given twice, by itself and with the source's form, so that it may weigh otherwise for "he" than for "the
mayor". ``NOBODY`` has clues of its own: those that speak for claiming no name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache

from indexer.document import Token
from indexer.english import GRAMMAR, NOUNS, ORGANISATIONS, PLURALS, ROLES
from indexer.extract.speakers.candidates import Candidate, Origin, own_words
from indexer.extract.speakers.facts import Facts
from indexer.extract.speakers.form_weights import with_form
from indexer.extract.speakers.names import Mention
from indexer.extract.speakers.phrases import Form

LOOKED_THROUGH = 50_000
"""Characters of an article in which the source's own words are counted; the longest of PolNeAR has fewer."""

_FAR = (0, 1, 2, 4, 8, 16)
_FEW = (0, 1, 2, 4)
_FITS = (0.35, 0.5, 0.7, 0.85, 0.95)


@lru_cache(10_000)
def step(value: float, steps: tuple[float, ...]) -> str:
    """A number as one of a few steps: "up to 2", "over 16"."""
    place = bisect_left(steps, value)
    return f"up to {steps[place]}" if place < len(steps) else f"over {steps[-1]}"


_COMMON = ORGANISATIONS.words | ROLES.roles | ROLES.titles | NOUNS.documents | NOUNS.organisations | NOUNS.groups
_COMMON_WORDS = _COMMON | GRAMMAR.determiners | GRAMMAR.adpositions


def _is_common(word: Token) -> bool:
    """Whether a word says what it stands for, and is no name of one or another."""
    return word.text.islower() or word.low in _COMMON_WORDS


class Weighed(Facts):
    """A source with everybody who may stand behind it, and all that speaks for each."""

    @cached_property
    def named(self) -> tuple[tuple[str, ...], ...]:
        """The clues of each candidate, in order, without the form; each stands for itself and for itself with it."""
        return tuple(tuple(self._of(each)) for each in self.candidates)

    @cached_property
    def nobody(self) -> tuple[str, ...]:
        """The clues of nobody."""
        return tuple(self._nobody())

    @property
    def options(self) -> tuple[tuple[str, ...], ...]:
        """The clues of each candidate, in order, and after them those of nobody; what is learned from."""
        return (*(tuple(with_form(clues, self.source.form)) for clues in self.named), self.nobody)

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
        if self.source.phrase.noun in entity.nouns:
            yield "described by the noun"
        if self.sex and entity.person:
            told = "same" if entity.sex == self.sex else "untold" if not entity.sex else "other"
            yield f"sex {told}"
            last = self.last_turn
            yield f"sex {told}, {'spoke' if last is not None and last.entity is entity else 'did not speak'} last"
            if told == "other":
                yield f"sex other, {'agreed' if entity.agreed else 'not agreed'}"
        if candidate.misprinted:
            yield "misprinted"

    def _in_source(self, candidate: Candidate) -> Iterator[str]:
        mention, words, source = candidate.inside, self.reading.words, self.source
        entity = candidate.entity
        assert entity is not None
        if mention is None:
            if entity.person and entity.low and entity.low[-1] in self.words:
                yield "surname in source"
            elif not self.words.isdisjoint(entity.low):
                yield "word in source"
            return
        head = source.phrase.mention
        if head is not None and mention.first == head.first:
            part = "head"
            yield f"head, {self._place_of_head(mention)}"
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
        if mention.first in self.reading.cast.shared:
            yield "shares the family name"
        yield f"in source: {'several words' if len(mention.low) > 1 else 'one word'}"
        yield f"in source: {mention.naming.value}"
        if self.begins_turn:
            yield f"in source: {part}, begins a turn"
        if self.is_plural_name:
            yield "plural name"
        if self.has_misprint and not candidate.misprinted:
            yield "another is misprinted so"

    def _place_of_head(self, mention: Mention) -> str:
        """What the head of the source stands behind: tells which name of "Tern Institute director Ann Bell" it is."""
        words, first = self.reading.words, mention.head
        if first <= self.source.first:
            return "first"
        before = words[first - 1]
        if words[first].gap.strip():
            return "behind a stop"
        if before.low in GRAMMAR.determiners:
            return "behind a determiner"
        return "behind a capital" if before.is_capital else "behind a small word"

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
        yield f"named last: {step(self.ranks[id(candidate)], _FEW)}"
        if (rank := self.ranks_that_fit.get(id(candidate))) is not None:
            yield f"named last of those that fit: {step(rank, (0, 1, 2, 3))}"

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
        order = self.speakers
        if id(entity) in order:
            place = order.index(id(entity))
            turn = next(turn for turn in reversed(self.latest_turns) if turn.entity is entity)
            back = source.sentence - self.reading.words[turn.word].sentence
            yield f"speaker {place}"
            yield f"speaker {place}: {step(back, (0, 1, 2, 4, 8))}"
            if place == 0 and self.reading.turns[-1].entity is entity:
                apart = self.reading.paragraph(source.first) - self.reading.paragraph(turn.word)
                yield "spoke last"
                yield f"spoke last: {min(3, apart)} paragraphs back"
                if turn.asks:
                    yield f"asked last: {min(3, apart)} paragraphs back"
        else:
            yield "spoke before" if id(entity) in self.reading.have_spoken else "never spoke"
            if self.last_turn is not None and self.last_turn.asks:
                yield "another asked last"
        if source.outer is not None:
            yield "says the words around" if source.outer.entity is entity else "does not say the words around"

    def _described(self, candidate: Candidate) -> Iterator[str]:
        entity = candidate.entity
        if self.wanted is None or entity is None or not entity.person:
            return
        if not candidate.fit:
            yield "not described so"
            if entity.descriptions:
                yield "described otherwise"
            if self.best_fit:
                yield "another is described so"
            return
        yield f"described so: {step(candidate.fit, _FITS)}"
        if self.source.phrase.owners:
            yield f"described so, beside a name: {step(candidate.fit, _FITS)}"
        yield f"described so, {'definite' if self.source.phrase.definite else 'indefinite'}"
        if candidate.fit == self.best_fit:
            alike = self.fitting_best
            yield "described so, alone" if alike == 1 else f"described so, one of {min(alike, 4)}"
        if candidate.last is None:
            yield "described so later"

    # --- of what is no entity ----------------------------------------------------------------------

    def _own_words(self, candidate: Candidate) -> Iterator[str]:
        reading, source = self.reading, self.source
        first, last = own_words(reading, source)
        words = reading.words[first : last + 1]
        capitals = [word.text[0].isupper() for word in words]
        case = "all" if all(capitals) else "first" if capitals[0] else "some" if any(capitals) else "none"
        yield "own words"
        if self.is_plural_name:
            yield "own words, plural name"
        if self.has_misprint:
            yield "own words, another is misprinted so"
        if self.begins_turn:
            yield "own words, begins a turn"
        yield f"own words, capitals: {case}"
        for place, word in (("last", words[-1]), ("first", words[0])):
            if _is_common(word):
                yield f"own words, {place}: {word.low}"
        yield f"own words, before: {reading.words[source.first].low if first > source.first else '-'}"
        yield f"own words: {step(len(words), (1, 2, 3, 5))}"
        owner = next(iter(source.phrase.owners), None)
        if owner is not None:
            entity = reading.cast.of.get(owner.first)
            whose = "person" if entity is not None and entity.person else "no person"
            yield f"own words, of a {whose}"
            if _is_common(words[-1]):
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
        if self.last_turn is not None and self.last_turn.name == candidate.name:
            yield "body, spoke last"

    # --- of nobody ---------------------------------------------------------------------------------

    def _nobody(self) -> Iterator[str]:
        reading, source, phrase = self.reading, self.source, self.source.phrase
        words = reading.words[source.first : source.last + 1]
        form = source.form
        yield "nobody"
        yield f"nobody, {form}"
        if self.is_plural_name:
            yield "nobody, plural name"
        yield f"nobody, {form}, {'definite' if phrase.definite else 'indefinite'}"
        yield f"nobody: {step(len(words), (1, 2, 3, 5, 8))}, {form}"
        yield f"nobody, {'capital' if words[0].text[0].isupper() else 'small letter'}, {form}"
        if _is_common(words[0]):
            yield f"nobody, word: {words[0].low}"
        if self.begins_turn:
            yield "nobody, begins a turn"
            yield f"nobody, begins a turn, {form}"
        if phrase.mention is not None and phrase.mention.first in reading.cast.shared:
            yield "nobody, shares the family name"
        if len(words) == 1 and words[0].low in ROLES.roles:
            yield f"nobody, a role alone, {form}"
        if phrase.noun:
            yield f"nobody, noun: {phrase.noun}"
            yield f"nobody, noun, {'plural' if PLURALS.singulars(phrase.noun) else 'singular'}, {form}"
        for word in dict.fromkeys(low for span in self.cue for low in span.lower().split()[:3]):
            yield f"nobody, cue: {word}"
        yield f"nobody, {'commas' if any(',' in word.gap for word in words[1:]) else 'no comma'}"
        if any(word.low in GRAMMAR.coordinators for word in words):
            yield f"nobody, coordinated, {form}"
        yield f"nobody, owners: {min(2, len(phrase.owners))}, {form}"
        if source.outer is not None:
            yield f"nobody, in another's words, {form}"
        if self.wanted is not None:
            fits = [each.fit for each in self.candidates if each.fit]
            yield f"nobody, described so: {min(3, len(fits))}, {'definite' if phrase.definite else 'indefinite'}"
            yield f"nobody, best described: {step(max(fits, default=0.0), (0, *_FITS))}"
        if phrase.form is Form.PRONOUN:
            yield f"nobody, may be meant: {min(3, sum(map(self.may_be, self.candidates)))}, {form}"
            kind = self.last_turn.kind.value if self.last_turn is not None else "none"
            yield f"nobody, spoke last: {kind}, {form}"
