"""Learn what the measures of ``indexer/compare`` are worth together, and where "reported" and "sure" begin.

    python -m training.judge            cross-validated figures, by quote
    python -m training.judge --write    and indexer/compare/judge.json, learned from everything

Positive pairs are stored contents of PolNeAR edited by code (``bench/questions/edits.py``) and the variants by hand
that are cut, misquoted, spun or translated there and back, each with the contents that print the quote. Negative pairs
are the contents that rank best for the same texts and print something else. Pairs that a rule calls exact are left out:
the rule decides them. ``reported`` is the score that 1.3 of a hundred texts reach without being printed, ``sure`` the
one that 2 of a thousand reach. The same data gives the same file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.questions.trials import Archive, Trial, gathered
from bench.questions.variants import contents, variants
from indexer.compare import Measures
from indexer.compare.weights import FILE, Weights
from training.folds import folds
from training.logistic import fit

SAME = ("cut", "misquote", "spun", "backtranslated")
BY_HAND_MASS = 3.0
"""A pair by hand counts as much as three by code: there are fewer, and they are what will be asked."""

NEGATIVES = 6
"""Negative pairs of one text: those that share the most."""

FALSE_REPORTED, FALSE_SURE = 0.013, 0.002
"""Of what ranks first among the wrong candidates so highly, every other one does print the same statement in other
words when read by a person, and what has fewer than nine words must be sure: the true shares are well under half."""

OUTPUT = Path(__file__).resolve().parents[1] / "indexer" / "compare" / FILE


def learn(trials: Iterable[Trial]) -> Weights:
    """The weights learned from these trials, thresholds included."""
    trials = list(trials)
    rows: list[tuple[float, ...]] = []
    labels: list[bool] = []
    masses: list[float] = []
    for trial in trials:
        right = [row.values for row in trial.rows if row.copy and not row.exact][:3]
        wrong = sorted((row.values for row in trial.rows if not row.copy), key=_promise, reverse=True)[:NEGATIVES]
        if trial.group and trial.kind not in SAME:
            right = []
        for found, label in ((right, True), (wrong, False)):
            rows += found
            labels += [label] * len(found)
            masses += [BY_HAND_MASS if trial.group else 1.0] * len(found)
    bias, *weights = fit(rows, labels, masses)
    learned = Weights(bias, tuple(weights), 0.5, 0.5)
    reached = sorted((falsely(trial, learned) for trial in trials), reverse=True)
    reported, sure = (round(reached[int(share * len(reached))], 3) for share in (FALSE_REPORTED, FALSE_SURE))
    return Weights(bias, learned.weights, reported, max(sure, reported))


def _promise(values: Sequence[float]) -> float:
    named = Measures(*values)
    return named.query_found + named.both_found + named.in_order


def falsely(trial: Trial, weights: Weights) -> float:
    """The best score among the candidates that print something else, whatever their length."""
    return max((row.score(weights) for row in trial.rows if not row.copy), default=0.0)


def cross_validated(hand: Sequence[Trial], code: Sequence[Trial]) -> list[tuple[Trial, Weights]]:
    """Each trial by hand with weights that were learned without any variant of its quote."""
    groups = sorted({trial.group for trial in hand})
    judged = []
    for _, fold in folds(groups):
        held = frozenset(fold)
        weights = learn([*code, *(trial for trial in hand if trial.group not in held)])
        judged += [(trial, weights) for trial in hand if trial.group in held]
    return judged


def write(weights: Weights, names: Sequence[str], output: Path) -> None:
    """Put the weights where the package ships them, named and to six figures."""
    record = {
        "bias": float(f"{weights.bias:.6g}"),
        "reported": weights.reported,
        "sure": weights.sure,
        "weights": {name: float(f"{weight:.6g}") for name, weight in zip(names, weights.weights, strict=True)},
    }
    output.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Learn, print the figures, and write when told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {OUTPUT.name}")
    arguments = parser.parse_args()
    archive = Archive(contents("train", "dev"))
    hand, code = gathered(archive, variants())
    judged = cross_validated(hand, code)
    for kind in dict.fromkeys(trial.kind for trial in hand):
        mine = [(trial.best(weights), weights) for trial, weights in judged if trial.kind == kind]
        reported = sum(row is not None and row.reported(weights) for row, weights in mine)
        print(f"{kind:16} reported {reported:3} of {len(mine)}")
    weights = learn([*hand, *code])
    print(weights)
    if arguments.write:
        write(weights, list(Measures._fields), OUTPUT)


if __name__ == "__main__":
    main()
