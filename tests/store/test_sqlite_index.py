"""What is SQLite's own: the index inside, which says what the tables say."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from factory import article, says
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from probes import FERRY, sound

from indexer.store.sqlite import SqliteStore

WRITES = st.lists(
    st.one_of(
        st.tuples(st.just("replace"), st.integers(0, 3), st.text("ab é'-", max_size=12)),
        st.tuples(st.just("delete"), st.integers(0, 3), st.just("")),
        st.tuples(st.just("rebuild"), st.integers(0, 3), st.text("ab é'-", max_size=12)),
    ),
    max_size=12,
)


def made(number: int, text: str) -> object:
    own = f"the {text} harbour was closed for the whole of the summer"
    return article(
        f"a{number}", says(text, "Ida Brandt", before=text[::-1], after=own), says(text + " ferry", None), outlet=text
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(writes=WRITES)
def test_the_index_says_what_the_tables_say(store: SqliteStore, path: Path, writes: list[tuple[str, int, str]]) -> None:
    for what, number, text in writes:
        match what:
            case "replace":
                store.replace([made(number, text)])
            case "delete":
                store.delete([f"a{number}"])
            case _:
                with store.rebuild() as fresh:
                    fresh.replace([made(number, text), made(number + 1, text)])
                    fresh.replace([made(number, text + "!")])
    assert sound(path)
    assert kept_frequencies(path) == counted_frequencies(path)
    assert store.search(FERRY).total == store.counts().articles


def kept_frequencies(path: Path) -> dict[str, tuple[int, int]]:
    with closing(sqlite3.connect(path)) as connection:
        return {stem: (quotes, articles) for stem, quotes, articles in connection.execute("SELECT * FROM terms")}


def counted_frequencies(path: Path) -> dict[str, tuple[int, int]]:
    with closing(sqlite3.connect(path)) as connection:
        quotes = Counter(
            stem for (stems,) in connection.execute("SELECT content_stems FROM contents") for stem in set(stems.split())
        )
        articles = Counter(
            stem for (stems,) in connection.execute("SELECT stems FROM sentence_search") for stem in set(stems.split())
        )
        return {stem: (quotes[stem], articles[stem]) for stem in quotes | articles}
