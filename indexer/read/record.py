"""One JSON object -> ``Article``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from indexer.errors import Invalid, Unreadable
from indexer.model import Article, PublishedDate
from indexer.read.compose import Metadata, compose
from indexer.read.decode import decode
from indexer.read.origin import Origin, Overrides
from indexer.read.published import given
from indexer.read.refusal import Reason, Reject, failure


def read_json(data: bytes, origin: Origin, overrides: Overrides) -> Article | Reject:
    """The article in a JSON object; a ``Reject`` with the object's id if there is none.

    Args:
        data: an object with ``text``, and optionally ``id``, ``url``, ``title``, ``author`` or ``authors`` (a name or a
            list of names), ``outlet`` or ``publisher``, ``published``, ``language``; other keys are ignored. With a
            title, the first line of the text is not taken for the headline.

    Raises:
        Unreadable: the bytes are not a JSON object, or its id is neither a string nor an integer.
    """
    record = _loads(decode(data))
    if not isinstance(record, dict):
        raise Unreadable(Reason.WRONG_SHAPE, f"an article is an object, this is {_kind(record)}")
    article_id = _article_id(record)
    try:
        text, metadata = _metadata(record, article_id)
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


def _article_id(record: Mapping[str, Any]) -> str | None:
    found = record.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return _string(record, "id")


def _kind(value: object) -> str:
    """The type of a JSON value, in words."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _metadata(value: Mapping[str, Any], found_id: str | None) -> tuple[str, Metadata]:
    text = value.get("text")
    if not isinstance(text, str):
        problem = "there is no text" if text is None else f"text is {_kind(text)}"
        raise Unreadable(Reason.WRONG_SHAPE, f"{problem}; give the article's words as a string, text")
    _check_characters(text, "text")
    if not text.strip():
        raise Unreadable(Reason.EMPTY, "text has nothing in it")
    title = _string(value, "title")
    metadata = Metadata(
        id=found_id,
        url=_string(value, "url"),
        title=title,
        authors=_names(value),
        outlet=_string(value, "outlet", "publisher"),
        dates=_dates(value),
        language=_string(value, "language"),
        headline=title is None,
    )
    return text, metadata


def _string(value: Mapping[str, Any], *fields: str) -> str | None:
    """The first of these fields that has a value."""
    for field in fields:
        found = value.get(field)
        if found is None:
            continue
        if not isinstance(found, str):
            raise Unreadable(Reason.WRONG_SHAPE, f"{field} is {_kind(found)}; give a string or leave it out")
        _check_characters(found, field)
        if found.strip():
            return found.strip()
    return None


def _names(value: Mapping[str, Any]) -> tuple[str, ...]:
    for field in ("authors", "author"):
        found = value.get(field)
        if not isinstance(found, list):
            if (name := _string(value, field)) is not None:
                return (name,)
            continue
        if not all(isinstance(name, str) for name in found):
            raise Unreadable(Reason.WRONG_SHAPE, f"{field} is a list of other things than names; give strings")
        for name in found:
            _check_characters(name, field)
        if names := tuple(name.strip() for name in found if name.strip()):
            return names
    return ()


def _dates(value: Mapping[str, Any]) -> tuple[PublishedDate, ...]:
    published = _string(value, "published")
    if published is None:
        return ()
    try:
        return (given(published),)
    except Invalid as error:
        raise Unreadable(Reason.WRONG_SHAPE, f"bad date: {error}") from error


def _check_characters(text: str, field: str) -> None:
    """Refuse characters that JSON escapes can write but that no text contains: half a surrogate pair, NUL."""
    if "\0" in text:
        raise Unreadable(Reason.NUL_BYTES, f"{field} has a NUL at character {text.index(chr(0))}; remove it")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable(
            Reason.UNDECODABLE, f"{field} has half a surrogate pair at character {error.start}; write the whole pair"
        ) from error
