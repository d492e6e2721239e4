"""Letters, posts and quotes that are not by whom they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from indexer.english import NEGATION, NOUNS
from indexer.extract.stance.cues import misnames
from indexer.model import Span
from indexer.text import word_texts

HEAD = 3
"""Words of a source among which it is called a fake: "a crudely forged letter", not "the author of the fake letter"."""

_QUOTES = frozenset({"quote", "quotes", "quotation", "quotations"})


def is_fake(source: Sequence[Span], said: Sequence[str], before: str) -> bool:
    """Whether words stand in a fake: its source or its cue is one, or its sentence begins with one.

    Args:
        source: the span that names who.
        said: the words of the cue.
        before: the folded text before the source and the cue.
    """
    named = word_texts(source[0].text)[: 2 * HEAD] if source else []
    return _names_fake(named) or _opening().search(before) is not None or _within().search(" ".join(said)) is not None


def _names_fake(words: Sequence[str]) -> bool:
    """Whether a document is called a fake ("a fake campaign letter"), or wrongly somebody's."""
    if any(_is_document(word) for word in words[:HEAD]) and misnames(words):
        return True
    for number, word in enumerate(words[:HEAD]):
        if word in NEGATION.fake:
            return any(_is_document(each) for each in words[number + 1 : number + 3])
    return False


def _is_document(word: str) -> bool:
    return word in NOUNS.documents or word in _QUOTES


@cache
def _within() -> re.Pattern[str]:
    """`said in a fake letter`, `fake letter:`"""
    fake, document = "|".join(sorted(NEGATION.fake)), "|".join(sorted(NOUNS.documents | _QUOTES))
    return re.compile(rf"(?:\A|\bin (?:an?|the|one) (?:\w+ ){{0,2}})(?:{fake}) (?:\w+ )?(?:{document})\b")


@cache
def _opening() -> re.Pattern[str]:
    """`In a fake letter, …` and `Fake letter: …`, up to where the source or the cue begins."""
    fake, document = "|".join(sorted(NEGATION.fake)), "|".join(sorted(NOUNS.documents | _QUOTES))
    return re.compile(
        rf"(?:\A|[.!?\n\"] ?)in (?:an?|the|one) (?:\w+ ){{0,2}}(?:{fake}) (?:\w+ )?(?:{document})\b[^.!?]*\Z"
        rf"|\b(?:{fake}) (?:{document})\Z"
    )
