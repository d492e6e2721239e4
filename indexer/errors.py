"""What can go wrong, in onrecord's own words.

Engine, parser and operating-system exceptions become one of these at the boundary where they occur
(``read/``, ``store/``), and nothing above that boundary catches anything else.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root of all errors that onrecord raises on purpose; its text is fit to be shown."""


class Invalid(OnrecordError):
    """What was asked is not well formed: names the field at fault and what would be right.

    Args:
        field: the name of the parameter or option as the caller spelt it, such as ``said_from``.
        detail: what is wrong and what to do.
        reason: a stable word for programs, such as ``results-changed``; ``invalid`` if unset.
        repaired: a form of the same value that would be accepted, or None.
        position: character offset in the value at which it went wrong, or None.
    """

    def __init__(
        self,
        field: str,
        detail: str,
        *,
        reason: str = "invalid",
        repaired: str | None = None,
        position: int | None = None,
    ) -> None:
        super().__init__(f"{field}: {detail}")
        self.field = field
        self.detail = detail
        self.reason = reason
        self.repaired = repaired
        self.position = position


class Unreadable(OnrecordError):
    """One input cannot become an article: carries a stable ``reason`` word and a ``detail``."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class DeadlinePassed(OnrecordError):
    """A piece of work was not done in the time that it was given; see ``indexer.deadline``."""


class StoreError(OnrecordError):
    """The root of what a store can fail with."""


class StoreMissing(StoreError):
    """There is no store at the given address; ``onrecord index`` makes one."""


class StoreUnavailable(StoreError):
    """The engine is away, busy beyond its time limit, or answered only in part; trying later may help."""


class StoreOutdated(StoreError):
    """The store was written by another version of the text analysis; ``onrecord rebuild`` renews it."""


class StoreIncompatible(StoreError):
    """Client and server do not fit together; the text says which to install."""


class EncoderUnavailable(OnrecordError):
    """The language model cannot be run here; the text says what to install."""


class RejectsUnwritable(OnrecordError):
    """What is refused cannot be listed any more, so that the run ends; the text says which file, and why."""


class WorkersUnavailable(OnrecordError):
    """The system starts no worker process; the text says what to do."""
