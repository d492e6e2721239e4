"""What the whole store holds: of each speaker, and in all."""

from __future__ import annotations

from indexer.query import Counts, SpeakerSummary
from indexer.store.elastic.lease import state
from indexer.store.elastic.parts import parts
from indexer.store.elastic.requests import summaries as requests
from indexer.store.elastic.requests.aggregations import day
from indexer.store.elastic.session import Asking
from indexer.text import words

SPEAKERS_AT_ONCE = 1_000
"""Speakers summed up by one request: the engine bounds the values it counts at once (65,536)."""


def speakers(asking: Asking, prefix: str, size: int, after: str | None) -> tuple[SpeakerSummary, ...]:
    """See ``indexer.store.base.Store.speakers``."""
    starts = tuple(word.text for word in words(prefix))
    if (prefix.strip() and not starts) or size < 1:
        return ()
    ids = requests.ids_of(asking.search(requests.speaker_ids(starts, size, after)))
    return tuple(
        summary
        for part in parts(ids, SPEAKERS_AT_ONCE)
        for summary in requests.summaries_of(asking.search(requests.summaries(part)))
    )


def speaker(asking: Asking, speaker_id: str) -> SpeakerSummary | None:
    """See ``indexer.store.base.Store.speaker``."""
    return next(iter(requests.summaries_of(asking.search(requests.summaries([speaker_id])))), None)


def counts(asking: Asking) -> Counts:
    """See ``indexer.store.base.Store.counts``."""
    live = asking.names.live
    with asking.open():
        now = state.read(asking.client, asking.names)
        articles = asking.client.count(index=live.articles)["count"]
    quotes = asking.search(requests.totals())
    return Counts(
        articles=articles,
        quotes=quotes["hits"]["total"]["value"],
        speakers=_distinct(asking, live.quotes, "speaker_id"),
        outlets=_distinct(asking, live.articles, "outlet"),
        earliest=day(quotes["aggregations"]["earliest"]),
        latest=day(quotes["aggregations"]["latest"]),
        generation=now.generation,
        analysis=now.analysis,
        semantic=now.semantic,
        vectors=quotes["aggregations"]["vectors"]["doc_count"],
        outdated=now.outdated,
    )


def _distinct(asking: Asking, index: str, field: str) -> int:
    total, after = 0, None
    while True:
        values = asking.search(requests.distinct(field, after), index)["aggregations"]["values"]
        total += len(values["buckets"])
        if len(values["buckets"]) < requests.PAGE:
            return total
        after = values["after_key"]["id"]
