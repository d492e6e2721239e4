"""Whether a step's work stays in step with the length of its input.

A step is run on inputs of n, 2n and 4n characters, and its own CPU times are compared with one another, never with a
clock: linear work takes twice as long at twice the size, n log n a little more, quadratic work four times. CPU time of
the process is measured rather than counted calls or lines, because most of what has ever been superlinear here is spent
inside one call of ``re``, ``regex`` or ``str.find``, where ``sys.monitoring`` sees nothing. What a busy machine adds to
a time is taken out by the best of several rounds, and a step fails only if it is superlinear in all of them.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time

SMALLEST = 1_000
"""Characters of the first input that is tried."""

LARGEST = 64_000
"""Characters of the largest input at first: what a check takes."""

ENOUGH = 0.035
"""CPU seconds after which the input is not made any longer."""

MOST_GROWTH = 2.6
"""From 2n to 4n characters: n log n takes 2.2 times as long there, n to the power of 1.5 takes 2.8 times."""

FLOOR = 0.002
"""CPU seconds that are left out of account at 4n: a page fault, a timer."""

LEAST_ROUNDS, MOST_ROUNDS = 2, 5

Work = Callable[[int], Mapping[str, float]]
"""Does the work on an input of so many characters, and gives the CPU seconds of the whole and of its steps."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How the time of one step grew.

    Args:
        step: its name.
        size: characters of the largest input, 4n.
        times: the best CPU seconds at n, 2n and 4n.
    """

    step: str
    size: int
    times: tuple[float, float, float]

    @property
    def is_superlinear(self) -> bool:
        """Whether it grew faster than n log n."""
        _, half, whole = self.times
        return whole > MOST_GROWTH * half + FLOOR

    def __str__(self) -> str:
        times = ", ".join(f"{1000 * seconds:.1f}" for seconds in self.times)
        return f"{self.step}: {times} ms at {self.size // 4:,}, {self.size // 2:,} and {self.size:,} characters"


def superlinear(work: Work, largest: int = LARGEST) -> list[Growth]:
    """The steps of some work that grow faster than n log n, the worst first.

    What is found superlinear must be so at twice the size as well: work that is bounded grows up to its bound, and a
    step that is taken only from some size on has a leap there.

    Args:
        work: is called with growing sizes, until it takes ``ENOUGH`` time, then again with the last of them.
        largest: the largest that is tried at first.
    """
    work(SMALLEST)  # compiles patterns and reads word lists
    best = _Best(work)
    size = SMALLEST
    while max(best.at(size).values()) < ENOUGH and size < largest:
        size *= 2
    found = {growth.step for growth in best.superlinear(size)}
    return [growth for growth in best.superlinear(2 * size) if growth.step in found] if found else []


class _Best:
    """The best times of some work, by size and step."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._times: dict[int, dict[str, float]] = {}
        self._rounds: Counter[int] = Counter()

    def at(self, size: int) -> Mapping[str, float]:
        """The best times so far at a size, which is measured once at least."""
        if not self._rounds[size]:
            self._measure(size)
        return self._times[size]

    def superlinear(self, size: int) -> list[Growth]:
        """The steps that are superlinear up to a size in as many rounds as are tried."""
        found: list[Growth] = []
        for rounds in range(1, MOST_ROUNDS + 1):
            for each in (size // 4, size // 2, size):
                if self._rounds[each] < rounds:
                    self._measure(each)
            found = [growth for growth in self._grown(size) if growth.is_superlinear]
            if rounds >= LEAST_ROUNDS and not found:
                break
        return sorted(found, key=lambda growth: -growth.times[-1])

    def _grown(self, size: int) -> Iterator[Growth]:
        first, half = self._times[size // 4], self._times[size // 2]
        for step, whole in self._times[size].items():
            yield Growth(step, size, (first.get(step, 0.0), half.get(step, 0.0), whole))

    def _measure(self, size: int) -> None:
        # A few more characters each time, so that no cache of a whole text answers in place of the work.
        with _no_collection():
            times = self._work(size + self._rounds[size])
        known = self._times.setdefault(size, {})
        known.update({step: min(seconds, known.get(step, seconds)) for step, seconds in times.items()})
        self._rounds[size] += 1


@contextmanager
def _no_collection() -> Iterator[None]:
    """What the garbage collector goes through is the memory of all tests, not of this one."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of this process that some work takes."""
    before = process_time()
    work()
    return process_time() - before
