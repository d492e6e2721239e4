"""The documents of wordings, by their marks, and the quotes that print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indexer.compare import Relation
from indexer.store.elastic.connection.answers import Shape
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.parts import CHUNK, parts
from indexer.store.elastic.requests.lines import OLDEST_FIRST, body
from indexer.utterances import First

UNSETTLED = "unsettled"
"""The id of the document that names the marks whose groups a removal has not put right yet."""


class Link(Shape):
    """What a wording is linked with."""

    mark: str
    relation: Relation
    score: float


class Wording(Shape):
    """What is stored of a mark.

    Args:
        text: what is compared; None for a mark that is compared with no other.
        keys: by which it is found.
        compared: whether it was; written last.
        set_aside: why it cannot be compared, if it cannot.
    """

    text: str | None = None
    keys: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    compared: bool = False
    set_aside: str | None = None

    def linked(self) -> set[str]:
        """The marks that it is linked with."""
        return {link.mark for link in self.links}

    def without(self, marks: Iterable[str]) -> Wording:
        """The same without its links with these marks."""
        gone = set(marks)
        return self.model_copy(update={"links": tuple(link for link in self.links if link.mark not in gone)})

    def document(self) -> bytes:
        """The JSON that is sent."""
        return self.model_dump_json(exclude_none=True).encode()


class Unsettled(Shape):
    """The document ``UNSETTLED``."""

    keys: tuple[str, ...] = ()


class LinkedQuote(Shape):
    """What linking reads of a quote."""

    id: str
    mark: str
    utterance: str


class _FirstQuote(Shape):
    id: str
    mark: str
    when_from: str | None


class UnlinkedQuote(Shape):
    """A quote that was not compared yet."""

    id: str
    mark: str
    when_from: str | None
    language: str
    record: Body


def unsettled_marks(session: Session) -> set[str]:
    """Marks whose groups a writer that died has not put right."""
    found = session.documents(session.names.live.wordings, [UNSETTLED], Unsettled, realtime=True)
    return set(found[UNSETTLED].keys) if found else set()


def unlinked(session: Session, size: int) -> list[UnlinkedQuote]:
    """Quotes that were not compared yet, at most ``size``."""
    search = {
        "size": size,
        "query": {"term": {"linked": False}},
        "sort": [{"id": "asc"}],
        "_source": ["id", "mark", "when_from", "language", "record"],
        "track_total_hits": False,
    }
    return session.search(body(search)).sources(UnlinkedQuote)


def wordings_of(session: Session, marks: Iterable[str]) -> dict[str, Wording]:
    """The wordings of those of these marks that have one, as of now, refreshed or not."""
    return session.documents(session.names.live.wordings, sorted(marks), Wording, realtime=True)


def with_marks(marks: Sequence[str]) -> Body:
    """The query that finds the linked quotes with these marks."""
    return {"bool": {"filter": [{"terms": {"mark": list(marks)}}, {"term": {"linked": True}}]}}


def firsts_of(session: Session, marks: Iterable[str]) -> dict[str, First]:
    """The first linked quote of each of the marks that has any."""
    found = {}
    for part in parts(sorted(marks), CHUNK):
        search = {
            "size": len(part),
            "query": with_marks(part),
            "sort": OLDEST_FIRST,
            "collapse": {"field": "mark"},
            "_source": ["mark", "when_from", "id"],
            "track_total_hits": False,
        }
        for quote in session.search(body(search)).sources(_FirstQuote):
            found[quote.mark] = First(quote.when_from, quote.id)
    return found


def quotes_of(session: Session, marks: Iterable[str]) -> Iterator[LinkedQuote]:
    """All linked quotes with these marks."""
    for part in parts(sorted(marks), CHUNK):
        search = {
            "size": CHUNK,
            "query": with_marks(part),
            "sort": [{"id": "asc"}],
            "_source": ["id", "mark", "utterance"],
        }
        for page in session.pages(search, LinkedQuote):
            yield from (hit.source for hit in page)
