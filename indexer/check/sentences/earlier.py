"""An earlier report of what may be the same statement, beside the earliest report in the words in question."""

from __future__ import annotations

from indexer.check.answer_records import Answer
from indexer.check.dates import time_order
from indexer.check.records import Agreement, Report, Verdict
from indexer.check.senses import same_sense
from indexer.check.sentences.phrases import on, outlet
from indexer.check.speakers import agreement
from indexer.model import Stance

IN_WORDS = {
    Verdict.VERBATIM: "in these words",
    Verdict.PART: "in these words",
    Verdict.CHANGED: "in nearly these words",
    Verdict.LONGER: "in part",
    Verdict.REWORDED: "in other words",
}
"""How a report prints the text, by its relation."""


def earlier(answer: Answer) -> Report | None:
    """The first of the reports, sure or only probable, whose date has ended before the earliest that counts begins.

    It asserts the words in the same sense and names nobody else for them. Its wording is too far from the text to
    lend its date: a rewording or a fragment may tell of the same statement, or of another.
    """
    if answer.earliest is None or answer.earliest.report.dated is None:
        return None
    start = answer.earliest.report.dated.from_
    found = [
        each
        for each in (*answer.reports, *answer.perhaps)
        if each.dated is not None and each.dated.to < start and _may_be_the_same(answer, each)
    ]
    return min(found, key=time_order, default=None)


def _may_be_the_same(answer: Answer, report: Report) -> bool:
    if report.stance is not Stance.ASSERTED or not same_sense(report.comparison.guards, answer.guards):
        return False
    name = report.quote.speaker.name if report.quote is not None else None
    return name is None or agreement(name, answer.attributions) is not Agreement.DISAGREES


def perhaps_first(report: Report) -> str:
    """What is said of it: ``perhaps first reported on 10 March 2025 by Alba, in other words``."""
    assert report.dated is not None
    how = IN_WORDS[Verdict(report.comparison.relation.value)]
    published = report.article.published
    if published is None or report.dated.from_ <= published.best.day <= report.dated.to:
        return f"perhaps first reported {on(report.dated)} by {outlet(report)}, {how}"
    return f"perhaps first said {on(report.dated)}, as {outlet(report)} reports {how}"
