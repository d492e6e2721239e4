"""The words of a text that name a time, each with the days that they mean to a reader of a given day.

English only. Nothing is filled in from today's date: without the day of publication, only what carries its
own year is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from indexer.english import OCCASIONS, QUANTITIES, TIME
from indexer.extract.dates import time_spans as spans
from indexer.extract.dates.time_spans import Days


@dataclass(frozen=True, slots=True)
class TimeWords:
    """An expression of time in a text.

    Args:
        start, end: characters of the text that was searched, end exclusive.
        days: the interval meant, with its precision.
        form: the class of expression, such as ``weekday`` or ``month``; the classes of ``bench/said.py``.
        lead: the word before it, in small letters ("on", "since", "after"), or "".
    """

    start: int
    end: int
    days: Days
    form: str
    lead: str


_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"

_NUMBERS = {word: int(value) for word, value in QUANTITIES.numbers.items() if value.isdigit() and int(value) <= 40}
_NUMBERS |= {"a": 1, "an": 1}
_FEW = frozenset({"few", "several", "couple"})
_COUNT = (
    r"(?P<count>\d{1,3}|(?:a\s+)?(?:few|several|couple(?:\s+of)?)|(?i:(?:(?:twenty|thirty|forty)-)?(?:"
    rf"{'|'.join(_NUMBERS)})))"
)
_WHICH = r"(?P<which>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext)"

_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Tried in this order at each place, so that the longer and surer form wins.
_FORMS = {
    "date": rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?(?:{_MONTH}\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?)",
    "day month": rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_DAY}\s+(?:of\s+)?{_MONTH}(?![a-z])(?:,?\s+{_YEAR})?",
    "iso": rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])-{_DAY}(?!\d)",
    "month year": rf"{_MONTH}(?![a-z]),?\s+(?:of\s+)?{_YEAR}",
    "weekday": rf"(?:{_WHICH}\s+)?{_WEEKDAY}",
    "named month": rf"{_WHICH}\s+{_MONTH}(?![a-z])",
    "season": rf"(?:{_WHICH}\s+)?(?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?:\s+(?:of\s+)?{_YEAR})?",
    "month": rf"{_MONTH}(?![a-z])",
    "today": r"[Tt]oday|[Tt]onight|[Tt]his\s+(?:morning|afternoon|evening)",
    "yesterday": r"[Yy]esterday|[Ll]ast\s+night",
    "weekend": r"(?P<which>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|[Tt]he)\s+(?:past\s+)?weekend",
    "unit": rf"{_WHICH}\s+(?P<unit>week|month|year)",
    "ago": rf"{_COUNT}\s+(?P<unit>day|week|month|year)s?\s+ago",
    "decade": r"(?P<decade>(?:19|20)\d)0s",
    "year": _YEAR,
}
# Of every form a part, the same however it begins; and how far from it the form can reach.
_PARTS: tuple[str, ...] = (
    *_MONTHS,
    *("day", "onight", "ast night", "his morning", "his afternoon", "his evening", "weekend", " ago"),
    *("ast week", "his week", "ast month", "his month", "ast year", "his year"),
    *("pring", "ummer", "utumn", "winter", "Winter", " fall", " Fall"),
)
_REACH = 48
_FOUR_DIGITS = re.compile(r"(?:1[89]|20)\d\d")
# What cannot stand beside a time: numbers, prices, hyphened and slashed forms ("pre-2014", "2014-15", "9/11").
_BEFORE, _AFTER = r"(?<![\w$€£#/])(?<!\d[.,])(?<![^dye]-)", r"(?![\w%/]|-\w|[.,]\d)"

_WORD_BEFORE = re.compile(r"([A-Za-z’']+)[\s\"“‘(]+(?:(?:early|late|mid|about|around)[\s-]+)?$")
_NEXT_WORDS = re.compile(r"(?:[’']s)?\s+(?:[\w’'-]+\s+){0,2}?(?P<noun>[a-z]+)\b")
_NAMED = re.compile(r"\s+(?:" + "|".join(TIME.around_days) + r")\b")
_NAMING = re.compile(r"\b(?:" + "|".join(TIME.around_days) + r")\s+$")


@cache
def _pattern() -> re.Pattern[str]:
    """All forms as one pattern, the groups of each named FORM__GROUP."""
    forms = []
    for form, pattern in _FORMS.items():
        name = form.replace(" ", "_")
        forms.append(f"(?P<{name}>{pattern.replace('(?P<', f'(?P<{name}__')})")
    return re.compile(f"{_BEFORE}(?:{'|'.join(forms)}){_AFTER}")


def time_words(text: str, published: date | None) -> Iterator[TimeWords]:
    """The expressions of time in a text, in order, that mean some past or present days.

    What lies ahead ("next week", "in 2090") is left out, save where only the sentence can tell ("on Friday"), and
    so is a year or month that names a thing ("the 2011 raid", "the March").

    Args:
        published: the day that relative expressions count from, or None when it is not known.
    """
    matches = (match for window in _windows(text) for match in _pattern().finditer(text, *window))
    for match in matches:
        if _NAMED.match(text, match.end()) or _NAMING.search(text, max(0, match.start() - 12), match.start()):
            continue
        form = (match.lastgroup or "").replace("_", " ")
        groups = {name.rpartition("__")[2]: value for name, value in match.groupdict().items() if value}
        before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        following = _NEXT_WORDS.match(text, match.end())
        days = _days(form, groups, before[1].lower() if before else "", following, published)
        if days is not None and (published is None or days.from_ <= published):
            yield TimeWords(match.start(), match.end(), days, form, before[1].lower() if before else "")


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches that hold a part of every form: reading only these takes a fifth of the time."""
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
            return spans.calendar_day(int(groups["year"]), int(groups["number"]), int(groups["day"]))
        case "month year":
            return spans.calendar_month(int(groups["year"]), _month(groups))
        case "year":
            dated = lead in TIME.year_leads or _is_said(following)
            return spans.calendar_year(int(groups["year"])) if dated else None
        case "decade":
            return spans.decade(int(groups["decade"]) * 10)
        case "date" | "day month" if year:
            return spans.calendar_day(year, _month(groups), int(groups["day"]))
        case "season" if year:
            return spans.season(groups["season"].lower(), year)
    if published is None or groups.get("which", "").lower() == "next":
        return None
    return _relative(form, groups, lead, following, published)


