"""What is checked: a text, and the part of the archive in which its reports are looked for."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from indexer.errors import Invalid
from indexer.query import IN_WORDS, AllOf
from indexer.store.base import EVERYTHING
from indexer.text import word_texts

LONGEST = 64_000
"""Characters of a text or a draft."""

MOST_QUOTES = 250
"""Quotes of a draft."""

REPORTS = AllOf((IN_WORDS,))
"""The condition of quotes that can report words."""

_NO_TEXT = regex.compile(r"[\p{Cn}\p{Co}\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_NEVER_TEXT = regex.compile(r"[\p{Cs}\0]")
_FEW = 0.02


class TooLong(Invalid):
    """A text or a draft is longer than what is checked at once."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(field, detail, reason="content-too-large")


@dataclass(frozen=True, slots=True)
class Question:
    """A text that may have been reported.

    Args:
        text: as somebody quotes it, with or without its marks; 1 to ``LONGEST`` characters, with a word in them.
        speaker: whom it is attributed to there: a name or a speaker's id. It hides no report.
        within: the part of the archive that is searched: a condition of outlets and dates of publication.
        language: ISO 639-1 of the text, None to find out.
        quotes: which quotes there are reports; unless told otherwise, those of what was said or written.
    """

    text: str
    speaker: str | None = None
    within: AllOf = EVERYTHING
    language: str | None = None
    quotes: AllOf = REPORTS

    @property
    def searched(self) -> AllOf:
        """The condition that a quote must meet to be a report."""
        return AllOf((*self.within.parts, *self.quotes.parts))


def checked_text(text: str, field: str = "text") -> str:
    """The text, if it can be checked.

    Args:
        field: the caller's name for it.

    Raises:
        TooLong: it has more than ``LONGEST`` characters.
        Invalid: it is empty, binary, or has no words.
    """
    if len(text) > LONGEST:
        raise TooLong(field, f"has {len(text):,} characters, and at most {LONGEST:,} are checked at once; split it")
    if not text.strip():
        raise Invalid(field, "is empty; give the words to look for")
    odd = len(_NO_TEXT.findall(text))
    if _NEVER_TEXT.search(text) or odd > max(1, _FEW * len(text)):
        raise Invalid(field, "is not text but binary data, or text in another encoding than UTF-8")
    if not word_texts(text):
        raise Invalid(field, "has no words in it; give the words to look for")
    return text
