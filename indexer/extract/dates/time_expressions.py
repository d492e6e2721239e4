"""Time expressions in a text, each with the days that it means on a given day of publication.

English only. Nothing is filled in from today's date: without a day of publication, only expressions with a year are
understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from indexer.english import CALENDAR, ENDINGS, GRAMMAR, NUMBERS, OCCASIONS, TIME
from indexer.extract.dates import intervals
from indexer.extract.dates.intervals import Days
from indexer.model import Precision
from indexer.text import alternation


def _spaced(entries: Iterable[str], *, capitals: bool) -> str:
    """Any of the entries, whatever space is between their words; see ``alternation``."""
    return alternation(entries, capitals=capitals).replace(r"\ ", r"\s+")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in a text.

    Args:
        start, end: offsets in the text, end exclusive.
        days: the interval meant, with its precision.
        form: the class of expression, such as ``weekday`` or ``month``, by which ``bench/said.py`` counts.
        lead: the word before it, in small letters ("on", "since", "after"), or "".
    """

    start: int
    end: int
    days: Days
    form: str
    lead: str


_MONTH = rf"(?P<month>{alternation(CALENDAR.months)})"
_WEEKDAY = rf"(?P<weekday>{alternation(CALENDAR.weekdays)})"
_DAY = rf"(?P<day>[12]\d|3[01]|0?[1-9])(?:{alternation(ENDINGS.ordinals)})?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"

_A = GRAMMAR.articles - GRAMMAR.definite_articles
_NUMBERS = {word: int(value) for word, value in NUMBERS.values.items() if value.isdigit() and int(value) <= 40}
_NUMBERS |= dict.fromkeys(_A, 1)
_TENS = alternation(word for word, number in _NUMBERS.items() if number in (20, 30, 40))
_COUNT = (
    rf"(?P<count>\d{{1,3}}|(?:(?:{alternation(_A)})\s+)?(?:{_spaced(TIME.few, capitals=False)})"
    rf"|(?i:(?:(?:{_TENS})-)?(?:{alternation(_NUMBERS)})))"
)
_WHICH = rf"(?P<which>{alternation(TIME.deictics, capitals=True)})"
_SEASON = rf"(?P<season>{alternation(CALENDAR.seasons, capitals=True)})"
_UNIT = rf"(?P<unit>{alternation(CALENDAR.units)})"
_LONG_UNIT = rf"(?P<unit>{alternation(unit for unit in CALENDAR.units if CALENDAR.units[unit] is not Precision.DAY)})"
_OF = rf"(?:(?:{alternation(GRAMMAR.genitive)})\s+)?"
_THE = rf"(?:(?:{alternation(GRAMMAR.definite_articles)})\s+)?"

_PARTS_OF_DAY = rf"(?:\s+(?:{alternation(TIME.day_parts)}))?"
_IN_WEEK = (
    rf"(?:{_PARTS_OF_DAY}\s+{_OF}(?P<of_week>{alternation(TIME.deictics)})\s+"
    rf"(?:{alternation(unit for unit in CALENDAR.units if CALENDAR.units[unit] is Precision.WEEK)}))"
)
_BEFORE_LAST = _spaced(TIME.before_last, capitals=False)
_HOLIDAYS = {name.replace("'", "’"): day for name, day in CALENDAR.holidays.items()}

_HOLIDAY = alternation(_HOLIDAYS).replace("’", "['’]")

