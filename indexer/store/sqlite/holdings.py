"""What the store holds by outlet and month."""

from __future__ import annotations

import sqlite3

from indexer.query import Held


def holdings(connection: sqlite3.Connection) -> tuple[Held, ...]:
    """See ``indexer.store.base.Store.holdings``."""
    rows = connection.execute(
        "SELECT outlet, substr(published, 1, 7), count(*), sum(quotes) FROM articles GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return tuple(Held(*row) for row in rows)
