"""Pairs whose sense is altered or kept, in both directions."""

from __future__ import annotations

import made_pairs
import pairs_of_exchanges
import pairs_of_names
import pairs_of_negations
import pairs_of_numbers
import pairs_of_opposites
import pairs_of_quantities
import pairs_of_shares
import pairs_of_times
import pytest

from indexer.compare import judge

PAIRS = (
    pairs_of_negations,
    pairs_of_numbers,
    pairs_of_quantities,
    pairs_of_shares,
    pairs_of_times,
    pairs_of_names,
    pairs_of_exchanges,
    pairs_of_opposites,
    made_pairs,
)


@pytest.mark.parametrize(("one", "other"), [pair for each in PAIRS for pair in each.ALTERED])
def test_the_sense_is_altered(one: str, other: str) -> None:
    for query, stored in ((one, other), (other, one)):
        found = judge(query, stored)
        assert found.reported
        assert found.sense_altered
        for guard in found.guards:
            assert query[slice(*guard.query)] == guard.query_text
            assert stored[slice(*guard.stored)] == guard.stored_text


@pytest.mark.parametrize(("one", "other"), [pair for each in PAIRS for pair in each.KEPT])
def test_the_sense_is_kept(one: str, other: str) -> None:
    for query, stored in ((one, other), (other, one)):
        found = judge(query, stored)
        assert found.reported
        assert not found.guards


def test_there_are_three_hundred_pairs_each_way() -> None:
    assert min(len(set(made_pairs.ALTERED)), len(set(made_pairs.KEPT))) >= 300
