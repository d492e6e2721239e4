"""What the judge is measured on: gold contents of PolNeAR as the archive, and variants of quotes written by hand."""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.gold.corpus import SHARED

KINDS = ("cut", "misquote", "spun", "backtranslated", "paraphrase", "different")


@dataclass(frozen=True, slots=True)
class Content:
    """What an article says that somebody said, as the gold data marks it; ``source`` as printed."""

    article: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A quote as somebody else might print it; of the kind "different": another sentence on its topic."""

    article: str
    quote: str
    kind: str
    text: str


def contents(*parts: str, shared: Path = SHARED) -> list[Content]:
    """The contents of PolNeAR's parts (train, dev), those that are printed twice in one article once."""
    found: dict[tuple[str, str], Content] = {}
    for part in parts:
        path = shared / "data" / f"polnear-{part}.jsonl.gz"
        if not path.is_file():
            sys.exit(f"not measured: {path.name} is not in {path.parent}")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                for each in record["attributions"]:
                    content, source = (
                        " ".join(record["text"][start:end] for start, end in each.get(role) or [])
                        for role in ("content", "source")
                    )
                    found.setdefault((record["id"], content), Content(record["id"], source, content))
    return list(found.values())


def variants(shared: Path = SHARED) -> list[Variant]:
    """The variants by hand; ends the program with a word on standard error where they are not there."""
    path = shared / "data" / "variants.jsonl"
    if not path.is_file():
        sys.exit(f"not measured: {path.name} is not in {path.parent}")
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Variant(row["article"], row["quote"], row["type"], row["text"]) for row in rows]
