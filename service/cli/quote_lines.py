"""The lines of ``onrecord extract --format jsonl``: an article's quotes as offsets into its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.extract.dates import said_text
from indexer.model import Article, Quote, Span


def line(article: Article, quotes: Sequence[Quote]) -> dict[str, Any]:
    """One article as JSON values: its id, and its quotes with spans, full name and date."""
    return {"id": article.id, "quotes": [_quote(quote) for quote in quotes]}


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "source": _offsets(quote.source),
        "cue": _offsets(quote.cue),
        "content": _offsets(quote.content),
        "speaker": quote.speaker.name,
        "said": None if quote.said is None else said_text(quote.said),
        "kind": quote.kind.value,
        "stance": quote.stance.value,
        "act": quote.act.value,
        "text": quote.text,
        "quoted": list(quote.quoted),
        "as_printed": quote.speaker.as_printed,
        "speaker_kind": quote.speaker.kind.value,
        "candidates": list(quote.speaker.candidates),
        "inside": quote.inside,
        "confidence": {
            "content": quote.confidence.content,
            "speaker": quote.confidence.speaker,
            "said": quote.confidence.said,
            "act": quote.confidence.act,
        },
    }


def _offsets(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
