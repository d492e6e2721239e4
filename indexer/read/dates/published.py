"""Dates of publication: printed dates are parsed, and the most trusted of several is chosen.

A date counts only if year, month and day are all printed; nothing is filled in from today. An ambiguous date
(03/04/2025) does not count. With points (03.04.2025) the day comes first, as in all countries that use points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from dateutil import parser
from dateutil.tz import tzoffset

from indexer.english import CALENDAR, PAGE_LINES
from indexer.errors import Invalid
from indexer.languages.table import rows
from indexer.model import Basis, Published, PublishedDate
from indexer.text import alternation

LONGEST_DATE = 80
"""Most characters of a string that may be a date."""

_TRUST = {basis: rank for rank, basis in enumerate(Basis)}
_YEAR = re.compile(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)")
_COMPACT = re.compile(r"(?:1[5-9]|20)\d{6}(?:T\d{4,6})?(?!\d)")
_NUMBERS = re.compile(r"(?<![\d:.])(\d{1,2})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d:])\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}(?!\d)")
_MONTHS = {name[:3].lower(): number for name, number in CALENDAR.months.items()}
"""The months as addresses have them: three letters."""

_IN_PATH = re.compile(
    rf"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?P<gap>[/_.\-]?)(?P<month>\d\d|{alternation(_MONTHS)})"
    r"(?P=gap)(?P<day>\d\d)(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_DAY_FIRST_IN_PATH = re.compile(
    r"(?<![0-9A-Za-z])(?P<day>\d\d)(?P<gap>[_.\-])(?P<month>\d\d)(?P=gap)(?P<year>20\d\d)(?![0-9A-Za-z])"
)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$", re.IGNORECASE)
_DAY = 86_400
_ZONE_SIGN = re.compile(r"\b(?:GMT|UTC)\s?(?=[+\-−]\d)", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s[|•·–—]\s")
_BRACKETED_ZONE = re.compile(r"\(([A-Z]{1,5})\)")

# Two moments that differ in every part: a part that a printed date leaves open comes out different.
_FILLINGS = (datetime(1904, 1, 1, 0, 0, 0), datetime(1908, 2, 2, 1, 1, 1))


def read_date(printed: str, basis: Basis) -> PublishedDate | None:
    """Parse a string that is a date; None if it is none, incomplete or ambiguous.

    Args:
        printed: a date, with or without time and zone, in a form that ``dateutil`` knows, with or without a label
            before it ("Published on", ``published`` in ``page_lines.tsv``).
        basis: where it was read.
    """
    evidence = " ".join(printed.split())
    found = _parsed(_without_label(evidence))
    return None if found is None else PublishedDate(found[0], found[1], basis, evidence)


def given(value: str, field: str = "published") -> PublishedDate:
    """Parse a date that a caller gives.

    Raises:
        Invalid: it is not a complete, unambiguous date; names ``field``.
    """
    date = read_date(value, Basis.GIVEN)
    if date is None:
        raise Invalid(field, f"{value!r} is not a whole date; write it as 2025-02-13 or 2025-02-13T11:33:00+01:00")
    return date


def from_url(url: str) -> PublishedDate | None:
    """The day in the path of an article's URL (``/2025/02/13/``); None for an image's URL."""
    path = _path(url)
    return None if _IMAGE.search(path) else _in_path(path, Basis.URL)


def from_file_name(name: str) -> PublishedDate | None:
    """The day in a file's name (``2025-02-13_council.txt``), with no letter or digit next to it."""
    return _in_path(PurePosixPath(name).name, Basis.FILE_NAME)


def is_image(url: str) -> bool:
    """Whether a URL is that of an image, by the ending of its path."""
    return bool(_IMAGE.search(_path(url)))


