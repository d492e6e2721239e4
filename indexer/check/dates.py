"""When something was reported: the date of a report, what competes with it, and which report is the earliest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from indexer.check.records import DateBasis, Dated, Earliest, Report
from indexer.model import Article, Precision, PublishedDate, Quote, Said


def dates(quote: Quote | None, article: Article) -> tuple[Dated | None, tuple[Dated, ...]]:
    """The date of a report, ``said`` before ``published``, and all others that it has."""
    found: list[Dated] = []
    if quote is not None and quote.said is not None:
        found.append(_said(quote.said))
    if article.published is not None:
        found += [_published(each) for each in (article.published.best, *article.published.others)]
    return (found[0], tuple(found[1:])) if found else (None, ())


def first_day(report: Report) -> date | None:
    """The first day of the report's date."""
    return report.dated.from_ if report.dated is not None else None


def in_time(report: Report) -> tuple[bool, date, str]:
    """What reports are ordered by: their first day, undated last, then their key."""
    day = first_day(report)
    return day is None, day or date.max, report.key


def earliest(reports: Iterable[Report]) -> Earliest | None:
    """The first report, and those that cannot be told to be later because their date begins before its date ends."""
    dated: Sequence[Report] = sorted((report for report in reports if report.dated is not None), key=in_time)
    if not dated:
        return None
    first, *later = dated
    assert first.dated is not None
    end = first.dated.to
    return Earliest(first, tuple(report for report in later if report.dated is not None and report.dated.from_ <= end))


def _said(said: Said) -> Dated:
    return Dated(said.from_, said.to, said.precision, DateBasis.SAID, None, said.evidence.text)


def _published(printed: PublishedDate) -> Dated:
    return Dated(printed.day, printed.day, Precision.DAY, DateBasis.PUBLISHED, printed, printed.evidence)
