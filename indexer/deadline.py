"""A moment by which a piece of work must be done, which the loops inside it ask for."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from indexer.errors import DeadlinePassed

Clock = Callable[[], float]
"""Gives seconds that never run backwards; infinity once all work is to end."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment by which work must be done.

    Args:
        at: that moment, in seconds of the clock.
    """

    at: float = inf
    clock: Clock = time.monotonic

    @classmethod
    def after(cls, seconds: float, clock: Clock = time.monotonic) -> Deadline:
        """The moment so many seconds from now."""
        return cls(clock() + seconds, clock)

    def check(self) -> None:
        """Do nothing before that moment; call it where the work could be left as it is.

        Raises:
            DeadlinePassed: the moment has come.
        """
        if self.clock() >= self.at:
            raise DeadlinePassed("it took longer than the time that it was given")


NO_DEADLINE = Deadline()
"""Work may take as long as it needs."""
