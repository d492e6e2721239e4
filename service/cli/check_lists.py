"""Reads lists of texts to check: JSON lines or CSV, one text a line, as a stream."""

from __future__ import annotations

import codecs
import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from typing import Any

from indexer.check import LONGEST, Question
from indexer.errors import Invalid
from service.parameters import checked
from service.parameters.checks import CheckParameters

LONGEST_LINE = 12 * LONGEST
"""Bytes of a line: the longest text, each character as two escapes."""

FIELDS = tuple(name for name in CheckParameters.model_fields if name != "draft")
"""What a line may hold, as a request to the API; besides, an ``id``, and anything else is ignored."""

MOST_LINES = 200
"""Lines of one CSV record."""

_PEEKED = 64
_MARKS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list.

    Args:
        number: of the line in the file, from 1.
        id: as given, any JSON value; None if there is none.
        question: the text to check, or what is wrong with the line.
    """

    number: int
    id: Any
    question: Question | Invalid


def lines(stream: BufferedReader, *, table: bool, shared: Mapping[str, Any]) -> Iterator[Line]:
    """The texts of a list in order, and an error for each line without one.

    Args:
        stream: UTF-8.
        table: CSV with a first line that names its columns: text, and id and more of ``FIELDS`` if wanted; else JSON
            lines.
        shared: parameters of every line that does not give its own.
    """
    rows = _of_table(stream) if table else _of_json(stream)
    for number, found in rows:
        if isinstance(found, Invalid):
            yield Line(number, None, found)
            continue
        identity = found.get("id")
        yield Line(number, None if identity == "" else identity, _question(found, shared))


def is_table(path: str, stream: BufferedReader) -> bool:
    """Whether a list is CSV: by its name, or else because it does not begin like JSON."""
    if path.lower().endswith((".csv", ".tsv", ".jsonl", ".ndjson", ".json")):
        return path.lower().endswith((".csv", ".tsv"))
    return not stream.peek(_PEEKED).removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def _question(row: dict[str, Any], shared: Mapping[str, Any]) -> Question | Invalid:
    # An empty filter counts as left out, an empty text as given.
    own = {name: row[name] for name in FIELDS if row.get(name) is not None and (name == "text" or row[name] != "")}
    try:
        question = checked(CheckParameters, {**shared, **own}).question()
    except Invalid as error:
        return error
    assert isinstance(question, Question)
    return question


def _of_json(stream: BufferedReader) -> Iterator[tuple[int, dict[str, Any] | Invalid]]:
    for number, line in _numbered(stream):
        if isinstance(line, Invalid):
            yield number, line
        elif line.strip():
            yield number, _object(line)


def _object(line: str) -> dict[str, Any] | Invalid:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return Invalid("line", "is not JSON")
    return found if isinstance(found, dict) else Invalid("line", 'is not a JSON object like {"id": "1", "text": "..."}')


def _of_table(stream: BufferedReader) -> Iterator[tuple[int, dict[str, Any] | Invalid]]:
    names: list[str] | None = None
    mark = ","
    for number, record in _records(stream):
        if isinstance(record, Invalid):
            yield number, record
            continue
        if names is None:
            mark = max(_MARKS, key=record.count)
            names = [name.strip().lower() for name in _cells(record, mark) or ()]
            if "text" not in names:
                raise Invalid("list", f"names no column text in its first line; name them id, {', '.join(FIELDS)}")
            continue
        cells = _cells(record, mark)
        if cells is None:
            yield number, Invalid("line", "is not CSV: its quotation marks do not match")
        elif len(cells) > len(names):
            yield number, Invalid("line", f"has {len(cells)} columns, and the first line names {len(names)}")
        else:
            yield number, dict(zip(names, cells, strict=False))


def _cells(record: str, mark: str) -> list[str] | None:
    try:
        return next(csv.reader([record], delimiter=mark, strict=True), [])
    except csv.Error:
        return None


def _records(stream: BufferedReader) -> Iterator[tuple[int, str | Invalid]]:
    """Each record of a CSV: a line, or several while a quotation mark is open.

    If the mark is not closed within ``MOST_LINES``, only its first line is at fault.
    """
    source = _numbered(stream)
    again: deque[tuple[int, str | Invalid]] = deque()
    while first := again.popleft() if again else next(source, None):
        number, record = first
        if isinstance(record, Invalid) or not record.strip():
            if isinstance(record, Invalid):
                yield number, record
            continue
        following: list[tuple[int, str | Invalid]] = []
        while record.count('"') % 2 and len(following) < MOST_LINES:
            after = again.popleft() if again else next(source, None)
            if after is None:
                break
            following.append(after)
            if isinstance(after[1], Invalid):
                break
            record += after[1]
        if following and (record.count('"') % 2 or all(_cells(record, mark) is None for mark in _MARKS)):
            again.extendleft(reversed(following))
            record = str(first[1])
        yield number, record


def _numbered(stream: BufferedReader) -> Iterator[tuple[int, str | Invalid]]:
    number = 0
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(LONGEST_LINE)
            yield number, Invalid("line", f"has more than {LONGEST_LINE:,} bytes")
            continue
        try:
            yield number, raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            yield number, Invalid("line", "is not in UTF-8")
