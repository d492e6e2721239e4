"""A table that cannot be read says which line is wrong, and what is wrong with it."""

from pathlib import Path

import pytest

from indexer.languages.lexicon import Calendar, GivenNames, Plurals
from indexer.languages.table import EndingClasses, TableError, WordClasses, rows
from indexer.languages.verbs import Says, Takes, Verbs
from indexer.model import Precision


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


FRUIT = ("# name     a fruit", "# classes  what it is", "#   red   red", "#   sour  sour", "name\tclasses")


def test_words_are_gathered_by_class(tmp_path: Path) -> None:
    table = written(tmp_path, "fruit.tsv", *FRUIT, "cherry\tred", "cranberry\tred sour", "lime\tsour")
    fruit = WordClasses(table, "name")
    assert fruit.red == {"cherry", "cranberry"}
    assert fruit.sour == {"cranberry", "lime"}


def test_endings_are_gathered_as_strings_take_them(tmp_path: Path) -> None:
    fruit = EndingClasses(written(tmp_path, "fruit.tsv", *FRUIT, "berry\tred", "lime\tsour"), "name")
    assert "cranberry".endswith(fruit.red)
    assert not "cranberry".endswith(fruit.sour)


def test_a_class_that_no_comment_explains_is_none(tmp_path: Path) -> None:
    fruit = WordClasses(written(tmp_path, "fruit.tsv", *FRUIT, "cherry\tred", "lime\tsour"), "name")
    with pytest.raises(AttributeError, match=r"fruit\.tsv has no class sweet"):
        _ = fruit.sweet


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["cherry\tred", "lime\tsuor"], "fruit.tsv, line 7: 'suor' in column classes is none of red, sour"),
        (["cherry\tred"], "fruit.tsv: no line is of the class sour"),
    ],
)
def test_a_class_that_is_wrong_is_named(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(TableError) as error:
        WordClasses(written(tmp_path, "fruit.tsv", *FRUIT, *lines), "name")
    assert str(error.value).startswith(message)


def test_a_value_that_its_column_does_not_know_is_named(tmp_path: Path) -> None:
    table = written(tmp_path, "given_names.tsv", "name\tsex\tshort", "ada\tf", "oskar\tx")
    with pytest.raises(TableError, match=r"given_names\.tsv, line 3: 'x' in column sex is none of m, f"):
        GivenNames(table)


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


@pytest.mark.parametrize(
    ("noun", "singulars"),
    [("policemen", {"policeman"}), ("agencies", {"agency", "agencie"}), ("clerks", {"clerk"}), ("clerk", set())],
)
def test_what_a_plural_may_be_in_the_singular(tmp_path: Path, noun: str, singulars: set[str]) -> None:
    plurals = Plurals(written(tmp_path, "plurals.tsv", "plural\tsingular", "ies\ty", "men\tman", "s"))
    assert set(plurals.singulars(noun)) == singulars


def test_the_words_of_a_calendar(tmp_path: Path) -> None:
    lines = ("March\tmonth\t3\tMar.", "Tuesday\tweekday\t2", "autumn\tseason\t9", "week\tunit\tweek")
    calendar = Calendar(written(tmp_path, "calendar.tsv", "name\tkind\tvalue\tshort", *lines))
    assert calendar.months == {"March": 3, "Mar.": 3}
    assert (calendar.weekdays, calendar.seasons) == ({"Tuesday": 1}, {"autumn": 9})
    assert calendar.units == {"week": Precision.WEEK}


@pytest.mark.parametrize("line", ["March\tmonth\tthird", "week\tunit", "March\t\t3"])
def test_a_line_of_the_calendar_that_is_wrong_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(TableError, match=r"calendar\.tsv, line 2: "):
        Calendar(written(tmp_path, "calendar.tsv", "name\tkind\tvalue\tshort", line))
