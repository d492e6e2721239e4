"""Reads a query as far as it can be understood, and collects what is wrong with it, each error with its position.

Nothing here fails: what is wrong is reported, then left out or mended, and reading goes on. What is left is the
repaired query.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import takewhile

from indexer.text import words
from service.query import limits, parts
from service.query.filters import Filter, Place, filters_in
from service.query.parts import Part
from service.query.tokens import Token, TokenType, tokens

_FIELDS = {each.name: each for each in filters_in(Place.Q)}
_ENDS = (TokenType.OR, TokenType.CLOSE, TokenType.END)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at ``position`` (characters), in words for whoever typed it."""

    position: int
    detail: str


def read(text: str) -> tuple[Part | None, list[Problem]]:
    """A query as a whole, None if it has neither words nor fields, and what is wrong with it in order of discovery."""
    reader = _Reader(limits.shortened(text))
    if len(text) > limits.LONGEST:
        reader.complain(limits.LONGEST, f"a query has at most {limits.LONGEST} characters, this one has {len(text)}")
    part = reader.everything()
    return part, reader.problems


class _Reader:
    """One pass over the tokens of one query."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._tokens = tuple(tokens(text))
        self._at = 0
        self._words = 0
        self._depth = 0

    def complain(self, position: int, detail: str) -> None:
        self.problems.append(Problem(position, detail))

    def everything(self) -> Part | None:
        found = []
        while True:
            if (part := self._either()) is not None:
                found.append(part)
            if self._next().type is TokenType.END:
                return parts.every(found)
            self.complain(self._take().start, "this parenthesis closes nothing")

    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next()
        self._at += 1
        return token

    def _either(self) -> Part | None:
        """``a b OR c``: AND binds more tightly than OR."""
        found = []
        waiting: Token | None = None
        while True:
            part = self._every()
            if part is not None:
                found.append(part)
            elif waiting is not None:
                self.complain(waiting.start, "OR needs something after it")
            if self._next().type is not TokenType.OR:
                return parts.either(found)
            waiting = self._take()
            if part is None:
                self.complain(waiting.start, "OR needs something before it")

    def _every(self) -> Part | None:
        found: list[Part] = []
        waiting: Token | None = None
        while self._next().type not in _ENDS:
            if self._next().type is TokenType.AND:
                waiting = self._take()
                if not found:
                    self.complain(waiting.start, "AND needs something before it")
                continue
            if (part := self._signed()) is not None:
                one = parts.as_one_word(found[-1], part) if found and waiting is None else None
                found[-1:] = [one] if one is not None else [*found[-1:], part]
                waiting = None
        if waiting is not None and found:
            self.complain(waiting.start, "AND needs something after it")
        return parts.every(found)

    def _signed(self) -> Part | None:
        first = self._next()
        negative = False
        while self._next().type is TokenType.NOT:
            self._take()
            negative = not negative
        if first.type is TokenType.NOT and self._next().type in (*_ENDS, TokenType.AND):
            self.complain(first.start, f"{first.text} needs something after it")
            return None
        part = self._near()
        return parts.without(part) if negative and part is not None else part

    def _near(self) -> Part | None:
        """``a NEAR/5 b``, and chains of it, each link on its own."""
        if self._next().type is TokenType.NEAR and not self._next().foreign:
            self.complain(self._take().start, "NEAR needs a word, a phrase or a prefix before it")
            return None
        left = self._single()
        links: list[Part] = []
        while self._next().type is TokenType.NEAR and self._is_operator():
            operator = self._take()
            if operator.foreign:
                written = f"NEAR/{operator.text}"
                self.complain(operator.start, f"{operator.foreign} is no operator here; {written} finds words so near")
            right = self._single() if self._next().type in (TokenType.WORD, TokenType.QUOTED) else None
            link = parts.near(left, right, min(int(operator.text), limits.FARTHEST))
            if link is None:
                self.complain(operator.start, "NEAR stands between two words, phrases or prefixes")
                links.extend(part for part in (left, right) if part is not None)
            else:
                if int(operator.text) > limits.FARTHEST:
                    self.complain(operator.start, f"NEAR reaches over at most {limits.FARTHEST} words")
                links.append(link)
            left = right
        return parts.every(links) if links else left

    def _is_operator(self) -> bool:
        """Whether the next token, an operator of this or another system, has something behind it."""
        behind = self._tokens[self._at + 1].type
        return not self._next().foreign or behind in (TokenType.WORD, TokenType.QUOTED)

    def _single(self) -> Part | None:
        token = self._take()
        if token.foreign:
            token = replace(token, type=TokenType.WORD, text=token.foreign)
        match token.type:
            case TokenType.OPEN:
                return self._group(token)
            case TokenType.QUOTED:
                return self._quoted(token)
            case TokenType.FIELD:
                return self._field(token)
            case _:
                return self._word(token)

    def _group(self, opening: Token) -> Part | None:
        self._depth += 1
        if self._depth > limits.DEEPEST:
            self.complain(opening.start, f"parentheses go at most {limits.DEEPEST} deep")
            self._depth -= 1
            return None
        part = self._either()
        self._depth -= 1
        if self._next().type is TokenType.CLOSE:
            self._take()
        else:
            self.complain(opening.start, "this parenthesis is never closed")
        return part

    def _quoted(self, token: Token) -> Part | None:
        if not token.closed:
            self.complain(token.start, "this quotation mark is never closed")
        count = len(words(token.text))
        if count == 0:
            self.complain(token.start, "there is no word between these quotation marks")
            return None
        if not self._admits(token, count):
            return None
        if "*" in token.text:
            detail = "a phrase is matched word for word, without *; NEAR/0 puts words next to one another"
            self.complain(token.start, detail)
            return parts.open_phrase(token.text) or parts.phrase(token.text)
        return parts.phrase(token.text)

    def _word(self, token: Token) -> Part | None:
        text = token.text.rstrip("*")
        starred = len(text) < len(token.text)
        count = len(words(text))
        if count and "*" in text:
            begin = text.lstrip("*").partition("*")[0]
            self.complain(token.start, f"* may stand only at the end of a word: {begin}*")
            text, starred = begin, True
            count = len(words(text))
        if count == 0 or not self._admits(token, count):
            return None
        if not starred:
            return parts.word(text)
        if len(words(text)[-1].text) < limits.SHORTEST_PREFIX:
            self.complain(token.start, f"* needs at least {limits.SHORTEST_PREFIX} letters before it")
            return parts.word(text)
        return parts.prefix(text)

    def _admits(self, token: Token, count: int) -> bool:
        """Whether so many more words are within the limit."""
        if self._words + count > limits.MOST_WORDS:
            self.complain(token.start, f"a query has at most {limits.MOST_WORDS} words")
            return False
        self._words += count
        return True

    def _field(self, token: Token) -> Part | None:
        field = _FIELDS[token.text]
        if self._next().type not in (TokenType.WORD, TokenType.QUOTED):
            self.complain(token.start, f"{field.name}: needs a value, such as {parts.written(field, field.example)}")
            return None
        value = self._take()
        if not value.closed:
            self.complain(value.start, "this quotation mark is never closed")
        try:
            return parts.field(field, value.text)
        except ValueError as error:
            if value.type is TokenType.WORD and (found := self._of_several_words(field, value)) is not None:
                return found
            self.complain(token.start, f"{field.name}: {error}")
            return None

    def _of_several_words(self, field: Filter, first: Token) -> Part | None:
        """The field with as many of the following words as make a value: ``after:12 March 2026 ferry``."""
        following = self._tokens[self._at : self._at + field.type.most_words - 1]
        said = [each.text for each in takewhile(lambda each: each.type is TokenType.WORD, following)]
        for count in range(len(said), 0, -1):
            with suppress(ValueError):
                part = parts.field(field, " ".join((first.text, *said[:count])))
                self._at += count
                return part
        return None
