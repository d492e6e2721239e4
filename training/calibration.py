"""Learn ``indexer/extract/calibrations/NAME.json``: what an extractor's scores mean, from PolNeAR's dev articles.

    python -m training.calibration --extractor NAME            how far confidences hold on articles not learned from
    python -m training.calibration --extractor NAME --write    and the table itself, learned from all of them

For each part (content by kind, speaker where a name is claimed, nobody where none is, said) the share of right ones is
made to rise with the score by pooling neighbours that fall (isotonic regression), in steps of ``STEP`` quotes or more;
one right and one wrong are added to each step, so that few never mean certain.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from bench.reliability import Judged, judged
from bench.truth import Truth, is_there, of_polnear
from indexer.extract import EXTRACTORS
from indexer.extract.confidence import RAW, Calibration, Curve
from indexer.model import Quote

FOLDER = Path(__file__).parent.parent / "indexer" / "extract" / "calibrations"
STEP = 25
FOLDS = 6
HIGH = 0.9

Examples = dict[str, list[tuple[float, bool]]]
"""By part, the score of each quote and whether that part of it is right."""


def curve(examples: Sequence[tuple[float, bool]]) -> Curve:
    """The share of right ones by score, rising; empty for fewer than ``STEP`` examples."""
    if len(examples) < STEP:
        return ()
    steps: list[list[float]] = []  # sum of the scores, right, all
    for score, alike in groupby(sorted(examples), key=lambda example: example[0]):
        rights = [is_right for _, is_right in alike]
        if not steps or steps[-1][2] >= STEP:
            steps.append([0.0, 0.0, 0.0])
        here = (score * len(rights), sum(rights), len(rights))
        steps[-1] = [a + b for a, b in zip(steps[-1], here, strict=True)]
    if steps[-1][2] < STEP and len(steps) > 1:
        last = steps.pop()
        steps[-1] = [a + b for a, b in zip(steps[-1], last, strict=True)]
    pooled: list[list[float]] = []
    for step in steps:
        pooled.append(step)
        while len(pooled) > 1 and _share(pooled[-2]) >= _share(pooled[-1]):
            last = pooled.pop()
            pooled[-1] = [a + b for a, b in zip(pooled[-1], last, strict=True)]
    return tuple((round(step[0] / step[2], 4), round(_share(step), 4)) for step in pooled)


def _share(step: Sequence[float]) -> float:
    return (step[1] + 1) / (step[2] + 2)


def learn(found: Sequence[Judged]) -> Calibration:
    """The curves that judged quotes with raw scores teach."""
    examples: Examples = defaultdict(list)
    for each in found:
        examples[each.curve].append((each.score, each.right))
    return Calibration({part: made for part, seen in sorted(examples.items()) if (made := curve(seen))})


def cross_validated(articles: Sequence[Sequence[Judged]]) -> Iterator[Judged]:
    """The same quotes with the confidences that other articles teach."""
    shuffled = list(articles)
    random.Random(0).shuffle(shuffled)
    for fold in range(FOLDS):
        taught = learn([each for number, one in enumerate(shuffled) if number % FOLDS != fold for each in one])
        for each in (each for one in shuffled[fold::FOLDS] for each in one):
            yield replace(each, score=taught.of(each.curve, each.score))


def report(found: Sequence[Judged]) -> Iterator[str]:
    """Lines: for each part how many were given ``HIGH`` or more, how many of these were right, and the error."""
    yield f"part              quotes   given {HIGH} or more   right   mean error of the confidence"
    for part in sorted({each.part for each in found}):
        here = [each for each in found if each.part == part]
        high = [each for each in here if each.score >= HIGH]
        right = f"{100 * sum(each.right for each in high) / len(high):6.1f} %" if high else "     -  "
        yield f"{part:16} {len(here):7} {len(high):19} {right} {_error(here):12.3f}"


def _error(found: Sequence[Judged], bins: int = 10) -> float:
    """The expected calibration error: how far share and confidence are apart, in tenths of the scale, weighed."""
    boxes: dict[int, list[Judged]] = defaultdict(list)
    for each in found:
        boxes[min(bins - 1, int(each.score * bins))].append(each)
    apart = (abs(sum(each.right - each.score for each in box)) for box in boxes.values())
    return sum(apart) / len(found)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default="rules")
    parser.add_argument("--write", action="store_true", help="write the table")
    arguments = parser.parse_args()
    if not is_there():
        print("nothing learned: the gold data is not there (bench.corpus says where it is looked for)")
        return
    extract = EXTRACTORS[arguments.extractor]
    articles = [_judged(truth, extract(truth.article, calibrated=RAW)) for truth in of_polnear()]
    print(*report(list(cross_validated(articles))), sep="\n")
    if arguments.write:
        taught = learn([each for one in articles for each in one])
        record = {"learned from": "PolNeAR dev", "articles": len(articles), "curves": taught.curves}
        FOLDER.joinpath(f"{arguments.extractor}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def _judged(truth: Truth, quotes: Sequence[Quote]) -> list[Judged]:
    return list(judged([truth], {truth.article.id: quotes}))


if __name__ == "__main__":
    main()
