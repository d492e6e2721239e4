"""Conditions as SQL, and their words as FTS5 expressions: pure, with every value as a parameter.

The SQL tests the row ``q`` of ``quotes``. As much of a condition as possible becomes one FTS5 expression, since one
MATCH is far faster than set operations on the results of several.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.query import (
    AllOf,
    AnyOf,
    Condition,
    HasName,
    InRange,
    Is,
    Near,
    Not,
    Phrase,
    Prefix,
    Where,
    Words,
)
from indexer.store import conditions
from indexer.store.sqlite.schema import content_table
from indexer.store.sqlite.sql.columns import storable
from indexer.store.sqlite.sql.expressions import NOTHING, both_but, expression, is_one_token, quoted, sides
from indexer.store.sqlite.sql.nearness import near_text
from indexer.store.stored_fields import FIELDS, IDS, bound

Parameter = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sql:
    """A boolean expression over ``q`` and the parameters of its question marks, in order."""

    text: str
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A query's condition in two parts: an FTS5 expression, and SQL for what FTS5 cannot decide.

    Args:
        table: the FTS5 table that is searched for words.
        match: an FTS5 expression that every result meets, or None if words alone select nothing.
        rest: SQL that results must meet besides, or None.
        score: an FTS5 expression to rank by, any word of the condition; None without words.
    """

    table: str
    match: str | None
    rest: Sql | None
    score: str | None


def compile_condition(condition: AllOf, where: Where) -> Compiled:
    """The condition as one FTS5 expression, as far as possible, and SQL for the rest.

    Raises:
        Invalid: it is nested in more than ``conditions.DEEPEST`` levels.
    """
    conditions.refuse_deep(condition)
    wanted: list[str | None] = []
    unwanted: list[str | None] = []
    rest: list[Condition] = []
    nears: list[Near] = []
    for part in condition.flat():
        found = expression(part.part if isinstance(part, Not) else part, where)
        if isinstance(part, Near) and found is None:
            # FTS5 finds the rows with both sides fast; their distance is tested row by row.
            wanted += sides(part, where)
            nears.append(part)
        elif found is None:
            rest.append(part)
        else:
            (unwanted if isinstance(part, Not) else wanted).append(found)
    match = both_but(wanted, unwanted)
    if match is None:
        rest = list(condition.flat())
    tests = [*(_sql(part, where) for part in _deepest_first(tuple(rest))), *(_near_here(near, where) for near in nears)]
    scored = [text for leaf in conditions.word_conditions(condition) for text in sides(leaf, where)]
    return Compiled(
        table=f"{where.value}_search",
        match=match,
        rest=_joined(tests, "AND") if tests else None,
        score=" OR ".join(dict.fromkeys(scored)) or None,
    )


def of_quotes(condition: AllOf, where: Where) -> Sql:
    """The condition as SQL alone, over ``q``, for rows that were found by other means.

    Raises:
        Invalid: it is nested in more than ``conditions.DEEPEST`` levels.
    """
    conditions.refuse_deep(condition)
    return _sql(condition, where)


def of_articles(condition: Condition) -> Sql:
    """A condition of whole articles as SQL over the row ``a`` of ``articles``.

    Raises:
        Invalid: it is nested in more than ``conditions.DEEPEST`` levels, or names more than outlet and publication.
    """
    conditions.refuse_deep(condition)
    conditions.refuse_unless_of_articles(condition)
    return _of_articles(condition)


def _of_articles(condition: Condition) -> Sql:
    match condition:
        case AllOf(parts):
            return _joined(map(_of_articles, _deepest_first(parts)), "AND") if parts else Sql("1")
        case AnyOf(parts):
            return _joined(map(_of_articles, _deepest_first(parts)), "OR") if parts else Sql("0")
        case Not(part):
            inner = _of_articles(part)
            return Sql(f"({inner.text}) = 0", inner.parameters)
        case HasName(field, words, ident):
            by_id = Sql(f"a.{IDS[field]} IS ?", (storable(ident),)) if ident is not None else Sql("0")
            if not words or not all(map(is_one_token, words)):
                return by_id
            (column,) = FIELDS[field]
            test = " AND ".join([f"instr(' ' || a.{column} || ' ', ' ' || ? || ' ')"] * len(words))
            return _joined((Sql(f"({test})", words), by_id), "OR")
        case InRange():
            return _in_range(condition, row="a")
    raise AssertionError("refused before")


