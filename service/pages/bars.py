"""Counts by month as bars, each of which leads to its month; by year where there are too many months."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from indexer.in_words import counted, month
from indexer.query import FacetCount

MOST_BARS = 72
STRAY = 0.02
"""The share of all quotes that may lie before or after the bars, so that one quote of 1956 does not flatten 2016."""

WIDTH = 1_000.0
WIDEST = 60.0
HEIGHT = 100.0

Leads = Callable[[str, str], str]
"""Gives the address of a period, by its first and last month or year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year: its name, its count, its place in a drawing of ``WIDTH`` by ``HEIGHT``, and its address."""

    label: str
    count: int
    x: float
    width: float
    height: float
    address: str | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars in order of time.

    Args:
        tallest: the label of the highest, for those who cannot see them.
        strays: (words, address) of what lies before and after them.
        unplaced: what is dated to no month, in words; empty where all is.
    """

    bars: tuple[Bar, ...]
    tallest: Bar
    strays: tuple[tuple[str, str], ...]
    unplaced: str


def of_months(months: Sequence[FacetCount], total: int, leads: Leads, noun: str = "quote") -> Bars | None:
    """The bars of counts by month (``2016-03``); None where a single month says nothing more than the total.

    Args:
        total: of all that is counted, whether it is dated or not.
    """
    if len(months) < 2:
        return None
    by_month = {each.value: each.count for each in months}
    first, last = _core([each.value for each in months], [each.count for each in months])
    strays = []
    if _number(last) - _number(first) < MOST_BARS:
        names = [_name(number) for number in range(_number(first), _number(last) + 1)]
    else:
        by_year: dict[str, int] = {}
        for value, count in by_month.items():
            by_year[value[:4]] = by_year.get(value[:4], 0) + count
        first, last = _core(list(by_year), list(by_year.values()))
        if int(last) - int(first) >= MOST_BARS:
            first = f"{int(last) - MOST_BARS + 1:04d}"
        names = [f"{year:04d}" for year in range(int(first), int(last) + 1)]
        by_month = by_year
    before = sum(count for value, count in by_month.items() if value < first)
    after = sum(count for value, count in by_month.items() if value > last)
    if before:
        strays.append((f"{counted(before, noun)} before", leads(min(by_month), _before(first))))
    if after:
        strays.append((f"{counted(after, noun)} after", leads(_after(last), max(by_month))))
    bars = _drawn(names, by_month, leads)
    unplaced = total - sum(each.count for each in months)
    words = f"{counted(unplaced, noun)} dated to no month" if unplaced > 0 else ""
    return Bars(bars, max(bars, key=lambda bar: bar.count), tuple(strays), words)


def _drawn(names: Sequence[str], counts: Mapping[str, int], leads: Leads) -> tuple[Bar, ...]:
    highest = max(counts.get(name, 0) for name in names)
    step = WIDTH / len(names)
    width = min(0.9 * step, WIDEST)
    return tuple(
        Bar(
            label=month(name) if "-" in name else name,
            count=counts.get(name, 0),
            x=round((number + 0.5) * step - width / 2, 2),
            width=round(width, 2),
            height=round(HEIGHT * counts.get(name, 0) / highest, 2),
            address=leads(name, name) if counts.get(name) else None,
        )
        for number, name in enumerate(names)
    )


def _core(values: Sequence[str], counts: Sequence[int]) -> tuple[str, str]:
    """The first and the last value without the strays at both ends."""
    spare = sum(counts) * STRAY
    first = next(place for place, total in enumerate(accumulate(counts)) if total > spare)
    last = next(place for place, total in enumerate(accumulate(reversed(counts))) if total > spare)
    return values[first], values[max(first, len(values) - 1 - last)]


def _number(month_: str) -> int:
    """A month as a number that counts on from year to year."""
    return int(month_[:4]) * 12 + int(month_[5:]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _before(value: str) -> str:
    return _name(_number(value) - 1) if "-" in value else f"{int(value) - 1:04d}"


def _after(value: str) -> str:
    return _name(_number(value) + 1) if "-" in value else f"{int(value) + 1:04d}"
