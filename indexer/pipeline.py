"""Read, extract, store: articles in, searchable quotes out, in the memory of one batch.

A bad article never stops the others. If the engine becomes unavailable, the run stops and reports what is stored;
running it again completes it, because storing an article twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from indexer.errors import Invalid, OnrecordError, StoreUnavailable
from indexer.extract import extract as learned
from indexer.limits import NO_LIMITS, Limits
from indexer.model import PublishedDate
from indexer.one_article import Extract, Outcome, ReadAndExtract, refused
from indexer.query import StoredArticle
from indexer.read import Overrides, Paths, Raw, Reason, Reject, describe_unexpected, raw_articles
from indexer.report import Report, Stopped, Tally, unfinished
from indexer.store.base import Store, Writer, Written
from indexer.workers import Done, results

BATCH_ARTICLES = 200
BATCH_CHARACTERS = 2_000_000
"""Most articles and characters that are held before they are stored: 40 MB with quotes, if a text is all quotes."""

FLUSH_AFTER = 2_000
"""Articles after which the store is flushed, which makes them visible to searches."""

LINKED_AT_ONCE = 500
"""Quotes that one step of ``link`` compares; nobody else can write during a step."""

PROGRESS_EVERY = 10
"""Articles read between two reports of progress."""

DROPPED = "the new store is dropped, and the live one is unchanged; run rebuild again"


def run(
    paths: Paths,
    store: Writer,
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    day_first: bool | None = None,
    fields: Sequence[tuple[str, str]] = (),
    rejects: Callable[[Reject], None] | None = None,
    extract: Extract = learned,
    workers: int = 1,
    limits: Limits = NO_LIMITS,
    progress: Callable[[Report], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Index everything under these paths; a search finds what is reported as stored.

    Args:
        paths, outlet, published, stdin: see ``indexer.read.read``.
        day_first, fields: see ``indexer.read.origin.Overrides``.
        rejects: called with each refused input.
        extract: finds the quotes of an article; must be importable by name if there are several workers.
        workers: the number of processes that read and extract; 1 uses this process. Results do not depend on it.
        limits: limits for each article; one that exceeds them is refused.
        progress: called with the counts after each batch, each refusal, and every ten articles read.

    Raises:
        Stopped: the engine became unavailable; has the report until then.
        EncoderUnavailable: the extractor cannot run here.
        WorkersUnavailable: worker processes cannot be started.
        KeyboardInterrupt: with a note that says what is stored.
    """
    indexing = _Indexing(store, rejects or _ignore, progress or _ignore)
    work = ReadAndExtract(extract, Overrides(outlet, published, day_first, tuple(fields)))
    try:
        with closing(outcomes(paths, work, workers=workers, limits=limits, stdin=stdin)) as source:
            indexing.store_all(source)
    except StoreUnavailable as error:
        raise Stopped(indexing.tally.report(), indexing.pending, error) from error
    except KeyboardInterrupt as interrupt:
        interrupt.add_note(unfinished(indexing.tally.report(), indexing.pending))
        raise
    return indexing.tally.report()


