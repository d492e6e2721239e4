"""How well the quotes of PolNeAR's dev articles are found, by the scorer that stands beside the gold data.

Run from the repository's root: ``python -m bench.accuracy [--misses N]``. Prints what the scorer prints (who said
these words, whole attributions, spans; full names and dates of the labelled quotes), then how far each confidence
can be believed: of the quotes that were given about 0.9, how many were right.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpus import SHARED, polnear
from bench.reliability import reliability
from indexer.extract import EXTRACTORS
from service.extracted import line

SCORER = SHARED / "eval" / "score.py"
GOLD = SHARED / "data" / "polnear-dev.jsonl.gz"
LABELS = SHARED / "data" / "polnear-dev-speakers.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0, help="print so many of the misses")
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default="rules")
    arguments = parser.parse_args()
    if not (SCORER.is_file() and GOLD.is_file() and LABELS.is_file()):
        print("the scorer and the gold data (../shared, beside the repository) are not there: nothing measured")
        return
    extract = EXTRACTORS[arguments.extractor]
    articles = polnear("dev").articles
    found = {article.id: extract(article) for article in articles}
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = (json.dumps(line(article, found[article.id])) for article in articles)
        predicted.write_text("\n".join(lines), encoding="utf-8")
        options = ["--speakers", str(LABELS), "--show", str(arguments.misses)]
        subprocess.run([sys.executable, str(SCORER), str(GOLD), str(predicted), *options], check=True)
    print("\n".join(reliability(found, GOLD, LABELS)))


if __name__ == "__main__":
    main()
