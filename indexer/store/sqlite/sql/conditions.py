"""Conditions as SQL, words in them as FTS5 expressions: pure, and every value a parameter.

SQL speaks of the row ``q`` of ``quotes``. What can be said in one FTS5 expression is, as a single MATCH is far
faster than set operations on its results.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.query import (
    AllOf,
    AnyOf,
    Condition,
    Interval,
    Near,
    Not,
    OfKind,
    OfStance,
    Phrase,
    Prefix,
    PrintedBy,
    PublishedIn,
    SaidIn,
    SpokenBy,
    When,
    Where,
    Words,
)
from indexer.store import conditions
from indexer.store.sqlite.schema import held_in
from indexer.store.sqlite.sql.expressions import NOTHING, both_but, expression, is_one_token, quoted, sides
from indexer.store.sqlite.sql.nearness import near_text

Parameter = str | int | None


@dataclass(frozen=True, slots=True)
class Sql:
    """A boolean expression over ``q`` and the parameters of its question marks, in order."""

    text: str
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A query's condition.

    Args:
        table: the FTS5 table that words are put to.
        match: an FTS5 expression that every result meets, or None when no words were asked for on their own.
        rest: what results must meet besides, or None.
        score: an FTS5 expression to rank by: any of the words asked for; None without words.
    """

    table: str
    match: str | None
    rest: Sql | None
    score: str | None


def compile_condition(condition: AllOf, where: Where) -> Compiled:
    """The condition as one FTS5 expression, as far as it goes, and SQL for the rest of it.

    Raises:
        Invalid: it is nested more than ``asked.DEEPEST`` levels.
    """
    conditions.refuse_deep(condition)
    wanted: list[str | None] = []
    unwanted: list[str | None] = []
    rest: list[Condition] = []
    nears: list[Near] = []
    for part in _flattened(condition):
        found = expression(part.part if isinstance(part, Not) else part, where)
        if isinstance(part, Near) and found is None:
            # Both sides must be there, which FTS5 finds fast; how far apart they are is seen row by row.
            wanted += sides(part, where)
            nears.append(part)
        elif found is None:
            rest.append(part)
        else:
            (unwanted if isinstance(part, Not) else wanted).append(found)
    match = both_but(wanted, unwanted)
    if match is None:
        rest = list(_flattened(condition))
    tests = [*(_sql(part, where) for part in _deepest_first(tuple(rest))), *(_near_here(near, where) for near in nears)]
    scored = [text for leaf in conditions.word_conditions(condition) for text in sides(leaf, where)]
    return Compiled(
        table=f"{where.value}_search",
        match=match,
        rest=_joined(tests, "AND") if tests else None,
        score=" OR ".join(dict.fromkeys(scored)) or None,
    )


def of_quotes(condition: AllOf, where: Where) -> Sql:
    """The condition as SQL alone, over ``q``, for rows that something else has found.

    Raises:
        Invalid: it is nested more than ``asked.DEEPEST`` levels.
    """
    conditions.refuse_deep(condition)
    return _sql(condition, where)


def of_articles(condition: Condition) -> Sql:
    """A condition of whole articles as SQL over the row ``a`` of ``articles``.

    Raises:
        Invalid: it is nested more than ``asked.DEEPEST`` levels, or asks for more than outlet and publication.
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
        case PrintedBy(words):
            if not words or not all(map(is_one_token, words)):
                return Sql("0")
            test = " AND ".join(["instr(' ' || a.outlet_words || ' ', ' ' || ? || ' ')"] * len(words))
            return Sql(f"({test})", words)
        case PublishedIn(interval):
            return _overlapping("published", "published", interval, row="a")
    raise AssertionError("refused before")


def _flattened(condition: AllOf) -> Iterable[Condition]:
    for part in condition.parts:
        if isinstance(part, AllOf):
            yield from _flattened(part)
        else:
            yield part


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
        case SpokenBy(speaker_id, words):
            return _spoken_by(speaker_id, words)
        case PrintedBy(words):
            return _matching("source_search", _all_in("outlet_words", words))
        case OfKind(kind):
            return Sql("q.kind = ?", (kind.value,))
        case OfStance(stance):
            return Sql("q.stance = ?", (stance.value,))
        case SaidIn(interval):
            return _overlapping("said_from", "said_to", interval)
        case PublishedIn(interval):
            return _overlapping("published", "published", interval)
        case When(interval):
            return _overlapping("when_from", "when_to", interval)
        case Words() | Phrase() | Prefix():
            raise AssertionError("a word on its own is always an FTS5 expression")


def _deepest_first(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The parts in an order that keeps SQLite's parser stack low: what opens with a parenthesis costs one symbol."""
    return tuple(sorted(parts, key=_depth, reverse=True))


def _depth(condition: Condition) -> int:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return 1 + max(map(_depth, parts), default=0)
        case Not(part):
            return 1 + _depth(part)
    return 0


def undated(dates: Iterable[conditions.DateCondition]) -> Sql:
    """Whether a quote lacks one of the dates that were asked for."""
    columns = {SaidIn: "said_from", PublishedIn: "published", When: "when_from"}
    return _joined((Sql(f"q.{columns[type(asked_date)]} IS NULL") for asked_date in dates), "OR")


def _joined(parts: Iterable[Sql], word: str) -> Sql:
    every = tuple(parts)
    text = f" {word} ".join(part.text for part in every)
    return Sql(f"({text})", tuple(parameter for part in every for parameter in part.parameters))


def _matching(table: str, expression: str) -> Sql:
    return Sql(f"q.number IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (expression,))


def _all_in(column: str, words: tuple[str, ...]) -> str:
    return f"{column} : ({' AND '.join(quoted((word,)) for word in words) or NOTHING})"


def _spoken_by(speaker_id: str, words: tuple[str, ...]) -> Sql:
    by_name = _matching("source_search", f"{_all_in('name_words', words)} OR {_all_in('printed_words', words)}")
    # IS, not =: where no speaker is named the answer is no, not NULL, so that a NOT around it is yes.
    known = speaker_id.encode("utf-8", "replace").decode()
    return Sql(f"(q.speaker_id IS ? OR {by_name.text})", (known, *by_name.parameters))


def _overlapping(first: str, last: str, interval: Interval, row: str = "q") -> Sql:
    tests, parameters = [f"{row}.{first} IS NOT NULL"], []
    if interval.to is not None:
        tests.append(f"{row}.{first} <= ?")
        parameters.append(interval.to.isoformat())
    if interval.from_ is not None:
        tests.append(f"{row}.{last} >= ?")
        parameters.append(interval.from_.isoformat())
    return Sql(f"({' AND '.join(tests)})", tuple(parameters))


def _near(condition: Near, where: Where) -> Sql:
    """A stem near a word: they stand in two columns, whose places FTS5 cannot compare; ``near_in`` does."""
    table, place = f"{where.value}_search", where.value
    left, right = sides(condition, where)
    text = (
        f"q.number IN (SELECT w.number FROM {table} CROSS JOIN {held_in(table)} AS w ON w.number = {table}.rowid"
        f" WHERE {table} MATCH ? AND near_in(?, w.{place}_words, w.{place}_stems))"
    )
    return Sql(text, (f"{left} AND {right}", near_text(condition)))


def _near_here(condition: Near, where: Where) -> Sql:
    """The same, of a row that is known to hold both sides."""
    place = where.value
    asked_near = f"near_in(?, w.{place}_words, w.{place}_stems)"
    held = held_in(f"{place}_search")
    return Sql(f"(SELECT {asked_near} FROM {held} AS w WHERE w.number = q.number)", (near_text(condition),))
