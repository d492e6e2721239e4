"""What ``onrecord extract --format jsonl`` prints: an article's quotes as offsets into its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.model import Article, Precision, Quote, Said, Span


def line(article: Article, quotes: Sequence[Quote]) -> dict[str, Any]:
    """One article as JSON values: its id, and each quote's spans, speaker's full name and date."""
    return {"id": article.id, "quotes": [_quote(quote) for quote in quotes]}


def said_text(said: Said | None) -> str | None:
    """``2025-02-12``, ``2025-02``, ``2025`` or ``FROM/TO`` (days, both inclusive); None without a date."""
    if said is None:
        return None
    first, last = said.from_.isoformat(), said.to.isoformat()
    if first == last:
        return first
    if said.precision is Precision.MONTH and first[:7] == last[:7]:
        return first[:7]
    if said.precision is Precision.YEAR and first[:4] == last[:4]:
        return first[:4]
    return f"{first}/{last}"


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "source": _offsets(quote.source),
        "cue": _offsets(quote.cue),
        "content": _offsets(quote.content),
        "speaker": quote.speaker.name,
        "said": said_text(quote.said),
        "kind": quote.kind.value,
        "stance": quote.stance.value,
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
        },
    }


def _offsets(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
