"""The records of a store's answers about printed words: candidates, reports, coverage and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indexer.compare import Relation
from indexer.model import Article, Span, SpeakerKind, Stance
from indexer.query import Hit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored wording with what is needed to judge it.

    Args:
        quote_id: a quote that prints it.
        text: that quote's.
        fingerprint: of that text, by ``indexer.compare``.
        language: of its article.
    """

    quote_id: str
    text: str
    fingerprint: str
    language: str


@dataclass(frozen=True, slots=True)
class Attributed:
    """The reports that name one speaker in one stance.

    Args:
        id: the resolved speaker's, or None.
        name: the most frequent name, the first by alphabet of several; None if there is none.
        count: the number of reports.
        earliest: the first day of the earliest ``when`` among them, or None.
    """

    id: str | None
    name: str | None
    kind: SpeakerKind
    stance: Stance
    count: int
    earliest: date | None


@dataclass(frozen=True, slots=True)
class Reports:
    """The quotes that print the same words.

    Args:
        total: their exact number.
        hits: the first of them by the first day of ``when``, then by id; undated last.
        articles: the exact number of articles that print them.
        outlets: the exact number of known outlets that do.
        speakers: those they are attributed to, the most frequent first.
    """

    total: int
    hits: tuple[Hit, ...]
    articles: int
    outlets: int
    speakers: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """The utterance that a quote reports: itself, and the quotes that it is linked with directly.

    Args:
        id: of the first of these quotes by the first day of ``when``, then by id; undated last.
        reports: the exact number of these quotes.
        articles: the exact number of articles that print them.
        earliest: the first day of the earliest ``when`` among them, or None.
    """

    id: str
    reports: int
    articles: int
    earliest: date | None


@dataclass(frozen=True, slots=True)
class Link:
    """Another wording of the utterance that a quote reports.

    Args:
        hit: the first quote in that wording.
        relation: of the shorter of the two to the longer.
        score: the judge's, 0 to 1.
    """

    hit: Hit
    relation: Relation
    score: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """The part of an archive that was searched.

    Args:
        articles: with or without quotes.
        quotes: those of these articles.
        outlets: those that published them.
        earliest, latest: the first and last day of their publication, or None.
        undated: articles left out by a condition on dates only because theirs is not known; None without such.
        generation: of the store, as in ``Counts``.
        semantic: whether it can be searched by meaning, as in ``Counts``.
    """

    articles: int
    quotes: int
    outlets: int
    earliest: date | None
    latest: date | None
    undated: int | None
    generation: str
    semantic: bool = False


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence of an article's own.

    Args:
        article: without its text, as in a ``Hit``.
        span: the sentence, as a piece of the article's text.
    """

    article: Article
    span: Span


@dataclass(frozen=True, slots=True)
class Near:
    """A quote that is near a text in meaning.

    Args:
        likeness: the cosine of their vectors, -1 to 1.
    """

    hit: Hit
    likeness: float
