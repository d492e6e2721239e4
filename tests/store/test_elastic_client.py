"""What a server answers that cannot be used: told from a loopback server with answers made for the purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from loopback import FOUND_STATE, NOTHING_FOUND, Reply, Server

from indexer.errors import Invalid, OnrecordError, StoreError, StoreIncompatible, StoreMissing, StoreUnavailable
from indexer.query import AllOf, Query
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.elastic.connection.client import Address, address


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


def refusal(url: str, **more: Any) -> OnrecordError:
    with pytest.raises(OnrecordError) as caught:
        open_store(Settings(store=url, **more))
    return caught.value


OLDER = {
    "error": {
        "type": "media_type_header_exception",
        "reason": "Invalid media-type value on headers [Accept]",
        "caused_by": {"type": "status_exception", "reason": "A compatible version is required on both headers"},
    },
    "status": 400,
}


@pytest.mark.parametrize(
    ("reply", "error", "told"),
    [
        ((400, OLDER), StoreIncompatible, "pip install 'elasticsearch>=8.19,<9'"),
        ((401, {"error": {"type": "security_exception"}}), StoreUnavailable, "user and password, or the API key"),
        ((403, {"error": {"type": "security_exception"}}), StoreUnavailable, "does not let us in"),
        ((503, {"error": {"type": "cluster_block_exception"}}), StoreUnavailable, "cluster_block_exception"),
        ((429, {}), StoreUnavailable, "429"),
        ((418, {"error": {"type": "odd_exception"}}), StoreError, "odd_exception"),
        ((200, "{no JSON"), StoreUnavailable, "answers, but not as Elasticsearch"),
    ],
)
def test_answers_that_cannot_be_used(server: Server, reply: Reply, error: type[OnrecordError], told: str) -> None:
    server.replies = lambda method, path: reply
    refused = refusal(f"{server.url}/news")
    assert type(refused) is error
    assert told in str(refused)
    assert server.url in str(refused)


def test_another_product_is_told_from_elasticsearch(server: Server) -> None:
    server.product = {}
    assert isinstance(refusal(server.url), StoreIncompatible)


def test_nobody_there(server: Server) -> None:
    server.stop()
    refused = refusal(server.url)
    assert isinstance(refused, StoreUnavailable)
    assert "cannot be reached" in str(refused)
    assert "object at 0x" not in str(refused)


@pytest.mark.parametrize("status", [401, 503])
def test_no_secret_is_told(server: Server, status: int) -> None:
    server.replies = lambda method, path: (status, {})
    url = server.url.replace("://", "://ida:op%40ntrap@") + "/news"
    refused = refusal(url, api_key="a2V5Om9wZW4=")
    assert not any(secret in str(refused) for secret in ("op%40ntrap", "op@ntrap", "a2V5Om9wZW4=", "ida:"))


def test_credentials_of_the_url_are_sent_unless_there_is_a_key(server: Server) -> None:
    server.replies = lambda method, path: (401, {})
    url = server.url.replace("://", "://ida:op%40n@")
    refusal(url)
    assert server.authorizations[-1] == "Basic aWRhOm9wQG4="
    refusal(url, api_key="a2V5Om9wZW4=")
    assert server.authorizations[-1] == "ApiKey a2V5Om9wZW4="


def test_a_certificate_authority_that_cannot_be_read_is_named() -> None:
    refused = refusal("https://127.0.0.1:1/news", ca_file="no-such-file.pem")
    assert isinstance(refused, StoreUnavailable)


# --- Answers in part -----------------------------------------------------------------------------


def searched(server: Server, *responses: dict[str, Any]) -> int:
    """Put a search to a server that answers it so; gives the total."""
    body = {"responses": [FOUND_STATE, *responses]}
    server.replies = lambda method, path: (200, body if "_msearch" in path else {"status": "green"})
    with open_store(f"{server.url}/news") as store:
        return store.search(Query(AllOf(()))).total


def test_a_whole_answer_is_shown(server: Server) -> None:
    assert searched(server, NOTHING_FOUND) == 0


@pytest.mark.parametrize(
    "part",
    [
        {**NOTHING_FOUND, "timed_out": True},
        {**NOTHING_FOUND, "_shards": {"failed": 1}},
        {"error": {"type": "search_phase_execution_exception"}, "status": 503},
    ],
)
def test_an_answer_in_part_is_never_shown(server: Server, part: dict[str, Any]) -> None:
    with pytest.raises(StoreUnavailable):
        searched(server, part)


def test_an_index_that_went_away_is_a_store_that_is_missing(server: Server) -> None:
    with pytest.raises(StoreMissing):
        searched(server, {"error": {"root_cause": [{"type": "index_not_found_exception"}]}, "status": 404})


def test_what_the_engine_cannot_parse_is_too_much_at_once(server: Server) -> None:
    error = {"type": "search_phase_execution_exception", "caused_by": {"type": "too_many_nested_clauses"}}
    with pytest.raises(Invalid) as caught:
        searched(server, {"error": error, "status": 400})
    assert caught.value.field == "q"


# --- Addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("http://node", Address("http://node:9200", None, None, "onrecord")),
        ("http://node:9201/", Address("http://node:9201", None, None, "onrecord")),
        ("https://node/news_2", Address("https://node:9200", None, None, "news_2")),
        ("https://a%3Ab:c%2Fd@node:1/x/", Address("https://node:1", "a:b", "c/d", "x")),
        ("http://ida@node", Address("http://node:9200", "ida", "", "onrecord")),
        ("http://[::1]:9200/x", Address("http://[::1]:9200", None, None, "x")),
    ],
)
def test_a_url_in_its_parts(url: str, parts: Address) -> None:
    assert address(url) == parts


@pytest.mark.parametrize("prefix", ["News", "a/b", "_x", "-x", "a*", "a,b", "..", "é", "x" * 101, "a?b=c", "a#b"])
def test_a_prefix_that_cannot_name_indices_is_refused(prefix: str) -> None:
    with pytest.raises(Invalid, match="store"):
        address(f"http://node/{prefix}")
