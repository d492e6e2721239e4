"""What a search sends, how often, and what becomes of it when the engine fails between two pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from factory import article
from loopback import FOUND_STATE, NOTHING_FOUND, STATE, WHOLE, Server

from indexer.errors import Invalid, StoreOutdated, StoreUnavailable
from indexer.query import AllOf, Group, InRange, Query, Sort, Words
from indexer.store import open_store, stored_fields
from indexer.store.base import Store
from indexer.store.elastic.connection import session

WORDS = Query(AllOf((Words(("ferri",)),)), size=1)
NEWEST = replace(WORDS, sort=Sort.NEWEST)
GROUPED = replace(WORDS, group=Group.UTTERANCE)
WRITING = {**STATE, "lease": {"token": "t", "until": 0.0, "rebuild": False}}


class Engine(Server):
    """Answers each search of a multi-search: with its state, or with two quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.state = dict(STATE)
        self.part: dict[str, Any] = {}
        self.refusal: int | None = None
        self.replies = lambda method, path: self.answer(path)

    def answer(self, path: str) -> tuple[int, object]:
        if "_mget" in path:
            return 200, {"docs": [{"_id": ident, "found": False} for ident in self.asked[-1][1][0]["ids"]]}
        if "_msearch" not in path:
            return 200, {"status": "green"}
        if self.refusal is not None:
            return self.refusal, {"error": {"type": "es_rejected_execution_exception"}}
        headers, bodies = self.asked[-1][1][::2], self.asked[-1][1][1::2]
        by_day = any("when_from" in each for body in bodies for each in body.get("sort", []))
        state = {**FOUND_STATE, "hits": {"hits": [{"_source": self.state}]}}
        page = {**WHOLE, **found(*([17_000] if by_day else [3, 1.5])), **self.part}
        answers = {"news-state": state, "news-quotes": page, "news-articles": NOTHING_FOUND}
        return 200, {"responses": [answers[each["index"]] for each in headers]}

    @property
    def searches(self) -> list[list[str]]:
        """The indices that were searched, request by request."""
        return [[each["index"] for each in lines[::2]] for path, lines in self.asked if "_msearch" in path]


def found(*sort: float) -> dict[str, Any]:
    """Two quotes, as the engine gives them, with the first values that they are sorted by."""
    stored = article("a", "The ferry sails.", "The ferry waits.")
    fields = [stored_fields.quote_fields(quote, stored.article) for quote in stored.quotes]
    hits = [
        {"_id": each["id"], "_source": {**each, "utterance": each["id"]}, "sort": [*sort, each["id"]]}
        for each in fields
    ]
    return {
        "hits": {"total": {"value": 2}, "hits": hits},
        "aggregations": {"utterances": {"buckets": [{"key": {"utterance": each["id"]}} for each in fields]}},
    }


@pytest.fixture
def engine() -> Iterator[Engine]:
    running = Engine()
    yield running
    running.stop()


@pytest.fixture
def store(engine: Engine) -> Iterator[Store]:
    with open_store(f"{engine.url}/news") as opened:
        yield opened


QUOTES, STATE_INDEX = "news-quotes", "news-state"


@pytest.mark.parametrize("query", [WORDS, NEWEST, GROUPED])
def test_searches_that_follow_one_another_ask_for_the_state_once(engine: Engine, store: Store, query: Query) -> None:
    for _ in range(3):
        assert store.search(query).total == 2
    assert engine.searches == [[STATE_INDEX, QUOTES], [QUOTES], [QUOTES]]


def test_searches_ask_for_people_once(engine: Engine, store: Store) -> None:
    for _ in range(3):
        store.search(WORDS)
        assert len(store.directory()) == 0
    assert len(engine.searches) == 3
    assert sum("_mget" in path for path, _ in engine.asked) == 1


def test_state_and_people_are_asked_for_again_after_a_while(
    engine: Engine, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "STATE_SECONDS", 0.0)
    for _ in range(2):
        store.search(WORDS)
        store.directory()
    assert engine.searches == [[STATE_INDEX, QUOTES], [STATE_INDEX]] * 2
    assert sum("_mget" in path for path, _ in engine.asked) == 2


