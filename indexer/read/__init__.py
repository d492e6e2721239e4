"""Bytes -> Article, whatever they are in: one door, one file a format.

``read`` streams: it holds one article at a time, and what cannot be read is said in its place, as a ``Reject``. Its two
halves are open to those who parse elsewhere: ``raw_articles`` finds the bytes of each article, ``parse`` reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from indexer.model import Article, PublishedDate
from indexer.read.origin import STANDARD_INPUT, Read, Told
from indexer.read.parse import parse
from indexer.read.raw import Paths, Raw, raw_articles, standard_input
from indexer.read.refusal import Reason, Reject, failure, unforeseen

__all__ = [
    "STANDARD_INPUT",
    "Paths",
    "Raw",
    "Read",
    "Reason",
    "Reject",
    "Told",
    "each",
    "parse",
    "raw_articles",
    "read",
    "standard_input",
    "unforeseen",
]


def read(
    paths: Paths,
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
    for item in each(paths, Told(outlet, published), stdin):
        yield item.outcome


def each(paths: Paths, told: Told, stdin: BinaryIO | None = None) -> Iterator[Read]:
    """As ``read``, with the path and line of each."""
    for found in raw_articles(paths, stdin):
        if isinstance(found, Reject):
            yield Read(found.path, found.line, found)
            continue
        try:
            outcome = parse(found, told)
        except MemoryError as error:
            outcome = found.origin.refuse(failure(error, Reason.READING_FAILED))
        yield Read(found.origin.shown, found.origin.line, outcome)
