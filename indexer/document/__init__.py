"""One view of an article's text: its paragraphs, sentences, words and passages between quotation marks, made once.

Every step of extraction takes a ``Document``. Its parts are made when they are first asked for, and every lookup by
place is a bisection. Offsets are characters of ``Article.text``, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from indexer.document.frames import Frame, paragraph_frames, passage_frame
from indexer.document.layout import LONGEST_PARAGRAPH, LONGEST_SENTENCE, Paragraph, Sentence, read_layout
from indexer.document.marks import read_marks
from indexer.document.nesting import Nesting
from indexer.document.passage import Passage
from indexer.document.stretches import Stretches
from indexer.document.tokens import NOTHING, Token, Tokens, read_words
from indexer.languages import tables
from indexer.model import Article, Span
from indexer.text import fold, words

__all__ = [
    "LONGEST_PARAGRAPH",
    "LONGEST_SENTENCE",
    "NOTHING",
    "Document",
    "Frame",
    "Nesting",
    "Paragraph",
    "Passage",
    "Sentence",
    "Stretches",
    "Token",
    "Tokens",
]


_LONGEST_WORD = 25
"""Characters per word that are read to find the words around an offset; English words have five on average."""


class Place(Protocol):
    """A stretch of the text: a span, a sentence, a passage ..."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Document:
    """An article's text with all that the steps of extraction look up in it.

    Args:
        article: as read; its furniture belongs to no paragraph, and so to no sentence and no passage.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text

    @classmethod
    def of(cls, text: str) -> Document:
        """The document of a text that is no article, as one line."""
        return cls(Article("", text.replace("\n", " ")))

    def part(self, numbers: Iterable[int]) -> Document:
        """The document reduced to some of its paragraphs, given by number in order; it keeps all passages."""
        part = Document(self.article)
        part.paragraphs = tuple(self.paragraphs[number] for number in numbers)
        part.passages = self.passages
        return part

    @cached_property
    def understood(self) -> bool:
        """Whether its language has tables of words, without which cues, speakers and dates cannot be found."""
        return tables(self.article.language) is not None

    @cached_property
    def folded(self) -> str:
        """The text as words are compared, character by character; see ``indexer.text.fold``."""
        return fold(self.text)

    # --- paragraphs and sentences --------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in order, without the furniture."""
        return read_layout(self.article)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    def paragraph_at(self, offset: int) -> int:
        """The number of the last paragraph that begins at or before an offset; -1 before the first."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """The number of the last sentence that begins at or before an offset; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def sentences_ended(self, start: int, end: int) -> int:
        """How many sentences end from one offset to another, both inclusive."""
        return max(0, bisect_right(self._sentence_ends, end) - bisect_left(self._sentence_ends, start))

    def begins_paragraph(self, place: Place) -> bool:
        """Whether no word of its paragraph stands before a stretch."""
        return self._first_word(self.paragraph_at(place.start)) >= place.start

    def _first_word(self, number: int) -> int:
        """Where the first word of a paragraph begins, or the paragraph ends without any."""
        if number not in self._first_words:
            start, end = self.paragraphs[number].start, self.paragraphs[number].end
            first = next(iter(words(self.text[start:end])), None)
            self._first_words[number] = end if first is None else start + first.start
        return self._first_words[number]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _first_words(self) -> dict[int, int]:
        return {}

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.end for sentence in self.sentences]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    # --- passages between marks ----------------------------------------------------------------------

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages between quotation marks, in order of their start; nested ones after what holds them."""
        return read_marks(self.text, self.paragraphs)

    @cached_property
    def outer(self) -> tuple[Passage, ...]:
        """The outermost passages in order; no two of them overlap."""
        return tuple(passage for passage in self.passages if passage.depth == 0)

    def passages_within(self, place: Place) -> list[Passage]:
        """The passages of any depth that lie wholly inside a stretch, in order."""
        return _within(self.passages, self._passage_starts, place)

    def outer_within(self, place: Place) -> list[Passage]:
        """The outermost passages that lie wholly inside a stretch, in order."""
        return _within(self.outer, self._outer_starts, place)

    def outer_touching(self, place: Place) -> list[Passage]:
        """The outermost passages that share a character with a stretch, in order."""
        first = max(0, bisect_right(self._outer_starts, place.start) - 1)
        last = bisect_left(self._outer_starts, place.end)
        return [passage for passage in self.outer[first:last] if passage.end > place.start]

    def passages_around(self, place: Place) -> list[Passage]:
        """The passages of any depth that a stretch lies inside of, between their marks; the innermost first."""
        around = (self.passages[number] for number in self._nesting.holding(place.start - 1))
        return [passage for passage in around if place.end < passage.end]

    def continues(self, end: int) -> bool:
        """Whether a passage that continues in the next paragraph ends at this offset."""
        return end in self._left_open

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    @cached_property
    def _nesting(self) -> Nesting:
        return Nesting((passage.start, passage.end) for passage in self.passages)

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [passage.start for passage in self.outer]

    @cached_property
    def _left_open(self) -> frozenset[int]:
        return frozenset(passage.end for passage in self.passages if passage.continues)

    # --- furniture -----------------------------------------------------------------------------------

    def before(self, offset: int, count: int) -> str:
        """The last ``count`` words before an offset, but none from beyond a piece of furniture."""
        above = bisect_right(self._furniture, offset, key=lambda span: span.end)
        floor = self._furniture[above - 1].end if above else 0
        return " ".join(self.text[max(floor, offset - count * _LONGEST_WORD) : offset].split()[-count:])

    def after(self, offset: int, count: int) -> str:
        """The first ``count`` words after an offset, but none from beyond a piece of furniture."""
        below = bisect_left(self._furniture, offset, key=lambda span: span.start)
        ceiling = self._furniture[below].start if below < len(self._furniture) else len(self.text)
        return " ".join(self.text[offset : min(ceiling, offset + count * _LONGEST_WORD)].split()[:count])

    @cached_property
    def _furniture(self) -> list[Span]:
        return sorted(self.article.furniture)

    # --- words ---------------------------------------------------------------------------------------

    @cached_property
    def words(self) -> Tokens:
        """The words of all paragraphs in order, without punctuation."""
        return read_words(self.text, self.folded, self.paragraphs)

    def words_of(self, place: Place) -> tuple[int, int]:
        """The numbers of the first and last word of a stretch; last < first if it has no word."""
        first = self.word_at(place.start)
        if first and self.words[first - 1].end > place.start:
            first -= 1
        return first, bisect_right(self._word_starts, place.end - 1) - 1

    def word_at(self, offset: int) -> int:
        """The number of the first word that begins at or after an offset."""
        return bisect_left(self._word_starts, offset)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def frames(self, number: int) -> list[Frame]:
        """The sentences of a paragraph as frames: words and punctuation marks, each outermost passage as one token."""
        paragraph = self.paragraphs[number]
        return paragraph_frames(self.text, self.folded, paragraph, self.outer_within(paragraph))

    def inner_frame(self, outer: Passage) -> Frame:
        """The text inside an outermost passage as one frame; empty if no other passage is nested in it."""
        nested = [passage for passage in self.passages_within(outer) if passage.depth == 1]
        return passage_frame(self.text, self.folded, outer, nested) if nested else Frame()


def _within(passages: Sequence[Passage], starts: Sequence[int], place: Place) -> list[Passage]:
    first, last = bisect_left(starts, place.start), bisect_left(starts, place.end)
    return [passage for passage in passages[first:last] if passage.end <= place.end]
