"""The tokens of a text, and its words, from which names are read.

A sentence with its punctuation marks, and with each passage between quotation marks as one token, is a frame
(``frames``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from indexer.document.layout import Paragraph
from indexer.document.passage import Passage
from indexer.english import ABBREVIATIONS
from indexer.model import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:-(?:[^\W\d_]\.){2,})*|[^\W_]\w*(?:[-‐‑'’ʼ][^\W_]\w*)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_DOTTED = frozenset(map(str.lower, ABBREVIATIONS.in_names))


class Token(NamedTuple):
    """A word; in a frame also a punctuation mark, or a whole passage between quotation marks.

    The words of a document have a sentence, a gap and no possessive ending; the tokens of a frame keep the ending.

    Args:
        text: as printed, with the stop of an initial or a short form ("J.", "Sen.").
        low: folded; without stops for the words of a document; empty for a passage.
        start, end: characters of the article, without the possessive ending.
        passage: the passage that this token is, or None.
        owner: whether a possessive ending follows.
        gap: the text between the previous word (with its possessive ending) and this one.
        sentence: the number of its sentence, counted through the article.
        opens: whether it is the first word of its sentence.
    """

    text: str
    low: str
    start: int
    end: int
    passage: Passage | None = None
    owner: bool = False
    gap: str = ""
    sentence: int = -1
    opens: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, or has one after a hyphen ("al-Assad")."""
        return self.text[0].isupper() or ("-" in self.text and not self.text.islower() and self.text[0].isalpha())

    @property
    def final(self) -> str:
        """The character before the closing mark of a passage; empty for other tokens."""
        return self.text[-2:-1] if self.passage is not None else ""

    @property
    def is_word(self) -> bool:
        """Whether this is a word or a number."""
        return self.passage is None and self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether this is a word that is printed with a capital."""
        return self.passage is None and self.text[0].isupper()


NOTHING = Token("\n", "", 0, 0)
"""What ``Tokens.at`` gives before the first token and after the last: no word, no mark and no passage."""


class Tokens(tuple[Token, ...]):
    """Tokens in order, of a sentence or of a whole document."""

    @cached_property
    def small(self) -> frozenset[str]:
        """The folded words that are printed in small letters somewhere."""
        return frozenset(token.low for token in self if token.text.islower())

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The numbers of the words that begin with a capital."""
        return tuple([number for number, token in enumerate(self) if token.text[0].isupper()])

    def at(self, number: int) -> Token:
        """The token with a number; ``NOTHING`` if there is none."""
        return self[number] if 0 <= number < len(self) else NOTHING

    def span(self, text: str, numbers: tuple[int, int]) -> Span:
        """The text of a range of tokens, its end exclusive."""
        return Span.of(text, self[numbers[0]].start, self[numbers[1] - 1].end)


def read_words(text: str, folded: str, paragraphs: Sequence[Paragraph]) -> Tokens:
    """All words of the paragraphs in order.

    Args:
        folded: the text as ``indexer.text.fold`` gives it.
    """
    return Tokens(_words(text, folded, paragraphs))


def _words(text: str, folded: str, paragraphs: Sequence[Paragraph]) -> Iterator[Token]:
    number = 0
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            position, opens = sentence.start, True
            for match in _WORD.finditer(text, sentence.start, sentence.end):
                start, end = match.span()
                word, owner, after = text[start:end], False, end
                if len(word) > 2 and word[-1] in "sS" and _POSSESSIVE.search(word):
                    word, end, owner = word[:-2], end - 2, True
                elif word[-1] == "s" and text[after : after + 2] in ("' ", "’ "):
                    owner, after = True, after + 1
                low = folded[start:end]
                initial = len(word) == 1 and word.isupper()
                if not owner and text.startswith(".", after) and (low in _DOTTED or initial):
                    word, end, after = word + ".", end + 1, after + 1
                elif "." in low:
                    low = low.replace(".", "")
                yield Token(word, low, start, end, None, owner, text[position:start], number, opens)
                position, opens = after, False
            number += 1
