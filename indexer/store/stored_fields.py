"""The fields that both engines store of an article and of each of its quotes.

A quote's fields are flat: those that are searched, and two that are stored only, ``record`` (the quote) and ``article``
(its article as in a hit). Searched words are made by ``indexer.text``; engines only split them at ASCII spaces.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import repeat
from typing import Any

from indexer.compare import fingerprint as words_fingerprint
from indexer.identity.mentions import mention_value, mentions_of
from indexer.model import Article, Kind, Quote
from indexer.query import StoredArticle
from indexer.store import json_values
from indexer.store.own_sentences import own_sentences
from indexer.text import ANALYSIS, stem, word_texts
from indexer.utterances import mark

Fields = dict[str, Any]

SHORTEST_PHRASE = 4
"""Words of a quote that is more than a fragment."""

SHORTEST_SENTENCE = 6
"""Words between quotation marks that can be a sentence of the speaker's."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "speaker": ("name_words", "printed_words"),
    "outlet": ("outlet_words",),
    "kind": ("kind",),
    "stance": ("stance",),
    "act": ("act",),
    "confidence": ("content_confidence", "content_confidence"),
    "speaker_confidence": ("speaker_confidence", "speaker_confidence"),
    "said": ("said_from", "said_to"),
    "published": ("published", "published"),
    "when": ("when_from", "when_to"),
}
"""The stored fields of each field of a condition: for ``Is`` its value; for ``HasName`` the words of its names; for
``InRange`` its first and last value."""

IDS: Mapping[str, str] = {"speaker": "speaker_id", "outlet": "outlet"}
"""The stored field of the id of ``HasName``; that of an outlet is its name."""


def bound(value: date | float) -> str | float:
    """A bound of a range as it is compared with stored fields."""
    return value.isoformat() if isinstance(value, date) else value


def article_fields(stored: StoredArticle) -> Fields:
    """The fields of an article.

    Gives:
        ``id``; ``fingerprint`` (see ``fingerprint``); ``analysis``, the version of ``indexer.text``;
        ``outlet``, ``language``,
        ``reader``, ``extractor``, ``published`` (the day, ISO 8601) or None; ``outlet_words``, folded;
        ``sentence_stems`` of the article's own sentences (``indexer.store.own_sentences``), joined by one ASCII space;
        ``quote_ids``, in order of content;
        and, stored only, ``sentence_places``, ``facts`` and ``body`` (see ``json_values``), and ``mentions``
        (``indexer.identity.mentions``).
    """
    article = stored.article
    own = own_sentences(stored)
    return {
        "id": article.id,
        "fingerprint": fingerprint(stored),
        "analysis": ANALYSIS,
        "outlet": article.outlet,
        "language": article.language,
        "reader": article.provenance.reader if article.provenance else None,
        "extractor": article.provenance.extractor if article.provenance else None,
        "published": _published_day(article),
        "outlet_words": _folded(article.outlet),
        "sentence_stems": own.stems,
        "sentence_places": [list(place) for place in own.places],
        "quote_ids": [quote.id for quote in in_order(stored.quotes)],
        "facts": json_values.article_facts(article),
        "body": json_values.article_body(article),
        "mentions": [mention_value(mention) for mention in mentions_of(stored)],
    }


