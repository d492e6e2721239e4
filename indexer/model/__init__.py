"""The records that everything else passes around: frozen, typed, without I/O.

Offsets are Unicode code points into ``Article.text`` as it was read, end exclusive. Dates are
``datetime.date``; a moment is ISO 8601 text, so that what was not printed (a time, a zone) is not invented.
Scores are floats from 0 to 1.
"""

from __future__ import annotations

from indexer.model.articles import Article, Basis, Entry, Provenance, Published, PublishedDate, Span
from indexer.model.quotes import (
    WORDS,
    Act,
    Attribution,
    Confidence,
    Correction,
    Kind,
    Label,
    Occasion,
    Precision,
    Quote,
    Role,
    Said,
    Speaker,
    SpeakerKind,
    Stance,
)

__all__ = [
    "WORDS",
    "Act",
    "Article",
    "Attribution",
    "Basis",
    "Confidence",
    "Correction",
    "Entry",
    "Kind",
    "Label",
    "Occasion",
    "Precision",
    "Provenance",
    "Published",
    "PublishedDate",
    "Quote",
    "Role",
    "Said",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
]