def test_while_somebody_writes_a_page_by_relevance_asks_for_the_state(engine: Engine, store: Store) -> None:
    engine.state = WRITING
    for query in (WORDS, WORDS, NEWEST):
        store.search(query)
    assert engine.searches == [[STATE_INDEX, QUOTES], [STATE_INDEX, QUOTES], [QUOTES]]


def test_a_page_that_goes_on_by_relevance_is_read_before_the_state(engine: Engine, store: Store) -> None:
    cursor = store.search(WORDS).next_cursor
    store.search(replace(WORDS, cursor=cursor))
    assert engine.searches == [[STATE_INDEX, QUOTES], [QUOTES, STATE_INDEX]]


def test_a_cursor_ends_with_a_write_that_this_process_has_not_seen(engine: Engine, store: Store) -> None:
    cursor = store.search(WORDS).next_cursor
    engine.state = {**STATE, "generation": "2"}
    with pytest.raises(Invalid) as caught:
        store.search(replace(WORDS, cursor=cursor))
    assert caught.value.reason == "results-changed"
    # What was read on the way is the newest now, so that beginning again gives a cursor that holds.
    cursor = store.search(WORDS).next_cursor
    assert store.search(replace(WORDS, cursor=cursor)).total == 2


def test_a_first_page_of_utterances_is_one_request(engine: Engine, store: Store) -> None:
    dated = AllOf((*GROUPED.condition.parts, InRange("said")))
    page = store.search(replace(GROUPED, condition=dated))
    assert (page.total, page.undated, len(page.hits)) == (2, 2, 1)
    assert engine.searches == [[STATE_INDEX, QUOTES, QUOTES]]


@pytest.mark.parametrize("query", [WORDS, GROUPED])
def test_all_pages_are_read_from_one_copy_and_none_in_part(engine: Engine, store: Store, query: Query) -> None:
    cursor = store.search(query).next_cursor
    store.search(replace(query, cursor=cursor))
    assert list(store.scan()) == []
    headers = [header for path, lines in engine.asked if "_msearch" in path for header in lines[::2]]
    assert {header["preference"] for header in headers} == {"onrecord"}
    assert {header["allow_partial_search_results"] for header in headers} == {False}


def test_what_is_not_shown_is_not_asked_for(engine: Engine, store: Store) -> None:
    store.search(WORDS)
    page = engine.asked[-1][1][-1]
    shown = ["record", "article", "speaker_id", "speaker_probable"]
    assert (page["_source"], page["size"], "aggs" in page) == (shown, 2, False)


@pytest.mark.parametrize("query", [WORDS, NEWEST, GROUPED])
@pytest.mark.parametrize("part", [{"timed_out": True}, {"_shards": {"failed": 1}}])
def test_a_later_answer_in_part_is_never_shown(
    engine: Engine, store: Store, query: Query, part: dict[str, Any]
) -> None:
    store.search(query)
    engine.part = part
    with pytest.raises(StoreUnavailable):
        store.search(query)


@pytest.mark.parametrize("query", [WORDS, NEWEST])
@pytest.mark.parametrize("trouble", ["down", 429, 503])
def test_a_node_that_fails_between_two_pages_is_away_and_the_cursor_stays_good(
    engine: Engine, store: Store, query: Query, trouble: str | int
) -> None:
    following = replace(query, cursor=store.search(query).next_cursor)
    engine.down, engine.refusal = trouble == "down", trouble if isinstance(trouble, int) else None
    with pytest.raises(StoreUnavailable):
        store.search(following)
    engine.down, engine.refusal = False, None
    assert store.search(following).total == 2


@pytest.mark.parametrize("other", [{"analysis": "another"}, {"mapping": 0}])
@pytest.mark.parametrize("query", [WORDS, NEWEST, GROUPED])
def test_a_store_of_another_version_is_refused_each_time(
    engine: Engine, store: Store, query: Query, other: dict[str, Any]
) -> None:
    engine.state |= other
    for _ in range(2):
        with pytest.raises(StoreOutdated):
            store.search(query)


def test_a_store_that_another_process_rebuilt_is_refused_after_a_while(
    engine: Engine, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "STATE_SECONDS", 0.0)
    store.search(WORDS)
    engine.state["analysis"] = "another"
    for asked in (lambda: store.search(WORDS), lambda: store.utterances(["a"]), lambda: store.links("a")):
        with pytest.raises(StoreOutdated):
            asked()
