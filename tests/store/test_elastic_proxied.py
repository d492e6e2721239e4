"""A real node behind a proxy that answers wrongly from the first, the second … request of each verb of a store on."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import suppress

import pytest
from loopback import Proxy, Raw
from wrong_answers import FIRST, READING, WRONG, mutations

from indexer.errors import StoreError, StoreUnavailable
from indexer.store import open_store
from indexer.store.base import Store
from indexer.store.elastic.connection import session

pytestmark = pytest.mark.elasticsearch

KINDS = ("a page", "an empty object", "wrong types", "empty parts", "half of JSON", "a redirect")


@pytest.fixture(scope="module")
def proxy(elasticsearch_address: str) -> Iterator[Proxy]:
    running = Proxy(elasticsearch_address)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def store(proxy: Proxy) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(session, "STATE_SECONDS", 0.0)
        prefix = f"onrecord-test-{uuid.uuid4().hex[:12]}"
        with open_store(f"{proxy.url}/{prefix}", create=True) as opened:
            opened.replace(FIRST)
            yield opened
            proxy.begin()
        client = opened._session.client.__class__(proxy.url)
        with client:
            found = client.indices.get(index=f"{prefix}-*", features="aliases").body
            client.indices.delete(index=list(found))


@pytest.mark.parametrize("verb", READING)
def test_wrong_answers_from_any_request_on_are_told(proxy: Proxy, store: Store, verb: str) -> None:
    proxy.begin()
    right = READING[verb](store)
    for number in range(proxy.count):
        for kind in KINDS:
            proxy.begin(instead=lambda n, number=number, kind=kind: WRONG[kind] if n >= number else None)
            with pytest.raises(StoreUnavailable):
                READING[verb](store)
    proxy.begin()
    assert READING[verb](store) == right


@pytest.mark.parametrize("verb", READING)
def test_an_answer_with_a_part_gone_or_wrong_is_told_or_makes_no_difference(
    proxy: Proxy, store: Store, verb: str
) -> None:
    proxy.begin()
    READING[verb](store)
    for number in range(min(proxy.count, 3)):
        genuine: list[Raw] = []

        def noted(n: int, answer: Raw, number: int = number, genuine: list[Raw] = genuine) -> Raw:
            genuine.extend([answer] if n == number else [])
            return answer

        proxy.begin(changed=noted)
        READING[verb](store)
        for wrong in mutations(json.loads(genuine[0].content)):
            given = Raw(json.dumps(wrong).encode(), genuine[0].status, genuine[0].type)
            proxy.begin(instead=lambda n, number=number, given=given: given if n == number else None)
            with suppress(StoreError):
                READING[verb](store)
