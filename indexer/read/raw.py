"""Paths -> the bytes of each article: files and standard input are opened, unpacked and cut, but not parsed.

This is cheap and linear in the size of the input. Parsing is not, so ``parse`` is a separate step, which can run in
another process and within a deadline.
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
from indexer.read.inputs import Format, FoundFile, find_files, open_file, open_stream
from indexer.read.json_stream import pieces
from indexer.read.origin import STANDARD_INPUT, Origin
from indexer.read.refusal import Failure, Reason, Reject, failure
from indexer.read.tables import delimited, parquet

Paths = Iterable[str | PathLike[str]]


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one article.

    Args:
        data: unpacked, and cut off right after ``LARGEST``, so that ``decode`` refuses a larger article.
        form: the format; for JSON and for tables the bytes are one object of JSON.
    """

    data: bytes
    form: Format
    origin: Origin


def raw_articles(paths: Paths, stdin: BinaryIO | None = None) -> Iterator[Raw | Reject]:
    """The bytes of the articles under these paths, in order; a ``Reject`` in place of each input that cannot be read.

    Args:
        paths, stdin: see ``indexer.read.read``.
    """
    for path in (fspath(path) for path in paths):
        for file in (FoundFile(path),) if path == STANDARD_INPUT else find_files(path):
            yield from _articles_in(file, stdin)


def standard_input() -> BinaryIO:
    """The standard input of this process.

    Raises:
        Unreadable: it is closed.
    """
    if sys.stdin is None:
        raise Unreadable(Reason.UNREADABLE, "standard input is closed")
    return sys.stdin.buffer


def _articles_in(file: FoundFile, stdin: BinaryIO | None) -> Iterator[Raw | Reject]:
    """The bytes of the articles in one input; any failure refuses the rest of this input only."""
    origin = Origin(file.path)
    try:
        if file.error is not None:
            raise file.error
        on_disk = file.path != STANDARD_INPUT
        with open_file(file.path) if on_disk else open_stream(stdin or standard_input()) as (stream, form):
            yield from _cut(stream, form, origin)
    except Exception as error:
        yield origin.refuse(_why(error))


def _why(error: Exception) -> Failure:
    if isinstance(error, (EOFError, zlib.error)):
        return Failure(Reason.UNREADABLE, f"the gzip data is broken or cut off: {error}")
    if isinstance(error, OSError):
        return Failure(Reason.UNREADABLE, error.strerror or str(error))
    return failure(error, Reason.READING_FAILED)


def _cut(stream: io.BufferedReader, form: Format, origin: Origin) -> Iterator[Raw]:
    if form in (Format.CSV, Format.TSV, Format.PARQUET):
        rows = parquet(stream) if form is Format.PARQUET else delimited(stream, tabs=form is Format.TSV)
        for row in rows:
            yield Raw(row.data, form, Origin(origin.path, row.line))
        return
    if form not in (Format.JSON, Format.JSON_LINES):
        yield Raw(stream.read(LARGEST + 1), form, origin)
        return
    for piece in pieces(stream, lines=form is Format.JSON_LINES):
        yield Raw(piece.data, Format.JSON, Origin(origin.path, piece.line))
