"""Files -> articles: text, HTML and JSON, one module for each format.

``read`` streams: it holds one article at a time, and yields a ``Reject`` in place of an input that it cannot read. Its
two halves can be used apart: ``raw_articles`` finds the bytes of each article, ``parse`` makes the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from indexer.model import Article, PublishedDate
from indexer.read.origin import STANDARD_INPUT, Overrides, Read
from indexer.read.parse import parse
from indexer.read.raw import Paths, Raw, raw_articles, standard_input
from indexer.read.refusal import Reason, Reject, describe_unexpected, failure

__all__ = [
    "STANDARD_INPUT",
    "Overrides",
    "Paths",
    "Raw",
    "Read",
    "Reason",
    "Reject",
    "describe_unexpected",
    "each",
    "parse",
    "raw_articles",
    "read",
    "standard_input",
]


def read(
    paths: Paths,
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Reject]:
    """The articles under these paths, in order; a ``Reject`` in place of each input that is none.

    Args:
        paths: files (``.txt .html .json .jsonl``, each also gzipped), folders of these, or ``-``.
        outlet: who published all of them; takes precedence over what they say.
        published: when all of them appeared (basis ``given``); takes precedence over what they say, which is kept.
        stdin: what ``-`` reads; the process's standard input if None.

    Yields:
        Articles and rejects; one article at a time is held, of at most 5,000,000 bytes.
    """
    for item in each(paths, Overrides(outlet, published), stdin):
        yield item.outcome


def each(paths: Paths, overrides: Overrides, stdin: BinaryIO | None = None) -> Iterator[Read]:
    """The same as ``read``, with the path and line of each."""
    for found in raw_articles(paths, stdin):
        if isinstance(found, Reject):
            yield Read(found.path, found.line, found)
            continue
        try:
            outcome = parse(found, overrides)
        except MemoryError as error:
            outcome = found.origin.refuse(failure(error, Reason.READING_FAILED))
        yield Read(found.origin.shown, found.origin.line, outcome)
