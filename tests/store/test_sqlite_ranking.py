"""How SQLite's candidates are ranked."""

from __future__ import annotations

from pathlib import Path

from factory import article

from indexer.store import open_store
from indexer.text import stem, word_texts

ASKED = "The ferry to the outer islands will sail every morning, whatever the harbour board may write about it"
PRINTED = "The ferry to the outer islands will leave every morning, whatever the harbour council may write about it"
BEFORE = " ".join(
    f"Before {word}ing we had {word}ed all that was {word}able." for word in ("load", "paint", "mend", "row")
)


def test_a_changed_part_of_a_long_quote_is_before_short_quotes_that_share_less(tmp_path: Path) -> None:
    short = [article(f"short {n}", f"The ferry sails to the outer harbour on morning {n}") for n in range(60)]
    long = article("long", f"{BEFORE * 40} {PRINTED}")
    words = word_texts(ASKED)
    with open_store(f"sqlite:///{tmp_path / 'quotes.db'}", create=True) as store:
        store.replace([*short, long])
        store.flush()
        found = store.candidates([stem(word) for word in words], size=5)
    assert long.quotes[0].id in [each.quote_id for each in found]
