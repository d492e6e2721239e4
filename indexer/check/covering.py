"""Which part of a text a report covers, and whether that part holds what another report alters."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.check.records import Report
from indexer.compare import EditKind, Guard, GuardKind, Relation
from indexer.compare.records import Place

AS_MUCH = 0.8
"""Share of what a near copy holds of a text, by weight, that a rewording must hold to be heard on a "not"."""

_SAY_LITTLE = (GuardKind.NEGATION, GuardKind.OPPOSITE)
"""Guards on words that any sentence may have; a number or a name that a rewording has is evidence."""


def tells_more(altered: Report, clear: Report, others: Iterable[Report]) -> bool:
    """Whether a sure report whose sense is altered says more of a text than one that keeps its sense.

    It does where it covers all that the other covers, and what it alters besides: a fragment printed unchanged
    elsewhere is no evidence that the "not" after it was said, nor is a rewording that has little of the text.

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
    """Whether a report that keeps the sense is evidence on what another alters.

    That one has the same "not" where little else is the same is none; other words in its place are.
    """
    if not _covers(clear, guard):
        return False
    return not (guard.kind in _SAY_LITTLE and _keeps(clear, guard) and _is_weak(clear, altered))


def _is_weak(clear: Report, altered: Report) -> bool:
    """Whether a rewording holds far less of the text than a near copy does: the "not" of another sentence."""
    if clear.comparison.relation is not Relation.REWORDED or altered.comparison.relation is not Relation.CHANGED:
        return False
    less, more = clear.comparison.measures, altered.comparison.measures
    return less is not None and more is not None and less.query_found < AS_MUCH * more.query_found


def _reach(report: Report) -> Place | None:
    """From the first to the last character of the text that is kept."""
    kept = [edit.query for edit in report.comparison.diff if edit.kind is EditKind.KEPT]
    return (kept[0][0], kept[-1][1]) if kept else None


def _covers(report: Report, guard: Guard) -> bool:
    """Whether a report tells of the place that a guard is raised at.

    What is sure may have other words there; what is only probable must keep those of the text.
    """
    reach = _reach(report)
    start, end = guard.query
    if reach is None or not (reach[0] <= start and end <= reach[1]):
        return False
    return _keeps(report, guard) or (not report.comparison.probable and _replaces(report, guard))


def _keeps(report: Report, guard: Guard) -> bool:
    """Whether it has the words of the text there; a place is held by the word before which it stands."""
    start, end = guard.query
    kept = [edit.query for edit in report.comparison.diff if edit.kind is EditKind.KEPT]
    return any(first <= start and end <= last if start < end else first <= start < last for first, last in kept)


def _replaces(report: Report, guard: Guard) -> bool:
    """Whether it has other words there."""
    start, end = guard.query
    replaced = [edit.query for edit in report.comparison.diff if edit.kind is EditKind.REPLACED]
    return any(first < max(end, start + 1) and start < last for first, last in replaced)
