"""Which reports only repeat the words of another: between marks inside what they say, or with the other's name."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.check.records import Report
from indexer.check.speakers.apart import are_two, named
from indexer.compare import EditKind
from indexer.document import Document
from indexer.model import Kind
from indexer.text import fold, without_possessive, word_texts

SURE = 0.9
"""Confidence of a speaker from which on somebody else's report can be called a repetition."""


def own_and_repeated(reports: Sequence[Report]) -> tuple[list[Report], list[Report]]:
    """The reports whose speakers say the words themselves, and those whose speakers repeat another's.

    A report repeats the words if a report by somebody else has them as that speaker's own, and it has them between
    marks inside a quotation, or between marks beside the name of that speaker: "Lund said that Berg's team were
    “extremely careless”" repeats Berg. If all reports repeat them, none is taken for a repetition.
    """
    own, repeated = list[Report](), list[Report]()
    for report in reports:
        others = [each for each in reports if _is_another(each, report) and not _is_nested(each)]
        repeats = _is_nested(report) or any(_names(report, each) and not _names(each, report) for each in others)
        (repeated if others and repeats else own).append(report)
    return (own, repeated) if own else (list(reports), [])


def _is_another(one: Report, other: Report) -> bool:
    """Whether a report surely names somebody who is not the other's speaker."""
    if one.quote is None or other.quote is None or one.quote.confidence.speaker < SURE:
        return False
    mine, theirs = named(one.quote.speaker), named(other.quote.speaker)
    return mine is not None and theirs is not None and are_two(mine, theirs)


def _is_nested(report: Report) -> bool:
    """Whether the words that report the text stand between marks inside a quotation."""
    if report.quote is None or report.quote.kind is not Kind.DIRECT:
        return False
    outer = Document.of(report.text).outer
    bounds = [(one.inner_start, one.inner_end) for one in outer]
    inside = [
        (start + inner.start, start + inner.end)
        for start, end in bounds
        for inner in Document.of(report.text[start:end]).outer
    ]
    kept = [edit.stored for edit in report.comparison.diff if edit.kind is EditKind.KEPT]
    held = sum(max(0, min(end, last) - max(start, first)) for start, end in kept for first, last in inside)
    return bool(kept) and 2 * held > sum(end - start for start, end in kept)


def _names(report: Report, other: Report) -> bool:
    """Whether a report in a speaker's paraphrase has the words between marks, beside another report's speaker."""
    quote, named = report.quote, other.quote
    if quote is None or named is None or quote.kind is not Kind.MIXED or named.speaker.name is None:
        return False
    family = word_texts(named.speaker.name)[-1:]
    marked = " ".join(fold(part) for part in quote.quoted)
    outside = [without_possessive(word) for word in word_texts(report.text)]
    return bool(family) and family[0] in outside and family[0] not in word_texts(marked)
