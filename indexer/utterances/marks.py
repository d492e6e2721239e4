"""The mark of a quote, which all quotes share that print the same words, and the words that are compared."""

from __future__ import annotations

from hashlib import blake2b

import regex

from indexer.compare import Wording, fingerprint, too_short, wording
from indexer.english import GRAMMAR, NEGATION
from indexer.languages import tables
from indexer.model import Kind, Quote, Stance

LIGHT = 30.0
"""Weight of a wording up to which it is grouped by its exact words and its speaker alone. Of 41 links on
PolNeAR's training articles that rested on less, half joined what different people had said in common words ("the
country is on the wrong track", "I'm going to be the nominee")."""

LEAST, FEWEST = 15.0, 4
"""Weight and words below which no wording says enough to be told again: "You tell me". Of a quote with some words
between marks, those must have as much; all groups of up to three words that were read were wrong."""

_FINITE = GRAMMAR.finite_auxiliaries
_MARKS = regex.compile(r"""["“”„‟″«»＂]|''|‘‘|’’|``""")
_ENDS = " .,;:!?'-"
_SAME = str.maketrans({**dict.fromkeys("‘’‚‛′ʼ´`＇", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": None})


def plain(text: str) -> str:
    """The text without quotation marks and outer punctuation, with one kind of dash and apostrophe.

    Case and sentences are kept, as the judge sees them.
    """
    return " ".join(_MARKS.sub(" ", text).translate(_SAME).split()).strip(_ENDS)


def mark(quote: Quote, language: str) -> str | None:
    """The mark of a quote, 32 hexadecimal digits; None if no other quote can report the same utterance.

    Quotes that deny or ask have none, nor have those of few words, light ones, and noun phrases and infinitives without
    marks: what articles say in their own words is alike in many. Short quotes, and light ones, are marked by their
    exact words and their resolved speaker; quotes in a language without tables by their exact words.
    """
    if quote.stance is not Stance.ASSERTED:
        return None
    words = wording(quote.text)
    if tables(language) is None and not too_short(words):
        return _hash("words", language, fingerprint(words))
    if not _says_enough(quote, words):
        return None
    if too_short(words) or words.mass < LIGHT:
        return _hash("speaker", quote.speaker.id, fingerprint(words)) if quote.speaker.id and len(words) else None
    return _hash("text", _between_marks(quote))


def compared(quote: Quote, language: str) -> str | None:
    """The words of a quote to compare with those of other marks, between “ and ” if any were printed between marks.

    None for a quote that is grouped by its mark alone.
    """
    words = wording(quote.text)
    if tables(language) is None or quote.stance is not Stance.ASSERTED or too_short(words) or words.mass < LIGHT:
        return None
    return _between_marks(quote) if _says_enough(quote, words) else None


def _says_enough(quote: Quote, words: Wording) -> bool:
    """Whether a quote has words of its own that somebody else can report: enough of them, and a statement."""
    if quote.kind is Kind.DIRECT:
        return len(words) >= FEWEST and words.mass >= LEAST
    if quote.kind is Kind.MIXED:
        marked = [wording(part) for part in quote.quoted]
        return sum(map(len, marked)) >= FEWEST and sum(part.mass for part in marked) >= LEAST
    return words.mass >= LIGHT and _is_statement(words)


def _is_statement(words: Wording) -> bool:
    """Whether words without marks have a finite verb, and begin neither as an infinitive nor with "no"."""
    texts = words.texts
    first = texts[1:2] if texts[0] in NEGATION.verb_negators else texts[:1]
    begins = first[0] in GRAMMAR.infinitive if first else True
    return not begins and texts[0] not in NEGATION.negative_determiners and not _FINITE.isdisjoint(texts)


def _between_marks(quote: Quote) -> str:
    text = plain(quote.text)
    return text if quote.kind is Kind.INDIRECT else f"“{text}”"


def _hash(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
