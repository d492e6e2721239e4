"""Makes reports of what was found, and picks the one that sets the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer.check.dates import dates
from indexer.check.find_reports import Printing
from indexer.check.judging import judge
from indexer.check.records import PrintedAs, Report
from indexer.check.senses import counts_with, says_more
from indexer.compare import Comparison, Relation, Wording
from indexer.model import Kind, Quote, Stance
from indexer.printed import OwnSentence

BEST_FIRST = (Relation.VERBATIM, Relation.PART, Relation.CHANGED, Relation.LONGER, Relation.REWORDED)
"""Relations from the one that says most of a text to the one that says least."""

_FORMS = tuple(PrintedAs)


def report_of_quote(query: Wording, printing: Printing) -> Report:
    """The report that a quote is."""
    quote, article = printing.hit.quote, printing.hit.article
    dated, competing = dates(quote, article)
    form = _printed_as(query, quote)
    return Report(quote, article, quote.text, None, form, dated, competing, printing.comparison)


def report_of_sentence(sentence: OwnSentence, comparison: Comparison) -> Report:
    """The report that an article's own sentence is."""
    dated, competing = dates(None, sentence.article)
    place = sentence.span.start, sentence.span.end
    return Report(None, sentence.article, sentence.span.text, place, PrintedAs.TEXT, dated, competing, comparison)


def best_report(reports: Iterable[Report]) -> Report | None:
    """The report that says most of the text: first those that keep its sense, assert it, and are sure.

    A report that alters the sense comes before one that keeps it by covering less of the text, or by being a guess.
    """
    ranked = sorted(reports, key=_rank)
    clear = [report for report in ranked if not report.altered]
    if clear:
        altered = (each for each in ranked if each.altered and each.stance is Stance.ASSERTED)
        return next((each for each in altered if says_more(each, clear[0], clear)), clear[0])
    return next(iter(ranked), None)


def counting(best: Report, reports: Iterable[Report]) -> list[Report]:
    """The reports that dates, speakers and form are read from: they assert what the best report says, as surely.

    If that one keeps the sense, all of them do; if it alters it, they alter it in the same way.
    """
    return [
        report
        for report in reports
        if report.stance is Stance.ASSERTED and counts_with(best.comparison, report.comparison)
    ]


def best_form(reports: Sequence[Report]) -> PrintedAs | None:
    """The best form in which any of the reports prints the words."""
    return min((report.printed_as for report in reports), key=_FORMS.index, default=None)


def _rank(report: Report) -> tuple[bool, bool, bool, int, int, float]:
    comparison = report.comparison
    return (
        report.altered,
        report.stance is not Stance.ASSERTED,
        comparison.probable,
        BEST_FIRST.index(comparison.relation),
        _FORMS.index(report.printed_as),
        -comparison.score,
    )


def _printed_as(query: Wording, quote: Quote) -> PrintedAs:
    """Whether a quote prints the text between marks; a mixed quote does if its parts between marks report the text."""
    if quote.kind is Kind.MIXED:
        return PrintedAs.QUOTE if judge(query, " ".join(quote.quoted), quote.id).reported else PrintedAs.PARAPHRASE
    return PrintedAs.QUOTE if quote.kind is Kind.DIRECT else PrintedAs.PARAPHRASE