def _relative(
    form: str, groups: dict[str, str], lead: str, following: re.Match[str] | None, published: date
) -> Days | None:
    which = groups.get("which", "").lower()
    past = which in ("last", "past")
    match form:
        case "date" | "day month":
            return spans.last_calendar_day(_month(groups), int(groups["day"]), published)
        case "weekday":
            return spans.last_weekday(_WEEKDAYS.index(groups["weekday"]), published, before=past)
        case "named month":
            return spans.last_month(_month(groups), published)
        case "month":
            return spans.last_month(_month(groups), published) if lead in TIME.month_leads else None
        case "season":
            return spans.last_season(groups["season"].lower(), published, last=past) if which else None
        case "today":
            # "today's youth" is no day; "today's hearing" is.
            owns = following is not None and following[0][0] in "’'"
            return spans.day(published) if not owns or _is_said(following) else None
        case "yesterday":
            return spans.back("day", 1, published)
        case "weekend":
            return spans.weekend(published, last=past)
        case "unit":
            return spans.back(groups["unit"], int(past), published)
        case _:
            return _ago(groups, published)


def _ago(groups: dict[str, str], published: date) -> Days:
    count = groups["count"].lower()
    if _FEW & set(count.split()):
        return spans.few_back(groups["unit"], published)
    number = int(count) if count.isdigit() else sum(_NUMBERS[word] for word in count.split("-"))
    return spans.back(groups["unit"], number, published)


def _month(groups: dict[str, str]) -> int:
    return _MONTHS.index(groups["month"][:3]) + 1


def _is_said(following: re.Match[str] | None) -> bool:
    """Whether what follows is something said or attended: a bare year says when in "a 2014 interview"."""
    return following is not None and (following["noun"] in OCCASIONS.media or following["noun"] in OCCASIONS.events)
