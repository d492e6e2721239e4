"""Articles with the attributions that people found in them: what an extractor is measured against."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench.annotated import Annotated
from bench.corpus import SHARED, polnear
from indexer.model import Article, Span

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
    """

    names: frozenset[str]
    kind: str
    said: frozenset[str]

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
    """PolNeAR's dev articles; of several annotators the first."""
    labels = {
        (record["article"], record["attribution"]): Label(
            frozenset(map(plain, record["speaker"])), record["kind"], frozenset(filter(None, record["said"]))
        )
        for record in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())
    }
    articles = {article.id: article for article in polnear("dev").articles}
    found: dict[str, Truth] = {}
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            ident, article = record["id"], articles[record["id"]]
            attributions = (
                Attributed(**_spans(article.text, each), label=labels.get((ident, each["id"])))
                for each in record["attributions"]
            )
            found.setdefault(ident, Truth(article, tuple(attributions)))
    return tuple(found.values())


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
