"""The texts that the benchmarks run on: gold data beside the project where it is there, else the samples."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from indexer.read import read

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles as JSON-like records with at least an id and a text, and what to call them in print."""

    name: str
    records: tuple[dict[str, object], ...]

    def repeated(self, count: int) -> Iterator[str]:
        """``count`` JSON lines: the records over and over, each time under a new id."""
        for number, record in enumerate(islice(cycle(self.records), count)):
            yield json.dumps({**record, "id": f"{record['id']}#{number}"}, ensure_ascii=False)


def polnear(part: str) -> Corpus:
    """The articles of PolNeAR's ``part`` (dev or train), or the samples where it is not there.

    An article that several people annotated is taken once.
    """
    path = SHARED / "data" / f"polnear-{part}.jsonl.gz"
    if not path.is_file():
        print(f"{path.name} is not in {SHARED}: measured on samples/ instead", file=sys.stderr)
        return _samples()
    records: dict[str, dict[str, object]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            wanted = {key: gold[key] for key in ("id", "title", "published", "text") if gold.get(key)}
            records.setdefault(gold["id"], wanted)
    return Corpus(f"PolNeAR {part}", tuple(records.values()))


def _samples() -> Corpus:
    records = []
    for path in sorted((ROOT / "samples").iterdir()):
        records += [{"id": each.id, "text": each.text} for each in read(path) if path.suffix != ".md"]
    return Corpus("samples", tuple(records))
