"""The dates of a report, the order of reports in time, and the earliest of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from indexer.check.records import DateBasis, Dated, Earliest, Report
from indexer.model import Article, Precision, PublishedDate, Quote, Said


def dates(quote: Quote | None, article: Article) -> tuple[Dated | None, tuple[Dated, ...]]:
    """The date of a report (said, else published), and its other dates."""
    found: list[Dated] = []
    if quote is not None and quote.said is not None:
        found.append(_said(quote.said))
    if article.published is not None:
        found += [_published(each) for each in (article.published.best, *article.published.others)]
    return (found[0], tuple(found[1:])) if found else (None, ())


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


def _published(printed: PublishedDate) -> Dated:
    return Dated(printed.day, printed.day, Precision.DAY, DateBasis.PUBLISHED, printed, printed.evidence)
