"""Learn ``indexer/extract/calibrations/NAME.json``: what an extractor's scores mean, from labelled articles.

    python -m training.calibration            how far confidences hold, by kind, act and form of source
    python -m training.calibration --write    and the tables themselves

Scores are those of articles that speakers, acts and dates were not learned from (``training/taught.py``), in ``PARTS``
parts. Contents are judged in PolNeAR's dev alone, as the tagger has learned from train.

For each part (content by kind, speaker where a name is claimed, nobody where none is, said, act) the share of right
ones is made to rise with the score by pooling neighbours that fall (isotonic regression), in steps of
``rising_curve.STEP`` quotes or more.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.gold.reliability import Judged, by_group, judged
from bench.gold.truth import NOT_THERE, Truth, all_labelled, is_there, of_polnear
from indexer.extract import EXTRACTORS
from indexer.extract.confidence import RAW, Calibration
from training.folds import folds
from training.rising_curve import curve
from training.taught import taught

FOLDER = Path(__file__).parent.parent / "indexer" / "extract" / "calibrations"
PARTS = 3

Examples = dict[str, list[tuple[float, bool]]]
"""By part, the score of each quote and whether that part of it is right."""


def learn(found: Sequence[Judged]) -> Calibration:
    """The curves that judged quotes with raw scores teach."""
    examples: Examples = defaultdict(list)
    for each in found:
        for name in each.curves:
            examples[name].append((each.score, each.right))
    return Calibration({part: made for part, seen in sorted(examples.items()) if (made := curve(seen))})


def cross_validated(articles: Sequence[Sequence[Judged]]) -> Iterator[Judged]:
    """The same quotes with the confidences that other articles teach."""
    for others, held in folds(articles, seed=0):
        known = learn([each for one in others for each in one])
        for each in (each for one in held for each in one):
            yield replace(each, score=known.of(each.curves, each.score))


def judged_by_others(truths: Sequence[Truth], names: Sequence[str]) -> dict[str, list[list[Judged]]]:
    """For each extractor, the quotes of each article with raw scores, by weights that other articles teach."""
    unseen = {truth.article.id for truth in of_polnear()}
    found: dict[str, list[list[Judged]]] = {name: [] for name in names}
    for others, held in folds(truths, count=PARTS):
        with taught(others):
            for truth in held:
                for name in names:
                    quotes = EXTRACTORS[name](truth.article, calibrated=RAW)
                    every = judged([truth], {truth.article.id: quotes})
                    fair = truth.article.id in unseen or name != "learned"
                    found[name].append([each for each in every if fair or each.part != "content"])
    return found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extractor", action="append", choices=sorted(EXTRACTORS), help="one of them, or several")
    parser.add_argument("--write", action="store_true", help="write the tables")
    arguments = parser.parse_args()
    if not is_there():
        print(NOT_THERE)
        return
    truths = all_labelled()
    for name, articles in judged_by_others(truths, arguments.extractor or sorted(EXTRACTORS)).items():
        print(name, *by_group(list(cross_validated(articles))), sep="\n")
        if arguments.write:
            known = learn([each for one in articles for each in one])
            record = {"learned from": "PolNeAR dev and train", "articles": len(articles), "curves": known.curves}
            FOLDER.joinpath(f"{name}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
