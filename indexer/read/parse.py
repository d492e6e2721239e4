"""The bytes of one article -> ``Article`` or ``Reject``: the part of reading that takes time."""

from __future__ import annotations

from indexer.model import Article
from indexer.read.inputs import Format
from indexer.read.origin import Origin, Overrides
from indexer.read.raw import Raw
from indexer.read.record import read_json
from indexer.read.refusal import Reason, Reject, failure
from indexer.read.text import read_text


def parse(raw: Raw, overrides: Overrides) -> Article | Reject:
    """Parse one article; an unexpected error of a parser is a ``Reject`` as well.

    Raises:
        MemoryError: it takes more memory than this process may have.
    """
    try:
        return _parsed(raw.data, raw.form, raw.origin, overrides)
    except MemoryError:
        raise
    except Exception as error:
        return raw.origin.refuse(failure(error, Reason.READING_FAILED))


def _parsed(data: bytes, form: Format, origin: Origin, overrides: Overrides) -> Article | Reject:
    match form:
        case Format.TEXT:
            return read_text(data, origin, overrides)
        case Format.HTML:
            # Imported here: trafilatura takes a fifth of a second, which other formats need not wait for.
            from indexer.read.html import read_html

            return read_html(data, origin, overrides)
        case Format.JSON | Format.JSON_LINES:
            return read_json(data, origin, overrides)
        case Format.CSV | Format.TSV | Format.PARQUET:
            return read_json(data, origin, overrides, reader=form.value)
