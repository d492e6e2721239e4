"""A table that cannot be read says which line is wrong, and what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from indexer.languages.pairs import GivenNames
from indexer.languages.table import TableError, WordClasses, rows
from indexer.languages.verbs import Says, Takes, Verbs


@dataclass(frozen=True)
class Fruit(WordClasses):
    red: frozenset[str]
    sour: frozenset[str]


def written(folder: Path, name: str, *lines: str) -> Path:
    table = folder / name
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return table


def test_comments_and_empty_lines_are_left_out_and_missing_cells_are_empty(tmp_path: Path) -> None:
    table = written(tmp_path, "fruit.tsv", "# Fruit.", "name\tcolour", "", "lime\tgreen", "# none", "quince")
    assert [(row.text("name"), row.text("colour"), row.number) for row in rows(table, "name", "colour")] == [
        ("lime", "green", 4),
        ("quince", "", 6),
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["name\tcolor", "lime\tgreen"], "fruit.tsv, line 1: the columns are ['name', 'color']"),
        (["# nothing"], "fruit.tsv, line 1: the columns are ['']"),
        (["name\tcolour", "lime\tgreen\tsour"], "fruit.tsv, line 2: 3 cells"),
        (["name\tcolour", "\tgreen"], "fruit.tsv, line 2: 2 cells"),
        (["name\tcolour", "lime\tgreen", "lime\tred"], "fruit.tsv, line 3: 'lime' stands on line 2 too"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(TableError) as error:
        list(rows(written(tmp_path, "fruit.tsv", *lines), "name", "colour"))
    assert str(error.value).startswith(message)


def test_words_are_gathered_by_class(tmp_path: Path) -> None:
    table = written(tmp_path, "fruit.tsv", "name\tclasses", "cherry\tred", "cranberry\tred sour", "lime\tsour")
    assert Fruit.read(table, "name", "classes") == Fruit(
        red=frozenset({"cherry", "cranberry"}), sour=frozenset({"cranberry", "lime"})
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["cherry\tred", "lime\tsuor"], "fruit.tsv, line 3: 'suor' in column classes is none of red, sour"),
        (["cherry\tred"], "fruit.tsv: no line is of the class sour"),
    ],
)
def test_classes_are_those_that_the_program_asks_for(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(TableError, match=message):
        Fruit.read(written(tmp_path, "fruit.tsv", "name\tclasses", *lines), "name", "classes")


def test_a_value_that_its_column_does_not_know_is_named(tmp_path: Path) -> None:
    table = written(tmp_path, "given_names.tsv", "name\tsex\tshort", "ada\tf", "oskar\tx")
    with pytest.raises(TableError, match=r"given_names\.tsv, line 3: 'x' in column sex is none of m, f"):
        GivenNames.read(table)


VERB_COLUMNS = "verb\tforms\treports\ttakes\tsays\talso\tparticle\tmedium\tnouns"


@pytest.fixture
def inflection(tmp_path: Path) -> Path:
    return written(tmp_path, "inflection.tsv", "ending\tthird\tpast\tgerund", "*\ts\ted\ting", "e\tes\ted\ting")


def test_a_verb_has_the_forms_of_its_ending_or_its_own(tmp_path: Path, inflection: Path) -> None:
    table = written(
        tmp_path,
        "verbs.tsv",
        VERB_COLUMNS,
        "argue\t\tspeech\tclause",
        "rue back\t\t\t\tdisputes",
        "swear\tswears swore sworn swearing\tspeech",
        "tell\ttells told telling\tspeech\thearer",
    )
    verbs = Verbs(table, inflection)
    assert sorted(verbs.reporting) == [
        *("argue", "argued", "argues", "arguing"),
        *("swear", "swearing", "swears", "swore", "sworn"),
        *("tell", "telling", "tells", "told"),
    ]
    assert verbs.forms_that[Says.DISPUTES] == {"rue back", "rues back", "rued back", "ruing back"}
    assert verbs.participles == {"sworn"}
    assert verbs.reporting["told"].takes == {Takes.HEARER}
    assert [form for form, verb in verbs.reporting.items() if verb.gerund] == ["arguing", "swearing", "telling"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("tell\ttells told", "verbs.tsv, line 2: 2 forms"),
        ("tell\t\tspeach", "verbs.tsv, line 2: 'speach' in column reports is none of speech, attitude, judgement"),
        ("tell\t\tspeech\tlistener", "verbs.tsv, line 2: 'listener' in column takes is none of "),
    ],
)
def test_a_verb_that_is_wrong_is_named(tmp_path: Path, inflection: Path, line: str, message: str) -> None:
    with pytest.raises(TableError) as error:
        Verbs(written(tmp_path, "verbs.tsv", VERB_COLUMNS, line), inflection)
    assert str(error.value).startswith(message)
