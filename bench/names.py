"""How well names are told to be one by the names alone: python -m bench.names

Reads namebench.csv (812 adversarial pairs of nomenklatura, MIT), and prints for persons and for organisations
precision and recall of ``compare_names`` at the two thresholds that ship, and recall at three precisions. The weights
were learned from these pairs: the figures to trust are the cross-validated ones of ``python -m training.names``.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.gold.corpus import SHARED
from indexer.names import POSSIBLE, SAME, compare_names

PAIRS = SHARED / "data" / "namebench.csv"

KINDS = {
    "persons": ("Person",),
    "organisations": ("Company", "Organization", "LegalEntity"),
}


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two names, and whether a reader takes them for one."""

    one: str
    other: str
    match: bool


def pairs_by_kind() -> dict[str, list[LabelledPair]]:
    """The labelled pairs of persons, and those of organisations; none where the file is not there."""
    if not PAIRS.is_file():
        print(f"not measured: {PAIRS.name} is not in {PAIRS.parent}", file=sys.stderr)
        return {}
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        kind: [
            LabelledPair(row["name1"], row["name2"], row["is_match"] == "true") for row in rows if row["schema"] in of
        ]
        for kind, of in KINDS.items()
    }


def precision_and_recall(scored: Sequence[tuple[float, bool]], least: float) -> tuple[float, float]:
    """Of the pairs that score at least so much, the share that match; and the share of all matching pairs."""
    said = [match for score, match in scored if score >= least]
    return sum(said) / len(said) if said else 1.0, sum(said) / sum(match for _, match in scored)


def recall_at(precision: float, scored: Sequence[tuple[float, bool]]) -> float:
    """The highest recall of any threshold that reaches a precision."""
    reached = (precision_and_recall(scored, least) for least in {score for score, _ in scored})
    return max((recall for got, recall in reached if got >= precision), default=0.0)


def main() -> None:
    for kind, pairs in pairs_by_kind().items():
        organisation = kind == "organisations"
        start = time.perf_counter()
        scored = [(compare_names(pair.one, pair.other, organisation=organisation).score, pair.match) for pair in pairs]
        each = (time.perf_counter() - start) / len(pairs)
        print(f"{kind}: {len(pairs)} pairs, {sum(pair.match for pair in pairs)} match, {each * 1e6:.0f} µs a pair")
        for name, least in (("same", SAME), ("possible", POSSIBLE)):
            precision, recall = precision_and_recall(scored, least)
            print(f"  {name} (score {least} and more): precision {precision:.1%}, recall {recall:.1%}")
        for wanted in (0.99, 0.95, 0.9):
            print(f"  at precision {wanted:.0%}: recall {recall_at(wanted, scored):.1%}")


if __name__ == "__main__":
    main()
