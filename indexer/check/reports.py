"""Reports made of what was gathered, and the one among them that sets the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer.check.covering import tells_more
from indexer.check.dates import dates
from indexer.check.gather import Printing
from indexer.check.records import PrintedAs, Report
from indexer.check.senses import same_sense
from indexer.compare import Comparison, Relation, Wording, judge
from indexer.model import Kind, Quote, Stance
from indexer.printed import Passage

BEST = (Relation.VERBATIM, Relation.PART, Relation.CHANGED, Relation.LONGER, Relation.REWORDED)
"""Relations from the one that says most of a text to the one that says least."""

_FORMS = tuple(PrintedAs)


def of_quote(query: Wording, printing: Printing) -> Report:
    """The report that a quote is."""
    quote, article = printing.hit.quote, printing.hit.article
    dated, competing = dates(quote, article)
    printed_as = _printed_as(query, quote)
    return Report(quote, article, quote.text, None, printed_as, dated, competing, printing.comparison)


def of_passage(passage: Passage, comparison: Comparison) -> Report:
    """The report that an article's own sentence is."""
    dated, competing = dates(None, passage.article)
    place = passage.span.start, passage.span.end
    return Report(None, passage.article, passage.span.text, place, PrintedAs.TEXT, dated, competing, comparison)


def best(reports: Iterable[Report]) -> Report | None:
    """The report that says most of the text: first those that keep its sense, assert it, and are sure.

    One whose sense is altered comes before one that keeps it by covering less of the text, or by being a guess.
    """
    ranked = sorted(reports, key=_rank)
    clear = [report for report in ranked if not report.altered]
    if clear:
        altered = (each for each in ranked if each.altered and each.stance is Stance.ASSERTED)
        return next((each for each in altered if tells_more(each, clear[0], clear)), clear[0])
    return next(iter(ranked), None)


def speaking(reports: Sequence[Report], chosen: Report) -> list[Report]:
    """The reports that dates, speakers and form are read from: such as assert the words rather than deny them or ask
    for them, and make the same of their sense as the one that sets the verdict.

    Where that one keeps the sense, all do; where it alters it, another may turn it around in another way.
    """
    guards = chosen.comparison.guards
    return [
        report
        for report in reports
        if report.stance is Stance.ASSERTED and same_sense(report.comparison.guards, guards)
    ]


def printed_as(reports: Sequence[Report]) -> PrintedAs | None:
    """The best form of all."""
    return min((report.printed_as for report in reports), key=_FORMS.index, default=None)


def _rank(report: Report) -> tuple[bool, bool, bool, int, int, float]:
    comparison = report.comparison
    return (
        report.altered,
        report.stance is not Stance.ASSERTED,
        comparison.probable,
        BEST.index(comparison.relation),
        _FORMS.index(report.printed_as),
        -comparison.score,
    )


def _printed_as(query: Wording, quote: Quote) -> PrintedAs:
    """Whether the words that were asked for stand between marks; of a mixed quote, whether those parts alone do."""
    if quote.kind is Kind.MIXED:
        return PrintedAs.QUOTE if judge(query, " ".join(quote.quoted)).reported else PrintedAs.PARAPHRASE
    return PrintedAs.QUOTE if quote.kind is Kind.DIRECT else PrintedAs.PARAPHRASE
