"""What a wording makes of the sense of a text: whether two make the same of it, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.compare import Guard, GuardKind, wording
from indexer.compare.guards.negations import negates


def same_sense(one: Sequence[Guard], other: Sequence[Guard]) -> bool:
    """Whether two wordings say the same of a text: both keep its sense, or both alter it in the same way.

    Args:
        one, other: what alters the sense in each, seen from the one text.
    """
    if len(one) != len(other):
        return False
    return all(any(_alike(mine, theirs) for theirs in other) for mine in one)


def altering(guard: Guard) -> str:
    """What a guard found, from the asked to the printed words: ``adds “not”``."""
    if guard.kind is not GuardKind.NEGATION:
        return f"has “{guard.stored_text}” for “{guard.query_text}”"
    return f"adds “{guard.stored_text}”" if added(guard) else f"lacks “{guard.query_text}”"


def added(guard: Guard) -> bool:
    """Whether it is the printed words that negate: the other side of such a guard is what stands there instead."""
    if not guard.query_text or not guard.stored_text:
        return bool(guard.stored_text)
    return negates(guard.stored_text) and not negates(guard.query_text)


def _alike(one: Guard, other: Guard) -> bool:
    """Whether two guards are raised at one place for the same reason, in whatever words: "not", "never"."""
    if one.kind is not other.kind or one.query[0] > other.query[1] + 1 or other.query[0] > one.query[1] + 1:
        return False
    if one.kind is GuardKind.NEGATION:
        return added(one) == added(other)
    return _words(one.stored_text) == _words(other.stored_text)


def _words(text: str) -> list[str]:
    return [each.text for each in wording(text).words]
