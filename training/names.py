"""Learn what the clues of ``indexer/names/likeness.py`` are worth.

    python -m training.names

Prints, for persons and for organisations, recall at three precisions by cross-validation over the labelled pairs, and
the weights learned from all of them, to be copied into ``PERSONS`` and ``ORGANISATIONS``. Pairs of one name stay in
one fold.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from zlib import crc32

from bench.names import LabelledPair, pairs_by_kind, recall_at
from indexer.names.likeness import Clues, clues
from training.logistic import fit

FOLDS = 10


def learned(pairs: Sequence[LabelledPair], *, organisation: bool) -> list[float]:
    """The bias and the weight of each clue; pairs without a word in common are decided without them."""
    rows = [(clues(pair.one, pair.other, organisation=organisation), pair.match) for pair in pairs]
    known = [(found, match) for found, match in rows if found is not None]
    return fit([found for found, _ in known], [match for _, match in known], [1.0] * len(known), prior=0.3)


def score(pair: LabelledPair, weights: Sequence[float], *, organisation: bool) -> float:
    """The probability that a pair is one name, by these weights."""
    found = clues(pair.one, pair.other, organisation=organisation)
    if found is None:
        return 0.0
    return 1 / (1 + math.exp(-sum(map(float.__mul__, weights, map(float, (1, *found))))))


def main() -> None:
    """Print recall by cross-validation, and the weights."""
    for kind, pairs in pairs_by_kind().items():
        organisation = kind == "organisations"
        scored = []
        for fold in range(FOLDS):
            held = [pair for pair in pairs if crc32(pair.other.encode()) % FOLDS == fold]
            weights = learned([pair for pair in pairs if pair not in held], organisation=organisation)
            scored += [(score(pair, weights, organisation=organisation), pair.match) for pair in held]
        reached = (
            f"precision {precision:.0%}: recall {recall_at(precision, scored):.1%}" for precision in (0.99, 0.95, 0.9)
        )
        print(f"{kind}, {len(pairs)} pairs: {', '.join(reached)}")
        bias, *weights = learned(pairs, organisation=organisation)
        print(
            f"  bias {bias:.2f}", *(f"{name} {weight:.2f}" for name, weight in zip(Clues._fields, weights, strict=True))
        )


if __name__ == "__main__":
    main()
