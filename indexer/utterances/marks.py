"""The mark of a quote: what all quotes share whose words are printed alike, and what is compared of them."""

from __future__ import annotations

from hashlib import blake2b

import regex

from indexer.compare import fingerprint, too_short, wording
from indexer.languages import tables
from indexer.model import Kind, Quote, Stance

LIGHT = 30.0
"""Weight of a wording's words up to which it is grouped by its very words and its speaker alone. Of 41 links on
PolNeAR's training articles that rested on less, half joined what different people had said in common words ("the
country is on the wrong track", "I'm going to be the nominee")."""

_MARKS = regex.compile(r"""["“”„‟″«»＂]|''|‘‘|’’|``""")
_ENDS = " .,;:!?'-"
_SAME = str.maketrans({**dict.fromkeys("‘’‚‛′ʼ´`＇", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": None})


def plain(text: str) -> str:
    """The text without quotation marks, kinds of dashes and apostrophes, and what stands around its words.

    It is what is compared, as all that the judge sees depends on it: case and sentences are kept.
    """
    return " ".join(_MARKS.sub(" ", text).translate(_SAME).split()).strip(_ENDS)


def mark(quote: Quote, language: str) -> str | None:
    """The mark of a quote, 32 hexadecimal digits; None for one that reports nothing that another could.

    What is denied or asked reports nothing. Fewer than six words, and words that say little, are one utterance only
    when the same resolved speaker is named for the same words. Of a language without tables the very words count.
    """
    if quote.stance is not Stance.ASSERTED:
        return None
    words = wording(quote.text)
    if not too_short(words) and tables(language) is None:
        return _hash("words", language, fingerprint(words))
    if too_short(words) or words.mass < LIGHT:
        return _hash("speaker", quote.speaker.id, fingerprint(words)) if quote.speaker.id and len(words) else None
    return _hash("text", _between_marks(quote))


def compared(quote: Quote, language: str) -> str | None:
    """The words to be compared with those of other marks, between “ and ” where any of them are printed between marks;
    None for a quote that is grouped by its mark alone."""
    words = wording(quote.text)
    if tables(language) is None or quote.stance is not Stance.ASSERTED or too_short(words) or words.mass < LIGHT:
        return None
    return _between_marks(quote)


def _between_marks(quote: Quote) -> str:
    text = plain(quote.text)
    return text if quote.kind is Kind.INDIRECT else f"“{text}”"


def _hash(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
