"""How often a printed source is resolved to the right full name, with the gold spans given.

Run from the repository's root: ``python -m bench.resolution [--misses N]``. Reads the labelled articles of
``bench.gold.truth``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from bench.gold.truth import GOLD, LABELS, NOT_THERE, is_there, plain
from indexer.document import Document
from indexer.extract.speakers import resolve
from indexer.model import Article, Attribution, Kind, Span, Speaker, Stance

QUOTED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")


def attribution(text: str, gold: dict[str, Any]) -> Attribution:
    spans = {role: tuple(Span.of(text, *place) for place in gold[role]) for role in ("content", "source", "cue")}
    quoted = tuple(
        Span.of(text, span.start + match.start(1), span.start + match.end(1))
        for span in spans["content"]
        for match in QUOTED.finditer(span.text)
    )
    inside = sum(span.end - span.start for span in quoted)
    whole = sum(span.end - span.start for span in spans["content"])
    kind = Kind.INDIRECT if not quoted else Kind.DIRECT if inside >= 0.9 * whole else Kind.MIXED
    return Attribution(spans["content"], spans["source"], spans["cue"], kind, Stance.ASSERTED, quoted, 1.0)


def authors(record: dict[str, Any]) -> tuple[str, ...]:
    author = str(record.get("author") or "").strip()
    return (author,) if author else ()


def form(printed: str) -> str:
    low = printed.lower()
    if not printed:
        return "none"
    if low in {"he", "she"}:
        return low
    if low in {"it", "they", "i", "we", "who", "which", "his", "her", "that", "him"}:
        return "other pronoun"
    capitals = re.findall(r"\b[A-Z][\w’'.-]*", printed)
    if re.match(r"(the|a|an|his|her|their|one|this|my)\b", low) or not capitals:
        return "description"
    if re.match(r"(Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? \w+$", printed) or re.match(r"President \w+$", printed):
        return "title and surname"
    return "one name" if " " not in printed else "full name, or longer"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0, help="print so many of the wrong answers")
    arguments = parser.parse_args()
    if not is_there():
        print(NOT_THERE)
        return
    articles: dict[str, dict[str, Any]] = {}
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            articles.setdefault(record["id"], record)
    answers: dict[tuple[str, str], tuple[Speaker, float]] = {}
    seconds = 0.0
    for record in articles.values():
        article = Article(id=record["id"], text=record["text"], title=record.get("title"), authors=authors(record))
        gold = sorted(record["attributions"], key=lambda a: a["content"][0][0])
        made = [attribution(article.text, a) for a in gold]
        began = time.process_time()
        resolved = resolve(Document(article), made)
        seconds += time.process_time() - began
        answers |= {(record["id"], a["id"]): answer for a, answer in zip(gold, resolved, strict=True)}
    report(articles, LABELS, answers, arguments.misses)
    print(
        f"{len(articles) / seconds:.0f} articles/s ({1000 * seconds / len(articles):.1f} ms each, of one core, alone)"
    )


def report(
    articles: dict[str, dict[str, Any]],
    label_path: Path,
    answers: dict[tuple[str, str], tuple[Speaker, float]],
    misses: int,
) -> None:
    by_form: dict[str, Counter[str]] = defaultdict(Counter)
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    bands: dict[int, Counter[str]] = defaultdict(Counter)
    shown = 0
    for line in label_path.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        record = articles[label["article"]]
        gold = next(a for a in record["attributions"] if a["id"] == label["attribution"])
        speaker, score = answers[label["article"], label["attribution"]]
        printed = record["text"][slice(*gold["source"][0])] if gold["source"] else ""
        names = {plain(name) for name in label["speaker"]}
        named = label["kind"] in ("person", "organisation")
        claimed = speaker.name is not None
        right = plain(speaker.name) in names if named else not claimed or plain(speaker.name) in names
        for counter in (by_form[form(printed) if named else "(nameless)"], by_kind[label["kind"]]):
            counter["all"] += 1
            counter["right"] += right
            counter["claimed"] += claimed
        if claimed:
            bands[int(min(score, 0.999) * 10)]["all"] += 1
            bands[int(min(score, 0.999) * 10)]["right"] += plain(speaker.name) in names
        if not right and shown < misses:
            shown += 1
            print(f"{label['article'][:28]:28} {label['attribution']:5} {printed!r}: want {label['speaker']}, "
                  f"got {speaker.name} ({speaker.kind.value}, {score:.2f})")  # fmt: skip
    named_total = Counter[str]()
    for kind in ("person", "organisation"):
        named_total += by_kind[kind]
    print(f"full names right: {percent(named_total)}")
    for title, table in (("by form of source", by_form), ("by kind of speaker (nameless: abstained)", by_kind)):
        print(title)
        for key, counter in sorted(table.items()):
            print(f"  {key:22} {percent(counter)}, {counter['claimed']} claimed")
    print("reliability of claimed names")
    for band, counter in sorted(bands.items()):
        print(f"  score {band / 10:.1f} to {band / 10 + 0.1:.1f}      {percent(counter)}")


def percent(counter: Counter[str]) -> str:
    return f"{100 * counter['right'] / max(counter['all'], 1):5.1f} % ({counter['right']} of {counter['all']})"


if __name__ == "__main__":
    main()
