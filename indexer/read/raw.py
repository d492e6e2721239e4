"""Paths -> the bytes of each article: files and standard input are opened, unpacked and cut, but not parsed.

Finding the bytes is cheap and linear in them. Parsing is not, and takes place elsewhere (``parse``), so that it can be
given a deadline and a process of its own.
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike, fspath
from typing import BinaryIO

from indexer.errors import Unreadable
from indexer.read.decode import LARGEST
from indexer.read.inputs import Format, Place, opened, places, recognised
from indexer.read.json_stream import pieces
from indexer.read.origin import STANDARD_INPUT, Origin
from indexer.read.refusal import Failure, Reason, Reject, failure

Paths = Iterable[str | PathLike[str]]


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as it was found.

    Args:
        data: its bytes, unpacked; cut off where they are more than ``LARGEST``, which shows that it is too large.
        form: how they are to be read; one object where it is a form of JSON.
    """

    data: bytes
    form: Format
    origin: Origin


def raw_articles(paths: Paths, stdin: BinaryIO | None = None) -> Iterator[Raw | Reject]:
    """The bytes of every article under these paths in order, and in place of each input that has none, why.

    Args:
        paths, stdin: see ``indexer.read.read``.
    """
    for path in (fspath(path) for path in paths):
        for place in (Place(path),) if path == STANDARD_INPUT else places(path):
            yield from _found(place, stdin)


def standard_input() -> BinaryIO:
    """The process's own.

    Raises:
        Unreadable: it was started without any.
    """
    if sys.stdin is None:
        raise Unreadable(Reason.UNREADABLE, "standard input is closed")
    return sys.stdin.buffer


def _found(place: Place, stdin: BinaryIO | None) -> Iterator[Raw | Reject]:
    """What one input holds; whatever fails, the system included, refuses this input alone."""
    origin = Origin(place.path)
    try:
        if place.error is not None:
            raise place.error
        on_disk = place.path != STANDARD_INPUT
        with opened(place.path) if on_disk else recognised(stdin or standard_input()) as (stream, form):
            yield from _cut(stream, form, origin)
    except Exception as error:
        yield origin.refuse(_said(error))


def _said(error: Exception) -> Failure:
    if isinstance(error, (EOFError, zlib.error)):
        return Failure(Reason.UNREADABLE, f"the gzip data is broken or cut off: {error}")
    if isinstance(error, OSError):
        return Failure(Reason.UNREADABLE, error.strerror or str(error))
    return failure(error, Reason.READING_FAILED)


def _cut(stream: io.BufferedReader, form: Format, origin: Origin) -> Iterator[Raw]:
    if form not in (Format.JSON, Format.JSON_LINES):
        yield Raw(stream.read(LARGEST + 1), form, origin)
        return
    for piece in pieces(stream, lines=form is Format.JSON_LINES):
        yield Raw(piece.data, Format.JSON, Origin(origin.path, piece.line))
