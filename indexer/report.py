"""The counts of a run, and the error that reports an interrupted one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.errors import StoreUnavailable
from indexer.readings import Readings, ReadingTally
from indexer.store.base import Written


@dataclass(frozen=True, slots=True)
class Report:
    """The counts of one run.

    Args:
        read: articles that were read, whether stored or not.
        added, changed, unchanged: stored articles, compared with the store before.
        quotes: the quotes of the stored articles.
        rejected: refused inputs, by reason.
        failed: articles that the engine refused; counted in ``rejected`` too.
        readings: what the articles say of themselves.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    quotes: int = 0
    rejected: Mapping[str, int] = field(default_factory=dict)
    failed: int = 0
    readings: Readings = field(default=Readings(), compare=False)

    @property
    def stored(self) -> int:
        """Articles that are now in the store."""
        return self.added + self.changed + self.unchanged

    @property
    def refused(self) -> int:
        """Inputs that are not stored."""
        return sum(self.rejected.values())


def unfinished(report: Report, pending: int) -> str:
    """What an interrupted run has stored, and what not.

    Args:
        pending: articles that were being written, and may be stored or not.
    """
    after = f"the {pending:,} read after them may not be, all others are not" if pending else "all others are not"
    return (
        f"articles stored: {report.stored:,}, with {report.quotes:,} quotes; {after}. "
        "Run the same command again: it completes what is missing and changes nothing else."
    )


class Stopped(StoreUnavailable):
    """The engine became unavailable during a run.

    Args:
        report: what is stored.
        pending: articles that were being written, and may be stored or not.
        cause: the error of the store.
    """

    def __init__(self, report: Report, pending: int, cause: StoreUnavailable) -> None:
        super().__init__(f"{cause} - {unfinished(report, pending)}")
        self.report = report
        self.pending = pending
        self.cause = cause


@dataclass(slots=True)
class Tally:
    """The counts of a running run."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    quotes: int = 0
    failed: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    readings: ReadingTally = field(default_factory=ReadingTally)

    def wrote(self, written: Written, quotes: Mapping[str, int]) -> None:
        """Count a batch.

        Args:
            quotes: the number of quotes of each article in it, by id.
        """
        self.added += len(written.added)
        self.changed += len(written.changed)
        self.unchanged += len(written.unchanged)
        self.failed += len(written.failed)
        stored = (*written.added, *written.changed, *written.unchanged)
        self.quotes += sum(quotes[article_id] for article_id in stored)

    def report(self) -> Report:
        """The counts as they are now."""
        return Report(
            self.read,
            self.added,
            self.changed,
            self.unchanged,
            self.quotes,
            dict(self.rejected),
            self.failed,
            self.readings.readings(),
        )
