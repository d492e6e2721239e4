"""Reads a table of a language: a TSV file whose comments say what a column means, and whose first line names them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, Self, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


class TableError(ValueError):
    """A table that cannot be read: names the table, the line, and what is wrong there."""


class Row(NamedTuple):
    """One line of a table.

    Args:
        table: its name.
        number: the number of the line, from 1.
        cells: what its columns hold, by their names.
    """

    table: str
    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """What a cell holds; "" where it is empty."""
        return self.cells.get(column, "")

    def words(self, column: str) -> tuple[str, ...]:
        """The words of a cell, which spaces part."""
        return tuple(self.text(column).split())

    def choice(self, column: str, kind: type[Choice]) -> Choice | None:
        """The value of a cell as one of ``kind``; None where the cell is empty."""
        return self._one_of(column, value, kind) if (value := self.text(column)) else None

    def choices(self, column: str, kind: type[Choice]) -> frozenset[Choice]:
        """The values of a cell, each as one of ``kind``."""
        return frozenset(self._one_of(column, value, kind) for value in self.words(column))

    def error(self, problem: str) -> TableError:
        """The error to raise for a problem with this line."""
        return TableError(f"{self.table}, line {self.number}: {problem}")

    def _one_of(self, column: str, value: str, kind: type[Choice]) -> Choice:
        try:
            return kind(value)
        except ValueError:
            raise self.error(f"{value!r} in column {column} is none of {', '.join(kind)}") from None


def rows(table: Traversable, *columns: str) -> Iterator[Row]:
    """The lines of a table in order, without empty lines and comments (lines that begin with ``#``).

    Args:
        table: the file.
        columns: what its first line must name, in this order; the first holds the entry.

    Raises:
        TableError: the columns are others, a line has too many or no entry, or an entry stands twice.
    """
    name, numbered = table.name, enumerate(table.read_text(encoding="utf-8").splitlines(), 1)
    lines = ((number, line.split("\t")) for number, line in numbered if line and not line.startswith("#"))
    number, head = next(lines, (1, [""]))
    if head != list(columns):
        raise TableError(f"{name}, line {number}: the columns are {head}; they must be {list(columns)}")
    seen: dict[str, int] = {}
    for number, cells in lines:
        row = Row(name, number, dict(zip(columns, cells, strict=False)))
        if len(cells) > len(columns) or not cells[0]:
            raise row.error(f"{len(cells)} cells; there are {len(columns)} columns, and the first must be filled")
        if seen.setdefault(cells[0], number) != number:
            raise row.error(f"{cells[0]!r} stands on line {seen[cells[0]]} too")
        yield row


@dataclass(frozen=True)
class WordClasses:
    """The words of a table by class: each field holds the words whose line names it in the column ``classes``."""

    @classmethod
    def read(cls, table: Traversable, *columns: str) -> Self:
        """Read a table whose first column is the word, and one of whose columns is ``classes``.

        Raises:
            TableError: as ``rows`` does, or a line names another class, or no line names one of them.
        """
        lines = tuple(rows(table, *columns))
        others = cls._others(lines)
        found: dict[str, set[str]] = {field.name: set() for field in fields(cls) if field.name not in others}
        for line in lines:
            for name in line.words("classes"):
                if name not in found:
                    raise line.error(f"{name!r} in column classes is none of {', '.join(found)}")
                found[name].add(line.text(columns[0]))
        if missing := [name for name, members in found.items() if not members]:
            raise TableError(f"{table.name}: no line is of the class {missing[0]}")
        return cls(**{name: cls._group(members) for name, members in found.items()}, **others)

    @classmethod
    def _others(cls, lines: Sequence[Row]) -> Mapping[str, Any]:
        """The values of the fields that are not classes."""
        return {}

    @staticmethod
    def _group(members: set[str]) -> Collection[str]:
        """The words of a class, as its field holds them."""
        return frozenset(members)
