"""A JSON stream -> the bytes of each article, of which one is held at a time."""

from __future__ import annotations

import codecs
import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from indexer.errors import Unreadable
from indexer.read.decode import LARGEST
from indexer.read.refusal import Reason

PEEK = 64 * 1024
"""Bytes at the beginning of a stream that show its format."""

_CHUNK = 64 * 1024
_BLANK = b" \t\r\n"
_OUTSIDE = re.compile(rb'["{}\[\],]')
_INSIDE = re.compile(rb'["\\]')


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one article, cut off beyond ``LARGEST``.

    Args:
        line: the line, or the place in a list, from 1; None if the file is one article.
    """

    data: bytes
    line: int | None


def pieces(stream: io.BufferedReader, *, lines: bool) -> Iterator[Piece]:
    """Cut a stream into its lines, the elements of its list, or its one object.

    Args:
        stream: must support ``peek(PEEK)``.
        lines: whether it is known to be JSON Lines; else its first two lines show what it is.

    Raises:
        Unreadable: it is empty, or ends within a list or a character.
    """
    with _in_utf8(stream) as utf8:
        found = False
        for piece in _lines(utf8) if lines else _json_pieces(utf8):
            found = True
            yield piece
    if not found:
        raise Unreadable(Reason.EMPTY, "there is nothing in it")


def _json_pieces(stream: io.BufferedReader) -> Iterator[Piece]:
    head = stream.peek(PEEK).removeprefix(codecs.BOM_UTF8).lstrip(_BLANK)
    if head.startswith(b"["):
        return _elements(stream)
    first, newline, rest = head.partition(b"\n")
    is_lines = first.rstrip(_BLANK).endswith(b"}") or rest.lstrip(_BLANK).startswith(b"{") or not newline
    return _one_or_more(_lines(stream)) if is_lines else _whole(stream)


def _whole(stream: io.BufferedReader) -> Iterator[Piece]:
    data = stream.read(LARGEST + 1)
    if data.strip(_BLANK):
        yield Piece(data, None)


def _one_or_more(several: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces; a single one gets no line, because the whole file is the article."""
    first = next(several, None)
    if first is None:
        return
    second = next(several, None)
    if second is None:
        yield Piece(first.data, None)
        return
    yield first
    yield second
    yield from several


def _lines(stream: io.BufferedReader) -> Iterator[Piece]:
    number = 0
    while line := stream.readline(LARGEST + 2):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(_CHUNK)):
            pass
        content = line.rstrip(b"\r\n")
        if content.removeprefix(codecs.BOM_UTF8).strip(_BLANK):
            yield Piece(content, number)


def _elements(stream: io.BufferedReader) -> Iterator[Piece]:
    """The elements of a list, found by counting brackets outside strings."""
    element = bytearray()
    number, depth, in_string, position = 1, 0, False, 0
    while chunk := stream.read1(_CHUNK):
        start = 0
        while (match := (_INSIDE if in_string else _OUTSIDE).search(chunk, position)) is not None:
            sign, position = match[0], match.end()
            if sign == b"\\":
                position += 1
            elif sign == b'"':
                in_string = not in_string
            elif sign in b"{[":
                depth += 1
                start = position if depth == 1 else start
            elif sign in b"}]":
                depth -= 1
            if (sign in b"}]" and depth == 0) or (sign == b"," and depth == 1):
                _extend(element, chunk[start : match.start()])
                if element.strip(_BLANK):
                    yield Piece(bytes(element), number)
                    number += 1
                element.clear()
                start = position
                if depth == 0:
                    return
        position = max(0, position - len(chunk))  # a backslash at the end escapes the first byte of the next
        _extend(element, chunk[start:])
    raise Unreadable(Reason.BROKEN_JSON, f"the list is not closed after article {number - 1}: the file was cut off")


def _extend(element: bytearray, part: bytes) -> None:
    """Append to an element, up to the size that shows that it is too large."""
    element += part[: max(0, LARGEST + 1 - len(element))]


@contextmanager
def _in_utf8(stream: io.BufferedReader) -> Iterator[io.BufferedReader]:
    """The stream itself, or UTF-16 with a byte order mark converted to UTF-8 in a temporary file.

    UTF-8 can be cut into lines without decoding, so that a broken line does not affect the others.
    """
    if stream.peek(2)[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield stream
        return
    with tempfile.TemporaryFile(buffering=0) as spool:
        decoder = codecs.getincrementaldecoder("utf-16")()
        try:
            while chunk := stream.read(_CHUNK):
                spool.write(decoder.decode(chunk).encode("utf-8"))
            spool.write(decoder.decode(b"", final=True).encode("utf-8"))
        except UnicodeError as error:
            raise Unreadable(Reason.UNDECODABLE, "marked as UTF-16, but broken; convert it to UTF-8") from error
        spool.seek(0)
        yield io.BufferedReader(spool, PEEK)
