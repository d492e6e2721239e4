"""The shapes of all answers: what the API sends, and what its documentation says of each field."""

from __future__ import annotations

from service.answers.articles import Article, ArticleLinks, Entry, OutletList, OutletSummary
from service.answers.base import Answer, Score, as_json, as_text
from service.answers.quotes import (
    Confidence,
    Correction,
    FacetCount,
    Occasion,
    Provenance,
    Published,
    PublishedDate,
    Quote,
    QuoteLinks,
    QuotePage,
    Said,
    Span,
    Speaker,
    Utterance,
    UtteranceLinks,
    When,
    Wording,
)
from service.answers.states import FieldError, Health, Problem, Readiness

__all__ = [
    "Answer",
    "Article",
    "ArticleLinks",
    "Confidence",
    "Correction",
    "Entry",
    "FacetCount",
    "FieldError",
    "Health",
    "Occasion",
    "OutletList",
    "OutletSummary",
    "Problem",
    "Provenance",
    "Published",
    "PublishedDate",
    "Quote",
    "QuoteLinks",
    "QuotePage",
    "Readiness",
    "Said",
    "Score",
    "Span",
    "Speaker",
    "Utterance",
    "UtteranceLinks",
    "When",
    "Wording",
    "as_json",
    "as_text",
]
