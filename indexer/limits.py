"""What one article may cost, in seconds and in memory, and how the operating system is made to see to it.

In a worker process the system ends the process at the deadline, whatever code it is in. In the run's own process a
signal interrupts Python code instead: a loop in C is only left when it returns.

Memory is an address space (``RLIMIT_AS``): what would go beyond it fails as ``MemoryError``. It is counted from what
the process has when the article begins, so that no article pays for those before it. Only Linux tells that; elsewhere
memory is not bounded.
"""

from __future__ import annotations

import os
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

AGAIN = 1.0
"""Seconds after which a deadline that was swallowed by some ``except`` is raised again."""

MEGABYTE = 1_000_000

_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost; None for as much as it takes.

    Args:
        seconds: from when its bytes are handed over until its quotes are there.
        memory: bytes beyond what the process has already.
    """

    seconds: float | None = None
    memory: int | None = None


class TooSlow(BaseException):
    """The deadline of an article has passed. No ``except Exception`` takes it for a failure of its own."""


def end_at_deadline(limits: Limits) -> None:
    """Have the system end this process unless ``no_deadline`` is called in time."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds or 0)


def no_deadline() -> None:
    """Forget a deadline that has been kept."""
    signal.setitimer(signal.ITIMER_REAL, 0)


def bound_memory(limits: Limits) -> None:
    """From here on this process may take so much more memory, until ``no_bound``."""
    taken = _address_space()
    if limits.memory is None or taken is None:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def no_bound() -> None:
    """Take a bound of memory back."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


@contextmanager
def in_this_process(limits: Limits) -> Iterator[None]:
    """Hold what is done inside to the limits; the deadline only in the main thread, which alone receives signals.

    Raises:
        TooSlow: the deadline passed.
    """
    timed = limits.seconds is not None and threading.current_thread() is threading.main_thread()
    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGALRM, _raise) if timed else None
    try:
        bound_memory(limits)
        if timed:
            signal.setitimer(signal.ITIMER_REAL, limits.seconds or 0, AGAIN)
        yield
    finally:
        if timed:
            no_deadline()
            signal.signal(signal.SIGALRM, handler)
        resource.setrlimit(resource.RLIMIT_AS, before)


def _raise(signum: int, frame: FrameType | None) -> None:
    raise TooSlow


def _address_space() -> int | None:
    """Bytes of this process's address space, or None where the system does not tell."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None
