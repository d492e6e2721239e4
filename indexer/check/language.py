"""Tells whether a text of a few words is in English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from indexer.compare.idf import is_known, weight
from indexer.languages import ENGLISH
from indexer.languages.commonest import commonest_words
from indexer.read.language import NONE, language_of
from indexer.text import stem, word_texts

FEWEST, SHARE, TIMES_ENGLISH = 3, 0.25, 3
"""A text is in another language if it has so many of its commonest words, which English does not share: so large a
share of all words, and so many times as many as commonest words of English."""

RARE = 6.0
"""Weight of a word in English (``indexer.compare.idf``) above which it may be another language's common word."""

FEWEST_UNKNOWN, UNKNOWN, COMMON = 6, 1 / 2, 1 / 6
"""A text of so many words is not English if this share of them never stands in English news, and at most that share is
among the commonest of English: none of 11,462 quotes of PolNeAR's training articles."""

FEWEST_TOLD = 6
"""Words of a text whose language the model of languages decides; a name or a title may look like any."""

_LETTER = regex.compile(r"\p{L}")
_LATIN = regex.compile(r"\p{Latin}")


def is_english(text: str) -> bool:
    """Whether a text may be English: true unless it clearly is not.

    ``language_of`` needs some words; of fewer the commonest ones must tell. A text that only quotes some
    words of another language is English, and so is one that tells nothing.
    """
    if len(word_texts(text)) >= FEWEST_TOLD and language_of(text) not in (ENGLISH, NONE):
        return False
    letters = len(_LETTER.findall(text))
    if len(_LATIN.findall(text)) < letters / 2:
        return False
    words = word_texts(text)
    english = sum(word in _commonest()[ENGLISH] for word in words)
    for code, common in _commonest().items():
        if code != ENGLISH:
            other = sum(word in common for word in words)
            if other >= max(FEWEST, SHARE * len(words)) and other >= TIMES_ENGLISH * english:
                return False
    # Names are unknown words of any language.
    return not _is_unknown(word_texts(" ".join(each for each in text.split() if each[0].islower())))


def _is_unknown(words: Sequence[str]) -> bool:
    if len(words) < FEWEST_UNKNOWN:
        return False
    unknown = sum(word.isalpha() and not is_known(stem(word)) for word in words)
    common = sum(word in _commonest()[ENGLISH] for word in words)
    return unknown >= UNKNOWN * len(words) and common <= COMMON * len(words)


@cache
def _commonest() -> dict[str, frozenset[str]]:
    """The commonest folded words of each language, without those that English news prints often."""
    found = {code: frozenset(word_texts(" ".join(words))) for code, words in commonest_words().items()}
    english = found[ENGLISH]
    return {
        code: words if code == ENGLISH else frozenset(word for word in words - english if weight(stem(word)) > RARE)
        for code, words in found.items()
    }
