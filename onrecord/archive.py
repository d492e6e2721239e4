"""An archive of quotes: filled from files, searched, and asked whether words were printed before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import Any, overload

from indexer import pipeline
from indexer.check import Answer, Question
from indexer.check import check as check_question
from indexer.limits import Limits
from indexer.query import Facet, FacetCount, Hit, Page, Query
from indexer.read import Reject
from indexer.report import Report
from indexer.rows import row
from indexer.store.base import Store
from indexer.store.identifying import identify
from service.parameters import build, checked
from service.parameters.checks import CheckParameters


@dataclass(frozen=True, slots=True, repr=False)
class Results(Sequence[Hit]):
    """One page of what a search finds."""

    page: Page

    @property
    def total(self) -> int:
        """All quotes that match, not only those of this page."""
        return self.page.total

    @property
    def next_cursor(self) -> str | None:
        """What ``search(…, cursor=…)`` takes for the next page; None after the last."""
        return self.page.next_cursor

    @property
    def facets(self) -> Mapping[Facet, tuple[FacetCount, ...]]:
        """How often each value of the facets that were asked for occurs among all that match."""
        return self.page.facets

    def __len__(self) -> int:
        return len(self.page.hits)

    @overload
    def __getitem__(self, place: int) -> Hit: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, place: int | slice) -> Hit | tuple[Hit, ...]:
        return self.page.hits[place]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.page.hits)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat row a quote, with the columns of ``indexer.rows``: ``pandas.DataFrame(results.to_dicts())``."""
        return [row(hit.quote, hit.article) for hit in self.page.hits]

    def __str__(self) -> str:
        from service.cli.tables import hit_table, width

        columns = width()
        return "\n".join([*(hit_table(hit, columns) for hit in self.page.hits), f"{self.total:,} found"])

    def __repr__(self) -> str:
        return str(self)


def index(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    store: Store,
    *,
    workers: int = 1,
    deadline: float | None = None,
    rejects: Callable[[Reject], None] | None = None,
) -> Report:
    """Read everything under these paths and store its quotes; doing it again changes nothing.

    Args:
        workers: the number of processes that read and extract; 1 uses this process. With more, a program must protect
            its start by ``if __name__ == "__main__":``.
        deadline: seconds after which an article is refused; None for no limit.
        rejects: called with each input that is refused.

    Returns:
        The number of articles stored, and of inputs refused, by reason.

    Raises:
        Stopped: the engine became unavailable; has the report until then.
    """
    several = [paths] if isinstance(paths, str | PathLike) else paths
    report = pipeline.run(several, store, workers=workers, limits=Limits(seconds=deadline), rejects=rejects)
    pipeline.link(store)
    identify(store)
    return report


def search(store: Store, query: Query | str = "", **filters: Any) -> Results:
    """One page of the quotes that match.

    Args:
        query: words in onrecord's query language (``"no comment" speaker:lund after:2025``), or a ``Query``.
        filters: the parameters of ``GET /v1/quotes`` by name: ``speaker="Ada Lund"``, ``sort="newest"``, ``size=100``,
            ``facets=["year"]`` …; a list means "or".

    Raises:
        Invalid: a parameter is unknown or has no such value, or the query does not parse.
        StoreError: the archive is away, outdated, or answered only in part.
    """
    return Results(store.search(query if isinstance(query, Query) else build({"q": query, **filters})))


def check(store: Store, text: Question | str, *, speaker: str | None = None, **filters: Any) -> Answer:
    """Whether words were printed before: ``answer.headline`` says it in a sentence, the rest of it gives the evidence.

    Args:
        text: the words, or a ``Question``.
        speaker: whom they are attributed to where you found them.
        filters: the filters of ``POST /v1/check`` by name: ``outlet="Evening Post"``, ``published_from="2025"`` …

    Raises:
        Invalid: the text is empty, too long, or no text; a filter is unknown or has no such value.
        StoreError: the archive is away, outdated, or answered only in part.
    """
    if isinstance(text, Question):
        return check_question(store, text)
    question = checked(CheckParameters, {"text": text, "speaker": speaker, **filters}).question()
    assert isinstance(question, Question)
    return check_question(store, question)
