"""Queries to a store and the answers to them: frozen records, free of any engine's own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from indexer.model import WORDS, Act, Article, Quote


class Where(StrEnum):
    """Where words are searched: the whole content, its parts between quotation marks, or content and context."""

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
    ACT = "act"
    STANCE = "stance"
    YEAR = "year"
    MONTH = "month"


class Group(StrEnum):
    """How quotes are grouped: those that report one utterance become one row."""

    UTTERANCE = "utterance"


@dataclass(frozen=True, slots=True)
class Words:
    """Bare words next to one another, matched by their stems ("long-term" is two)."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words in this order, matched exactly."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any folded word that begins with ``start``."""

    start: str


Term = Words | Phrase | Prefix


@dataclass(frozen=True, slots=True)
class Near:
    """``left`` and ``right`` with at most ``distance`` words between them, in either order."""

    left: Term
    right: Term
    distance: int


@dataclass(frozen=True, slots=True)
class Is:
    """The field has exactly this value: ``Is("kind", Kind.DIRECT)``."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class HasName:
    """The field is somebody or something of this name: ``HasName("outlet", ("evening", "post"))``.

    Args:
        words: folded words that must all occur in the name, in any of the forms that are stored; with none, no name
            matches.
        id: the other way to match: to be exactly this one, a speaker by id or an outlet by its whole name.
        ids: further ids that match: those of the people whom a speaker's name means. A store finds them by itself.
    """

    field: str
    words: tuple[str, ...]
    id: str | None = None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InRange:
    """The field lies in a range, or overlaps it: ``InRange("said", from_=date(2025, 2, 1))``.

    Bounds are inclusive, and None is open. A quote without the field does not match.
    """

    field: str
    from_: date | float | None = None
    to: date | float | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part matches; with no parts, everything does."""

    parts: tuple[Condition, ...]

    def flat(self) -> Iterator[Condition]:
        """The parts, with those of nested ``AllOf``s in their place."""
        for part in self.parts:
            if isinstance(part, AllOf):
                yield from part.flat()
            else:
                yield part


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part matches."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not match."""

    part: Condition


def of_acts(acts: Iterable[Act]) -> AnyOf:
    """Quotes whose act is one of these."""
    return AnyOf(tuple(Is("act", each) for each in acts))


IN_WORDS = of_acts(WORDS)
"""What was said or written: the quotes that searches and checks consider unless they are asked for others."""


def names_field(condition: Condition, field: str) -> bool:
    """Whether a condition, or a part of it, is of this field."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return any(names_field(part, field) for part in parts)
        case Not(part):
            return names_field(part, field)
        case Is() | HasName() | InRange():
            return condition.field == field
    return False


Condition = Term | Near | Is | HasName | InRange | AllOf | AnyOf | Not

DATES = frozenset({"said", "published", "when"})
"""The fields that are dates. ``when`` is ``said``, else ``published``."""


MOST_SKIPPED = 9_800
"""Hits that a page may leave out before its first: Elasticsearch goes no further than 10,000 without a cursor."""


@dataclass(frozen=True, slots=True)
class Query:
    """A whole search.

    Args:
        condition: what must hold. ``Page.undated`` speaks of the date conditions that are parts of it, not of those
            nested deeper.
        where: where the words of the condition are searched.
        size: hits a page, 1 to 100.
        skip: hits left out before the first, at most ``MOST_SKIPPED``; not together with a cursor.
        cursor: ``Page.next_cursor`` of the page before, or None for the first.
        facets: which to count.
        group: show only the first match of each group, in the order of ``sort``; None shows all.
    """

    condition: AllOf
    where: Where = Where.CONTENT
    sort: Sort = Sort.RELEVANCE
    size: int = 20
    skip: int = 0
    cursor: str | None = None
    facets: tuple[Facet, ...] = ()
    group: Group | None = None


# --- Answers -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that matches, with its article.

    Args:
        article: without its text (``text`` is "").
        highlights: (start, end) into ``quote.text`` of the words of the query, end exclusive.
    """

    quote: Quote
    article: Article
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet: its key, its name for readers, and how many quotes have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer.

    Args:
        total: the exact number of quotes that match; of a grouped query, of groups with a match.
        undated: the number of quotes that match all else but lack a date of the query; None if it names no date.
        facets: counts over all matches, grouped or not, most frequent first, at most 20 values each; months in order
            of time, the last 1,200.
    """

    total: int
    hits: tuple[Hit, ...]
    next_cursor: str | None
    undated: int | None
    facets: Mapping[Facet, tuple[FacetCount, ...]]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its quotes, in the order of their content."""

    article: Article
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds of one outlet in one month of publication.

    Args:
        outlet: None where it is not known.
        month: "2025-03", or None where the articles have no date.
        articles: with or without quotes.
        quotes: of these articles.
    """

    outlet: str | None
    month: str | None
    articles: int
    quotes: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What a store holds.

    Args:
        generation: changes with every write.
        analysis: the version of ``indexer.text`` that it was written with.
        semantic: whether quotes are stored with vectors, so that a search by meaning is possible.
        vectors: the number of quotes with a vector.
        outdated: why searches are refused until a rebuild, if another version wrote the store; else None.
        set_aside: the number of quotes that could not be compared with others, by the reason.
        undated, without_outlet: of how many articles the date of publication or the outlet is not known.
        languages, readers, extractors: the number of articles by language, by what read them, and by what found their
            quotes; articles of which that is not known are left out.
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
    set_aside: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0
    without_outlet: int = 0
    languages: Mapping[str, int] = field(default_factory=dict)
    readers: Mapping[str, int] = field(default_factory=dict)
    extractors: Mapping[str, int] = field(default_factory=dict)