def _sql(condition: Condition, where: Where) -> Sql:
    found = expression(condition, where)
    if found is not None:
        return _matching(f"{where.value}_search", found)
    match condition:
        case AllOf(parts):
            return _joined((_sql(part, where) for part in _deepest_first(parts)), "AND") if parts else Sql("1")
        case AnyOf(parts):
            return _joined((_sql(part, where) for part in _deepest_first(parts)), "OR") if parts else Sql("0")
        case Not(part):
            inner = _sql(part, where)
            return Sql(f"({inner.text}) = 0", inner.parameters)
        case Near():
            return _near(condition, where)
        case Is(field, value):
            (column,) = FIELDS[field]
            return Sql(f"q.{column} = ?", (value,))
        case HasName():
            return _named(condition)
        case InRange():
            return _in_range(condition)
        case Words() | Phrase() | Prefix():
            raise AssertionError("a word on its own is always an FTS5 expression")


def _deepest_first(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The parts, deepest first: so SQLite's parser keeps fewer symbols on its stack while it reads them."""
    return tuple(sorted(parts, key=_depth, reverse=True))


def _depth(condition: Condition) -> int:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return 1 + max(map(_depth, parts), default=0)
        case Not(part):
            return 1 + _depth(part)
    return 0


def undated(dates: Iterable[InRange]) -> Sql:
    """Whether a quote lacks at least one of the dates of these conditions."""
    columns = dict.fromkeys(FIELDS[each.field][0] for each in dates)
    return _joined((Sql(f"q.{column} IS NULL") for column in columns), "OR")


def _joined(parts: Iterable[Sql], word: str) -> Sql:
    every = tuple(parts)
    text = f" {word} ".join(part.text for part in every)
    return Sql(f"({text})", tuple(parameter for part in every for parameter in part.parameters))


def _matching(table: str, expression: str) -> Sql:
    return Sql(f"q.number IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (expression,))


def _all_in(column: str, words: tuple[str, ...]) -> str:
    return f"{column} : ({' AND '.join(quoted((word,)) for word in words) or NOTHING})"


def _named(condition: HasName) -> Sql:
    either = " OR ".join(_all_in(column, condition.words) for column in FIELDS[condition.field])
    by_name = _matching("source_search", either)
    ids = tuple(dict.fromkeys(map(storable, filter(None, (condition.id, *condition.ids)))))
    if not ids:
        return by_name
    column = f"q.{IDS[condition.field]}"
    # A quote without an id is a no, not NULL, so that NOT makes it a yes.
    several = f"({column} IS NOT NULL AND {column} IN ({', '.join('?' * len(ids))}))"
    test = f"({several if len(ids) > 1 else f'{column} IS ?'} OR {by_name.text})"
    return Sql(test, (*ids, *by_name.parameters))


def _in_range(condition: InRange, row: str = "q") -> Sql:
    first, last = FIELDS[condition.field]
    tests, parameters = [f"{row}.{first} IS NOT NULL"], []
    if condition.to is not None:
        tests.append(f"{row}.{first} <= ?")
        parameters.append(bound(condition.to))
    if condition.from_ is not None:
        tests.append(f"{row}.{last} >= ?")
        parameters.append(bound(condition.from_))
    return Sql(f"({' AND '.join(tests)})", tuple(parameters))


def _near(condition: Near, where: Where) -> Sql:
    """A stem near a word: ``near_in`` compares their places, as FTS5 cannot do so across two columns."""
    table, place = f"{where.value}_search", where.value
    left, right = sides(condition, where)
    text = (
        f"q.number IN (SELECT w.number FROM {table} CROSS JOIN {content_table(table)} AS w ON w.number = {table}.rowid"
        f" WHERE {table} MATCH ? AND near_in(?, w.{place}_words, w.{place}_stems))"
    )
    return Sql(text, (f"{left} AND {right}", near_text(condition)))


def _near_here(condition: Near, where: Where) -> Sql:
    """The same, for a row that is known to hold both sides."""
    place = where.value
    test = f"near_in(?, w.{place}_words, w.{place}_stems)"
    table = content_table(f"{place}_search")
    return Sql(f"(SELECT {test} FROM {table} AS w WHERE w.number = q.number)", (near_text(condition),))
