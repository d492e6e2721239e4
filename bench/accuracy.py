"""How well the quotes of PolNeAR's dev articles are found, by the scorer that stands beside the gold data.

Run from the repository's root: ``python -m bench.accuracy [--misses N]``. Prints what the scorer prints (who said
these words, whole attributions, spans; full names and dates of the labelled quotes), then the same by form of source
and by kind, then how far each confidence can be believed: of the quotes that were given about 0.9, how many were right.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.gold.corpus import SHARED
from bench.gold.groups import groups_of, table
from bench.gold.measures import measure
from bench.gold.reliability import reliability
from bench.gold.truth import GOLD, LABELS, is_there, of_polnear
from indexer.extract import EXTRACTORS
from service.cli.quote_lines import line

SCORER = SHARED / "eval" / "score.py"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0, help="print so many of the misses")
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default="learned")
    arguments = parser.parse_args()
    if not (SCORER.is_file() and is_there()):
        print(f"not measured: {SCORER.name} and the gold data are not in {SHARED}")
        return
    extract = EXTRACTORS[arguments.extractor]
    truths = of_polnear()
    found = {truth.article.id: extract(truth.article) for truth in truths}
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = (json.dumps(line(truth.article, found[truth.article.id])) for truth in truths)
        predicted.write_text("\n".join(lines), encoding="utf-8")
        options = ["--speakers", str(LABELS), "--show", str(arguments.misses)]
        subprocess.run([sys.executable, str(SCORER), str(GOLD), str(predicted), *options], check=True)
    print(*table(measure(truths, found, groups_of)), sep="\n")
    print(*reliability(truths, found), sep="\n")


if __name__ == "__main__":
    main()
