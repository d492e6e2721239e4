"""Reads a query as far as it can be understood: a tree, and each thing that is wrong with its place.

Nothing here fails: what is wrong is named, then left out or mended, and reading goes on. What is left is the
repaired query.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from indexer.model import Kind, Stance
from indexer.text import words
from service.query import limits, tree
from service.query.dates import FORMS, first_day, last_day
from service.query.tokens import Sort, Token, tokens


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at ``position`` (characters), in words for whoever typed it."""

    position: int
    detail: str


def read(text: str) -> tuple[tree.Node | None, list[Problem]]:
    """The tree of a query, None when it asks for nothing, and what is wrong with it in order of discovery."""
    reader = _Reader(limits.shortened(text))
    if len(text) > limits.LONGEST:
        reader.complain(limits.LONGEST, f"a query has at most {limits.LONGEST} characters, this one has {len(text)}")
    node = reader.everything()
    return node, reader.problems


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

    def everything(self) -> tree.Node | None:
        parts = []
        while True:
            if (part := self._either()) is not None:
                parts.append(part)
            if self._next().sort is Sort.END:
                return _joined(tree.Every, parts)
            self.complain(self._take().start, "this parenthesis closes nothing")

    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next()
        self._at += 1
        return token

    def _either(self) -> tree.Node | None:
        """``a b OR c``: AND binds more tightly than OR."""
        parts = []
        waiting: Token | None = None
        while True:
            part = self._every()
            if part is not None:
                parts.append(part)
            elif waiting is not None:
                self.complain(waiting.start, "OR needs something after it")
            if self._next().sort is not Sort.OR:
                return _joined(tree.Either, parts)
            waiting = self._take()
            if part is None:
                self.complain(waiting.start, "OR needs something before it")

    def _every(self) -> tree.Node | None:
        parts: list[tree.Node] = []
        waiting: Token | None = None
        while self._next().sort not in (Sort.OR, Sort.CLOSE, Sort.END):
            if self._next().sort is Sort.AND:
                waiting = self._take()
                if not parts:
                    self.complain(waiting.start, "AND needs something before it")
                continue
            if (part := self._signed()) is not None:
                parts.append(part)
                waiting = None
        if waiting is not None and parts:
            self.complain(waiting.start, "AND needs something after it")
        return _joined(tree.Every, parts)

    def _signed(self) -> tree.Node | None:
        first = self._next()
        negative = False
        while self._next().sort is Sort.NOT:
            self._take()
            negative = not negative
        if first.sort is Sort.NOT and self._next().sort in (Sort.OR, Sort.AND, Sort.CLOSE, Sort.END):
            self.complain(first.start, f"{first.text} needs something after it")
            return None
        part = self._nearby()
        return tree.Without(part) if negative and part is not None else part

    def _nearby(self) -> tree.Node | None:
        """``a NEAR/5 b``, and chains of it, each link on its own."""
        if self._next().sort is Sort.NEAR:
            self.complain(self._take().start, "NEAR needs a word, a phrase or a prefix before it")
            return None
        left = self._single()
        links: list[tree.Node] = []
        while self._next().sort is Sort.NEAR:
            operator = self._take()
            right = self._single() if self._next().sort in (Sort.WORD, Sort.QUOTED) else None
            if isinstance(left, tree.Term) and isinstance(right, tree.Term):
                links.append(tree.Nearby(left, right, self._distance(operator)))
            else:
                self.complain(operator.start, "NEAR stands between two words, phrases or prefixes")
                links.extend(node for node in (left, right) if node is not None)
            left = right
        return _joined(tree.Every, links) if links else left

    def _distance(self, operator: Token) -> int:
        distance = int(operator.text)
        if distance > limits.FARTHEST:
            self.complain(operator.start, f"NEAR reaches over at most {limits.FARTHEST} words")
        return min(distance, limits.FARTHEST)

    def _single(self) -> tree.Node | None:
        token = self._take()
        match token.sort:
            case Sort.OPEN:
                return self._group(token)
            case Sort.QUOTED:
                return self._quoted(token)
            case Sort.FIELD:
                return self._field(token)
            case _:
                return self._word(token)

    def _group(self, opening: Token) -> tree.Node | None:
        self._depth += 1
        if self._depth > limits.DEEPEST:
            self.complain(opening.start, f"parentheses go at most {limits.DEEPEST} deep")
            self._depth -= 1
            return None
        node = self._either()
        self._depth -= 1
        if self._next().sort is Sort.CLOSE:
            self._take()
        else:
            self.complain(opening.start, "this parenthesis is never closed")
        return node

    def _quoted(self, token: Token) -> tree.Node | None:
        if not token.closed:
            self.complain(token.start, "this quotation mark is never closed")
        count = len(words(token.text))
        if count == 0:
            self.complain(token.start, "there is no word between these quotation marks")
            return None
        return tree.Quoted(token.text) if self._admits(token, count) else None

    def _word(self, token: Token) -> tree.Node | None:
        text = token.text.rstrip("*")
        starred = len(text) < len(token.text)
        count = len(words(text))
        if count and "*" in text:
            self.complain(token.start, "* may stand only at the end of a word")
            text, starred = max(text.split("*"), key=_letters), True
            count = len(words(text))
        if count == 0 or not self._admits(token, count):
            return None
        if not starred:
            return tree.Bare(text)
        if len(words(text)[-1].text) < limits.SHORTEST_PREFIX:
            self.complain(token.start, f"* needs at least {limits.SHORTEST_PREFIX} letters before it")
            return tree.Bare(text)
        return tree.Begins(text)

    def _admits(self, token: Token, count: int) -> bool:
        if self._words + count > limits.MOST_WORDS:
            self.complain(token.start, f"a query has at most {limits.MOST_WORDS} words")
            return False
        self._words += count
        return True

    def _field(self, name: Token) -> tree.Node | None:
        if self._next().sort not in (Sort.WORD, Sort.QUOTED):
            self.complain(name.start, f"{name.text}: needs a value, such as {_EXAMPLES[name.text]}")
            return None
        value = self._take()
        if not value.closed:
            self.complain(value.start, "this quotation mark is never closed")
        try:
            return _FIELDS[name.text](value.text)
        except ValueError as error:
            self.complain(name.start, f"{name.text}: {error}")
            return None


