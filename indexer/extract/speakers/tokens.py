"""The words of an article as names are read from them: with their case, their stops and their possessives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.layout import Paragraph
from indexer.text import fold
from indexer.words import entries

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:-(?:[^\W\d_]\.){2,})*|[^\W_]\w*(?:[-‐‑'’ʼ][^\W_]\w*)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")


class Token(NamedTuple):
    """One word, its possessive ending left out.

    Args:
        text: as printed, with the stop of an initial or a short form ("J.", "Sen.").
        low: folded, without stops.
        start, end: characters of the article, without the possessive ending.
        owner: whether a possessive ending follows.
        gap: what stands between the word before (its possessive included) and this one.
        sentence: the number of its sentence, counted through the article.
        opens: whether it is the first word of its sentence.
    """

    text: str
    low: str
    start: int
    end: int
    owner: bool
    gap: str
    sentence: int
    opens: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, or has one after a hyphen ("al-Assad")."""
        return self.text[0].isupper() or ("-" in self.text and not self.text.islower() and self.text[0].isalpha())


def tokens(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Token, ...]:
    """All words of the paragraphs in order."""
    return tuple(_tokens(text, paragraphs))


def _tokens(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Token]:
    dotted = entries("dotted_words")
    number = 0
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            position, opens = sentence.start, True
            for match in _WORD.finditer(text, sentence.start, sentence.end):
                word, start, end = match[0], match.start(), match.end()
                owner = False
                after = end
                if len(word) > 2 and word[-1] in "sS" and _POSSESSIVE.search(word):
                    word, end, owner = word[:-2], end - 2, True
                elif word[-1] == "s" and text[after : after + 2] in ("' ", "’ "):
                    owner, after = True, after + 1
                low = word.lower() if word.isascii() else fold(word)
                if (
                    text[after : after + 1] == "."
                    and not owner
                    and (low in dotted or (len(word) == 1 and word.isupper()))
                ):
                    word, end, after = word + ".", end + 1, after + 1
                elif "." in low:
                    low = low.replace(".", "")
                yield Token(word, low, start, end, owner, text[position:start], number, opens)
                position, opens = after, False
            number += 1
