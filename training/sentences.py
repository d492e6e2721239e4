"""The sentences of PolNeAR's training articles, from which the tables of words are made, and how a table is written."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.gold.corpus import polnear
from indexer.compare import Wording, wording
from indexer.document import Document

FOLDER = Path(__file__).resolve().parents[1] / "indexer" / "compare"


def sentences() -> Iterator[Wording]:
    """Every sentence, in order; where the articles are not there, the run ends."""
    corpus = polnear("train")
    if "PolNeAR" not in corpus.name:
        sys.exit("not made: the training articles are not there")
    for article in corpus.articles:
        for sentence in Document(article).sentences:
            yield wording(article.text[sentence.start : sentence.end])


def write(table: str, lines: Sequence[str]) -> int:
    """Put a table where the package ships it, the same bytes for the same lines; gives how many bytes these are."""
    return (FOLDER / table).write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))
