"""People read from a CSV file: a name, aliases, an id in Wikidata, and roles with dates."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from indexer.errors import Invalid
from indexer.extract.speakers import speaker_id
from indexer.text import word_texts

COLUMNS = ("name", "aliases", "wikidata", "roles")
"""The columns, by name and in any order; all but the first may be missing.

aliases: other names, and how outlets spell it, parted by ";". wikidata: "Q42". roles: parted by ";", each with its
days, if they are known: "Mayor of Kolvik (2019-05-01 to 2023-04-30)".
"""

_ROLE = re.compile(r"(?P<role>[^()]+?)\s*(?:\(\s*(?P<first>[\d-]*)\s*(?:to|–|/)\s*(?P<last>[\d-]*)\s*\))?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")

MOST_LINES = 100_000


def read_people(lines: Iterable[str]) -> list[dict[str, Any]]:
    """The people of a CSV file, one row each, as ``indexer.store.deciding.know`` takes them.

    Raises:
        Invalid: a line is broken; it says which, and nothing is read.
    """
    table = csv.DictReader(lines, strict=True)
    try:
        columns = [name.strip().lower() for name in table.fieldnames or ()]
        if "name" not in columns or not set(columns) <= set(COLUMNS):
            have = ", ".join(columns) or "nothing"
            raise Invalid("line 1", f"names the columns: name, and perhaps aliases, wikidata, roles; it has {have}")
        table.fieldnames = columns
        owners: dict[str, int] = {}
        return [_person(cells, table.line_num, owners) for cells in table]
    except csv.Error as error:
        raise Invalid(f"line {table.reader.line_num}", f"is no CSV: {error}") from None


def _person(cells: dict[str | Any, Any], line: int, owners: dict[str, int]) -> dict[str, Any]:
    if None in cells or None in cells.values():
        raise Invalid(f"line {line}", 'has not as many cells as line 1 names; put a cell with commas between "marks"')
    if line > MOST_LINES:
        raise Invalid(f"line {line}", f"is one too many: a file has at most {MOST_LINES:,}")
    aliases, roles = (_parts(cells.get(column)) for column in ("aliases", "roles"))
    try:
        found = read_person(cells["name"], aliases, cells.get("wikidata"), roles)
    except Invalid as error:
        raise Invalid(f"line {line}", error.detail) from None
    for key in (found["key"], *found["aliases"]):
        if owners.setdefault(key, line) != line:
            raise Invalid(f"line {line}", f"has the name {key!r}, which line {owners[key]} has too: whose is it?")
    return found


def _parts(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def read_person(name: str, aliases: Sequence[str], wikidata: str | None, roles: Sequence[str]) -> dict[str, Any]:
    """One person as ``indexer.store.deciding.know`` takes it, of what stands in the columns of a file.

    Raises:
        Invalid: the name, an alias, the id or a role is none.
    """
    if not word_texts(name):
        raise Invalid("name", "has no name")
    known = (wikidata or "").strip()
    if known and not _WIKIDATA.fullmatch(known):
        raise Invalid("wikidata", f"has {known!r} for Wikidata; an id there is written as Q42")
    if wrong := [alias for alias in aliases if not word_texts(alias)]:
        raise Invalid("aliases", f"has the alias {wrong[0]!r}, in which there is no word")
    named = " ".join(name.split())
    keys = list(dict.fromkeys(speaker_id(" ".join(each.split())) for each in (named, *aliases)))
    return {
        "name": named,
        "key": keys[0],
        "aliases": keys[1:],
        "wikidata": known or None,
        "roles": list(map(_role, roles)),
    }


def _role(text: str) -> dict[str, Any]:
    found = _ROLE.fullmatch(" ".join(text.split()))
    if found is None:
        raise Invalid("roles", f"has the role {text!r}; write it as: Mayor of Kolvik (2019-05-01 to 2023-04-30)")
    days = {"from": found["first"] or None, "to": found["last"] or None}
    for day in filter(None, days.values()):
        try:
            date.fromisoformat(day)
        except ValueError:
            raise Invalid("roles", f"has the day {day!r}; write it as 2019-05-01") from None
    if days["from"] and days["to"] and days["to"] < days["from"]:
        raise Invalid("roles", f"has the role {text!r}, which ends before it begins")
    return {"role": found["role"], **days}
