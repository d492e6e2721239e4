"""Conditions in FTS5's own language: pure, and without a user's word outside of quotes."""

from __future__ import annotations

from indexer.query import AllOf, AnyOf, Condition, Near, Not, Phrase, Prefix, Term, Where, Words
from indexer.store import conditions

DEEPEST_MATCH = 8
"""Levels that one FTS5 expression is given: its parser's stack holds 100 symbols, some five to a level."""

NOTHING = '"-"'
"""An FTS5 phrase that no stored text holds: words begin with a letter or a digit."""


def expression(condition: Condition, where: Where, levels: int = DEEPEST_MATCH) -> str | None:
    """The condition in FTS5's language, or None where that cannot say it."""
    match condition:
        case Words() | Phrase() | Prefix():
            return f"{_column(condition, where)} : {_phrase(condition)}"
        case Near(left, right, distance):
            column = _column(left, where)
            if column != _column(right, where):
                return None
            return f"{column} : NEAR({_phrase(left)} {_phrase(right)}, {max(0, distance)})"
        case AnyOf(parts) if levels:
            either = [expression(part, where, levels - 1) for part in parts]
            return _grouped(either, "OR") if either else f"{where.value}_words : {NOTHING}"
        case AllOf(parts) if levels:
            wanted = [expression(part, where, levels - 1) for part in parts if not isinstance(part, Not)]
            unwanted = [expression(part.part, where, levels - 1) for part in parts if isinstance(part, Not)]
            return both_but(wanted, unwanted)
    return None


def both_but(wanted: list[str | None], unwanted: list[str | None]) -> str | None:
    """All of ``wanted`` and none of ``unwanted``; None where any is None, or nothing is wanted."""
    both, neither = _grouped(wanted, "AND"), _grouped(unwanted, "OR")
    if both is None or (unwanted and neither is None):
        return None
    return f"({both} NOT {neither})" if unwanted else both


def _grouped(expressions: list[str | None], word: str) -> str | None:
    known = [one for one in expressions if one is not None]
    if not known or len(known) < len(expressions):
        return None
    return known[0] if len(known) == 1 else f"({f' {word} '.join(known)})"


def _column(leaf: Term, where: Where) -> str:
    return f"{where.value}_stems" if isinstance(leaf, Words) else f"{where.value}_words"


def _phrase(leaf: Term) -> str:
    match leaf:
        case Words(words) | Phrase(words):
            return quoted(words)
        case Prefix(start):
            return f"{quoted((start,))} *" if start else NOTHING


def quoted(words: tuple[str, ...]) -> str:
    """The words as one FTS5 string, in which nothing is syntax; no words, or one that is no word, match nothing."""
    if not words or not all(is_one_token(word) for word in words):
        return NOTHING
    return '"' + " ".join(words).replace('"', '""') + '"'


def is_one_token(word: str) -> bool:
    """Whether a word can be one in the index: what stands between two spaces, and has a form in UTF-8."""
    # A NUL would end the expression, white space would make two tokens, and a surrogate has no UTF-8 form.
    return bool(word) and not any(c.isspace() or c == "\0" or "\ud800" <= c <= "\udfff" for c in word)


def sides(leaf: conditions.WordCondition, where: Where) -> tuple[str, ...]:
    """The words of a condition, each in an expression of its own: the two sides of a ``Near``."""
    simple = (leaf.left, leaf.right) if isinstance(leaf, Near) else (leaf,)
    return tuple(f"{_column(side, where)} : {_phrase(side)}" for side in simple)
