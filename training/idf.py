"""Make ``indexer/compare/idf.txt.gz``: in how many sentences of PolNeAR's training articles each stem occurs.

    python -m training.idf

One line a stem, most of them seen in a single sentence left out (they weigh as words never seen do). Words alone,
in the order of the alphabet: no sentence can be read from it. The same input gives the same bytes.
"""

from __future__ import annotations

from collections import Counter

from indexer.compare.idf import TABLE
from training.sentences import sentences, write

LEAST = 2


def main() -> None:
    """Count, write, and say how many."""
    counts: Counter[str] = Counter()
    every = 0
    for sentence in sentences():
        counts.update(set(sentence.stems))
        every += 1
    lines = sorted(f"{stem} {count}" for stem, count in counts.items() if count >= LEAST)
    size = write(TABLE, [str(every), *lines])
    print(f"{len(lines)} stems of {every} sentences, {size} bytes")


if __name__ == "__main__":
    main()
