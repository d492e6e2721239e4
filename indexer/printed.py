"""What a store answers about words in print: their reports, what was looked through, and sentences without marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indexer.compare import Relation
from indexer.model import Article, Span, SpeakerKind, Stance
from indexer.query import Hit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored wording, as much of it as is needed to judge it.

    Args:
        quote_id: of a quote that prints it.
        text: of that quote.
        fingerprint: of that text, by ``indexer.compare``.
        language: of its article.
    """

    quote_id: str
    text: str
    fingerprint: str
    language: str


@dataclass(frozen=True, slots=True)
class Attributed:
    """Some of the reports: those that name one speaker, in one stance.

    Args:
        id: the resolved speaker, or None where there is none.
        name: the name given most often, of two the first by alphabet; None where none was.
        count: reports.
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
        total: all of them, exactly.
        hits: the first of them in order of ``when`` (its first day), then of id; undated last.
        articles: how many articles print them, exactly.
        outlets: how many outlets do, exactly; articles of no known outlet have no part in it.
        speakers: to whom they are attributed, most frequent first.
    """

    total: int
    hits: tuple[Hit, ...]
    articles: int
    outlets: int
    speakers: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a quote reports, as far as an archive tells: itself, and the quotes that it is linked with directly.

    Args:
        id: of the first of these quotes, by ``when`` (its first day), then by id; undated last.
        reports: these quotes, exactly.
        articles: how many articles print them, exactly.
        earliest: the first day of the earliest ``when`` among them, or None.
    """

    id: str
    reports: int
    articles: int
    earliest: date | None


@dataclass(frozen=True, slots=True)
class Link:
    """Another wording of what a quote reports.

    Args:
        hit: the first quote in that wording.
        relation: how the shorter of the two stands to the longer.
        score: of the judge, 0 to 1.
    """

    hit: Hit
    relation: Relation
    score: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked through.

    Args:
        articles: with or without quotes.
        quotes: those that stand in these articles.
        outlets: that published them.
        earliest, latest: the first and last day of their publication, or None.
        undated: articles that a condition on dates left out only because theirs is not known; None without one.
        generation: of the store, as in ``Counts``.
        semantic: whether meaning can be asked for, as in ``Counts``.
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
class Passage:
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
