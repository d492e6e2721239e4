"""Limits of time and memory for one article, enforced by the operating system.

In a worker process the system ends the process at the deadline, whatever code it runs. In the main process a signal
interrupts Python code; a loop in C code is left only when it returns.

The memory bound is an address space (``RLIMIT_AS``); an allocation beyond it fails with ``MemoryError``. It is counted
from the size of the process when the article begins, so that no article pays for those before it. Only Linux tells that
size; on other systems memory is not bounded.
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
"""Seconds after which ``TooSlow`` is raised again, in case that some ``except`` caught it."""

MEGABYTE = 1_000_000

_STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one article; None for no limit.

    Args:
        seconds: wall-clock time for reading and extracting it.
        memory: bytes of address space beyond what the process has when the article begins.
    """

    seconds: float | None = None
    memory: int | None = None


NO_LIMITS = Limits()


class TooSlow(BaseException):
    """The deadline of an article has passed. No ``except Exception`` takes it for a failure of its own."""


def end_at_deadline(limits: Limits) -> None:
    """Make the system end this process at the deadline, unless ``no_deadline`` is called before."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds or 0)


def no_deadline() -> None:
    """Cancel the deadline."""
    signal.setitimer(signal.ITIMER_REAL, 0)


def bound_memory(limits: Limits) -> None:
    """Bound the memory that this process may take in addition, until ``no_bound``."""
    taken = _address_space()
    if limits.memory is None or taken is None:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def no_bound() -> None:
    """Remove the memory bound."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


@contextmanager
def in_this_process(limits: Limits) -> Iterator[None]:
    """Apply the limits to a ``with`` block; the deadline only in the main thread, which alone receives signals.

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
    """Bytes of address space of this process; None if the system does not tell."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None
