"""Every extractor beside what a reader finds: the tables of the ten classes, and figures that may only rise."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.floors import Floors, Reached, fallen, floors, reached, sample
from bench.gold.annotated import ARTICLES, TABLES, Annotated, read_marked, tables
from bench.gold.readings import differences
from indexer.extract import EXTRACTORS

ROWS = tables(TABLES)
FLOORS = floors()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@pytest.mark.parametrize("extractor", sorted(EXTRACTORS))
def test_a_row_is_read_as_a_reader_reads_it(extractor: str, row: Annotated) -> None:
    unlike = differences(row, EXTRACTORS[extractor](row.article))
    if row.name in FLOORS.extractors[extractor].not_read:
        assert unlike, "read right now: python -m bench.floors --raise"
    else:
        assert unlike == []


@pytest.mark.parametrize("extractor", sorted(EXTRACTORS))
def test_no_figure_falls(extractor: str) -> None:
    assert sample() == FLOORS.sample, "the articles have changed: python -m bench.floors --raise"
    assert fallen(reached(EXTRACTORS[extractor]), FLOORS.extractors[extractor]) == []


def test_a_row_that_is_added_hides_no_loss() -> None:
    before = Floors("one", ("a", "b"), {"rules": Reached({"direct": 90.0}, ("b",))})
    now = Reached({"direct": 80.0}, ("a", "b", "new"))
    assert fallen(now, before.of("rules", "two", now)) == ["no longer read: a"]
    assert fallen(now, before.of("rules", "one", now)) == ["direct: 80.0 below 90.0", "no longer read: a"]
    assert fallen(now, before.of("other", "two", now)) == []


def test_each_class_has_its_table() -> None:
    counts = Counter(row.name[:2] for row in ROWS)
    assert sorted(counts) == [f"{number:02}" for number in range(1, 11)]
    assert min(counts.values()) >= 12


def test_rows_have_names_of_their_own() -> None:
    names = [row.name for row in (*ROWS, *tables(ARTICLES))]
    assert len(set(names)) == len(names)


def test_marks_are_taken_out_of_a_text() -> None:
    text, parts = read_marked("{1:“A {2s:cat} {2c:said}, {2:‘No.’}”} {1s,3s:Lund} said. {3:“B.”}")
    assert text == "“A cat said, ‘No.’” Lund said. “B.”"
    assert {key: [span.text for span in spans] for key, spans in parts.items()} == {
        (1, ""): ["“A cat said, ‘No.’”"],
        (2, "s"): ["cat"],
        (2, "c"): ["said"],
        (2, ""): ["‘No.’"],
        (1, "s"): ["Lund"],
        (3, "s"): ["Lund"],
        (3, ""): ["“B.”"],
    }


@pytest.mark.parametrize("marked", ["{1:“No.”", "“No.”}", "{1s:Lund"])
def test_marks_that_do_not_pair_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        read_marked(marked)
