"""The paragraphs and sentences of an article, as places in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.english import ABBREVIATIONS, GRAMMAR, ROLES
from indexer.model import Article


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where one sentence stands: character offsets into the article's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where one paragraph stands, and its sentences in order; neither begins or ends with white space."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]


_BREAK = re.compile(r"\n+")
_BLANK = re.compile(r"\n[ \t\r\f\v\xa0]*(?:\n[ \t\r\f\v\xa0]*)+")
_END = re.compile(r"""(?<![.!?…])[.!?…]++[\]\)"'”’»“‘]*(?=\s)|[。！？]["'”’」』]*""")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+$")
_NEXT = re.compile(r"""\s+["'“‘„«(\[\-–—]*\s?(\S)""")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")

LONGEST_SENTENCE = 2_000
"""Characters beyond which a sentence has lost its stops and is cut between words; the longest of PolNeAR has 1,094."""

LONGEST_PARAGRAPH = 10_000
"""Characters beyond which a paragraph has lost its breaks and is cut between sentences; the longest of PolNeAR has
2,573, and many an article that comes as one line has fewer. Both keep the time that a text takes in step with its
length, whatever it is."""

WRAPPED = (40, 100)
"""Characters of a line between which a text is taken for wrapped by its writer: typewriters and mail use 60 to 80."""


def read_layout(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in order, its furniture left out.

    A line is a paragraph, save in texts whose lines are broken at a fixed width: there, a blank line parts
    them. What is longer than ``LONGEST_PARAGRAPH`` is several. A sentence ends at ``.``, ``!``, ``?`` or an
    ellipsis, with the marks that close after it, unless an abbreviation or an initial stands before it or a
    small letter after it.
    """
    text = article.text
    separator = _BLANK if _is_wrapped(text) else _BREAK
    return tuple(
        paragraph
        for piece_start, piece_end in _outside(article)
        for start, end in _pieces(text, separator, piece_start, piece_end)
        for paragraph in _paragraphs(text, start, end)
    )


def _outside(article: Article) -> Iterator[tuple[int, int]]:
    position = 0
    for span in sorted(article.furniture):
        if span.start > position:
            yield position, span.start
        position = max(position, span.end)
    if position < len(article.text):
        yield position, len(article.text)


def _pieces(text: str, separator: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in separator.finditer(text, start, end):
        yield from _stripped(text, position, match.start())
        position = match.end()
    yield from _stripped(text, position, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        yield start + left, start + right


def _is_wrapped(text: str) -> bool:
    """Whether most lines inside blocks are cut at one width, in the middle of a sentence."""
    inner = [line for block in _BLANK.split(text) for line in block.split("\n")[:-1]]
    if len(inner) < 5:
        return False
    cut = sum(WRAPPED[0] <= len(line) <= WRAPPED[1] and line.rstrip()[-1:] not in ".!?\"'”’:" for line in inner)
    return cut > 0.7 * len(inner)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Paragraph]:
    sentences: list[Sentence] = []
    for sentence in _sentences(text, start, end):
        for part in _parts(text, sentence):
            if sentences and part.end - sentences[0].start > LONGEST_PARAGRAPH:
                yield Paragraph(sentences[0].start, sentences[-1].end, tuple(sentences))
                sentences = []
            sentences.append(part)
    yield Paragraph(sentences[0].start if sentences else start, end, tuple(sentences))


def _parts(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence; one that is too long in pieces, cut between words where there are any."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        end = next((place for place in range(limit, start, -1) if text[place].isspace()), limit)
        yield Sentence(start, start + len(text[start:end].rstrip()))
        start = _skip_space(text, end, sentence.end)
    yield Sentence(start, sentence.end)


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    position = start
    for match in _END.finditer(text, start, end):
        if match.start() >= position and _ends(text, match, end):
            yield Sentence(position, match.end())
            following = _NEXT.match(text, match.end(), end)
            position = match.end() if following is None else _skip_space(text, match.end(), end)
    if position < end:
        yield Sentence(position, end)


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return match[0][0] in "。！？"
    if following[1].islower():
        return False
    if match[0] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    if before is None:
        return True
    if before[0] in ABBREVIATIONS.never_end or (before[0].isupper() and before[0].lower() in ROLES.honorifics):
        return False
    if following[1].isdigit() and before[0] in ABBREVIATIONS.before_numbers:
        return False
    # "J. Smith", "U.S. Senate": an initial ends a sentence only before a word that can begin one.
    return not (
        _INITIALS.fullmatch(before[0]) and before[0].lower() not in GRAMMAR.subject_pronouns and before[0][0].isupper()
    )
