"""Read, extract, store: articles in, quotes searchable, in the memory of one batch.

One bad article never stops the others. When the engine goes away, the run stops and says how far it came;
running it again completes it, because storing an article twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from indexer.errors import Invalid, OnrecordError, StoreUnavailable
from indexer.extract import extract as learned
from indexer.limits import Limits
from indexer.model import PublishedDate
from indexer.one_article import Extract, Outcome, ReadAndExtract, refused
from indexer.query import StoredArticle
from indexer.read import Paths, Raw, Reason, Reject, Told, raw_articles, unforeseen
from indexer.report import Report, Stopped, Tally, unfinished
from indexer.store.base import Store, Writer, Written
from indexer.workers import Done, results

BATCH_ARTICLES = 200
BATCH_CHARACTERS = 2_000_000
"""What is held at most before it is stored: with its quotes some 40 MB for texts that are all quotes."""

FLUSH_AFTER = 2_000
"""Articles after which what was stored is made visible to searches while the run goes on."""

LINKED_AT_ONCE = 500
"""Quotes that one step of ``link`` looks at: while it lasts nobody else can write."""

PROGRESS_EVERY = 10
"""Articles read after which the run says how far it is."""

NO_LIMITS = Limits()

DROPPED = "the fresh store is dropped, the live one stays as it was; run rebuild again"


def run(
    paths: Paths,
    store: Writer,
    *,
    outlet: str | None = None,
    published: PublishedDate | None = None,
    rejects: Callable[[Reject], None] | None = None,
    extract: Extract = learned,
    workers: int = 1,
    limits: Limits = NO_LIMITS,
    progress: Callable[[Report], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Index everything under these paths; what it says it stored is found by the next search.

    Args:
        paths, outlet, published, stdin: see ``indexer.read.read``.
        rejects: is given every input that is refused, as it happens.
        extract: an article's quotes; for several workers it must be importable by name.
        workers: processes that read and extract; 1 is this process. The result is the same for any number.
        limits: what one article may cost; beyond them it is refused.
        progress: is given the counts after each batch, each reject, and every ten articles read.

    Raises:
        Stopped: the engine went away; carries the report until then.
        KeyboardInterrupt: as it came, with a note that says what was stored.
    """
    indexing = _Indexing(store, rejects or _ignore, progress or _ignore)
    work = ReadAndExtract(extract, Told(outlet, published))
    try:
        with closing(outcomes(paths, work, workers=workers, limits=limits, stdin=stdin)) as source:
            indexing.all(source)
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
    rejects: Callable[[Reject], None] | None = None,
    extract: Extract = learned,
    workers: int = 1,
    limits: Limits = NO_LIMITS,
    progress: Callable[[Report], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Fill a fresh store beside the live one and swap: from paths, or from the stored articles, extracted again.

    A stored article whose extraction fails keeps the quotes that it has, and is reported.

    Args:
        paths: as for ``run``, like all that is not said here; None for the articles that are stored.

    Raises:
        Invalid: not one article could be read from the paths; the store stays as it was.
        StoreUnavailable: the engine went away; the store stays as it was.
        KeyboardInterrupt: as it came; the store stays as it was, as a note says.
    """
    work = ReadAndExtract(extract, Told(outlet, published))
    if paths is None:
        source = _again(store, work, workers=workers, limits=limits)
    else:
        source = outcomes(paths, work, workers=workers, limits=limits, stdin=stdin)
    try:
        with closing(source), store.rebuild() as fresh:
            indexing = _Indexing(fresh, rejects or _ignore, progress or _ignore)
            indexing.all(source)
            if paths is not None and not indexing.tally.added:
                raise Invalid("paths", "no article could be read from them; the store stays as it was")
    except StoreUnavailable as error:
        raise StoreUnavailable(f"{error} - {DROPPED}") from error
    except KeyboardInterrupt as interrupt:
        interrupt.add_note(DROPPED)
        raise
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


def outcomes(
    paths: Paths, work: ReadAndExtract, *, workers: int, limits: Limits, stdin: BinaryIO | None = None
) -> Generator[Outcome]:
    """What becomes of each article under these paths, in their order; close it to stop at once.

    Args:
        paths, stdin: see ``indexer.read.read``.
        workers, limits: see ``run``.
    """
    found = raw_articles(paths, stdin)
    tasks = (one if isinstance(one, Raw) else Done(refused(one)) for one in found)
    return results(work, tasks, workers=workers, limits=limits)


def _again(store: Store, work: ReadAndExtract, *, workers: int, limits: Limits) -> Generator[Outcome]:
    """The stored articles, extracted again."""
    tasks = (stored.article for stored in store.scan())
    with closing(results(work, tasks, workers=workers, limits=limits)) as again:
        for outcome in again:
            yield outcome if outcome.reject is None else replace(outcome, stored=store.article(outcome.path))


def _ignore(_: object) -> None:
    pass


@dataclass(slots=True)
class _Indexing:
    """One run: the batch that is being filled, and the counts."""

    writer: Writer
    rejects: Callable[[Reject], None]
    progress: Callable[[Report], None]
    tally: Tally = field(default_factory=Tally)
    batch: dict[str, Outcome] = field(default_factory=dict)
    characters: int = 0
    unflushed: int = 0
    pending: int = 0
    """Articles that are being written, of which nothing is promised should the run end now."""

    def all(self, source: Iterable[Outcome]) -> None:
        """Store all that comes, and flush."""
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
        """Store a batch; what an article does to the store that nobody foresaw is this article's refusal alone."""
        try:
            return self.writer.replace(records)
        except OnrecordError:
            raise
        except Exception as error:
            if len(records) == 1:
                why = f"{unforeseen(error)}; report this with the article"
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
