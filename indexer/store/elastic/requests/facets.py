"""How often each value of a facet occurs among all that match: what is asked for, and what is answered. Pure."""

from __future__ import annotations

from indexer.query import Facet, FacetCount
from indexer.store.elastic.requests.conditions import Clause
from indexer.store.elastic.requests.lines import Response
from indexer.store.limits import MOST_FACET_VALUES

_FACET_FIELDS = {Facet.SPEAKER: "speaker_id", Facet.OUTLET: "outlet", Facet.KIND: "kind", Facet.YEAR: "year"}


def aggregation(facet: Facet) -> Clause:
    """What counts a facet, most frequent first."""
    values: Clause = {"terms": {"field": _FACET_FIELDS[facet], "size": MOST_FACET_VALUES}}
    if facet is Facet.SPEAKER:
        values["aggs"] = {"name": {"terms": {"field": "speaker_name", "size": 1}}}
    return values


def counts(aggregation: Response) -> tuple[FacetCount, ...]:
    """The counts that it gives."""
    return tuple(FacetCount(held["key"], _label(held), held["doc_count"]) for held in aggregation["buckets"])


def _label(bucket: Response) -> str:
    names = bucket["name"]["buckets"] if "name" in bucket else []
    label: str = names[0]["key"] if names else bucket["key"]
    return label