# Tried in this order at each place, so that the longer and surer form wins.
_FORMS = {
    "date": rf"(?:{_WEEKDAY},?\s+{_THE})?(?:{_MONTH}\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?)",
    "day month": rf"(?:{_WEEKDAY},?\s+{_THE})?{_DAY}\s+{_OF}{_MONTH}(?![a-z])(?:,?\s+{_YEAR})?",
    "iso": rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])-{_DAY}(?!\d)",
    "edge": rf"(?P<edge>{alternation(TIME.first_of | TIME.last_of)})\s+(?:{alternation(TIME.days)})\s+{_OF}"
    rf"{_MONTH}(?![a-z])(?:,?\s+{_YEAR})?",
    "month year": rf"{_MONTH}(?![a-z]),?\s+{_OF}{_YEAR}",
    "holiday": rf"(?P<holiday>{_HOLIDAY})",
    "weekdays ago": rf"{_COUNT}\s+{_WEEKDAY}(?:{alternation(ENDINGS.plural)})\s+(?:{alternation(TIME.ago)})",
    "weekday": rf"(?:{_WHICH}\s+)?{_WEEKDAY}(?:{_IN_WEEK}|\s+(?P<before_last>{_BEFORE_LAST}))?",
    "named month": rf"{_WHICH}\s+{_MONTH}(?![a-z])",
    "season": rf"(?:{_WHICH}\s+)?{_SEASON}(?:\s+{_OF}{_YEAR})?",
    "month": rf"{_MONTH}(?![a-z])",
    "today": _spaced(TIME.today, capitals=True),
    "day before yesterday": _spaced(TIME.day_before_yesterday, capitals=True),
    "yesterday": _spaced(TIME.yesterday, capitals=True),
    "before last": rf"(?:{_LONG_UNIT}|(?P<weekend>{alternation(TIME.weekends)}))\s+(?:{_BEFORE_LAST})",
    "weekend": rf"(?P<which>{alternation(TIME.deictics | GRAMMAR.definite_articles, capitals=True)})\s+"
    rf"(?:(?P<past>{alternation(TIME.past_deictics)})\s+)?(?:{alternation(TIME.weekends)})",
    "unit": rf"{_WHICH}\s+{_LONG_UNIT}",
    "ago": rf"{_COUNT}\s+{_UNIT}(?:{alternation(ENDINGS.plural)})?\s+(?:{alternation(TIME.ago)})",
    "decade": r"(?P<decade>(?:19|20)\d)0s",
    "year": _YEAR,
}
# Of every form a part, the same however it begins; and how far from it the form can reach.
_PARTS = (*sorted({month[:3] for month in CALENDAR.months}), *sorted(TIME.search_strings))
_REACH = 48
_FOUR_DIGITS = re.compile(r"(?:1[89]|20)\d\d")
# What cannot stand beside a time: numbers, prices, hyphened and slashed forms ("pre-2014", "2014-15", "9/11"); a hyphen
# may stand behind "mid", "late", "early".
_HYPHENED = "".join(sorted({word[-1] for word in TIME.period_parts}))
_BEFORE, _AFTER = rf"(?<![\w$€£#/])(?<!\d[.,])(?<![^{_HYPHENED}]-)", r"(?![\w%/]|-\w|[.,]\d)"

_WORD_BEFORE = re.compile(rf"([A-Za-z’']+)[\s\"“‘(]+(?:(?:{alternation(TIME.approximations)})[\s-]+)?$")
_NEXT_WORDS = re.compile(r"(?:[’']s)?\s+(?:[\w’'-]+\s+){0,2}?(?P<noun>[a-z]+)\b")
_NAMED = re.compile(rf"\s+(?:{alternation(TIME.day_name_parts)})\b")
_IN_NAMES = frozenset({"weekday", "today", "month", "season", "year", "date", "day month", "month year", "holiday"})
"""Forms that can be part of a name: "Black Friday", "the Mirror today", but not "Fox News this week"."""

_NAMING = re.compile(rf"\b(?:{alternation(TIME.day_name_parts)})\s+$")


@cache
def _pattern() -> re.Pattern[str]:
    """All forms as one pattern, the groups of each named FORM__GROUP."""
    forms = []
    for form, pattern in _FORMS.items():
        name = form.replace(" ", "_")
        forms.append(f"(?P<{name}>{pattern.replace('(?P<', f'(?P<{name}__')})")
    return re.compile(f"{_BEFORE}(?:{'|'.join(forms)}){_AFTER}")


@cache
def _groups() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each form, the groups of its pattern: by their own name, and by that in the pattern of all forms."""
    own = {form: re.compile(pattern).groupindex for form, pattern in _FORMS.items()}
    return {form: tuple((name, f"{form.replace(' ', '_')}__{name}") for name in own[form]) for form in own}


def time_expressions(text: str, published: date | None) -> Iterator[TimeExpression]:
    """The time expressions of a text that mean past or present days, in order.

    Future times ("next week", "in 2090") are left out unless only the sentence can tell ("on Friday"), and so are years
    and months in names of things ("the 2011 raid", "the March").

    Args:
        published: the day of publication, from which relative expressions count; None if it is not known.
    """
    matches = (match for window in _windows(text) for match in _pattern().finditer(text, *window))
    for match in matches:
        form = (match.lastgroup or "").replace("_", " ")
        named = _NAMED.match(text, match.end()) or _NAMING.search(text, max(0, match.start() - 12), match.start())
        if named and form in _IN_NAMES:
            continue
        groups = {name: value for name, group in _groups()[form] if (value := match[group])}
        before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        following = _NEXT_WORDS.match(text, match.end())
        days = _days(form, groups, before[1].lower() if before else "", following, published)
        if days is not None and (published is None or days.from_ <= published):
            yield TimeExpression(match.start(), match.end(), days, form, before[1].lower() if before else "")


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches of text around a fixed part of any form: reading only these takes a fifth of the time."""
    places = [match.start() for match in _FOUR_DIGITS.finditer(text)]
    for part in _PARTS:
        place = text.find(part)
        while place >= 0:
            places.append(place)
            place = text.find(part, place + 1)
    windows: list[tuple[int, int]] = []
    for place in sorted(places):
        left, right = max(0, place - _REACH), min(len(text), place + _REACH)
        if windows and left <= windows[-1][1]:
            windows[-1] = (windows[-1][0], right)
        else:
            windows.append((left, right))
    return windows


