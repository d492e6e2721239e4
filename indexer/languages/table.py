"""Reads a table of a language: a TSV file whose comments say what a column means, and whose first line names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from importlib.resources.abc import Traversable
from itertools import dropwhile
from typing import Generic, NamedTuple, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
Group = TypeVar("Group")

_EXPLAINED = re.compile(r"#   (\w+)  +\S")


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


class Classes(Generic[Group]):
    """The entries of a table by class: an attribute for each class that the comments of the table explain.

    Args:
        table: the file; its column ``classes`` names the classes of an entry.
        columns: what its first line must name; the first holds the entry.

    Raises:
        TableError: as ``rows`` does, or a line names a class that no comment explains, or no line names one of them.
    """

    group: Callable[[Iterable[str]], Group]

    def __init__(self, table: Traversable, *columns: str) -> None:
        self.table = table.name
        self.rows = tuple(rows(table, *columns, "classes"))
        found: dict[str, list[str]] = {name: [] for name in _explained(table)}
        for row in self.rows:
            for name in row.words("classes"):
                if name not in found:
                    raise row.error(f"{name!r} in column classes is none of {', '.join(found)}, which comments explain")
                found[name].append(row.text(columns[0]))
        if unused := [name for name, entries in found.items() if not entries]:
            raise TableError(f"{self.table}: no line is of the class {unused[0]}")
        self.classes = frozenset(found)
        self.__dict__.update({name: type(self).group(entries) for name, entries in found.items()})

    def __getattr__(self, name: str) -> Group:
        raise AttributeError(f"{self.__dict__.get('table')} has no class {name}")


class WordClasses(Classes[frozenset[str]]):
    """Classes of words, each a set."""

    group = frozenset


class EndingClasses(Classes[tuple[str, ...]]):
    """Classes of beginnings and endings, each as ``str.startswith`` and ``str.endswith`` take it."""

    group = tuple


def _explained(table: Traversable) -> Iterator[str]:
    """The classes that the comments of a table explain, below the one on the column ``classes``."""
    comments = (line for line in table.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    for comment in dropwhile(lambda line: not line.startswith("# classes "), comments):
        if found := _EXPLAINED.match(comment):
            yield found[1]
