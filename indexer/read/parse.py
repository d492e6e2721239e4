"""The bytes of one article -> ``Article`` or ``Reject``: everything that takes time in reading."""

from __future__ import annotations

from indexer.model import Article
from indexer.read.inputs import Format
from indexer.read.origin import Origin, Told
from indexer.read.raw import Raw
from indexer.read.record import read_json
from indexer.read.refusal import Reason, Reject, failure
from indexer.read.text import read_text


def parse(raw: Raw, told: Told) -> Article | Reject:
    """The article in these bytes, or why there is none; whatever a text does to its reader refuses this text alone.

    Raises:
        MemoryError: it takes more than this process may have.
    """
    try:
        return _parsed(raw.data, raw.form, raw.origin, told)
    except MemoryError:
        raise
    except Exception as error:
        return raw.origin.refuse(failure(error, Reason.READING_FAILED))


def _parsed(data: bytes, form: Format, origin: Origin, told: Told) -> Article | Reject:
    match form:
        case Format.TEXT:
            return read_text(data, origin, told)
        case Format.HTML:
            # Imported here: trafilatura takes a fifth of a second, which other formats need not wait for.
            from indexer.read.html import read_html

            return read_html(data, origin, told)
        case Format.JSON | Format.JSON_LINES:
            return read_json(data, origin, told)