def quote_fields(quote: Quote, article: Article) -> Fields:
    """The fields of a quote in an article.

    Gives:
        ``id``, ``article_id``, ``start`` (the first character of its content, by which an article's quotes are
        ordered). Words and their stems, joined by one ASCII space: ``content_words``, ``content_stems`` (all spans, as
        one string), ``quoted_words``, ``quoted_stems`` (the parts between marks, as one string), ``context_words``,
        ``context_stems`` (before, content and after, as one string). ``name_words``, ``printed_words``,
        ``outlet_words``: folded words of the resolved name, of the printed source, and of the outlet. Exact values:
        ``fingerprint`` (``indexer.compare.fingerprint`` of the text, None without words), ``mark``
        (``indexer.utterances.mark``, None if no other quote can report it), ``speaker_id``, ``speaker_name``,
        ``speaker_kind``, ``outlet``, ``kind``,
        ``stance``, ``act``, ``language``; ``content_confidence``, ``speaker_confidence`` (0 to 1). Days, ISO 8601, or
        None: ``said_from``, ``said_to``, ``published``, ``when_from``, ``when_to``; and ``year``, the first
        four characters of ``when_from``; ``month``, "2025-02", None where ``when`` is not within one. ``fullness``, by
        which relevance orders before it scores: see ``fullness``. Stored only: ``record`` (the quote) and ``article``
        (``json_values.article_facts``).
    """
    article = article.at(quote.content[0].start)
    published = _published_day(article)
    said_from = quote.said.from_.isoformat() if quote.said else None
    said_to = quote.said.to.isoformat() if quote.said else None
    when_from = said_from or published
    when_to = said_to or (article.published.best.last_day.isoformat() if article.published else None)
    speaker = quote.speaker
    return {
        "id": quote.id,
        "article_id": quote.article_id,
        "start": quote.content[0].start,
        **_searched(quote, article.language),
        "name_words": _folded(speaker.name),
        "printed_words": _folded(speaker.as_printed),
        "outlet_words": _folded(article.outlet),
        "fingerprint": words_fingerprint(quote.text) or None,
        "mark": mark(quote, article.language),
        "speaker_id": speaker.key,
        "speaker_probable": False,
        "speaker_name": speaker.name,
        "speaker_kind": speaker.kind.value,
        "outlet": article.outlet,
        "kind": quote.kind.value,
        "stance": quote.stance.value,
        "act": quote.act.value,
        "content_confidence": quote.confidence.content,
        "speaker_confidence": quote.confidence.speaker,
        "language": article.language,
        "said_from": said_from,
        "said_to": said_to,
        "published": published,
        "when_from": when_from,
        "when_to": when_to,
        "year": when_from[:4] if when_from else None,
        "month": when_from[:7] if when_from and when_to and when_from[:7] == when_to[:7] else None,
        "fullness": fullness(quote),
        "record": json_values.quote_value(quote),
        "article": json_values.article_facts(article),
    }


def fullness(quote: Quote) -> int:
    """How much is printed word for word: a sentence (3), a part of one (2), little or nothing (1); a fragment is 0."""
    words = len(word_texts(quote.text))
    if words < SHORTEST_PHRASE:
        return 0
    whole = max((len(word_texts(part)) for part in quote.quoted), default=0) >= SHORTEST_SENTENCE
    if quote.kind is Kind.DIRECT:
        return 3 if whole else 2
    return 2 if whole else 1


def in_order(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes in order of their content: by its first span, longer before shorter, then by id."""
    return tuple(sorted(quotes, key=lambda quote: (quote.content[0].start, -quote.content[-1].end, quote.id)))


def fingerprint(stored: StoredArticle) -> str:
    """A hash of all that is stored of an article and its quotes, and of the version of the analysis.

    An article with the fingerprint that is stored need not be written again.
    """
    article = stored.article
    facts = json_values.article_facts(article)
    if provenance := facts["provenance"]:
        # When it was read changes nothing of it.
        facts["provenance"] = {**provenance, "read_at": None, "extracted_at": None}
    value = [
        ANALYSIS,
        facts,
        json_values.article_body(article),
        [json_values.quote_value(quote) for quote in in_order(stored.quotes)],
    ]
    # ASCII only: an unpaired surrogate has no UTF-8 form, and a fingerprint must never fail.
    return hashlib.sha256(json.dumps(value, separators=(",", ":")).encode("ascii")).hexdigest()


def _searched(quote: Quote, language: str) -> Fields:
    content = word_texts(quote.text)
    context = [*word_texts(quote.before), *content, *word_texts(quote.after)]
    fields = {}
    for name, found in (("content", content), ("quoted", word_texts(" ".join(quote.quoted))), ("context", context)):
        fields[f"{name}_words"] = " ".join(found)
        fields[f"{name}_stems"] = " ".join(map(stem, found, repeat(language)))
    return fields


def _folded(text: str | None) -> str:
    return " ".join(word_texts(text)) if text else ""


def _published_day(article: Article) -> str | None:
    return article.published.best.day.isoformat() if article.published else None