def _days(
    form: str, groups: dict[str, str], lead: str, following: re.Match[str] | None, published: date | None
) -> Days | None:
    year = int(groups["year"]) if "year" in groups else None
    match form:
        case "iso":
            return intervals.calendar_day(int(groups["year"]), int(groups["number"]), int(groups["day"]))
        case "month year":
            return intervals.calendar_month(int(groups["year"]), _month(groups))
        case "year":
            dated = lead in TIME.year_leads or _is_said(following)
            return intervals.calendar_year(int(groups["year"])) if dated else None
        case "edge" if year or published:
            last = groups["edge"].lower() in TIME.last_of
            return intervals.edge_of_month(_month(groups), year, published, last=last)
        case "decade":
            return intervals.decade(int(groups["decade"]) * 10)
        case "date" | "day month" if year:
            return intervals.calendar_day(year, _month(groups), int(groups["day"]))
        case "season" if year:
            return intervals.season(_season(groups), year)
    if published is None or groups.get("which", "").lower() in TIME.future_deictics:
        return None
    return _relative(form, groups, lead, following, published)


def _relative(
    form: str, groups: dict[str, str], lead: str, following: re.Match[str] | None, published: date
) -> Days | None:
    which = groups.get("which", "").lower()
    past = which in TIME.past_deictics
    match form:
        case "date" | "day month":
            return intervals.last_calendar_day(_month(groups), int(groups["day"]), published)
        case "weekday" if "of_week" in groups:
            of_week = groups["of_week"].lower()
            if of_week in TIME.future_deictics:
                return None
            week = intervals.week(published, int(of_week in TIME.past_deictics))
            return intervals.weekday_in(CALENDAR.weekdays[groups["weekday"]], week)
        case "weekday" if "before_last" in groups:
            return intervals.last_weekday(CALENDAR.weekdays[groups["weekday"]], published, weeks=1)
        case "weekdays ago":
            weeks = max(0, _number(groups["count"]) - 1)
            return intervals.last_weekday(CALENDAR.weekdays[groups["weekday"]], published, weeks=weeks)
        case "before last" if "weekend" in groups:
            return intervals.weekend(published - timedelta(days=7), last=True)
        case "before last":
            return intervals.back(CALENDAR.units[groups["unit"]], 2, published)
        case "holiday":
            return intervals.last_holiday(_HOLIDAYS[groups["holiday"].replace("'", "’")], published)
        case "weekday":
            return intervals.last_weekday(CALENDAR.weekdays[groups["weekday"]], published, before=past)
        case "named month":
            return intervals.last_month(_month(groups), published)
        case "month":
            return intervals.last_month(_month(groups), published) if lead in TIME.month_leads else None
        case "season" if which:
            return intervals.last_season(CALENDAR.seasons[groups["season"].lower()], published, last=past)
        case "season":
            return None
        case "today":
            # "today's youth" is no day; "today's hearing" is.
            owns = following is not None and following[0][0] in "’'"
            return intervals.day(published) if not owns or _is_said(following) else None
        case "day before yesterday":
            return intervals.back(Precision.DAY, 2, published)
        case "yesterday":
            return intervals.back(Precision.DAY, 1, published)
        case "weekend":
            # "This weekend" is to come from Tuesday on, "the weekend" and "this past weekend" are not.
            over = 1 <= published.weekday() <= 4 and which in GRAMMAR.definite_articles
            return intervals.weekend(published, last=past or over or "past" in groups)
        case "unit":
            return intervals.back(CALENDAR.units[groups["unit"]], int(past), published)
        case _:
            return _ago(groups, published)


def _ago(groups: dict[str, str], published: date) -> Days:
    count, unit = groups["count"].lower(), CALENDAR.units[groups["unit"]]
    if not TIME.few.isdisjoint(count.split()):
        return intervals.few_back(unit, published)
    return intervals.back(unit, _number(count) * CALENDAR.several.get(groups["unit"], 1), published)


def _number(count: str) -> int:
    """A count in digits or words; of an uncounted number ("a couple of"), two."""
    count = count.lower()
    if not TIME.few.isdisjoint(count.split()):
        return 2
    return int(count) if count.isdigit() else sum(_NUMBERS[word] for word in count.split("-"))


def _month(groups: dict[str, str]) -> int:
    return CALENDAR.months[groups["month"]]


def _season(groups: dict[str, str]) -> int:
    return CALENDAR.seasons[groups["season"].lower()]


def _is_said(following: re.Match[str] | None) -> bool:
    """Whether a medium or an event follows: a bare year is a date in "a 2014 interview"."""
    return following is not None and (following["noun"] in OCCASIONS.media or following["noun"] in OCCASIONS.events)
