"""A table (CSV, TSV, Parquet) -> one record a row, as the bytes of a JSON object, of which one is held at a time."""

from __future__ import annotations

import codecs
import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from typing import Any

from indexer.errors import Unreadable
from indexer.read.decode import LARGEST
from indexer.read.json_stream import PEEK, Piece
from indexer.read.refusal import Reason

ROWS_AT_ONCE = 64
"""Rows of a Parquet file that are decoded at a time."""

NEEDS_PYARROW = "Parquet files are read by pyarrow: pip install 'onrecord[parquet]'"

_DELIMITERS = ",;\t|"


def delimited(stream: io.BufferedReader, *, tabs: bool) -> Iterator[Piece]:
    """The rows of a CSV or TSV file, the first of which names the columns.

    Args:
        stream: must support ``peek(PEEK)``.
        tabs: whether tabs part the columns; else the sign that the first line has most of.

    Raises:
        Unreadable: it is empty, or its first line names no columns.
    """
    csv.field_size_limit(LARGEST)
    head = stream.peek(PEEK)[:PEEK]
    with io.TextIOWrapper(stream, _encoding(head), errors="surrogateescape", newline="") as text:
        number = 0
        try:
            first = text.readline()
            if not first.strip():
                raise Unreadable(Reason.EMPTY, "there is nothing in it")
            delimiter = "\t" if tabs else max(_DELIMITERS, key=first.count)
            names = [name.strip().lstrip("\ufeff") for name in next(csv.reader([first], delimiter=delimiter))]
            if len([name for name in names if name]) < 1 or len(set(names)) != len(names):
                raise Unreadable(Reason.WRONG_SHAPE, "the first line must name the columns, each once")
            for number, row in enumerate(csv.reader(text, delimiter=delimiter), 1):
                if any(cell.strip() for cell in row):
                    yield _piece(dict(zip(names, row, strict=False)), number)
        except csv.Error as error:
            raise Unreadable(Reason.WRONG_SHAPE, f"behind row {number}: {error}") from error
        except UnicodeDecodeError as error:
            raise Unreadable(Reason.WRONG_SHAPE, f"behind row {number}: the text is cut off or no UTF-16") from error


def parquet(stream: io.BufferedReader) -> Iterator[Piece]:
    """The rows of a Parquet file.

    Raises:
        Unreadable: pyarrow is not installed, or this is no Parquet file.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise Unreadable(Reason.UNKNOWN_FORMAT, NEEDS_PYARROW) from error
    with tempfile.TemporaryFile() as spool:  # the columns are listed at its end
        shutil.copyfileobj(stream, spool)
        try:
            batches = ParquetFile(spool).iter_batches(batch_size=ROWS_AT_ONCE)
            number = 0
            for batch in batches:
                for row in _rows(batch):
                    number += 1
                    yield _piece(row, number)
        except ArrowException as error:
            raise Unreadable(Reason.WRONG_SHAPE, f"this is no Parquet file: {error}") from error


def _rows(batch: Any) -> list[Mapping[str, Any]]:
    """The rows of a batch; a cell that Python has no value for (a day in the year 300,000, say) is left out."""
    try:
        found: list[Mapping[str, Any]] = batch.to_pylist()
    except (ArithmeticError, LookupError, ValueError):
        columns = list(zip(batch.schema.names, batch.columns, strict=True))
        found = [{name: _cell(column[place]) for name, column in columns} for place in range(batch.num_rows)]
    return found


def _cell(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return scalar.as_buffer().to_pybytes()
    except (ArithmeticError, LookupError, ValueError):
        return None


def _piece(row: Mapping[str, Any], number: int) -> Piece:
    return Piece(json.dumps(row, default=_plain).encode(), number)


def _plain(value: Any) -> str:
    """A value that JSON lacks: a time as ISO 8601, bytes as text."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        # Spreadsheets of the West write one byte a letter; a file that is nearly UTF-8 also has letters of two bytes.
        return "utf-8-sig" if any(pair in head for pair in (b"\xc3", b"\xe2\x80", b"\xd0", b"\xd1")) else "cp1252"
    return "utf-8-sig"
