"""What a run of the pipeline did, in numbers, and how it says that it could not go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from indexer.errors import StoreUnavailable
from indexer.store.base import Written


@dataclass(frozen=True, slots=True)
class Report:
    """The counts of one run.

    Args:
        read: articles that were read, whatever became of them.
        added, changed, unchanged: articles that are in the store now, by what it said of them.
        quotes: the quotes of those.
        rejected: inputs that were refused, by reason.
        failed: articles that the engine refused; they are among the rejects too.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    quotes: int = 0
    rejected: Mapping[str, int] = field(default_factory=dict)
    failed: int = 0

    @property
    def stored(self) -> int:
        """Articles that are in the store now."""
        return self.added + self.changed + self.unchanged

    @property
    def refused(self) -> int:
        """Inputs that did not get into the store."""
        return sum(self.rejected.values())


def unfinished(report: Report, pending: int) -> str:
    """What a run that was cut off has stored, and what not.

    Args:
        pending: articles that were read last, of which nothing is promised.
    """
    after = f"the {pending:,} read after them may not be, all others are not" if pending else "all others are not"
    return (
        f"articles stored: {report.stored:,}, with {report.quotes:,} quotes; {after}. "
        "Run the same command again: it completes what is missing and changes nothing else."
    )


class Stopped(StoreUnavailable):
    """The engine went away during a run; ``report`` says what was done until then.

    Args:
        report: what had been stored.
        pending: articles handed to the engine last, of which nothing is promised.
        cause: what the engine's boundary said.
    """

    def __init__(self, report: Report, pending: int, cause: StoreUnavailable) -> None:
        super().__init__(f"{cause} - {unfinished(report, pending)}")
        self.report = report
        self.pending = pending
        self.cause = cause


@dataclass(slots=True)
class Tally:
    """The counts of a run while it goes on."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    quotes: int = 0
    failed: int = 0
    rejected: Counter[str] = field(default_factory=Counter)

    def wrote(self, written: Written, quotes: Mapping[str, int]) -> None:
        """Count a batch.

        Args:
            quotes: how many each of its articles has, by id.
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
            self.read, self.added, self.changed, self.unchanged, self.quotes, dict(self.rejected), self.failed
        )
