"""The paragraphs and sentences of an article, as offsets into its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.english import ABBREVIATIONS, GRAMMAR, NOUNS, ROLES
from indexer.model import Article


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: character offsets into the article's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its sentences in order; neither begins or ends with white space."""

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
"""A longer sentence (characters) is cut between words, as its stops are missing; the longest in PolNeAR has 1,094."""

LONGEST_PARAGRAPH = 10_000
"""A longer paragraph (characters) is cut between sentences, as its breaks are missing; the longest in PolNeAR has
2,573. Both limits keep the time that a text takes proportional to its length."""

WRAPPED = (40, 100)
"""Characters of a line in a text that was wrapped at a fixed width: typewriters and mail use 60 to 80."""


def read_layout(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in order, without its furniture.

    Each line is a paragraph, except in texts that were wrapped at a fixed width, where blank lines separate
    paragraphs. A sentence ends at ``.``, ``!``, ``?`` or an ellipsis, with the closing marks after it, unless an
    abbreviation or an initial precedes it or a small letter follows it.
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
    """Whether most lines inside blocks end at about the same width, in the middle of a sentence."""
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
    """The sentence, cut into pieces between words if it is too long."""
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


def _numbers(text: str, start: int) -> bool:
    """Whether the letter at ``start`` numbers the noun before it: "Group B."."""
    before = _LAST_WORD.search(text, max(0, start - 20), max(0, start - 1))
    return before is not None and before[0].lower() in NOUNS.numbered


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
    if _INITIALS.fullmatch(before[0]) and _numbers(text, before.start()):
        return True
    # "J. Smith", "U.S. Senate": an initial ends a sentence only before a word that can begin one.
    return not (
        _INITIALS.fullmatch(before[0]) and before[0].lower() not in GRAMMAR.subject_pronouns and before[0][0].isupper()
    )
