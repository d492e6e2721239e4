"""Looks up what one answer needs: hits, and the utterances that they report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from indexer.model import Quote
from indexer.printed import Utterance
from indexer.query import Hit, Page, Query
from indexer.store.base import Store
from service import answers
from service.answers import make_quotes
from service.people import with_wikidata

Utterances = Mapping[str, Utterance]
"""Utterances by the ids of the quotes that report them."""


def search_with_utterances(store: Store, query: Query) -> tuple[Page, Utterances]:
    """A page of hits, with their utterances if the query groups them."""
    page = store.search(query)
    page = replace(page, hits=tuple(with_wikidata(page.hits, store.directory())))
    return page, utterances_of(store, (hit.quote for hit in page.hits)) if query.group else {}


def utterances_of(store: Store, quotes: Iterable[Quote]) -> Utterances:
    """The utterances that quotes report."""
    ids = [quote.id for quote in quotes]
    return store.utterances(ids) if ids else {}


def first_report(store: Store, utterance: Utterance, known: Hit) -> Hit:
    """The first quote that reports an utterance: the store's, or the known one itself."""
    return known if utterance.id == known.quote.id else store.quote(utterance.id) or known


def find_quote(store: Store, quote_id: str) -> answers.Quote | None:
    """A quote with its utterance and the other wordings of it, or None."""
    hit = store.quote(quote_id)
    if hit is None:
        return None
    (hit,) = with_wikidata([hit], store.directory())
    return make_quotes.of_hit(hit, store.utterances([quote_id]).get(quote_id), store.links(quote_id))
