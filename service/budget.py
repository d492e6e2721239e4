"""How long a check may take, and what ends it before: the service being stopped."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from indexer.deadline import Clock, Deadline
from indexer.errors import DeadlinePassed, Invalid, OnrecordError

_STOPPING = Event()


class OutOfTime(Invalid):
    """A text or a draft takes longer to check than it may."""

    def __init__(self, field: str, seconds: float) -> None:
        detail = f"took longer than {seconds:g} s to check; give less at once, or try again when there is less to do"
        super().__init__(field, detail, reason="deadline-passed")


class Busy(OnrecordError):
    """A check could not be made in time because of all else that is being done, not because of its own length."""


class Stopping(OnrecordError):
    """The service is being stopped, and what it was doing is given up."""


def stop() -> None:
    """End all checks of this process as soon as they look at their deadlines."""
    _STOPPING.set()


def process_clock() -> float:
    """Monotonic seconds, and infinity once this process is being stopped."""
    return math.inf if _STOPPING.is_set() else time.monotonic()


@contextmanager
def limited(field: str, seconds: float, clock: Clock = time.monotonic) -> Iterator[Deadline]:
    """A deadline for what is done inside.

    Args:
        field: the parameter that is checked: text or draft.

    Raises:
        OutOfTime: it took longer.
        Stopping: the process is being stopped.
    """
    try:
        yield Deadline.after(seconds, clock)
    except DeadlinePassed:
        if clock() == math.inf:
            raise Stopping("the service is being stopped; try again later") from None
        raise OutOfTime(field, seconds) from None
