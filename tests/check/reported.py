"""Makes reports of stored quotes, as the check does."""

from __future__ import annotations

from indexer.check.find_reports import Printing
from indexer.check.records import Report
from indexer.check.reports import report_of_quote
from indexer.compare import judge, wording
from indexer.query import Hit, StoredArticle
from indexer.store.base import without_text


def reports(text: str, *stored: StoredArticle) -> list[Report]:
    """Every quote of the articles as a report of a text, in their order."""
    query = wording(text)
    return [
        report_of_quote(query, Printing(Hit(quote, without_text(each.article)), judge(query, quote.text)))
        for each in stored
        for quote in each.quotes
    ]
