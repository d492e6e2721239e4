"""The texts that the benchmarks run on: gold data beside the project where it is there, else the samples."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from indexer.model import Article
from indexer.read import read

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
"""Where articles with gold attributions are looked for, in ``data/``: PolNeAR's, and quotes rewritten by hand."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles, and what to call them in print."""

    name: str
    articles: tuple[Article, ...]

    def repeated(self, count: int) -> Iterator[str]:
        """``count`` JSON lines: the articles over and over, each time under a new id."""
        for number, article in enumerate(islice(cycle(self.articles), count)):
            published = article.published.best.value if article.published else None
            record = {"id": f"{article.id}#{number}", "title": article.title, "published": published}
            yield json.dumps({**record, "text": article.text}, ensure_ascii=False)


def polnear(part: str) -> Corpus:
    """The articles of PolNeAR's ``part`` (dev or train), or the samples where it is not there.

    An article that several people annotated is taken once.
    """
    path = SHARED / "data" / f"polnear-{part}.jsonl.gz"
    if path.is_file():
        return Corpus(f"PolNeAR {part}", _articles(path))
    print(f"{path.name} is not in {path.parent}: measured on samples/ instead", file=sys.stderr)
    return Corpus("samples/", _articles(ROOT / "samples"))


def _articles(path: Path) -> tuple[Article, ...]:
    found: dict[str, Article] = {}
    for each in read([str(path)]):
        if isinstance(each, Article):
            found.setdefault(each.id, each)
    return tuple(found.values())
