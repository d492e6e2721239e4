"""The tokens of a query with their positions: words, quoted words, fields, operators and parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from indexer.text import fold, word_texts
from service.query.filters import Place, filters_in


class TokenType(Enum):
    WORD = auto()
    QUOTED = auto()
    FIELD = auto()
    NEAR = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query.

    Args:
        text: the word, the words between quotation marks, the field's name, or the number of ``NEAR``.
        start: the number of characters before it.
        closed: False for a quotation mark that is never closed.
        foreign: another system's operator, as typed, where it can be read as ``NEAR``; it is a word where it stands
            between no two words.
    """

    type: TokenType
    text: str
    start: int
    closed: bool = True
    foreign: str = ""


_MINUS = "-\u2010\u2011\u2013\u2212"
_CORNERS = frozenset("「」『』《》〝〞")
_ANGLES = frozenset("‹›")
# Any other word with a colon in it is a plain word.
_FIELD = re.compile(rf"({'|'.join(each.name for each in filters_in(Place.Q))}):\s*", re.IGNORECASE | re.ASCII)
_NEAR = re.compile(r"NEAR/(\d{1,9})", re.IGNORECASE | re.ASCII)
_FOREIGN = re.compile(
    r"(?P<sentence>(?i:w|pre)?/s|W/S|SAME)|(?P<paragraph>(?i:w|pre)?/p|W/P)"
    r"|(?:/|(?i:w|pre|onear)/|ADJ|(?i:near)|WITHIN)(?P<distance>\d{1,9})|NEAR|ADJ",
    re.ASCII,
)
"""Operators of legal databases, library systems and other engines for words that stand near one another."""

_NEAR_CALL = re.compile(r"NEAR\(\s*\(?(?P<terms>[^(),]+?)\)?\s*(?:,\s*(?P<distance>\d{1,9})\s*)?\)", re.ASCII)
"""The same as SQLite and Oracle write it: NEAR(dam gate, 10), NEAR((dam gate), 10)."""

_SPACED = re.compile(r"(?:WITHIN\s+|AROUND\s*\(\s*|<(?i:near|onear)/)(\d{1,9})\s*[)>]?(?=\s)", re.ASCII)
"""The same with marks or spaces of its own: WITHIN 10, AROUND(10), <NEAR/10>."""

_BUT_NOT = re.compile(r"(?:BUT\s+NOT|BUTNOT|ANDNOT)(?=\s)", re.ASCII)

_SLOP = re.compile(r"~(\d{1,9})", re.ASCII)
"""The same as Lucene writes it behind a phrase: "dam gate"~10."""

SENTENCE, PARAGRAPH, NEARBY = 15, 50, 10
"""How many words a sentence, a paragraph, and an operator without a number are taken to reach over."""

_OPERATORS = {"OR": TokenType.OR, "AND": TokenType.AND, "NOT": TokenType.NOT}


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query in order, the last of them ``END``."""
    position = 0
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
        elif character == "(":
            yield Token(TokenType.OPEN, character, position)
            position += 1
        elif character == ")":
            yield Token(TokenType.CLOSE, character, position)
            position += 1
        elif _negates(text, position):
            yield Token(TokenType.NOT, character, position)
            position += 1
        elif _is_double(character):
            end = _double_end(text, position + 1)
            position, phrase = min(end + 1, len(text)), _quoted(text, position, end)
            if slop := _SLOP.match(text, position):
                yield from _chain(phrase.text, slop[1], phrase.start, slop[0])
                position = slop.end()
            else:
                yield phrase
        elif call := _NEAR_CALL.match(text, position):
            yield from _chain(call["terms"], call["distance"] or str(NEARBY), position, "NEAR(…)")
            position = call.end()
        elif spaced := _SPACED.match(text, position):
            yield Token(TokenType.NEAR, spaced[1], position, foreign=spaced[0])
            position = spaced.end()
        elif but_not := _BUT_NOT.match(text, position):
            yield Token(TokenType.NOT, but_not[0], position)
            position = but_not.end()
        elif _is_single(character) and (closing := _single_end(text, position + 1)):
            yield _quoted(text, position, closing)
            position = closing + 1
        elif field := _FIELD.match(text, position):
            yield Token(TokenType.FIELD, field[1].lower(), position)
            position = field.end()
        else:
            token = _word(text, position)
            position += len(token.text)
            yield _operator(token)
    yield Token(TokenType.END, "", len(text))


def plain_words(text: str) -> list[str]:
    """The words of a query as typed, without those of phrases, fields and operators, beginnings, and what must not
    occur."""
    found: list[str] = []
    before = TokenType.AND
    for token in tokens(text):
        if token.type is TokenType.WORD and not token.foreign and before not in (TokenType.FIELD, TokenType.NOT):
            found += [token.text] if word_texts(token.text) and "*" not in token.text else []
        before = token.type
    return found


def _is_double(character: str) -> bool:
    return fold(character) == '"' or character in _CORNERS


def _is_single(character: str) -> bool:
    return fold(character) == "'" or character in _ANGLES


def _negates(text: str, position: int) -> bool:
    """Whether a minus stands right before something, and is not one of several: those are a dash between words."""
    if text[position] not in _MINUS or position + 1 >= len(text):
        return False
    following = text[position + 1]
    return not following.isspace() and following not in _MINUS and following != ")"


def _double_end(text: str, position: int) -> int:
    return next((place for place in range(position, len(text)) if _is_double(text[place])), len(text))


def _single_end(text: str, position: int) -> int | None:
    """Where a single quotation mark closes the words from ``position`` on; an apostrophe in a word closes nothing."""
    for place in range(position, len(text)):
        following = text[place + 1 : place + 2]
        if _is_single(text[place]) and (not following or following.isspace() or following in "()"):
            return place if text[position:place].strip() else None
    return None


def _quoted(text: str, start: int, end: int) -> Token:
    inner = "".join(" " if _is_double(character) else character for character in text[start + 1 : end])
    return Token(TokenType.QUOTED, inner.strip(), start, closed=end < len(text))


def _word(text: str, start: int) -> Token:
    end = start
    while end < len(text) and not (text[end].isspace() or text[end] in "()" or _is_double(text[end])):
        end += 1
    return Token(TokenType.WORD, text[start:end], start)


def _operator(token: Token) -> Token:
    if operator := _OPERATORS.get(token.text):
        return Token(operator, token.text, token.start)
    if near := _NEAR.fullmatch(token.text):
        return Token(TokenType.NEAR, near[1], token.start)
    if foreign := _FOREIGN.fullmatch(token.text):
        reach = SENTENCE if foreign["sentence"] else PARAGRAPH if foreign["paragraph"] else NEARBY
        return Token(TokenType.NEAR, foreign["distance"] or str(reach), token.start, foreign=token.text)
    return token


def _chain(terms: str, distance: str, start: int, foreign: str) -> Iterator[Token]:
    """Words that must stand near one another, as if ``NEAR`` stood between them."""
    for number, word in enumerate(terms.split()):
        if number:
            yield Token(TokenType.NEAR, distance, start, foreign=foreign)
        yield Token(TokenType.WORD, word, start)
