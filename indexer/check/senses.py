"""What a wording makes of the sense of a text: whether two agree in it, which of them to believe, and how to say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.check.records import Report
from indexer.compare import Comparison, EditKind, Guard, GuardKind, Relation, wording
from indexer.compare.guards.negations import negates
from indexer.compare.records import Place

AS_MUCH = 0.8
"""Share of what a near copy holds of a text, by weight, that a rewording must hold to count against it on a "not"."""

_NEARNESS = {
    Relation.VERBATIM: 0,
    Relation.PART: 0,
    Relation.CHANGED: 0,
    Relation.LONGER: 1,
    Relation.REWORDED: 2,
    Relation.DIFFERENT: 3,
}
"""Wordings that tell of the same words: near copies, fragments, rewordings."""

FEW = 3
"""Words of each side of a guard that a headline has room for."""

_SAY_LITTLE = (GuardKind.NEGATION, GuardKind.OPPOSITE)
"""Guards on words that any sentence may have; a rewording that has a number or a name is evidence."""


def same_sense(one: Sequence[Guard], other: Sequence[Guard]) -> bool:
    """Whether two wordings say the same of a text: both keep its sense, or both alter it in the same way.

    Args:
        one, other: the guards of each, compared with that text.
    """
    if len(one) != len(other):
        return False
    return all(any(_alike(mine, theirs) for theirs in other) for mine in one)


def counts_with(best: Comparison, other: Comparison) -> bool:
    """Whether another wording counts with the one that sets the verdict: for its dates, speakers and form.

    It is sure, it has the same sense, and it is as near: a fragment or a rewording says nothing of who said a near
    copy, and when. Nothing counts with what is only probable.
    """
    if best.probable or other.probable or not same_sense(other.guards, best.guards):
        return False
    return _NEARNESS[other.relation] <= _NEARNESS[best.relation]


def _alike(one: Guard, other: Guard) -> bool:
    """Whether two guards are raised at one place for the same reason, in whatever words: "not", "never"."""
    if one.kind is not other.kind or one.query[0] > other.query[1] + 1 or other.query[0] > one.query[1] + 1:
        return False
    if one.kind is GuardKind.NEGATION:
        return adds_negation(one) == adds_negation(other)
    return wording(one.stored_text).texts == wording(other.stored_text).texts


def describe(guard: Guard) -> str:
    """What the printed words do to the sense: ``adds “not”``."""
    if guard.kind is not GuardKind.NEGATION:
        return f"has “{guard.stored_text}” for “{guard.query_text}”"
    return f"adds “{guard.stored_text}”" if adds_negation(guard) else f"lacks “{guard.query_text}”"


def describe_briefly(guard: Guard) -> str:
    """The same, with a few words of each side."""
    return describe(replace(guard, query_text=_few(guard.query_text), stored_text=_few(guard.stored_text)))


def _few(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= FEW else f"{' '.join(words[:FEW])}…"


def adds_negation(guard: Guard) -> bool:
    """Whether the printed words negate, rather than those of the text."""
    if not guard.query_text or not guard.stored_text:
        return bool(guard.stored_text)
    return negates(guard.stored_text) and not negates(guard.query_text)


def says_more(altered: Report, clear: Report, others: Iterable[Report]) -> bool:
    """Whether a sure report that alters the sense says more of a text than one that keeps it.

    It does if it covers all that the other covers, and what it alters besides: a fragment printed unchanged elsewhere
    is no evidence that the "not" after it was said, nor is a rewording that has little of the text.

    Args:
        others: all reports that keep the sense; one that covers the altered place is evidence against it.
    """
    if altered.comparison.probable:
        return False
    mine, theirs = _reach(altered), _reach(clear)
    if mine is None or theirs is None or not (mine[0] <= theirs[0] and theirs[1] <= mine[1]):
        return False
    return not any(_speaks_against(each, altered, guard) for each in others for guard in altered.comparison.guards)


def _speaks_against(clear: Report, altered: Report, guard: Guard) -> bool:
    """Whether a report that keeps the sense is evidence against what another alters.

    The same "not" where little else is the same is no evidence; other words in its place are.
    """
    if not _covers(clear, guard):
        return False
    return not (guard.kind in _SAY_LITTLE and _keeps(clear, guard) and _is_weak(clear, altered))


def _is_weak(clear: Report, altered: Report) -> bool:
    """Whether a rewording holds far less of the text than a near copy does: its "not" is another sentence's."""
    if clear.comparison.relation is not Relation.REWORDED or altered.comparison.relation is not Relation.CHANGED:
        return False
    less, more = clear.comparison.measures, altered.comparison.measures
    return less is not None and more is not None and less.query_found < AS_MUCH * more.query_found


def _reach(report: Report) -> Place | None:
    """The text's characters from the first to the last that the report keeps."""
    kept = _places(report, EditKind.KEPT)
    return (kept[0][0], kept[-1][1]) if kept else None


def _covers(report: Report, guard: Guard) -> bool:
    """Whether a report tells of the place of a guard: it keeps the words there, or is sure and has others."""
    reach = _reach(report)
    start, end = guard.query
    if reach is None or not (reach[0] <= start and end <= reach[1]):
        return False
    if _keeps(report, guard):
        return True
    replaced = _places(report, EditKind.REPLACED)
    return not report.comparison.probable and any(
        first < max(end, start + 1) and start < last for first, last in replaced
    )


def _keeps(report: Report, guard: Guard) -> bool:
    """Whether a report keeps the words of a guard's place; of an empty place the word behind it."""
    start, end = guard.query
    kept = _places(report, EditKind.KEPT)
    return any(first <= start and end <= last if start < end else first <= start < last for first, last in kept)


def _places(report: Report, kind: EditKind) -> list[Place]:
    """The places in the text of one kind of edit."""
    return [edit.query for edit in report.comparison.diff if edit.kind is kind]
