"""One record (a JSON object, a row of a table) -> ``Article``, under the names that crawlers give its fields.

What cannot be read of a record beside its text is left out and said; only a record without a text is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from indexer.errors import Unreadable
from indexer.model import Article, Basis, PublishedDate
from indexer.read.compose import Metadata, compose
from indexer.read.dates.stated import month, stated
from indexer.read.decode import Decoded, decode, without_nul
from indexer.read.fields import field_of, plain
from indexer.read.mend import mended, without_references
from indexer.read.origin import Origin, Overrides
from indexer.read.outlets import canonical, host_of, outlet_of
from indexer.read.page.author_names import split_names
from indexer.read.page.markup import has_markup, text_of_markup
from indexer.read.refusal import Reason, Reject, failure

AMBIGUOUS = "give --day-first or --month-first"

_BASES = {"published": Basis.GIVEN, "created": Basis.CREATED, "modified": Basis.MODIFIED}
_LAST = 1_000
_NAME_KEYS = ("name", "title", "label", "text", "value", "main", "original", "rendered", "id")


def read_json(data: bytes, origin: Origin, overrides: Overrides, *, reader: str = "json") -> Article | Reject:
    """The article in a JSON object; a ``Reject`` with the object's id if there is none.

    Args:
        data: an object with a text; ``fields.tsv`` has the names of its fields. With a title, the first line of the
            text is not taken for the headline.
        reader: what it was read as, as in ``Provenance``.

    Raises:
        Unreadable: the bytes are not a JSON object, or its id is neither a string nor an integer.
    """
    decoded = decode(data)
    record = _loads(decoded.text)
    if not isinstance(record, dict):
        raise Unreadable(Reason.WRONG_SHAPE, f"an article is an object, this is {_kind(record)}")
    return read_record(record, origin, overrides, reader=reader, remarks=decoded.remarks)


def read_record(
    record: Mapping[str, Any], origin: Origin, overrides: Overrides, *, reader: str, remarks: tuple[str, ...] = ()
) -> Article | Reject:
    """The article of a record; a ``Reject`` with its id if it has no text.

    Args:
        reader: what read it, as in ``Provenance``.
        remarks: what was mended before.

    Raises:
        Unreadable: its id is neither a string nor an integer.
    """
    reading = _Reading(overrides, list(remarks))
    values = reading.sorted(record)
    article_id = _article_id(values.get("id"))
    try:
        text, metadata = reading.article(values, article_id, reader)
        return compose(text, metadata, origin, overrides)
    except MemoryError:
        raise
    except Exception as error:
        return origin.refuse(failure(error, Reason.READING_FAILED), article_id)


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise Unreadable(Reason.BROKEN_JSON, "nested too deeply") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise Unreadable(Reason.BROKEN_JSON, f"{error.msg} at {where}; write one whole object a line") from error
    except ValueError as error:
        raise Unreadable(Reason.BROKEN_JSON, str(error)) from error


def _article_id(value: object) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict) and isinstance(value.get("$oid"), str):  # as MongoDB exports it
        return str(value["$oid"])
    if not isinstance(value, str):
        raise Unreadable(Reason.WRONG_SHAPE, f"id is {_kind(value)}; give a string or leave it out")
    return _clean(value, []).strip()


def _kind(value: object) -> str:
    """The type of a JSON value, in words."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


