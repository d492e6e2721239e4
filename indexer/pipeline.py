"""Read, extract, store: articles in, quotes searchable, in the memory of one batch.

One bad article never stops the others. When the engine goes away, the run stops and says how far it came;
running it again completes it, because storing an article twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os import PathLike
from typing import BinaryIO

from indexer.errors import EncoderUnavailable, Invalid, StoreUnavailable
from indexer.extract import extract as learned
from indexer.model import Article, PublishedDate, Quote
from indexer.query import StoredArticle
from indexer.read import Read, Reason, Reject, each, unforeseen
from indexer.report import Report, Stopped, Tally
from indexer.store.base import Store, Writer, Written

BATCH_ARTICLES = 200
BATCH_CHARACTERS = 2_000_000
"""What is held at most before it is stored: with its quotes some 40 MB for texts that are all quotes."""

FLUSH_AFTER = 2_000
"""Articles after which what was stored is made visible to searches while the run goes on."""

LINKED_AT_ONCE = 500
"""Quotes that one step of ``link`` looks at: while it lasts nobody else can write."""

PROGRESS_EVERY = 10
"""Articles read after which the run says how far it is."""

Extract = Callable[[Article], tuple[Quote, ...]]
Paths = Iterable[str | PathLike[str]]


def run(
    paths: Paths,
    store: Writer,
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    rejects: Callable[[Reject], None] | None = None,
    extract: Extract = learned,
    progress: Callable[[Report], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Index everything under these paths; what it says it stored is found by the next search.

    Args:
        paths, outlet, published, stdin: see ``indexer.read.read``.
        rejects: is given every input that is refused, as it happens.
        extract: an article's quotes.
        progress: is given the counts after each batch, each reject, and every ten articles read.

    Raises:
        Stopped: the engine went away; carries the report until then.
    """
    indexing = _Indexing(store, rejects or _ignore, progress or _ignore)
    indexing.all(_extracted(each(paths, outlet=outlet, published=published, stdin=stdin), extract))
    return indexing.tally.report()


