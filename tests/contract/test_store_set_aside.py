"""One quote or pair that cannot be compared or shown is set aside with its reason, and all others go on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import pytest
from factory import article
from queries import bare, put, search

from indexer import compare
from indexer.check import Question, Verdict, check
from indexer.compare import Comparison, Wording
from indexer.model import Quote
from indexer.query import StoredArticle
from indexer.store import json_values
from indexer.store.base import Store
from indexer.utterances import Evidence, evidence, linking

LOCK = "The lock at Karlsund will be closed to barges until the last cracked gate is replaced by the county"
PART = "will be closed to barges until the last cracked gate is replaced by the county"
NOT = "The lock at Karlsund will not be closed to barges until the last cracked gate is replaced by the county"
GOOD = [article("lock", LOCK), article("part", PART), article("lock again", LOCK)]
BAD = [article("not", NOT), article("not again", NOT)]


def link(store: Store, *articles: StoredArticle) -> None:
    put(store, *articles)
    while store.link_next(2):
        pass


def reports(store: Store) -> dict[str, int]:
    quotes = {stored.article.id: stored.quotes[0].id for stored in store.scan()}
    known = store.utterances(list(quotes.values()))
    return {article_id: known[quote_id].reports for article_id, quote_id in quotes.items()}


def broken_judge(one: Wording, other: Wording) -> Evidence | None:
    if "not" in one.texts + other.texts:
        raise IndexError("string index out of range")
    return evidence(one, other)


def broken_reading(quote: Quote, language: str) -> str | None:
    if " not " in quote.text:
        raise ZeroDivisionError
    return quote.text


@pytest.mark.parametrize(
    ("name", "broken", "reason"),
    [("evidence", broken_judge, "IndexError"), ("compared", broken_reading, "ZeroDivisionError")],
)
def test_a_quote_that_cannot_be_compared_is_set_aside(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    name: str,
    broken: Callable[..., object],
    reason: str,
) -> None:
    link(store, *GOOD[:2])
    with monkeypatch.context() as patched, caplog.at_level(logging.WARNING):
        patched.setattr(linking, name, broken)
        link(store, *BAD, GOOD[2])
    # What is printed in the same words is one utterance without being compared.
    assert reports(store) == {"lock": 3, "lock again": 3, "part": 3, "not": 2, "not again": 2}
    store.flush()
    ((told, count),) = store.counts().set_aside.items()
    assert reason in told
    assert count == 2
    (message,) = caplog.messages
    assert reason in message
    assert any(stored.quotes[0].id in message for stored in BAD)
    assert "string index" not in message

    # It is not tried again, and forgotten with its last quote.
    assert store.link_next(10) == 0
    store.delete(["not", "not again"])
    store.flush()
    assert store.counts().set_aside == {}
    link(store, BAD[0])
    assert store.counts().set_aside == {}


def test_a_record_that_cannot_be_shown_is_left_out(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    link(store, *GOOD, *BAD)
    store.flush()
    read = json_values.quote_from
    lost = GOOD[2].quotes[0].id

    def broken(value: json_values.Value) -> Quote:
        if value["id"] == lost:
            raise KeyError("kind")
        return read(value)

    monkeypatch.setattr(json_values, "quote_from", broken)
    page = search(store, bare("county"))
    assert page.total == 5
    assert sorted(hit.article.id for hit in page.hits) == ["lock", "not", "not again", "part"]
    assert store.quote(lost) is None
    assert [len(stored.quotes) for stored in store.scan()] == [1, 0, 1, 1, 1]
    found = store.article("lock again")
    assert found is not None
    assert found.quotes == ()
    assert any(lost in message and "KeyError" in message for message in caplog.messages)


def test_a_quote_that_cannot_be_judged_is_set_aside(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    put(store, *GOOD, *BAD)
    judge, likeliest = compare.judge, compare.judge_likeliest

    def broken(query: Wording, stored: str) -> Comparison:
        if " not " in stored:
            raise IndexError("secret words")
        return judge(query, stored)

    def broken_likeliest(query: Wording, stored: Sequence[str]) -> dict[int, Comparison]:
        if any(" not " in text for text in stored):
            raise IndexError("secret words")
        return likeliest(query, stored)

    monkeypatch.setattr(compare, "judge", broken)
    monkeypatch.setattr(compare, "judge_likeliest", broken_likeliest)
    with caplog.at_level(logging.WARNING):
        answer = check(store, Question(LOCK))
    assert answer.verdict is Verdict.VERBATIM
    assert {report.article.id for report in answer.reports} == {"lock", "lock again", "part"}
    told = [message for message in caplog.messages if "cannot be judged" in message]
    assert any(stored.quotes[0].id in told[0] for stored in BAD)
    assert "secret" not in "".join(caplog.messages)
