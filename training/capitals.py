"""Make ``indexer/compare/capitals.txt.gz``: the stems that PolNeAR's training articles write with a capital anywhere.

    python -m training.capitals

A word that begins a sentence has a capital whatever it is; whether it is a name, the other places where it stands tell.
Stems in the order of the alphabet, without counts. The same input gives the same bytes.
"""

from __future__ import annotations

from collections import Counter

from indexer.compare.capitals import TABLE
from training.sentences import sentences, write

LEAST = 2
"""Places inside sentences that a stem must stand in."""

SHARE = 0.9
"""Of these, the share that must have a capital: headlines give capitals to all words, if rarely to a common one."""


def main() -> None:
    """Count, write, and say how many."""
    seen: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for sentence in sentences():
        for number in range(1, len(sentence)):
            word = sentence.words[number]
            if sentence.text[sentence.words[number - 1].end : word.start] == " ":
                seen[sentence.stems[number]] += 1
                capitals[sentence.stems[number]] += sentence.text[word.start].isupper()
    stems = sorted(stem for stem in seen if seen[stem] >= LEAST and capitals[stem] >= SHARE * seen[stem])
    size = write(TABLE, stems)
    print(f"{len(stems)} stems, {size} bytes")


if __name__ == "__main__":
    main()
