"""The rows of a search, as the tail of a SELECT."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.store.sqlite.sql.conditions import Compiled, Parameter, Sql

GROUP = "coalesce(q.utterance, q.number)"
"""The value that all quotes of one utterance share."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The rows of a search as the tail of a SELECT.

    Args:
        number: the expression for a row's number.
        wide: whether ``q``, the row of ``quotes``, can be used.
    """

    tail: str
    parameters: tuple[Parameter, ...]
    number: str
    wide: bool


def selected(compiled: Compiled, *more: Sql, wide: bool = False) -> Selected:
    """The rows that meet the condition, and ``more``.

    Args:
        wide: whether the columns of ``quotes`` are needed; otherwise FTS5 alone answers a search for words alone.
    """
    tests = [test for test in (compiled.rest, *more) if test is not None]
    parameters = tuple(parameter for test in tests for parameter in test.parameters)
    conjunction = " AND ".join(f"({test.text})" for test in tests)
    if compiled.match is None:
        return Selected(f"FROM quotes AS q WHERE {conjunction or '1'}", parameters, "q.number", True)
    table = compiled.table
    matching = f"{table} MATCH ?"
    if not (tests or wide):
        return Selected(f"FROM {table} WHERE {matching}", (compiled.match,), f"{table}.rowid", False)
    # CROSS JOIN keeps the order: first the words, then the rows that they lead to.
    joined = f"FROM {table} CROSS JOIN quotes AS q ON q.number = {table}.rowid"
    everything = f"{matching} AND {conjunction}" if conjunction else matching
    return Selected(f"{joined} WHERE {everything}", (compiled.match, *parameters), "q.number", True)
