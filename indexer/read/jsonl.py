"""JSON -> Articles: one object a line (JSON Lines), one object a file, or a list of objects."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from indexer.errors import Unreadable
from indexer.model import Article
from indexer.read.decode import decode
from indexer.read.json_stream import Piece, pieces
from indexer.read.origin import Origin, Read, Told
from indexer.read.record import article, article_id, kind
from indexer.read.refusal import Reason, Reject, unforeseen


def read_json(stream: io.BufferedReader, origin: Origin, told: Told, *, lines: bool) -> Iterator[Read]:
    """The articles in JSON, one after the other, in the memory of one.

    ``record.article`` says what an object may have.

    Args:
        lines: whether each line is an object whatever it looks like (``.jsonl``).

    Raises:
        Unreadable: the stream as a whole ends here: it is empty, or breaks off.
    """
    for piece in pieces(stream, lines=lines):
        place = Origin(origin.path, piece.line)
        yield place.gave(_article_or_reject(piece, place, told))


def _article_or_reject(piece: Piece, place: Origin, told: Told) -> Article | Reject:
    found_id: str | None = None
    try:
        value = _loads(decode(piece.data))
        if not isinstance(value, dict):
            raise Unreadable(Reason.WRONG_SHAPE, f"an article is an object, this is {kind(value)}")
        found_id = article_id(value)
        return article(value, place, told)
    except Unreadable as error:
        return place.refuse(error, found_id)
    except Exception as error:
        # Whatever an object can do to its reader concerns this object alone; the run goes on.
        return place.refuse(Unreadable(Reason.READING_FAILED, unforeseen(error)), found_id)


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
