"""Looks up what one answer needs: hits, and the utterances that they report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indexer.model import Quote
from indexer.printed import Utterance
from indexer.query import Page, Query
from indexer.store.base import Store
from service import answers, present

Reported = Mapping[str, Utterance]
"""Utterances by the ids of the quotes that report them."""


def searched(store: Store, query: Query) -> tuple[Page, Reported]:
    """A page of hits, with their utterances if the query groups them."""
    page = store.search(query)
    return page, reported(store, (hit.quote for hit in page.hits)) if query.group else {}


def reported(store: Store, quotes: Iterable[Quote]) -> Reported:
    """The utterances that quotes report."""
    ids = [quote.id for quote in quotes]
    return store.utterances(ids) if ids else {}


def quote_of(store: Store, quote_id: str) -> answers.Quote | None:
    """A quote with its utterance and the other wordings of it, or None."""
    hit = store.quote(quote_id)
    if hit is None:
        return None
    return present.of_hit(hit, store.utterances([quote_id]).get(quote_id), store.links(quote_id))