def _path(url: str) -> str:
    """The path of a URL; empty if it cannot be parsed ("http://[somewhere")."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def most_trusted(candidates: Iterable[PublishedDate | None]) -> Published | None:
    """The most trusted date, in the order of ``Basis``, with the others, each once.

    A moment that metadata state in UTC may fall on the day before or after the outlet's own: if the page prints that
    neighbouring day, the printed one is the best.
    """
    distinct: dict[tuple[str, str | None, Basis], PublishedDate] = {}
    for date in candidates:
        if date is not None:
            distinct.setdefault((date.value, date.zone, date.basis), date)
    dates = sorted(distinct.values(), key=lambda date: _TRUST[date.basis])
    if not dates:
        return None
    best = _printed_day(dates) or dates[0]
    return Published(best, tuple(date for date in dates if date is not best))


def _printed_day(dates: Sequence[PublishedDate]) -> PublishedDate | None:
    first = dates[0]
    if first.basis is not Basis.METADATA or first.zone != "+00:00":
        return None
    local = [date for date in dates[1:] if date.basis in (Basis.METADATA, Basis.URL) and date.zone != "+00:00"]
    local += [date for date in dates[1:] if date.basis is Basis.HEADER][:1]
    if any(date.day == first.day for date in local):
        return None
    return next((date for date in local if abs((date.day - first.day).days) == 1), None)


def _without_label(text: str) -> str:
    return _labels(PAGE_LINES.publication_labels).sub("", text)


def is_update_date(line: str) -> bool:
    """Whether a line is labelled as the date of an update (``changed`` in ``page_lines.tsv``)."""
    return _labels(PAGE_LINES.update_labels).match(" ".join(line.split())) is not None


def without_update_label(line: str) -> str:
    """The line without that label."""
    return _labels(PAGE_LINES.update_labels).sub("", " ".join(line.split()))


@cache
def _labels(labels: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted((re.escape(label.rstrip(":")) for label in labels), key=len, reverse=True)
    return re.compile(rf"^\W*(?:{'|'.join(longest_first)})(?:\s*[:\-–—|]\s*|\s+(?=\S))", re.IGNORECASE)


@cache
def _zones() -> dict[str, int]:
    table = files(__package__) / "zones.tsv"
    return {line.text("name"): _seconds(line.text("offset")) for line in rows(table, "name", "offset")}


def _seconds(offset: str) -> int:
    hours, minutes = offset[1:].split(":")
    return (-1 if offset[0] == "-" else 1) * (int(hours) * 3600 + int(minutes) * 60)


def _parsed(text: str) -> tuple[str, str | None] | None:
    """ISO value and zone of a complete date, or None."""
    if len(text) > LONGEST_DATE or not (_YEAR.search(text) or _COMPACT.fullmatch(text.rstrip("Z"))):
        return None
    text = _BRACKETED_ZONE.sub(r" \1", _ZONE_SIGN.sub(" ", _SEPARATORS.sub(" ", text.replace("−", "-"))))
    if (day_first := _day_first(text)) is None:
        return None
    readings = [_dateutil(text, filling, day_first=day_first) for filling in _FILLINGS]
    one, two = readings
    if one is None or two is None or one.date() != two.date():
        return None
    timed = one.hour == two.hour
    minute = one.minute if one.minute == two.minute else 0
    second = one.second if one.second == two.second else 0
    if not timed:
        return one.date().isoformat(), None
    value = one.replace(minute=minute, second=second, microsecond=0, tzinfo=None).isoformat()
    return value, _offset(one)


def _day_first(text: str) -> bool | None:
    """Whether the day comes first in a date of numbers; None if it is ambiguous or not in the calendar."""
    if match := _YEAR_FIRST.search(text):
        return None if int(match[3]) > 12 else False
    if _SHORT_YEAR.search(_NUMBERS.sub("", text)):
        return None
    if (match := _NUMBERS.search(text)) is None:
        return False
    first, second = int(match[1]), int(match[3])
    if match[2] == ".":
        return True if second <= 12 else None
    if first <= 12 and second <= 12 and first != second:
        return None
    return first > 12


def _dateutil(text: str, filling: datetime, *, day_first: bool) -> datetime | None:
    try:
        return parser.parse(text, default=filling, dayfirst=day_first, tzinfos=_zone)
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError, ArithmeticError):
        # dateutil documents ValueError and OverflowError; the others were raised by arbitrary text.
        return None


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """The zone as printed; None for a name of several offsets. The machine's own zone is never used."""
    if offset is not None:
        if abs(offset) >= _DAY:
            raise ValueError(f"{offset} seconds is not an offset of any zone")
        return tzoffset(None, offset)
    seconds = _zones().get(name or "")
    return None if seconds is None else tzoffset(None, seconds)


def _offset(moment: datetime) -> str | None:
    offset = moment.utcoffset()
    if offset is None:
        return None
    minutes = int(abs(offset) / timedelta(minutes=1))
    return f"{'-' if offset < timedelta(0) else '+'}{minutes // 60:02}:{minutes % 60:02}"


def _in_path(path: str, basis: Basis) -> PublishedDate | None:
    for match in (*_IN_PATH.finditer(path), *_DAY_FIRST_IN_PATH.finditer(path)):
        month = match["month"].lower()
        number = _MONTHS[month] if month in _MONTHS else int(month)
        try:
            day = datetime(int(match["year"]), number, int(match["day"])).date()
        except ValueError:
            continue
        return PublishedDate(day.isoformat(), None, basis, match[0])
    return None
