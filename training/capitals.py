"""Make ``indexer/compare/capitals.txt.gz``: the stems that PolNeAR's training articles write with a capital anywhere.

    python -m training.capitals

A word that begins a sentence has a capital whatever it is; whether it is a name, the other places where it stands tell.
Stems in the order of the alphabet, without counts. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from pathlib import Path

from bench.corpus import polnear
from indexer.compare.capitals import TABLE
from indexer.compare.wording import wording
from indexer.layout import layout

FILE = Path(__file__).resolve().parents[1] / "indexer" / "compare" / TABLE
LEAST = 2
"""Places inside sentences that a stem must stand in."""

SHARE = 0.9
"""Of these, the share that must have a capital: headlines give capitals to all words, if rarely to a common one."""


def main() -> None:
    """Count, write, and say how many."""
    corpus = polnear("train")
    if "PolNeAR" not in corpus.name:
        sys.exit("not made: the training articles are not there")
    seen: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for article in corpus.articles:
        for paragraph in layout(article):
            for sentence in paragraph.sentences:
                read = wording(article.text[sentence.start : sentence.end])
                for number in range(1, len(read)):
                    if read.text[read.words[number - 1].end : read.words[number].start] == " ":
                        seen[read.stems[number]] += 1
                        capitals[read.stems[number]] += read.text[read.words[number].start].isupper()
    stems = sorted(stem for stem in seen if seen[stem] >= LEAST and capitals[stem] >= SHARE * seen[stem])
    FILE.write_bytes(gzip.compress("\n".join(stems).encode("utf-8"), 9, mtime=0))
    print(f"{len(stems)} stems, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
