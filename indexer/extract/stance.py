"""Whether words are asserted, denied, or put to somebody as a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.extract.verbs import cue_verbs
from indexer.model import Span, Stance
from indexer.text import fold, words
from indexer.words import entries

_QUESTION = re.compile(r"""\?["'”’»]*$""")
_UNTRUE = re.compile(r"(?:\b(?:not|never)\b|n't) (?:true|correct|the case) that $|\b(?:untrue|false|a lie) that $")
_NEITHER = re.compile(r"\bneither\b[^.!?]*\bnor $")
BEFORE = 80
"""Characters before a source in which its sentence may say that what follows is not so."""


def stance(cue: Sequence[Span], source: Sequence[Span], content: Sequence[Span], before: str = "") -> Stance:
    """The stance of an attribution.

    Denied, when the cue denies or is itself negated ("did not say"), when its source is nobody ("none of them said"),
    or when its sentence says that it is not true; asked, when the cue is a form of "ask" and the content a question. A
    negation inside the content is the speaker's own and changes nothing; who "would not comment" denies nothing.

    Args:
        cue: the words that attribute.
        source: the span that names who.
        content: the words attributed.
        before: the text before the source, ``BEFORE`` characters of it.
    """
    said = [word.text for span in cue for word in words(span.text)]
    bases = [cue_verbs()[word].base for word in said if word in cue_verbs()]
    denying = any(base in entries("denying_verbs") for base in bases)
    silent = any(word in entries("silent_verbs") for word in said)
    negated = not silent and any(word in entries("bare_negations") or word.endswith("n't") for word in said)
    negated = negated or _is_nobody(source, before)
    if denying != negated:  # "never denied" denies nothing
        return Stance.DENIED
    if "ask" in bases and _asks(content):
        return Stance.ASKED
    return Stance.ASSERTED


def _is_nobody(source: Sequence[Span], before: str) -> bool:
    """Whether nobody is named, or it is said to be untrue that somebody said so."""
    folded = fold(before)
    if _UNTRUE.search(folded) or _NEITHER.search(folded):
        return True
    if not source:
        return False
    first, *rest = source[0].text.split()
    # "No Labels" is somebody.
    return fold(first) in entries("nobody") or (fold(first) == "no" and bool(rest) and rest[0].islower())


def _asks(content: Sequence[Span]) -> bool:
    first = fold(content[0].text).split(maxsplit=1)[:1]
    return _QUESTION.search(content[-1].text.rstrip()) is not None or first in (
        [opener] for opener in ("whether", "if", "how", "why", "what", "when", "where", "who", "which")
    )
