"""The days that a time expression covers: calendar arithmetic without text.

Relative expressions count back from the day of publication. They follow the conventions of the 315 gold labels (said
on) of PolNeAR's dev articles: the weekday of the day of publication means that day; "last week" is Monday to Sunday;
"this week" ends on the day of publication; "a few days ago" is one to five days back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import MO, SA, relativedelta, weekday

from indexer.languages.lexicon import Holiday
from indexer.model import Precision

FEW = (5, 1)
"""Units back, first and last, of "a few days ago"."""


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both inclusive, and its unit."""

    from_: date
    to: date
    precision: Precision

    @property
    def middle(self) -> date:
        """The day half way through, by which intervals are ordered."""
        return self.from_ + (self.to - self.from_) / 2


def day(value: date) -> Days:
    """One day."""
    return Days(value, value, Precision.DAY)


def calendar_day(year: int, month: int, number: int) -> Days | None:
    """That day, or None where the calendar has no such day (30 February)."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def last_calendar_day(month: int, number: int, published: date) -> Days | None:
    """The latest such day up to ``published``: "Feb. 12" without a year."""
    for years_back in range(9):  # 29 February may be eight years ago
        found = calendar_day(published.year - years_back, month, number)
        if found is not None and found.from_ <= published:
            return found
    return None


def calendar_month(year: int, month: int) -> Days:
    """A whole month."""
    first = date(year, month, 1)
    return Days(first, first + relativedelta(day=31), Precision.MONTH)


def last_month(month: int, published: date) -> Days:
    """The latest such month that had begun by ``published``: "in November"."""
    return calendar_month(published.year - (month > published.month), month)


def calendar_year(year: int) -> Days:
    """A whole year."""
    return Days(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def decade(year: int) -> Days:
    """The ten years from ``year``."""
    return Days(date(year, 1, 1), date(year + 9, 12, 31), Precision.INTERVAL)


def last_weekday(number: int, published: date, *, before: bool = False, weeks: int = 0) -> Days:
    """The latest such weekday (Monday is 0) up to ``published``; with ``before``, earlier than that day.

    Args:
        weeks: so many weeks before that.
    """
    reference = published - timedelta(days=int(before), weeks=weeks)
    return day(reference + relativedelta(weekday=weekday(number)(-1)))


def weekday_in(number: int, days: Days) -> Days | None:
    """That weekday (Monday is 0) of a week, or None if the week ends before it."""
    found = days.from_ + relativedelta(weekday=weekday(number))
    return day(found) if found <= days.to else None


def edge_of_month(month: int, year: int | None, published: date | None, *, last: bool) -> Days | None:
    """The first or last day of a month; without a year, of the latest that had come by ``published``."""
    years = [year] if year is not None else [published.year, published.year - 1] if published is not None else []
    ends = (calendar_month(each, month) for each in years)
    found = (day(end.to if last else end.from_) for end in ends)
    return next((each for each in found if published is None or each.from_ <= published), None)


def last_holiday(holiday: Holiday, published: date) -> Days:
    """The latest such day up to ``published``."""
    found = _holiday(holiday, published.year)
    return day(found if found <= published else _holiday(holiday, published.year - 1))


def _holiday(holiday: Holiday, year: int) -> date:
    if holiday.month is None:
        return easter(year) + timedelta(days=holiday.day or 0)
    if holiday.weekday is None:
        return date(year, holiday.month, holiday.day or 1)
    start = relativedelta(day=1 if holiday.which > 0 else 31)
    return date(year, holiday.month, 1) + start + relativedelta(weekday=weekday(holiday.weekday)(holiday.which))


def week(published: date, weeks_back: int) -> Days:
    """Monday to Sunday, so many weeks before ``published``; this week ends on that day."""
    monday = published + relativedelta(weekday=MO(-1), weeks=-weeks_back)
    return Days(monday, min(monday + timedelta(days=6), published), Precision.WEEK)


def weekend(published: date, *, last: bool = False) -> Days | None:
    """The latest weekend that had begun by ``published``; with ``last``, the latest one that was over.

    None from Tuesday to Friday, when "this weekend" is still to come.
    """
    if not last and 1 <= published.weekday() <= 4:
        return None
    saturday = published + relativedelta(weekday=SA(-1))
    if last and published - saturday < timedelta(days=2):
        saturday -= timedelta(days=7)
    return Days(saturday, min(saturday + timedelta(days=1), published), Precision.INTERVAL)


def season(first_month: int, year: int) -> Days:
    """The three months of the meteorological season (northern hemisphere) that began in ``year``."""
    first = date(year, first_month, 1)
    return Days(first, first + relativedelta(months=2, day=31), Precision.SEASON)


def last_season(first_month: int, published: date, *, last: bool = False) -> Days:
    """The latest such season that had begun by ``published``; with ``last``, the latest one that was over."""
    found = season(first_month, published.year)
    while found.from_ > published or (last and found.to >= published):
        found = season(first_month, found.from_.year - 1)
    return found


def back(unit: Precision, count: int, published: date) -> Days:
    """So many days, weeks, months or years before ``published``, as a day, week, month or year."""
    if unit is Precision.DAY:
        return day(published - timedelta(days=count))
    if unit is Precision.WEEK:
        return week(published, count)
    if unit is Precision.MONTH:
        then = published - relativedelta(months=count)
        return calendar_month(then.year, then.month)
    return calendar_year((published - relativedelta(years=count)).year)


def few_back(unit: Precision, published: date) -> Days:
    """A few days, weeks, months or years before ``published``, as an interval."""
    first, last = FEW
    return Days(_before(published, unit, first), _before(published, unit, last), Precision.INTERVAL)


def _before(day_: date, unit: Precision, count: int) -> date:
    if unit in (Precision.DAY, Precision.WEEK):
        return day_ - timedelta(days=count * (7 if unit is Precision.WEEK else 1))
    return day_ - (relativedelta(months=count) if unit is Precision.MONTH else relativedelta(years=count))
