"""A table of people: what it holds, and which line is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import Invalid
from indexer.read_people import read_people

SAMPLE = Path(__file__).parents[1] / "samples" / "people.csv"


def test_the_sample_is_read() -> None:
    first, *others = read_people(SAMPLE.read_text().splitlines(keepends=True))
    assert first["name"] == "Ines Halloran"
    assert first["roles"] == [{"role": "mayor", "from": "2023-05-01", "to": None}]
    assert len(others) == 2


def test_cells_are_read() -> None:
    lines = [
        "wikidata,name,aliases,roles\n",
        'Q12,Ida Brandt,Ida K. Brandt;I. Brandt,"mayor (2019-05-01 to 2023-04-30)"\n',
    ]
    assert read_people(lines) == [
        {
            "name": "Ida Brandt",
            "key": "ida-brandt",
            "aliases": ["ida-k-brandt", "i-brandt"],
            "wikidata": "Q12",
            "roles": [{"role": "mayor", "from": "2019-05-01", "to": "2023-04-30"}],
        }
    ]


@pytest.mark.parametrize(
    ("lines", "line", "why"),
    [
        (["person\n", "Ida\n"], "line 1", "names the columns"),
        ([], "line 1", "names the columns"),
        (["name,colour\n"], "line 1", "names the columns"),
        (["name\n", "Ida Brandt\n", "…\n"], "line 3", "has no name"),
        (["name,wikidata\n", "Ida Brandt,12\n"], "line 2", "written as Q42"),
        (["name,aliases\n", "Ida Brandt\n"], "line 2", "not as many cells"),
        (["name\n", "Ida Brandt,Jon\n"], "line 2", "not as many cells"),
        (["name,aliases\n", "Ida Brandt,\n", "Jon Moe,Ida Brandt\n"], "line 3", "which line 2 has too"),
        (["name,roles\n", "Ida Brandt,mayor (2019-13-01 to )\n"], "line 2", "written as 2019-05-01|write it as 2019"),
        (["name,roles\n", "Ida Brandt,mayor (2020-01-01 to 2019-01-01)\n"], "line 2", "ends before it begins"),
        (["name,roles\n", "Ida Brandt,mayor (since May\n"], "line 2", "write it as"),
        (["name\n", '"Ida Brandt\n'], "line 2", "is no CSV"),
    ],
)
def test_a_broken_line_is_named(lines: list[str], line: str, why: str) -> None:
    with pytest.raises(Invalid, match=why) as refused:
        read_people(lines)
    assert refused.value.field == line
