"""Bars by month and by year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query import FacetCount
from service.pages.bars import HEIGHT, MOST_BARS, Bars, of_months


def bars(counts: dict[str, int], undated: int = 0) -> Bars | None:
    months = [FacetCount(month, month, count) for month, count in sorted(counts.items())]
    return of_months(months, sum(counts.values()) + undated, lambda first, last: f"{first}..{last}")


def test_months_without_quotes_have_a_place() -> None:
    found = bars({"2015-11": 2, "2016-02": 4})
    assert found is not None
    assert [(bar.label, bar.count, bar.address) for bar in found.bars] == [
        ("November 2015", 2, "2015-11..2015-11"),
        ("December 2015", 0, None),
        ("January 2016", 0, None),
        ("February 2016", 4, "2016-02..2016-02"),
    ]
    assert [bar.height for bar in found.bars] == [50.0, 0.0, 0.0, HEIGHT]
    assert (found.tallest.label, found.strays) == ("February 2016", ())


def test_a_stray_quote_does_not_flatten_the_others() -> None:
    found = bars({"1956-03": 1, "2015-12": 60, "2016-01": 58, "2019-07": 1})
    assert found is not None
    assert [bar.label for bar in found.bars] == ["December 2015", "January 2016"]
    assert found.strays == (("1 quote before", "1956-03..2015-11"), ("1 quote after", "2016-02..2019-07"))


def test_many_years_are_shown_by_year() -> None:
    found = bars({f"{year}-05": 10 for year in range(1990, 2021)})
    assert found is not None
    assert (found.bars[0].label, found.bars[-1].label, len(found.bars)) == ("1990", "2020", 31)
    assert found.bars[1].address == "1991..1991"


@pytest.mark.parametrize("counts", [{}, {"2016-03": 5}])
def test_one_month_says_no_more_than_the_total(counts: dict[str, int]) -> None:
    assert bars(counts) is None


MONTHS = st.builds("{:04d}-{:02d}".format, st.integers(1, 9999), st.integers(1, 12))


@given(st.dictionaries(MONTHS, st.integers(1, 500), min_size=2, max_size=40))
def test_every_quote_is_in_a_bar_or_a_stray(counts: dict[str, int]) -> None:
    found = bars(counts)
    assert found is not None
    assert 1 <= len(found.bars) <= MOST_BARS
    strays = sum(int(words.split()[0].replace(",", "")) for words, _ in found.strays)
    assert sum(bar.count for bar in found.bars) + strays == sum(counts.values())
    assert all(0 <= bar.height <= HEIGHT and 0 <= bar.x < 1000 for bar in found.bars)


@pytest.mark.parametrize(
    ("undated", "words"), [(0, ""), (1, "1 quote dated to no month"), (1_200, "1,200 quotes dated to no month")]
)
def test_what_has_no_bar_is_counted(undated: int, words: str) -> None:
    found = bars({"2016-03": 5, "2016-04": 2}, undated)
    assert found is not None
    assert found.unplaced == words