def _letters(text: str) -> int:
    return sum(len(word.text) for word in words(text))


def _joined(kind: type[tree.Every | tree.Either], parts: list[tree.Node]) -> tree.Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))


def _speaker(value: str) -> tree.Node:
    return tree.Speaker(_name(value))


def _outlet(value: str) -> tree.Node:
    return tree.Outlet(_name(value))


def _name(value: str) -> str:
    if not words(value):
        raise ValueError("there is no name in it")
    return value


def _kind(value: str) -> tree.Node:
    if value.lower() not in tuple(Kind):
        raise ValueError(f"is one of {', '.join(Kind)}")
    return tree.OfKind(Kind(value.lower()))


def _stance(value: str) -> tree.Node:
    if value.lower() not in tuple(Stance):
        raise ValueError(f"is one of {', '.join(Stance)}")
    return tree.OfStance(Stance(value.lower()))


_FIELDS: dict[str, Callable[[str], tree.Node]] = {
    "speaker": _speaker,
    "outlet": _outlet,
    "kind": _kind,
    "stance": _stance,
    "after": lambda value: tree.After(value.strip(), first_day(value)),
    "before": lambda value: tree.Before(value.strip(), last_day(value)),
}

_EXAMPLES = {
    "speaker": 'speaker:"Ada Byron"',
    "outlet": 'outlet:"Daily Bugle"',
    "kind": "kind:direct",
    "stance": "stance:denied",
    "after": f"after: {FORMS}",
    "before": f"before: {FORMS}",
}
