"""How far a confidence can be believed: of the quotes that were given about so much, how many were right."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from indexer.extract.dates import said_text
from indexer.model import Quote

STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)
_WORD = re.compile(r"\w+")

Judged = list[tuple[float, bool]]


def reliability(found: Mapping[str, Sequence[Quote]], gold: Path, labels: Path) -> Iterator[str]:
    """Lines of a table for content, speaker and said: range of the confidence, quotes in it, right of them in percent.

    Content is right when it shares half of the words with one gold content; a speaker or a date is judged on the
    labelled quotes, and only where one is claimed.
    """
    articles = _articles(gold)
    content: Judged = []
    speaker: Judged = []
    said: Judged = []
    wanted = _labels(labels)
    for ident, article in articles.items():
        words = [match.span() for match in _WORD.finditer(article["text"])]
        golds = {each["id"]: _inside(words, each["content"]) for each in article["attributions"]}
        for quote in found.get(ident, ()):
            have = _inside(words, [(span.start, span.end) for span in quote.content])
            best, overlap = _nearest(have, golds)
            content.append((quote.confidence.content, overlap >= 0.5))
            label = wanted.get((ident, best)) if overlap >= 0.5 else None
            if label is None:
                continue
            if quote.speaker.name is not None:
                speaker.append((quote.confidence.speaker, _plain(quote.speaker.name) in label["speaker"]))
            if quote.said is not None:
                said.append((quote.confidence.said, said_text(quote.said) in label["said"]))
    yield "confidence   given         quotes   right"
    for name, judged in (("content", content), ("speaker", speaker), ("said", said)):
        yield from _rows(name, judged)


def _rows(name: str, judged: Judged) -> Iterator[str]:
    for low, high in pairwise(STEPS):
        here = [right for score, right in judged if low <= score < high]
        if here:
            yield f"{name:12} {low:.2f} – {min(high, 1.0):.2f} {len(here):8} {100 * sum(here) / len(here):6.1f} %"


def _articles(path: Path) -> dict[str, dict[str, Any]]:
    articles: dict[str, dict[str, Any]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            articles.setdefault(record["id"], record)
    return articles


def _labels(path: Path) -> dict[tuple[str, str], dict[str, set[str]]]:
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {
        (r["article"], r["attribution"]): {
            "speaker": {_plain(name) for name in r["speaker"]},
            "said": {value for value in r["said"] if value},
        }
        for r in records
    }


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", " ".join(re.findall(r"\w+", name.lower())))


def _inside(words: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for i, (s, e) in enumerate(words) if any(s < end and e > start for start, end in spans))


def _nearest(have: frozenset[int], golds: Mapping[str, frozenset[int]]) -> tuple[str, float]:
    best, overlap = "", 0.0
    for ident, want in golds.items():
        if have & want and (shared := len(have & want) / len(have | want)) > overlap:
            best, overlap = ident, shared
    return best, overlap
