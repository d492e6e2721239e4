"""Bytes -> Article, whatever they are in: one door, one file a format.

``read`` streams: it holds one article at a time, and what cannot be read is said in its place, as a ``Reject``.
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from typing import BinaryIO

from indexer.errors import Unreadable
from indexer.model import Article, PublishedDate
from indexer.read.decode import LARGEST
from indexer.read.html import read_html
from indexer.read.inputs import Format, Place, opened, places, recognised
from indexer.read.jsonl import read_json
from indexer.read.origin import STANDARD_INPUT, Origin, Read, Told
from indexer.read.refusal import Reason, Reject, unforeseen
from indexer.read.text import read_text

__all__ = ["STANDARD_INPUT", "Read", "Reason", "Reject", "each", "read", "standard_input", "unforeseen"]


def read(
    paths: Iterable[str | PathLike[str]],
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Reject]:
    """Every article under these paths in order, and in place of each input that is none, why.

    Args:
        paths: files (``.txt .html .json .jsonl``, each also gzipped), folders of these, or ``-``.
        outlet: who published all of them; outranks what they say.
        published: when all of them appeared (basis ``given``); outranks what they say, which is kept beside it.
        stdin: what ``-`` reads; the process's own if None.

    Yields:
        Articles and rejects; one article at a time is held, of at most 5,000,000 bytes.
    """
    for item in each(paths, outlet=outlet, published=published, stdin=stdin):
        yield item.outcome


def each(
    paths: Iterable[str | PathLike[str]],
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Read]:
    """As ``read``, with the path and line of each."""
    told = Told(outlet, published)
    for path in (fspath(path) for path in paths):
        for place in (Place(path),) if path == STANDARD_INPUT else places(path):
            yield from _guarded(place, told, stdin)


def _guarded(place: Place, told: Told, stdin: BinaryIO | None) -> Iterator[Read]:
    """What one input gives; the one place where its failures, the system's included, become a reject."""
    origin = Origin(place.path)
    try:
        if place.error is not None:
            raise place.error
        with (
            recognised(stdin or standard_input()) if place.path == STANDARD_INPUT else opened(place.path) as (
                stream,
                form,
            )
        ):
            yield from _articles(stream, form, origin, told)
    except Unreadable as error:
        yield origin.gave(origin.refuse(error))
    except (EOFError, zlib.error) as error:
        broken = Unreadable(Reason.UNREADABLE, f"the gzip data is broken or cut off: {error}")
        yield origin.gave(origin.refuse(broken))
    except OSError as error:
        yield origin.gave(origin.refuse(Unreadable(Reason.UNREADABLE, error.strerror or str(error))))


def standard_input() -> BinaryIO:
    """The process's own.

    Raises:
        Unreadable: it was started without any.
    """
    if sys.stdin is None:
        raise Unreadable(Reason.UNREADABLE, "standard input is closed")
    return sys.stdin.buffer


def _articles(stream: io.BufferedReader, form: Format, origin: Origin, told: Told) -> Iterator[Read]:
    if form in (Format.JSON, Format.JSON_LINES):
        yield from read_json(stream, origin, told, lines=form is Format.JSON_LINES)
        return
    data = stream.read(LARGEST + 1)
    try:
        article = read_html(data, origin, told) if form is Format.HTML else read_text(data, origin, told)
    except Unreadable:
        raise
    except Exception as error:
        # Whatever a text can do to its reader concerns this text alone; the run goes on.
        raise Unreadable(Reason.READING_FAILED, unforeseen(error)) from error
    yield origin.gave(article)
