"""The tables of words are in order, say what they hold, and hold nothing that the program does not ask for."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from indexer import english
from indexer.languages import tables
from indexer.languages.table import WordClasses
from indexer.languages.verbs import Also, Report, Says, Takes
from indexer.text import fold

INDEXER = Path(__file__).parents[2] / "indexer"
TABLES = sorted(INDEXER.rglob("*.tsv"))
AS_PRINTED = {"abbreviations", "calendar", "name_parts", "occasions", "outlets", "scripts", "time", "zones"}


def name(table: Path) -> str:
    return table.stem


def lines(table: Path) -> tuple[list[str], list[list[str]]]:
    """The comments, and the cells of each other line, that with the names of the columns first."""
    every = table.read_text(encoding="utf-8").splitlines()
    return [line for line in every if line.startswith("#")], [line.split("\t") for line in every if line[:1] != "#"]


@pytest.mark.parametrize("table", TABLES, ids=name)
def test_a_table_is_sorted_and_each_line_stands_once(table: Path) -> None:
    _, (_, *rows) = lines(table)
    entries = [row[0] for row in rows]
    assert entries == sorted(set(entries))


@pytest.mark.parametrize("table", TABLES, ids=name)
def test_no_cell_has_space_around_it_and_no_line_empty_cells_at_its_end(table: Path) -> None:
    _, rows = lines(table)
    assert [row for row in rows if any(cell != cell.strip() for cell in row) or not row[-1]] == []


@pytest.mark.parametrize("table", TABLES, ids=name)
def test_comments_say_what_each_column_is(table: Path) -> None:
    comments, (columns, *_) = lines(table)
    assert [column for column in columns if not any(line.startswith(f"# {column} ") for line in comments)] == []


@pytest.mark.parametrize("table", [table for table in TABLES if name(table) not in AS_PRINTED], ids=name)
def test_what_is_compared_folded_is_written_folded(table: Path) -> None:
    _, (_, *rows) = lines(table)
    assert [row[0] for row in rows if row[0] != fold(row[0])] == []


def explained(table: Path) -> set[str]:
    """The values that the comments of a table explain, indented below their column."""
    return {found[1] for line in lines(table)[0] if (found := re.match(r"#   +(\S+)  +\S", line))}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        *(
            (field.name, {each.name for each in fields(classes) if "Mapping" not in str(each.type)})
            for field in fields(tables("en") or english)
            if isinstance(classes := getattr(tables("en"), field.name), WordClasses)
        ),
        ("verbs", {str(value) for kind in (Report, Takes, Says, Also) for value in kind}),
    ],
)
def test_comments_explain_every_value(table: str, values: set[str]) -> None:
    assert values - explained(INDEXER / "english" / f"{table}.tsv") == set()


def test_the_program_asks_for_every_class() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in INDEXER.rglob("*.py") if "languages" not in path.parts
    )
    tables_of_classes = [value for value in vars(english).values() if isinstance(value, WordClasses)]
    classes = {field.name for value in tables_of_classes for field in fields(value)}
    kinds = {f"{kind.__name__}.{value.name}" for kind in (Report, Takes, Says) for value in kind}
    assert {name for name in classes if not re.search(rf"\b[A-Z_]+\.{name}\b", code)} == set()
    assert {kind for kind in kinds if kind not in code} == set()


def test_a_language_without_tables_has_none() -> None:
    assert tables("en") is not None
    assert tables("de") is None
