"""Fake letters, posts and quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.english import GRAMMAR, NEGATION, NOUN_PHRASES, NOUNS
from indexer.extract.stance.denials import misattributes
from indexer.model import Span
from indexer.text import alternation, word_texts

HEAD = 3
"""Words of a source that may call it a fake: "a crudely forged letter", not "the author of the fake letter"."""

_DOCUMENTS = NOUNS.documents | NOUNS.quotations
_IN = rf"(?:{alternation(NOUN_PHRASES.organisation_prepositions)}) (?:{alternation(GRAMMAR.articles)}) (?:\w+ ){{0,2}}"
_FAKE = rf"(?:{alternation(NEGATION.fake)})"
_DOCUMENT = rf"(?:{alternation(_DOCUMENTS)})"
_WITHIN = re.compile(rf"(?:\A|\b{_IN}){_FAKE} (?:\w+ )?{_DOCUMENT}\b")
"""`said in a fake letter`, `fake letter:`"""

_OPENING = re.compile(rf"(?:\A|[.!?\n\"] ?){_IN}{_FAKE} (?:\w+ )?{_DOCUMENT}\b[^.!?]*\Z|\b{_FAKE} {_DOCUMENT}\Z")
"""`In a fake letter, …` and `Fake letter: …`, up to where the source or the cue begins."""


def is_fake(source: Sequence[Span], said: Sequence[str], before: str) -> bool:
    """Whether words are quoted from a fake: the source, the cue or the beginning of the sentence names one.

    Args:
        source: the span of the source; may be empty.
        said: the words of the cue.
        before: the folded text before the source and the cue.
    """
    named = word_texts(source[0].text)[: 2 * HEAD] if source else []
    return _names_fake(named) or _OPENING.search(before) is not None or _WITHIN.search(" ".join(said)) is not None


def _names_fake(words: Sequence[str]) -> bool:
    """Whether words name a fake document ("a fake campaign letter"), or one that is wrongly attributed."""
    if not _DOCUMENTS.isdisjoint(words[:HEAD]) and misattributes(words):
        return True
    for number, word in enumerate(words[:HEAD]):
        if word in NEGATION.fake:
            return not _DOCUMENTS.isdisjoint(words[number + 1 : number + 3])
    return False
