"""Records as JSON values, and back without loss.

Empty parts (None, no entries) are left out of a quote's value: most quotes have no occasion, no said date and no quote
around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from indexer.model import (
    Act,
    Article,
    Basis,
    Confidence,
    Correction,
    Entry,
    Kind,
    Occasion,
    Precision,
    Provenance,
    Published,
    PublishedDate,
    Quote,
    Said,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
)

Value = dict[str, Any]


def article_facts(article: Article) -> Value:
    """An article without its text and furniture, as in a hit."""
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "language": article.language,
        "published": _published_value(article.published),
        "origin_hint": article.origin_hint,
        "provenance": _provenance_value(article.provenance),
    }


def article_body(article: Article) -> Value:
    """The text of an article, and its furniture."""
    entries = [[entry.start, entry.end, entry.published and _date_value(entry.published)] for entry in article.entries]
    return {"text": article.text, "furniture": _spans_value(article.furniture), "entries": entries}


def article_from(facts: Value, body: Value | None = None) -> Article:
    """The article of ``article_facts`` and ``article_body``; without a body its text is empty, as in a hit."""
    return Article(
        id=facts["id"],
        text=body["text"] if body else "",
        language=facts["language"],
        url=facts["url"],
        title=facts["title"],
        authors=tuple(facts["authors"]),
        outlet=facts["outlet"],
        published=_published(facts["published"]),
        furniture=_spans(body["furniture"]) if body else (),
        origin_hint=facts["origin_hint"],
        entries=tuple(_entry(*entry) for entry in body.get("entries", ())) if body else (),
        provenance=_provenance(facts.get("provenance")),
    )


def quote_value(quote: Quote) -> Value:
    """A quote as a JSON value; see ``quote_from``."""
    value = {
        "id": quote.id,
        "article_id": quote.article_id,
        "kind": quote.kind.value,
        "stance": quote.stance.value,
        "act": quote.act.value,
        "content": _spans_value(quote.content),
        "source": _spans_value(quote.source),
        "cue": _spans_value(quote.cue),
        "quoted": list(quote.quoted),
        "speaker": _speaker_value(quote.speaker),
        "said": _said_value(quote.said),
        "occasion": _occasion_value(quote.occasion),
        "before": quote.before,
        "after": quote.after,
        "confidence": [getattr(quote.confidence, part) for part in _CONFIDENCES],
        "inside": quote.inside,
        "correction": _correction_value(quote.correction),
        "between": list(quote.between),
    }
    return {key: held for key, held in value.items() if held is not None and held != []}


def quote_from(value: Value) -> Quote:
    """The quote of ``quote_value``."""
    return Quote(
        id=value["id"],
        article_id=value["article_id"],
        kind=Kind(value["kind"]),
        stance=Stance(value["stance"]),
        act=Act(value.get("act", Act.SAID)),
        content=_spans(value.get("content", ())),
        source=_spans(value.get("source", ())),
        cue=_spans(value.get("cue", ())),
        quoted=tuple(value.get("quoted", ())),
        speaker=_speaker(value["speaker"]),
        said=_said(value.get("said")),
        occasion=_occasion(value.get("occasion")),
        before=value["before"],
        after=value["after"],
        confidence=_confidence(value["confidence"]),
        inside=value.get("inside"),
        correction=Correction(**value["correction"]) if value.get("correction") else None,
        between=tuple(value.get("between", ())),
    )


_CONFIDENCES = ("content", "speaker", "said", "act")


def _confidence(values: Sequence[float]) -> Confidence:
    """The confidences; stores of before there were acts have none of these."""
    return Confidence(**dict.fromkeys(_CONFIDENCES, 0.0) | dict(zip(_CONFIDENCES, values, strict=False)))


def _correction_value(made: Correction | None) -> Value | None:
    return {"who": made.who, "at": made.at, "why": made.why} if made is not None else None


def text_from(value: Value) -> str:
    """The text of the quote of ``quote_value``."""
    return " ".join(span["text"] for span in value.get("content", ()))


def _spans_value(spans: Iterable[Span]) -> list[Value]:
    return [_span_value(span) for span in spans]


def _span_value(span: Span) -> Value:
    return {"start": span.start, "end": span.end, "text": span.text}


def _spans(values: Iterable[Value]) -> tuple[Span, ...]:
    return tuple(_span(value) for value in values)


def _span(value: Value) -> Span:
    return Span(value["start"], value["end"], value["text"])


def _published_value(published: Published | None) -> Value | None:
    if published is None:
        return None
    return {**_date_value(published.best), "others": [_date_value(other) for other in published.others]}


def _date_value(printed: PublishedDate) -> Value:
    return {"value": printed.value, "zone": printed.zone, "basis": printed.basis.value, "evidence": printed.evidence}


def _published(value: Value | None) -> Published | None:
    return Published(_date(value), tuple(_date(other) for other in value["others"])) if value else None


def _date(value: Value) -> PublishedDate:
    return PublishedDate(value["value"], value["zone"], Basis(value["basis"]), value["evidence"])


def _entry(start: int, end: int, published: Value | None) -> Entry:
    return Entry(start, end, _date(published) if published else None)


def _provenance_value(provenance: Provenance | None) -> Value | None:
    if provenance is None:
        return None
    return {
        "reader": provenance.reader,
        "version": provenance.version,
        "extractor": provenance.extractor,
        "remarks": list(provenance.remarks),
        "read_at": provenance.read_at,
        "extracted_at": provenance.extracted_at,
    }


def _provenance(value: Value | None) -> Provenance | None:
    if value is None:
        return None
    return Provenance(
        value["reader"],
        value["version"],
        value["extractor"],
        tuple(value["remarks"]),
        read_at=value["read_at"],
        extracted_at=value["extracted_at"],
    )


def _speaker_value(speaker: Speaker) -> Value:
    return {
        "id": speaker.key,
        "name": speaker.name,
        "as_printed": speaker.as_printed,
        "kind": speaker.kind.value,
        "candidates": list(speaker.candidates),
    }


def _speaker(value: Value) -> Speaker:
    kind = SpeakerKind(value["kind"])
    return Speaker(value["id"], value["name"], value["as_printed"], kind, tuple(value["candidates"]))


def _said_value(said: Said | None) -> Value | None:
    if said is None:
        return None
    return {
        "from": said.from_.isoformat(),
        "to": said.to.isoformat(),
        "precision": said.precision.value,
        "evidence": _span_value(said.evidence),
    }


def _said(value: Value | None) -> Said | None:
    if value is None:
        return None
    start, end = date.fromisoformat(value["from"]), date.fromisoformat(value["to"])
    return Said(start, end, Precision(value["precision"]), _span(value["evidence"]))


def _occasion_value(occasion: Occasion | None) -> Value | None:
    if occasion is None:
        return None
    return {"hearer": occasion.hearer, "medium": occasion.medium, "event": occasion.event, "text": occasion.text}


def _occasion(value: Value | None) -> Occasion | None:
    return Occasion(value["hearer"], value["medium"], value["event"], value["text"]) if value else None
