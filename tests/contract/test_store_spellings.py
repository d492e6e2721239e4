"""Words of the archive that are spelled nearly like one that finds nothing."""

from __future__ import annotations

import pytest
from factory import article, says
from queries import put

from indexer.store.base import Store
from indexer.text import stem

TEXTS = (
    "“The lighthouse keepers want a pension.”",
    "“A pension is not a passion.”",
    "“Harbour dues have doubled.”",
    "“Harbour, harbour, nothing but the harbour.”",
    "“Harvest was late in the islands.”",
    "“The ferry was full.”",
    "“İstanbul is a long way from the quay.”",
)


@pytest.fixture(scope="module")
def filled(shared: Store) -> Store:
    put(shared, *(article(f"a{number}", says(text)) for number, text in enumerate(TEXTS)))
    return shared


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("lighthuose", ("lighthouse",)),
        ("pensoin", ("pension",)),
        ("harbuor", ("harbour",)),
        ("feryr", ("ferry",)),
        ("harbur", ("harbour",)),
        ("hqrbour", ("harbour",)),
        ("harvset", ("harvest",)),
        ("zeppelin", ()),
        ("quya", ("quay",)),
        ("xuay", ()),
        ("teh", ()),
        ("", ()),
        ("a\0bcd", ()),
        ('"quay', ()),
    ],
)
def test_what_was_meant(filled: Store, typed: str, words: tuple[str, ...]) -> None:
    assert filled.spellings(stem(typed, "en"))[:1] == words


def test_no_more_than_asked(filled: Store) -> None:
    assert filled.spellings(stem("pasion", "en"), size=1) == ("passion",)
    assert len(filled.spellings(stem("passin", "en"), size=5)) <= 5
