"""How often each value of a facet occurs among all matches: the aggregation, and what it gives. Pure."""

from __future__ import annotations

from indexer.query import Facet, FacetCount
from indexer.store.elastic.connection.answers import Answer, Bucket, Buckets
from indexer.store.elastic.requests.conditions import Clause
from indexer.store.limits import MOST_FACET_VALUES, MOST_MONTHS

_FACET_FIELDS = {
    Facet.SPEAKER: "speaker_id",
    Facet.OUTLET: "outlet",
    Facet.KIND: "kind",
    Facet.ACT: "act",
    Facet.STANCE: "stance",
    Facet.YEAR: "year",
    Facet.MONTH: "month",
}


class _Value(Bucket):
    name: Buckets[Bucket] = Buckets[Bucket](buckets=[])


def aggregation(facet: Facet) -> Clause:
    """The aggregation that counts a facet, most frequent values first; of months, the last."""
    if facet is Facet.MONTH:
        return {"terms": {"field": "month", "size": MOST_MONTHS, "order": {"_key": "desc"}}}
    values: Clause = {"terms": {"field": _FACET_FIELDS[facet], "size": MOST_FACET_VALUES}}
    if facet is Facet.SPEAKER:
        values["aggs"] = {"name": {"terms": {"field": "speaker_name", "size": 1}}}
    return values


def counts(answer: Answer, facet: Facet) -> tuple[FacetCount, ...]:
    """The counts of a facet in the answer to a search."""
    values = answer.aggregation(facet.value, Buckets[_Value]).buckets
    if facet is Facet.MONTH:
        values = values[::-1]
    return tuple(FacetCount(value.key, _label(value), value.doc_count) for value in values)


def _label(value: _Value) -> str:
    return value.name.buckets[0].key if value.name.buckets else value.key