def rebuild(
    store: Store,
    paths: Paths | None = None,
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    rejects: Callable[[Reject], None] | None = None,
    extract: Extract = learned,
    progress: Callable[[Report], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Fill a fresh store beside the live one and swap: from paths, or from the stored articles, extracted again.

    A stored article whose extraction fails keeps the quotes that it has, and is reported.

    Args:
        paths: as for ``run``; None for the articles that are stored.

    Raises:
        Invalid: not one article could be read from the paths; the store stays as it was.
        StoreUnavailable: the engine went away; the store stays as it was.
    """
    if paths is None:
        source = _again(store, extract)
    else:
        source = _extracted(each(paths, outlet=outlet, published=published, stdin=stdin), extract)
    try:
        with store.rebuild() as fresh:
            indexing = _Indexing(fresh, rejects or _ignore, progress or _ignore)
            indexing.all(source)
            if paths is not None and not indexing.tally.added:
                raise Invalid("paths", "no article could be read from them; the store stays as it was")
    except Stopped as stopped:
        said = f"{stopped.cause} - the fresh store is dropped, the live one stays as it was; run rebuild again"
        raise StoreUnavailable(said) from stopped
    return indexing.tally.report()


def link(store: Store, *, progress: Callable[[int], None] | None = None) -> int:
    """Link what was stored since the last time with what reports the same words; gives how many quotes were looked at.

    Cut off, it is completed by the next: each step is stored as it is done.

    Args:
        progress: is given how many were looked at, after each step.

    Raises:
        StoreUnavailable: the engine went away.
    """
    done = 0
    while step := store.link_next(LINKED_AT_ONCE):
        done += step
        (progress or _ignore)(done)
    return done


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article with its quotes, or none, and what is to be reported of it; where it was read, as ``Read`` says."""

    path: str
    line: int | None
    stored: StoredArticle | None
    reject: Reject | None


def with_quotes(item: Read, extract: Extract) -> StoredArticle | Reject:
    """What was read with its quotes, or why there are none; the extractor's failures are this article's alone.

    Raises:
        EncoderUnavailable: no article at all can be extracted so.
    """
    if isinstance(item.outcome, Reject):
        return item.outcome
    try:
        return StoredArticle(item.outcome, tuple(extract(item.outcome)))
    except EncoderUnavailable:
        raise
    except Exception as error:
        # Whatever a text can do to the extractor concerns this text alone; the run goes on.
        return Reject(item.path, item.line, item.outcome.id, Reason.EXTRACTION_FAILED, unforeseen(error))


def _extracted(source: Iterable[Read], extract: Extract) -> Iterator[_Ready]:
    for item in source:
        found = with_quotes(item, extract)
        stored, reject = (None, found) if isinstance(found, Reject) else (found, None)
        yield _Ready(item.path, item.line, stored, reject)


def _again(store: Store, extract: Extract) -> Iterator[_Ready]:
    for stored in store.scan():
        found = with_quotes(Read(stored.article.id, None, stored.article), extract)
        kept, reject = (stored, found) if isinstance(found, Reject) else (found, None)
        yield _Ready(stored.article.id, None, kept, reject)


def _ignore(_: object) -> None:
    pass


@dataclass(slots=True)
class _Indexing:
    """One run: the batch that is being filled, and the counts."""

    writer: Writer
    rejects: Callable[[Reject], None]
    progress: Callable[[Report], None]
    tally: Tally = field(default_factory=Tally)
    batch: dict[str, _Ready] = field(default_factory=dict)
    characters: int = 0
    unflushed: int = 0

    def all(self, source: Iterable[_Ready]) -> None:
        """Store all that comes, and flush."""
        try:
            for ready in source:
                self.take(ready)
            self.write()
            self.writer.flush()
        except StoreUnavailable as error:
            raise Stopped(self.tally.report(), len(self.batch), error) from error

    def take(self, ready: _Ready) -> None:
        if ready.stored is not None or (ready.reject is not None and ready.reject.reason == Reason.EXTRACTION_FAILED):
            self.tally.read += 1
            if self.tally.read % PROGRESS_EVERY == 0:
                self.progress(self.tally.report())
        if ready.reject is not None:
            self.refuse(ready.reject)
        if ready.stored is not None:
            self.add(ready, ready.stored)

    def add(self, ready: _Ready, stored: StoredArticle) -> None:
        same = self.batch.get(stored.article.id)
        if same is not None and same.stored == stored:
            self.tally.unchanged += 1
            return
        if same is not None:
            self.write()  # two versions of one article: the later one replaces the earlier
        self.batch[stored.article.id] = ready
        self.characters += len(stored.article.text)
        if len(self.batch) >= BATCH_ARTICLES or self.characters >= BATCH_CHARACTERS:
            self.write()

    def write(self) -> None:
        if not self.batch:
            return
        records = [ready.stored for ready in self.batch.values() if ready.stored is not None]
        written = self.writer.replace(records)
        self.tally.wrote(written, {each.article.id: len(each.quotes) for each in records})
        batch, self.batch, self.characters = self.batch, {}, 0
        self.refuse_failed(written, batch)
        self.unflushed += len(records)
        if self.unflushed >= FLUSH_AFTER:
            self.writer.flush()
            self.unflushed = 0
        self.progress(self.tally.report())

    def refuse_failed(self, written: Written, batch: dict[str, _Ready]) -> None:
        for article_id, said in written.failed:
            ready = batch.get(article_id)
            path, line = (ready.path, ready.line) if ready is not None else (article_id, None)
            self.refuse(Reject(path, line, article_id, Reason.STORE_REFUSED, said))

    def refuse(self, reject: Reject) -> None:
        self.tally.rejected[str(reject.reason)] += 1
        self.rejects(reject)
        self.progress(self.tally.report())