def rebuild(
    store: Store,
    paths: Paths | None = None,
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    day_first: bool | None = None,
    fields: Sequence[tuple[str, str]] = (),
    rejects: Callable[[Reject], None] | None = None,
    extract: Extract = learned,
    workers: int = 1,
    limits: Limits = NO_LIMITS,
    progress: Callable[[Report], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Fill a new store beside the live one, then swap: from paths, or by extracting the stored articles again.

    A stored article whose extraction fails keeps its quotes, and is reported.

    Args:
        paths: None for the stored articles; this and all other arguments as in ``run``.

    Raises:
        Invalid: no article could be read from the paths; the store is unchanged.
        StoreUnavailable: the engine became unavailable; the store is unchanged.
        EncoderUnavailable, WorkersUnavailable: as in ``run``; the store is unchanged.
        KeyboardInterrupt: the store is unchanged.
    """
    work = ReadAndExtract(extract, Overrides(outlet, published, day_first, tuple(fields)))
    if paths is None:
        source = _extracted_again(store, work, workers=workers, limits=limits)
    else:
        source = outcomes(paths, work, workers=workers, limits=limits, stdin=stdin)
    try:
        with closing(source), store.rebuild() as new:
            indexing = _Indexing(new, rejects or _ignore, progress or _ignore)
            indexing.store_all(source)
            if paths is not None and not indexing.tally.added:
                raise Invalid("paths", "no article could be read from them; the store is unchanged")
    except StoreUnavailable as error:
        raise StoreUnavailable(f"{error} - {DROPPED}") from error
    except KeyboardInterrupt as interrupt:
        interrupt.add_note(DROPPED)
        raise
    return indexing.tally.report()


def link(store: Store, *, progress: Callable[[int], None] | None = None) -> int:
    """Link the quotes stored since the last call with those that report the same words.

    Each step is stored when it is done, so that the next call completes one that was interrupted.

    Args:
        progress: called with the number of quotes compared so far, after each step.

    Returns:
        The number of quotes compared.

    Raises:
        StoreUnavailable: the engine became unavailable.
    """
    done = 0
    while step := store.link_next(LINKED_AT_ONCE):
        done += step
        (progress or _ignore)(done)
    return done


def outcomes(
    paths: Paths, work: ReadAndExtract, *, workers: int, limits: Limits, stdin: BinaryIO | None = None
) -> Generator[Outcome]:
    """The outcome for each article under these paths, in their order; close the iterator to stop at once.

    Args:
        paths, stdin: see ``indexer.read.read``.
        workers, limits: see ``run``.
    """
    found = raw_articles(paths, stdin)
    tasks = (one if isinstance(one, Raw) else Done(refused(one)) for one in found)
    return results(work, tasks, workers=workers, limits=limits)


def _extracted_again(store: Store, work: ReadAndExtract, *, workers: int, limits: Limits) -> Generator[Outcome]:
    """The outcome for each stored article, extracted again."""
    tasks = (stored.article for stored in store.scan())
    with closing(results(work, tasks, workers=workers, limits=limits)) as again:
        for outcome in again:
            yield outcome if outcome.reject is None else replace(outcome, stored=store.article(outcome.path))


def _ignore(_: object) -> None:
    pass


@dataclass(slots=True)
class _Indexing:
    """The state of a run: the current batch, and the counts."""

    writer: Writer
    rejects: Callable[[Reject], None]
    progress: Callable[[Report], None]
    tally: Tally = field(default_factory=Tally)
    batch: dict[str, Outcome] = field(default_factory=dict)
    characters: int = 0
    unflushed: int = 0
    pending: int = 0
    """Articles that are being written now; if the run ends, it is not known whether they are stored."""

    def store_all(self, source: Iterable[Outcome]) -> None:
        """Store everything, and flush."""
        for outcome in source:
            self.take(outcome)
        self.write()
        self.writer.flush()

    def take(self, outcome: Outcome) -> None:
        if outcome.stored is not None or (
            outcome.reject is not None and outcome.reject.reason == Reason.EXTRACTION_FAILED
        ):
            self.tally.read += 1
            if self.tally.read % PROGRESS_EVERY == 0:
                self.progress(self.tally.report())
        if outcome.reject is not None:
            self.refuse(outcome.reject)
        if outcome.stored is not None:
            self.tally.readings.add(outcome.stored.article)
            self.add(outcome, outcome.stored)

    def add(self, outcome: Outcome, stored: StoredArticle) -> None:
        same = self.batch.get(stored.article.id)
        if same is not None and same.stored == stored:
            self.tally.unchanged += 1
            return
        if same is not None:
            self.write()  # two versions of one article: the later one replaces the earlier
        self.batch[stored.article.id] = outcome
        self.characters += len(stored.article.text)
        if len(self.batch) >= BATCH_ARTICLES or self.characters >= BATCH_CHARACTERS:
            self.write()

    def write(self) -> None:
        if not self.batch:
            return
        records = [outcome.stored for outcome in self.batch.values() if outcome.stored is not None]
        self.pending = len(records)
        written = self.replace(records)
        self.pending = 0
        self.tally.wrote(written, {each.article.id: len(each.quotes) for each in records})
        batch, self.batch, self.characters = self.batch, {}, 0
        self.refuse_failed(written, batch)
        self.unflushed += len(records)
        if self.unflushed >= FLUSH_AFTER:
            self.writer.flush()
            self.unflushed = 0
        self.progress(self.tally.report())

    def replace(self, records: Sequence[StoredArticle]) -> Written:
        """Store a batch; if the store fails unexpectedly, find the article that causes it and refuse that one."""
        try:
            return self.writer.replace(records)
        except OnrecordError:
            raise
        except Exception as error:
            if len(records) == 1:
                why = f"{describe_unexpected(error)}; report this with the article"
                return Written(failed=((records[0].article.id, why),))
        middle = len(records) // 2
        first, second = self.replace(records[:middle]), self.replace(records[middle:])
        return Written(
            first.added + second.added,
            first.changed + second.changed,
            first.unchanged + second.unchanged,
            first.failed + second.failed,
        )

    def refuse_failed(self, written: Written, batch: dict[str, Outcome]) -> None:
        for article_id, said in written.failed:
            outcome = batch.get(article_id)
            path, line = (outcome.path, outcome.line) if outcome is not None else (article_id, None)
            self.refuse(Reject(path, line, article_id, Reason.STORE_REFUSED, said))

    def refuse(self, reject: Reject) -> None:
        self.tally.rejected[str(reject.reason)] += 1
        self.rejects(reject)
        self.progress(self.tally.report())
