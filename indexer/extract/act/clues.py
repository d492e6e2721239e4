"""Named clues for what somebody did with a content: said, wrote, thought, or did it without words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from indexer.document import Document
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NEGATION, NOUNS, OCCASIONS, VERBS
from indexer.extract.attribution import Spans
from indexer.languages.verbs import Verb
from indexer.model import Attribution
from indexer.text import stem, word_texts

FEW = (1, 3, 7, 15)
"""Numbers of words up to which a part counts as of one length."""

REACH = 60
"""Characters on each side of a cue that are read for the words beside it."""

LONGEST_SENTENCE, LONGEST_SOURCE = 600, 8
"""Characters of a sentence, and words of a source, that are read."""

CACHED = 2000
"""Cues and sources whose clues are remembered: the words of most are few."""

_AUXILIARIES = GRAMMAR.auxiliaries | GRAMMAR.be | GRAMMAR.perfect | CLAUSES.before_verbs
_FINITE = _AUXILIARIES - GRAMMAR.relatives


def clues(document: Document, attribution: Attribution) -> tuple[str, ...]:
    """The clues of an attribution, each once; a clue has a weight for each act."""
    of_cue, verb = _of_cue(text_of(attribution.cue))
    found = chain(
        ("any",),
        of_cue,
        _beside_cue(document, attribution),
        _of_content(attribution, verb),
        _of_source(text_of(attribution.source)),
        _of_sentence(document, attribution),
    )
    return tuple(dict.fromkeys(found))


def text_of(spans: Spans) -> str:
    """The text of spans in one line."""
    return " ".join([span.text for span in spans])


def reporting_verb(cue: Sequence[str]) -> Verb | None:
    """The verb of the cue that reports: the last, as those before it may only lead up to it ("went on to say")."""
    return next((VERBS.reporting[word] for word in reversed(cue) if word in VERBS.reporting), None)


@lru_cache(CACHED)
def _of_cue(printed: str) -> tuple[tuple[str, ...], Verb | None]:
    """The clues of a cue, and its verb that reports."""
    cue = word_texts(printed)
    verb = reporting_verb(cue)
    return tuple(_of_words(cue, verb, printed)), verb


def _of_words(cue: Sequence[str], verb: Verb | None, printed: str) -> Iterator[str]:
    if not cue:
        yield f"cue mark {printed.strip()[:1]}"
        return
    forms = [VERBS.reporting[word].base if word in VERBS.reporting else stem(word) for word in cue]
    yield from (f"cue: {form}" for form in forms)
    yield from (f"cue: {first} {second}" for first, second in pairwise(forms))
    yield f"cue is {' '.join(forms)}"
    yield f"cue begins {forms[0]}"
    yield f"cue ends {forms[-1]}"
    yield f"cue of {_few(len(cue))} words"
    if verb is not None:
        shape = "gerund" if verb.gerund else "base form" if verb.bare else "finite"
        yield f"reports {verb.report}"
        yield f"{shape} of {verb.report}"
        yield from (f"takes {takes}" for takes in verb.takes)
        if verb.says is not None:
            yield f"says {verb.says}"
    else:
        yield "no verb that reports"
        yield f"no verb that reports, {_ending(cue[-1])}"
    for word in cue:
        if word in VERBS.media:
            yield f"cue of a {VERBS.media[word]}"
        if word in NOUNS.speech:
            yield "cue with a noun of speech"
        if word in NOUNS.claims:
            yield "cue with a claim"
        if word in NOUNS.documents:
            yield "cue with a document"
        if word in NEGATION.negators or word.endswith(ENDINGS.negations):
            yield "cue negated"
        if word in GRAMMAR.perfect:
            yield "cue in a perfect tense"
        if word in GRAMMAR.be:
            yield "cue with to be"


def _ending(word: str) -> str:
    for ending in (*ENDINGS.gerunds, *ENDINGS.past, *ENDINGS.plural):
        if word.endswith(ending):
            return ending
    return "another ending"


def _beside_cue(document: Document, attribution: Attribution) -> Iterator[str]:
    if not attribution.cue:
        return
    text, start, end = document.text, attribution.cue[0].start, attribution.cue[-1].end
    sentence = document.sentences[max(0, document.sentence_at(start))].start if document.sentences else 0
    before = word_texts(text[max(sentence, start - REACH) : start])
    for place, word in zip(("before", "second before"), reversed(before), strict=False):
        if word in _AUXILIARIES or word in NEGATION.negators or word in GRAMMAR.infinitive:
            yield f"{place}: {word}"
    for place, word in zip(("after", "second after"), word_texts(text[end : end + REACH]), strict=False):
        yield f"{place}: {word}"


def _of_content(attribution: Attribution, verb: Verb | None) -> Iterator[str]:
    report = verb.report if verb is not None else "no verb"
    words = word_texts(text_of(attribution.content))
    yield f"{attribution.kind}"
    yield f"{attribution.kind}, {report}"
    yield f"content of {_few(len(words))} words"
    anchor = (attribution.cue or attribution.source or attribution.content)[0].start
    place = "before" if attribution.content[0].start < anchor else "after"
    yield f"content {place}"
    yield f"{attribution.kind} content {place}"
    if len(attribution.content) > 1:
        yield "content in parts"
    finite = any(word in _FINITE or word.endswith(ENDINGS.negations) for word in words)
    yield f"clause {finite}"
    yield f"clause {finite}, {report}"
    if not words:
        return
    first = words[0]
    yield f"content begins {first}"
    if len(words) > 1 and (first in GRAMMAR.complementisers or first in GRAMMAR.infinitive | GRAMMAR.adpositions):
        yield f"content begins {first} {words[1]}"
    if first.endswith(ENDINGS.gerunds):
        yield "content begins with a gerund"
    if attribution.content[0].text[:1].isupper():
        yield "content begins with a capital"
    if first in GRAMMAR.determiners:
        yield "content begins with a determiner"
    if first in GRAMMAR.subject_pronouns:
        yield "content begins with a subject"


@lru_cache(CACHED)
def _of_source(printed: str) -> tuple[str, ...]:
    return tuple(_of_named(printed))


def _of_named(printed: str) -> Iterator[str]:
    words = word_texts(printed)[:LONGEST_SOURCE]
    if not words:
        yield "no source"
        return
    if len(words) == 1 and words[0] in GRAMMAR.pronouns:
        yield f"source a pronoun, {GRAMMAR.pronouns[words[0]]}"
        yield f"source: {words[0]}"
    else:
        yield from (f"source: {stem(word)}" for word in words)
        yield "source a name" if any(word[:1].isupper() for word in printed.split()) else "source no name"
    for kind, nouns in (
        ("document", NOUNS.documents),
        ("medium", OCCASIONS.media),
        ("group", NOUNS.groups),
        ("organisation", NOUNS.organisations),
        ("share", NOUNS.shares),
    ):
        if not nouns.isdisjoint(words):
            yield f"source a {kind}"
    if words[0].isdigit():
        yield "source a number"


def _of_sentence(document: Document, attribution: Attribution) -> Iterator[str]:
    """Media, events and platforms in the sentence, outside of the attribution."""
    spans = sorted((*attribution.content, *attribution.source, *attribution.cue))
    anchor = (attribution.cue or attribution.source or attribution.content)[0].start
    if not document.sentences:
        return
    sentence = document.sentences[max(0, document.sentence_at(anchor))]
    place, rest = sentence.start, ""
    for span in (each for each in spans if each.end > sentence.start and each.start < sentence.end):
        rest += document.text[place : max(place, span.start)] + " "
        place = max(place, span.end)
    rest += document.text[place : max(place, sentence.end)]
    for word in word_texts(rest[:LONGEST_SENTENCE]):
        if word in OCCASIONS.media:
            yield f"medium {word}"
        if word in OCCASIONS.events:
            yield "event"
        if word in VERBS.media:
            yield f"told in a {VERBS.media[word]}"
        if word in _PLATFORMS:
            yield "platform"


_PLATFORMS = frozenset(map(str.lower, OCCASIONS.platforms))


def _few(count: int) -> str:
    return next((f"up to {most}" for most in FEW if count <= most), "many")
