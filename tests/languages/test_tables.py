"""The tables of words are in order, say what they hold, and hold nothing that the program does not ask for."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from indexer import english
from indexer.languages import tables
from indexer.languages.table import Classes, WordClasses
from indexer.languages.verbs import Also, Report, Says, Takes
from indexer.text import fold

INDEXER = Path(__file__).parents[2] / "indexer"
TABLES = sorted(INDEXER.rglob("*.tsv"))
AS_PRINTED = {
    "abbreviations",
    "byline_words",
    "calendar",
    "class_names",
    "date_labels",
    "fields",
    "json_ld_types",
    "meta_names",
    "months",
    "name_parts",
    "occasions",
    "outlets",
    "scripts",
    "time",
    "zones",
}
RANKED = {"fields", "meta_names"}
"""Tables whose entries stand in an order that means something."""


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
    assert entries == sorted(set(entries)) or (name(table) in RANKED and len(entries) == len(set(entries)))


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


def test_comments_explain_every_value_of_verbs() -> None:
    comments, _ = lines(INDEXER / "english" / "verbs.tsv")
    explained = {found[1] for line in comments if (found := re.match(r"#   +(\S+)  +\S", line))}
    assert {str(value) for kind in (Report, Takes, Says, Also) for value in kind} - explained == set()


@cache
def asked_for() -> dict[str, set[str]]:
    """What the code asks tables of English for, by the name of the table in ``indexer.english``."""
    asked: dict[str, set[str]] = {}
    for path in INDEXER.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imports = [
            node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "indexer.english"
        ]
        tables_here = {name.asname or name.name: name.name for node in imports for name in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in tables_here:
                asked.setdefault(tables_here[node.value.id], set()).add(node.attr)
    return asked


CLASSES = {name: table.classes for name, table in vars(english).items() if isinstance(table, Classes)}


@pytest.mark.parametrize("name", CLASSES)
def test_the_code_asks_for_every_class_and_for_no_other(name: str) -> None:
    asked = asked_for()[name]
    assert CLASSES[name] - asked == set()
    assert {attribute for attribute in asked if not hasattr(getattr(english, name), attribute)} == set()


def test_the_code_asks_for_every_value_of_verbs() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in INDEXER.rglob("*.py") if "languages" not in path.parts
    )
    kinds = {f"{kind.__name__}.{value.name}" for kind in (Report, Takes, Says) for value in kind}
    assert {kind for kind in kinds if kind not in code} == set()


def test_a_language_without_tables_has_none() -> None:
    assert tables("en") is not None
    assert tables("de") is None


def lists(node: ast.AST) -> Iterator[list[str]]:
    """The strings of a set, list or tuple of strings, and the alternatives of a pattern."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        found = [element.value for element in node.elts if isinstance(element, ast.Constant)]
        if len(found) == len(node.elts):
            yield [text for text in found if isinstance(text, str)]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from (match[0].split("|") for match in re.finditer(r"[a-z]+(?:\|[a-z]+)+", node.value))


def words(table: WordClasses) -> frozenset[str]:
    return frozenset().union(*(getattr(table, name) for name in table.classes))


def test_no_code_lists_words_that_a_table_has() -> None:
    known = frozenset().union(*map(words, (english.GRAMMAR, english.CLAUSES, english.NOUN_PHRASES, english.NEGATION)))
    found = {
        f"{path.relative_to(INDEXER)}: {', '.join(listed)}"
        for path in INDEXER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for listed in lists(node)
        if len(listed) > 1 and known.issuperset(listed)
    }
    assert found == set()
