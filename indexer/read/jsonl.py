"""JSON -> Articles: one object a line (JSON Lines), one object a file, or a list of objects."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from indexer.errors import Invalid, Unreadable
from indexer.model import Article, PublishedDate
from indexer.read.compose import Stated, compose
from indexer.read.decode import decode
from indexer.read.json_stream import Piece, pieces
from indexer.read.origin import Origin, Told
from indexer.read.published import given
from indexer.read.refusal import Reason, Reject


def read_json(stream: io.BufferedReader, origin: Origin, told: Told, *, lines: bool) -> Iterator[Article | Reject]:
    """The articles in JSON, one after the other, in the memory of one.

    An object has ``text`` and may have ``id``, ``url``, ``title``, ``author`` or ``authors`` (a name or a list
    of names), ``outlet`` or ``publisher``, ``published``, ``language``; whatever else it has is ignored.

    Args:
        lines: whether each line is an object whatever it looks like (``.jsonl``).

    Raises:
        Unreadable: the stream as a whole ends here: it is empty, or breaks off.
    """
    for piece in pieces(stream, lines=lines):
        yield _article_or_reject(piece, Origin(origin.path, piece.line), told)


def _article_or_reject(piece: Piece, place: Origin, told: Told) -> Article | Reject:
    article_id: str | None = None
    try:
        value = _loads(decode(piece.data))
        if not isinstance(value, dict):
            raise Unreadable(Reason.WRONG_SHAPE, f"an article is an object, this is {_kind(value)}")
        article_id = _id(value)
        text, stated = _stated(value, article_id)
        return compose(text, stated, place, told)
    except Unreadable as error:
        return place.refuse(error, article_id)


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


def _stated(value: Mapping[str, Any], article_id: str | None) -> tuple[str, Stated]:
    text = value.get("text")
    if not isinstance(text, str):
        problem = "there is no text" if text is None else f"text is {_kind(text)}"
        raise Unreadable(Reason.WRONG_SHAPE, f"{problem}; give the article's words as a string, text")
    _sound(text, "text")
    if not text.strip():
        raise Unreadable(Reason.EMPTY, "text has nothing in it")
    title = _string(value, "title")
    stated = Stated(
        id=article_id,
        url=_string(value, "url"),
        title=title,
        authors=_names(value),
        outlet=_string(value, "outlet", "publisher"),
        dates=_dates(value),
        language=_string(value, "language"),
        headline=title is None,
    )
    return text, stated


def _id(value: Mapping[str, Any]) -> str | None:
    found = value.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return _string(value, "id")


def _string(value: Mapping[str, Any], *fields: str) -> str | None:
    """The first of these fields that is filled."""
    for field in fields:
        found = value.get(field)
        if found is None:
            continue
        if not isinstance(found, str):
            raise Unreadable(Reason.WRONG_SHAPE, f"{field} is {_kind(found)}; give a string or leave it out")
        _sound(found, field)
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
            _sound(name, field)
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


def _sound(text: str, field: str) -> None:
    """Refuse what JSON's escapes can write and no text has: half a surrogate pair, NUL."""
    if "\0" in text:
        raise Unreadable(Reason.NUL_BYTES, f"{field} has a NUL at character {text.index(chr(0))}; remove it")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable(
            Reason.UNDECODABLE, f"{field} has half a surrogate pair at character {error.start}; write the whole pair"
        ) from error


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
