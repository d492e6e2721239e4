"""The same work on many tasks: in this process, or in worker processes that a task can bring down without harm.

Threads hand the tasks out. Each has a worker process of its own, sends it one task after the other, and waits; a
process that ends instead of answering has failed at exactly the task it was sent, and the thread starts another.
``pebble`` was tried in place of this: its processes share one pipe, and while the run is busy storing, one that dies
takes the tasks of all others with it.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import resource_tracker
from queue import LifoQueue
from types import TracebackType
from typing import Generic, Self, TypeVar

from indexer.errors import EncoderUnavailable
from indexer.limits import Limits, TooSlow, in_this_process, no_deadline
from indexer.read.refusal import Failure, Reason, failure
from indexer.worker_process import Work, Worker, too_slow

AHEAD = 1_000
AHEAD_BYTES = 8_000_000
"""Tasks, and bytes of them, that are begun before the first of them is asked for: so much goes on during one that is
slow, and while results are stored. Their results take some six times as much memory."""

MOST_BY_DEFAULT = 8
"""Workers; the store takes an eighth of the time that extraction takes, and more would wait for it."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """A result that is there already, in its place among the tasks."""

    value: R


def default_workers() -> int:
    """As many as there are processors, and at least two, so that no article can end the run."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(2, min(processors, MOST_BY_DEFAULT))


def results(work: Work[T, R], tasks: Iterable[T | Done[R]], *, workers: int, limits: Limits) -> Generator[R]:
    """What the work makes of the tasks, in their order; close the iterator to stop at once.

    Args:
        tasks: are read no further ahead than ``AHEAD`` and ``AHEAD_BYTES``.
        workers: processes; 1 is this process itself, which a task that crashes Python takes with it.
        limits: of each task; beyond them it has failed.

    Raises:
        EncoderUnavailable: the work says so; no other task would fare better.
        WorkersUnavailable: the system starts no process.
    """
    if workers == 1:
        yield from _here(work, tasks, limits)
        return
    with _Pool(work, workers, limits) as pool:
        yield from pool.ordered(tasks)


def _here(work: Work[T, R], tasks: Iterable[T | Done[R]], limits: Limits) -> Iterator[R]:
    loaded = False
    for task in tasks:
        if isinstance(task, Done):
            yield task.value
            continue
        if not loaded and limits.memory is not None:
            work.load()
        loaded = True
        try:
            with in_this_process(limits):
                result = work(task)
        except TooSlow:
            no_deadline()  # where it passed while it was being taken back
            result = work.failed(task, too_slow(limits))
        except EncoderUnavailable:
            raise
        except Exception as error:
            result = work.failed(task, failure(error, Reason.EXTRACTION_FAILED))
        yield result


class _Pool(Generic[T, R]):
    """Threads, each of which waits for a worker process."""

    def __init__(self, work: Work[T, R], count: int, limits: Limits) -> None:
        self._work = work
        self._threads = ThreadPoolExecutor(count, initializer=_leave_ctrl_c_to_others)
        self._workers = [Worker[T, R](work, limits) for _ in range(count)]
        self._idle: LifoQueue[Worker[T, R]] = LifoQueue()  # few tasks start few processes
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown()

    def ordered(self, tasks: Iterable[T | Done[R]]) -> Iterator[R]:
        """The results, in the order of the tasks."""
        begun: deque[tuple[Future[R], int]] = deque()
        ahead = 0
        for task in tasks:
            future, size = self._begin(task)
            begun.append((future, size))
            ahead += size
            while begun and (len(begun) >= AHEAD or ahead >= AHEAD_BYTES or begun[0][0].done()):
                future, size = begun.popleft()
                ahead -= size
                yield future.result()
        while begun:
            yield begun.popleft()[0].result()

    def _begin(self, task: T | Done[R]) -> tuple[Future[R], int]:
        if not isinstance(task, Done):
            return self._threads.submit(self._do, task), self._work.size(task)
        future: Future[R] = Future()
        future.set_result(task.value)
        return future, 0

    def _do(self, task: T) -> R:
        """The result of one task; runs in a thread."""
        worker = self._idle.get()
        try:
            answer = worker.do(task)
        finally:
            self._idle.put(worker)
        if isinstance(answer, EncoderUnavailable):
            raise answer
        return self._work.failed(task, answer) if isinstance(answer, Failure) else answer


def _leave_ctrl_c_to_others() -> None:
    """Block SIGINT in this thread and in what it starts: the main thread ends the run, and the workers with it.

    Processes inherit what is blocked, so that Ctrl-C finds none of them before it could ignore it. The tracker is
    started first, because its start would lift the block.
    """
    resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