@dataclass(slots=True)
class _Reading:
    """The reading of one record, with what is to be said of it."""

    overrides: Overrides
    remarks: list[str]
    unread: list[str] = field(default_factory=list)

    def sorted(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """The values of a record by field, of several names of one field the most usual with a value."""
        found: dict[str, tuple[int, Any]] = {}
        for name, value, depth in self._entries(record):
            known = field_of(name, self.overrides.fields)
            if known is None:
                self.unread.append(name)
                continue
            value = value if known.field == "id" else _alone(value)
            rank = known.rank + depth * _LAST
            if _is_given(value) and (known.field not in found or rank < found[known.field][0]):
                found[known.field] = (rank, value)
            elif value == "" and known.field == "text":
                found.setdefault("text", (_LAST, value))
        return {name: value for name, (_, value) in found.items()}

    def _entries(self, record: Mapping[str, Any]) -> Iterator[tuple[str, Any, int]]:
        """The fields of a record, and of an object in it that has the text, with how deep they stand."""
        for name, value in record.items():
            if isinstance(value, dict) and not self._is_text(name) and any(map(self._is_text, value)):
                yield from ((inner, each, 1) for inner, each in value.items())
            else:
                yield name, value, 0

    def _is_text(self, name: str) -> bool:
        known = field_of(name, self.overrides.fields)
        return known is not None and known.field in ("text", "markup") and plain(name) not in _NAME_KEYS

    def article(self, values: Mapping[str, Any], article_id: str | None, reader: str) -> tuple[str, Metadata]:
        """The text, and what the record says beside it."""
        text = self.text(values)
        title = self.string(values, "title")
        metadata = Metadata(
            id=article_id,
            url=self.url(values),
            title=title,
            authors=tuple(dict.fromkeys(self.authors(values.get("authors")))),
            outlet=self.outlet(values.get("outlet")),
            dates=tuple(self.dates(values)),
            language=self.string(values, "language"),
            headline=title is None,
            reader=reader,
            remarks=tuple(dict.fromkeys(self.remarks)),
            unread=tuple(self.unread),
        )
        return text, metadata

    def text(self, values: Mapping[str, Any]) -> str:
        """The text; that in HTML without its markup."""
        value, is_markup = values.get("text"), False
        if not _is_given(value) and _is_given(values.get("markup")):
            value, is_markup = values["markup"], True
        if isinstance(value, dict):
            value = _named(value)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if not isinstance(value, str):
            problem = "there is no text" if value is None else f"text is {_kind(value)}"
            raise Unreadable(Reason.WRONG_SHAPE, f"{problem}; give the article's words as a string, text")
        text = _clean(value, self.remarks)
        if is_markup or has_markup(text):
            text = text_of_markup(text)
        found = without_references(mended(Decoded(text)))
        self.remarks += found.remarks
        if not found.text.strip():
            raise Unreadable(Reason.EMPTY, "text has nothing in it")
        return found.text

    def string(self, values: Mapping[str, Any], name: str) -> str | None:
        """A field that is a string."""
        value = values.get(name)
        if value is None:
            return None
        if isinstance(value, dict):
            value = _named(value)
        if not isinstance(value, str):
            self.leave(name, f"is {_kind(value)}")
            return None
        found = mended(Decoded(_clean(value, self.remarks))).text
        return " ".join(found.split()) or None

    def url(self, values: Mapping[str, Any]) -> str | None:
        """The address, which a store shows as a link."""
        found = self.string(values, "url")
        if found is None or host_of(found):
            return found
        self.leave("url", "is not an http address")
        return None

    def leave(self, name: str, why: str) -> None:
        """Leave a field out, and say so."""
        self.remarks.append(f"{name} {why} and is left out")

    def authors(self, value: object) -> Iterator[str]:
        """The names of the authors, one by one."""
        if isinstance(value, str):
            yield from split_names(_clean(value, self.remarks))
        elif isinstance(value, dict) and isinstance(named := _named(value), str):
            yield from self.authors(named)
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, str | dict):
                    yield from self.authors(each)
                else:
                    self.leave("authors", f"holds {_kind(each)}, which")
        elif value is not None:
            self.leave("authors", f"is {_kind(value)}")

    def outlet(self, value: object) -> str | None:
        """The outlet: its name, or that of its address."""
        if isinstance(value, dict):
            value = _named(value)
        if isinstance(value, list):
            value = next((each for each in value if isinstance(each, str)), None)
        if value is None:
            return None
        if not isinstance(value, str):
            self.leave("outlet", f"is {_kind(value)}")
            return None
        name = " ".join(mended(Decoded(_clean(value, self.remarks))).text.split())
        if host_of(name):
            return outlet_of(name)
        if " " not in name and "." in name.strip(".") and host_of(f"http://{name}"):
            return outlet_of(f"http://{name}")
        return canonical(name) if name else None

    def dates(self, values: Mapping[str, Any]) -> Iterator[PublishedDate]:
        """The dates of a record; one that is none, or can be read in two ways, is left out and said."""
        for name, basis in _BASES.items():
            value = values.get(name)
            if value is None:
                continue
            if isinstance(value, dict):
                value = value.get("$date") or _named(value)
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                self.leave(name, f"is {_kind(value)}")
                continue
            printed = " ".join(str(value).split())
            found = month(printed, basis) or stated(printed, basis, self.overrides.day_first)
            if found is not None:
                yield found
            elif stated(printed, basis, True) is not None:
                self.remarks.append(f"{name}: a date such as {printed!r} can be read in two ways; {AMBIGUOUS}")
            else:
                self.remarks.append(f"{name}: {printed[:40]!r} is not a whole date; write it as 2025-02-13")


def _alone(value: object) -> object:
    """What a list of one holds, as some crawlers write all fields."""
    return value[0] if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], list) else value


def _is_given(value: object) -> bool:
    return value is not None and value != "" and value != [] and value != {}


def _named(value: Mapping[str, Any]) -> object:
    """The name in an object ("source": {"name": …}), or the object."""
    return next((value[key] for key in _NAME_KEYS if isinstance(value.get(key), str) and value[key].strip()), value)


def _clean(text: str, remarks: list[str]) -> str:
    """The text without what JSON escapes can write but no text contains: NUL, half a surrogate pair."""
    found = without_nul(Decoded(text))
    remarks += found.remarks
    try:
        found.text.encode("utf-8")
    except UnicodeEncodeError:
        remarks.append("half a surrogate pair replaced by U+FFFD")
        return found.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return found.text
