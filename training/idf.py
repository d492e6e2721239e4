"""Make ``indexer/compare/idf.txt.gz``: in how many sentences of PolNeAR's training articles each stem occurs.

    python -m training.idf

One line a stem, most of them seen in a single sentence left out (they weigh as words never seen do). Words alone,
in the order of the alphabet: no sentence can be read from it. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from pathlib import Path

from bench.corpus import polnear
from indexer.compare.idf import TABLE
from indexer.compare.wording import wording
from indexer.layout import layout

FILE = Path(__file__).resolve().parents[1] / "indexer" / "compare" / TABLE
LEAST = 2


def main() -> None:
    """Count, write, and say how many."""
    corpus = polnear("train")
    if "PolNeAR" not in corpus.name:
        sys.exit("not made: the training articles are not there")
    counts: Counter[str] = Counter()
    sentences = 0
    for article in corpus.articles:
        for paragraph in layout(article):
            for sentence in paragraph.sentences:
                counts.update(set(wording(article.text[sentence.start : sentence.end]).stems))
                sentences += 1
    lines = sorted(f"{stem} {count}" for stem, count in counts.items() if count >= LEAST)
    FILE.write_bytes(gzip.compress("\n".join([str(sentences), *lines]).encode("utf-8"), 9, mtime=0))
    print(f"{len(lines)} stems of {sentences} sentences, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
