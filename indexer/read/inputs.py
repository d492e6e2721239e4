"""Paths, folders and standard input -> open streams of unpacked bytes, each with its format."""

from __future__ import annotations

import codecs
import gzip
import io
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from indexer.errors import Unreadable
from indexer.read.json_stream import PEEK
from indexer.read.refusal import Reason

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"


ENDINGS = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".parquet": Format.PARQUET,
}

OWN_ENDINGS = (".rejects.jsonl", "people.csv", ".db", ".db-wal", ".db-shm", ".db-rebuild")
"""Endings of the files that onrecord itself writes, and of tables of people; they are skipped in folders."""

DESCRIPTIONS = ("README", "LICENSE", "LICENCE", "COPYING", "CHANGELOG", "people.csv")
"""Beginnings of the names of files that describe a folder, or the people in it; they are skipped in folders."""

_GZIP = b"\x1f\x8b"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|\?xml[^>]*\?>\s*<(?:!doctype\s+html|html))", re.I)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, or the error at its path."""

    path: str
    error: Unreadable | None = None


def find_files(path: str) -> Iterator[FoundFile]:
    """The file at a path, or all files in a folder and its subfolders, in order of their names.

    Hidden files, onrecord's own files and links to folders are skipped in folders.
    """
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            if not here or (here == path and not Path(here).exists()):
                yield FoundFile(here, Unreadable(Reason.MISSING, "there is no such file or folder"))
            elif not Path(here).is_dir():
                yield FoundFile(here)
            elif here == path or not Path(here).is_symlink():
                waiting += reversed(_entries(Path(here)))
        except (OSError, ValueError) as error:
            yield FoundFile(here, Unreadable(Reason.UNREADABLE, _message(error)))


def _entries(folder: Path) -> list[str]:
    """The files and folders to read in a folder, in order of their names."""
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [
        str(entry)
        for entry in entries
        if not entry.name.startswith((".", *DESCRIPTIONS)) and not entry.name.endswith(OWN_ENDINGS)
    ]


@contextmanager
def open_file(path: str) -> Iterator[tuple[io.BufferedReader, Format]]:
    """Open a file; gives its unpacked bytes, and the format that its ending names.

    Raises:
        Unreadable: ``unknown-format``, or ``unreadable`` with the system's message.
    """
    name = Path(path).name.lower().removesuffix(".gz")
    form = ENDINGS.get(Path(name).suffix)
    if form is None:
        known = " ".join(ENDINGS)
        raise Unreadable(Reason.UNKNOWN_FORMAT, f"the ending names the format: {known}, each also with .gz")
    with ExitStack() as stack:
        try:
            if not Path(path).is_file():
                raise Unreadable(Reason.UNREADABLE, "this is not a file")
            stream = stack.enter_context(Path(path).open("rb"))
            unpacked = stack.enter_context(_unpacked(stream))
        except (OSError, EOFError) as error:
            raise Unreadable(Reason.UNREADABLE, _message(error)) from error
        yield unpacked, form


@contextmanager
def open_stream(stdin: BinaryIO) -> Iterator[tuple[io.BufferedReader, Format]]:
    """Open standard input; gives its unpacked bytes, and the format that its first bytes show."""
    with _unpacked(stdin) as unpacked:
        yield unpacked, _format_of(unpacked.peek(PEEK))


def _format_of(head: bytes) -> Format:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8")
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if re.match(rb"\{\s*\"|\[\s*\{", start):
        return Format.JSON
    return Format.HTML if _HTML.match(start) else Format.TEXT


@contextmanager
def _unpacked(stream: BinaryIO) -> Iterator[io.BufferedReader]:
    head = stream.read(PEEK)
    whole: io.BufferedReader = io.BufferedReader(_Rewound(head, stream), PEEK)
    if not head.startswith(_GZIP):
        yield whole
        return
    with gzip.GzipFile(fileobj=whole) as archive:
        yield io.BufferedReader(archive, PEEK)


class _Rewound(io.RawIOBase):
    """A stream whose first bytes were read already, from its beginning."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer from the head, then from the rest of the stream."""
        view = memoryview(buffer).cast("B")
        data = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)


def _message(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
