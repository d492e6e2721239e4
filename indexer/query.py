"""What is asked of a store, and what it answers: frozen records that no engine's terms enter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.model import Article, Kind, Quote, SpeakerKind, Stance


class Where(StrEnum):
    """Which words a query is put to: the whole content, its parts between marks, or content and context."""

    CONTENT = "content"
    QUOTED = "quoted"
    CONTEXT = "context"


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Facet(StrEnum):
    SPEAKER = "speaker"
    OUTLET = "outlet"
    KIND = "kind"
    YEAR = "year"


class Group(StrEnum):
    """What makes several quotes one row: that they report one utterance."""

    UTTERANCE = "utterance"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``from_`` to ``to``, both inclusive; None is open."""

    from_: date | None = None
    to: date | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Bare words next to one another, to be matched by their stems ("long-term" is two)."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in order, to be matched exactly as folded."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """A folded word that begins so."""

    start: str


@dataclass(frozen=True, slots=True)
class Near:
    """``left`` and ``right`` with at most ``distance`` words between them, in either order."""

    left: Words | Phrase | Prefix
    right: Words | Phrase | Prefix
    distance: int


@dataclass(frozen=True, slots=True)
class SpokenBy:
    """Folded words that must all occur in the resolved name or in the printed source; or a speaker's id.

    Args:
        id: the value as given, to be compared with speaker ids.
        words: its folded words; none where the id alone is asked for.
    """

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedBy:
    """An outlet: folded words that must all occur in its name."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfKind:
    kind: Kind


@dataclass(frozen=True, slots=True)
class OfStance:
    stance: Stance


@dataclass(frozen=True, slots=True)
class SaidIn:
    """``said`` overlaps the interval; a quote without it does not match."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class PublishedIn:
    """``published`` lies in the interval; a quote without it does not match."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class When:
    """``when`` (said, else published) overlaps the interval; a quote without either does not match."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part matches; with no parts, everything does."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part matches."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not match."""

    part: Condition


Condition = (
    Words
    | Phrase
    | Prefix
    | Near
    | SpokenBy
    | PrintedBy
    | OfKind
    | OfStance
    | SaidIn
    | PublishedIn
    | When
    | AllOf
    | AnyOf
    | Not
)


@dataclass(frozen=True, slots=True)
class Query:
    """A whole search.

    Args:
        condition: what must hold. Top-level date conditions (SaidIn, PublishedIn, When that are parts
            of the top-level AllOf) are those of which ``Page.undated`` speaks.
        where: the words that word conditions are put to.
        size: hits a page, 1 to 100.
        cursor: ``Page.next_cursor`` of the page before, or None for the first.
        facets: which to count.
        group: show of each group of matches only the first in the order asked for; None shows all.
    """

    condition: AllOf
    where: Where = Where.CONTENT
    sort: Sort = Sort.RELEVANCE
    size: int = 20
    cursor: str | None = None
    facets: tuple[Facet, ...] = ()
    group: Group | None = None


# --- What a store answers ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote found, with the article it stands in.

    Args:
        article: without its text (``text`` is "").
        highlights: (start, end) into ``quote.text`` of the words that the query asked for.
    """

    quote: Quote
    article: Article
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet: its key, the words to show, and how many quotes have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer.

    Args:
        total: all quotes that match, exactly; where they are grouped, the groups that have one.
        undated: quotes that match all but the date conditions, and lack such a date; None if none was asked.
        facets: counts over all matches, grouped or not, most frequent first, at most 20 values each.
    """

    total: int
    hits: tuple[Hit, ...]
    next_cursor: str | None
    undated: int | None
    facets: Mapping[Facet, tuple[FacetCount, ...]]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its quotes in order of their content."""

    article: Article
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """All that the store holds of one speaker.

    Args:
        printed: the forms in which articles print the name, most frequent first, at most 20.
        earliest, latest: the first and last ``when`` of the quotes, or None.
    """

    id: str
    name: str
    kind: SpeakerKind
    quotes: int
    articles: int
    printed: tuple[str, ...]
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a store holds.

    Args:
        generation: changes with every write.
        analysis: the version of ``indexer.text`` it was written with.
        semantic: whether vectors are written with quotes, so that meaning can be asked for.
        vectors: quotes that have one.
        outdated: why searches are refused until a rebuild, if they are: another version wrote the store.
    """

    articles: int
    quotes: int
    speakers: int
    outlets: int
    earliest: date | None
    latest: date | None
    generation: str
    analysis: str
    semantic: bool = False
    vectors: int = 0
    outdated: str | None = None
