"""What a store is asked for one answer: hits, and what they report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indexer.model import Quote
from indexer.printed import Utterance
from indexer.query import Page, Query
from indexer.store.base import Store
from service import answers, present

Reported = Mapping[str, Utterance]
"""What quotes report, by their ids."""


def searched(store: Store, query: Query) -> tuple[Page, Reported]:
    """A page, and what its hits report where they are grouped."""
    page = store.search(query)
    return page, reported(store, (hit.quote for hit in page.hits)) if query.group else {}


def reported(store: Store, quotes: Iterable[Quote]) -> Reported:
    """What quotes report."""
    ids = [quote.id for quote in quotes]
    return store.utterances(ids) if ids else {}


def quote_of(store: Store, quote_id: str) -> answers.Quote | None:
    """One quote, with what it reports and in which other wordings; None where there is none."""
    hit = store.quote(quote_id)
    if hit is None:
        return None
    return present.of_hit(hit, store.utterances([quote_id]).get(quote_id), store.links(quote_id))
