"""The dates of a report, the order of reports in time, and the earliest of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from indexer.check.records import DateBasis, Dated, Earliest, Report
from indexer.model import Article, Precision, PublishedDate, Quote, Said

SURE = 0.7
"""Confidence of ``said`` from which on it dates a report before the article's date of publication does."""


def dates(quote: Quote | None, article: Article) -> tuple[Dated | None, tuple[Dated, ...]]:
    """The date of a report (when it was said, if that is sure; else when it was published), and its other dates."""
    found: list[Dated] = []
    if article.published is not None:
        found += [publication(each) for each in (article.published.best, *article.published.others)]
    if quote is not None and quote.said is not None:
        found.insert(0 if quote.confidence.said >= SURE else len(found), _said(quote.said))
    return (found[0], tuple(found[1:])) if found else (None, ())


def dated_alike(reports: Sequence[Report]) -> list[Report]:
    """The reports, dated by publication if two of them date the words to different days.

    One of two such dates is wrong, or the words were said twice: which of the reports is the first is then told by
    their publication alone.
    """
    said = [each.dated for each in reports if each.dated is not None and each.dated.basis is DateBasis.SAID]
    if not said or max(each.from_ for each in said) <= min(each.to for each in said):
        return list(reports)
    return [_by_publication(report) for report in reports]


def _by_publication(report: Report) -> Report:
    if report.dated is None or report.dated.basis is not DateBasis.SAID:
        return report
    printed = next((each for each in report.competing if each.basis is DateBasis.PUBLISHED), None)
    if printed is None:
        return report
    others = tuple(each for each in report.competing if each is not printed)
    return replace(report, dated=printed, competing=(report.dated, *others))


def first_day(report: Report) -> date | None:
    """The first day of the report's date."""
    return report.dated.from_ if report.dated is not None else None


def time_order(report: Report) -> tuple[bool, date, date, date, str]:
    """Sort key of reports: the first day of their date, undated last; then publication, the more exact date, the
    key."""
    if report.dated is None:
        return True, date.max, date.max, date.max, report.key
    return False, report.dated.from_, _published_on(report), report.dated.to, report.key


def earliest(reports: Iterable[Report]) -> Earliest | None:
    """Of the reports that may be the first, the one that was published first; the others are its ties.

    A report may be the first unless its date begins after another's has ended. "In 2025", printed a year later, may
    mean an earlier day than one in June, but is not the earliest that is known.
    """
    dated = [(report, report.dated) for report in reports if report.dated is not None]
    if not dated:
        return None
    ended = min(each.to for _, each in dated)
    first, *ties = sorted((report for report, each in dated if each.from_ <= ended), key=_print_order)
    return Earliest(first, tuple(ties))


def _print_order(report: Report) -> tuple[date, int, tuple[bool, date, date, date, str]]:
    """Sort key of reports that may be the first: publication, then how exact their date is."""
    days = (report.dated.to - report.dated.from_).days if report.dated is not None else 0
    return _published_on(report), days, time_order(report)


def _published_on(report: Report) -> date:
    """The day of publication; the last of all days if it is not known."""
    published = report.article.published
    return published.best.day if published is not None else date.max


def _said(said: Said) -> Dated:
    return Dated(said.from_, said.to, said.precision, DateBasis.SAID, None, said.evidence.text)


def publication(printed: PublishedDate) -> Dated:
    """A date of publication as a date of a report."""
    precision = Precision.MONTH if printed.is_month else Precision.DAY
    return Dated(printed.day, printed.last_day, precision, DateBasis.PUBLISHED, printed, printed.evidence)
