"""A quote as one flat row: the same columns wherever quotes leave onrecord as a table."""

from __future__ import annotations

from typing import Any

from indexer.model import Article, Quote


def row(quote: Quote, article: Article) -> dict[str, Any]:
    """One quote with its article as plain values: text, numbers, ISO 8601 dates, None where nothing is known.

    ``start`` and ``end`` are character offsets into the article's text, end exclusive: from where the first span of
    the content begins to where the last one ends. Confidences are 0 to 1.
    """
    said, occasion, speaker = quote.said, quote.occasion, quote.speaker
    published = article.published.best.value if article.published is not None else None
    return {
        "text": quote.text,
        "speaker": speaker.name,
        "speaker_id": speaker.id,
        "speaker_kind": speaker.kind.value,
        "speaker_wikidata": speaker.wikidata,
        "as_printed": speaker.as_printed,
        "kind": quote.kind.value,
        "stance": quote.stance.value,
        "act": quote.act.value,
        "said_from": said.from_.isoformat() if said is not None else None,
        "said_to": said.to.isoformat() if said is not None else None,
        "said_precision": said.precision.value if said is not None else None,
        "published": published,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "language": article.language,
        "hearer": occasion.hearer if occasion is not None else None,
        "medium": occasion.medium if occasion is not None else None,
        "event": occasion.event if occasion is not None else None,
        "quoted": " … ".join(quote.quoted) or None,
        "source": " … ".join(span.text for span in quote.source) or None,
        "cue": " … ".join(span.text for span in quote.cue) or None,
        "before": quote.before,
        "after": quote.after,
        "content_confidence": quote.confidence.content,
        "speaker_confidence": quote.confidence.speaker,
        "said_confidence": quote.confidence.said,
        "act_confidence": quote.confidence.act,
        "start": quote.content[0].start,
        "end": quote.content[-1].end,
        "quote_id": quote.id,
        "article_id": article.id,
    }


COLUMNS = (
    "text",
    "speaker",
    "speaker_id",
    "speaker_kind",
    "speaker_wikidata",
    "as_printed",
    "kind",
    "stance",
    "act",
    "said_from",
    "said_to",
    "said_precision",
    "published",
    "outlet",
    "title",
    "url",
    "language",
    "hearer",
    "medium",
    "event",
    "quoted",
    "source",
    "cue",
    "before",
    "after",
    "content_confidence",
    "speaker_confidence",
    "said_confidence",
    "act_confidence",
    "start",
    "end",
    "quote_id",
    "article_id",
)
"""The names of the values of a row, in order."""
