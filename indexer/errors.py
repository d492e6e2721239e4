"""The errors that onrecord raises on purpose, and how unexpected ones are described.

Exceptions of engines, parsers and the operating system become one of these at the boundary where they occur
(``read/``, ``store/``). Code above that boundary catches nothing else, except where one article, quote or pair is set
aside so that the others go on.
"""

from __future__ import annotations

import traceback
from pathlib import Path


class OnrecordError(Exception):
    """The root of the errors that onrecord raises on purpose; its text is fit to be shown."""


class Invalid(OnrecordError):
    """A parameter, option or setting is not well formed; names it and says what would be right.

    Args:
        field: its name as the caller spelt it, such as ``said_from``.
        detail: what is wrong and what to do.
        reason: a stable word for programs, such as ``results-changed``.
        repaired: a form of the same value that would be accepted, or None.
        position: the character offset in the value where it went wrong, or None.
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
    """The root of the errors of a store."""


class StoreMissing(StoreError):
    """There is no store at the given address; ``onrecord index`` creates one."""


class StoreUnavailable(StoreError):
    """The engine is away, busy, or did not answer as it should; trying later may help."""


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


def place(error: BaseException) -> str:
    """What kind of error occurred, and where in the code: "IndexError in screen.py, line 118".

    Leaves out the error's message, which may quote a text that no log may hold.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
