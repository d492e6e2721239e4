"""Articles with the attributions that people found in them: what an extractor is measured against."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold.annotated import Annotated
from bench.gold.corpus import SHARED, polnear
from indexer.model import Act, Article, Attribution, Kind, Span, Stance

GOLD = SHARED / "data" / "polnear-dev.jsonl.gz"
LABELS = SHARED / "data" / "polnear-dev-speakers.jsonl"
NOT_THERE = f"not measured: {GOLD.name} and {LABELS.name} are not in {GOLD.parent}"


@dataclass(frozen=True, slots=True)
class Label:
    """Who said an attribution's words, and when.

    Args:
        names: the full names that are right, as ``plain`` gives them.
        kind: "person", "organisation", "group", ...
        said: the dates that are right; empty where the article does not say.
        act: what was done with the content; None where nobody looked.
    """

    names: frozenset[str]
    kind: str
    said: frozenset[str]
    act: Act | None = None

    @property
    def is_named(self) -> bool:
        """Whether a full name is asked for; of anyone else, none need be claimed."""
        return self.kind in ("person", "organisation") and bool(self.names)


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution that a person found; ``label`` is None where nobody looked for the speaker."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    label: Label | None


@dataclass(frozen=True, slots=True)
class Truth:
    """An article, and all attributions in it."""

    article: Article
    attributions: tuple[Attributed, ...]


def is_there() -> bool:
    """Whether the gold data stands beside the repository."""
    return GOLD.is_file() and LABELS.is_file()


def of_polnear() -> tuple[Truth, ...]:
    """PolNeAR's dev articles, labelled between marks; of several annotators the first."""
    return _truths("dev", GOLD, LABELS)


def all_labelled() -> tuple[Truth, ...]:
    """The articles of PolNeAR's dev and train all of whose attributions are labelled."""
    folder = GOLD.parent
    dev = _truths("dev", GOLD, folder / "polnear-dev-speakers-all.jsonl")
    train = _truths("train", folder / "polnear-train.jsonl.gz", folder / "polnear-train-speakers.jsonl")
    return tuple(truth for truth in (*dev, *train) if any(each.label for each in truth.attributions))


def _truths(part: str, gold: Path, labelled: Path) -> tuple[Truth, ...]:
    labels = {
        (record["article"], record["attribution"]): Label(
            frozenset(map(plain, record["speaker"])),
            record["kind"],
            frozenset(filter(None, record["said"])),
            Act(record["act"]) if "act" in record else None,
        )
        for record in map(json.loads, labelled.read_text(encoding="utf-8").splitlines())
    }
    articles = {article.id: article for article in polnear(part).articles}
    found: dict[str, Truth] = {}
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            ident, article = record["id"], articles[record["id"]]
            attributions = (
                Attributed(**_spans(article.text, each), label=labels.get((ident, each["id"])))
                for each in record["attributions"]
            )
            found.setdefault(ident, Truth(article, tuple(attributions)))
    return tuple(found.values())


_QUOTED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")


def as_attributions(truth: Truth) -> tuple[Attribution, ...]:
    """The attributions of an article as extraction links them, in the order given."""
    return tuple(_attribution(truth.article.text, each) for each in truth.attributions)


def _attribution(text: str, gold: Attributed) -> Attribution:
    quoted = tuple(
        Span.of(text, span.start + match.start(1), span.start + match.end(1))
        for span in gold.content
        for match in _QUOTED.finditer(span.text)
    )
    inside = sum(span.end - span.start for span in quoted)
    whole = sum(span.end - span.start for span in gold.content)
    kind = Kind.INDIRECT if not quoted else Kind.DIRECT if inside >= 0.9 * whole else Kind.MIXED
    return Attribution(gold.content, gold.source, gold.cue, kind, Stance.ASSERTED, quoted, 1.0)


def of_annotated(rows: Sequence[Annotated]) -> tuple[Truth, ...]:
    """The project's own articles."""
    return tuple(
        Truth(
            row.article,
            tuple(
                Attributed(
                    quote.content,
                    quote.source,
                    quote.cue,
                    Label(
                        frozenset(plain(who.name) for who in quote.who if who.name),
                        quote.who[0].kind.value,
                        frozenset({quote.said} if quote.said else ()),
                    ),
                )
                for quote in row.wanted
            ),
        )
        for row in rows
    )


def plain(name: str | None) -> str:
    """A name as it is compared: small letters, without accents, punctuation or a leading article."""
    name = unicodedata.normalize("NFKD", name or "")
    name = re.sub(r"[^\w\s&]", "", "".join(c for c in name if not unicodedata.combining(c))).lower()
    return re.sub(r"^(the|a|an) ", "", " ".join(name.split()))


def _spans(text: str, record: dict[str, Any]) -> dict[str, Any]:
    return {part: tuple(Span.of(text, *place) for place in record[part]) for part in ("content", "source", "cue")}
