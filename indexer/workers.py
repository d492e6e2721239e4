"""The same work on many tasks, in this process or in worker processes; a task that crashes ends only its worker.

A thread pool of the standard library schedules the tasks. Each thread has a worker process of its own, sends it one
task after the other, and waits. A process that ends without an answer has failed at exactly the task it was sent; the
thread then starts another. ``docs/decisions/worker-processes.md`` says why no existing process pool is used.
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
from indexer.limits import NO_LIMITS, Limits, TooSlow, in_this_process, no_deadline
from indexer.read.refusal import Failure, Reason, failure
from indexer.worker_process import Work, Worker, too_slow

AHEAD = 1_000
AHEAD_BYTES = 8_000_000
"""Tasks, and bytes of tasks, that are scheduled before the first result is taken, so that workers stay busy during a
slow task and while results are stored. Results take some six times as much memory."""

MOST_BY_DEFAULT = 8
"""Workers; storing takes an eighth of the time of extraction, so that more would wait for the store."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """A result that is known already, in its place among the tasks."""

    value: R


def default_workers() -> int:
    """One for each processor; at least two, so that no article can crash the run."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(2, min(processors, MOST_BY_DEFAULT))


def results(work: Work[T, R], tasks: Iterable[T | Done[R]], *, workers: int, limits: Limits) -> Generator[R]:
    """The results of the tasks, in their order; close the iterator to stop at once.

    Args:
        tasks: are read ahead up to ``AHEAD`` and ``AHEAD_BYTES``.
        workers: the number of processes; 1 works in this process, and a task that crashes Python ends it.
        limits: limits for each task; one that exceeds them has failed.

    Raises:
        EncoderUnavailable: the work raised it.
        WorkersUnavailable: the processes cannot be started.
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
        if not loaded and limits != NO_LIMITS:
            work.load()
        loaded = True
        try:
            with in_this_process(limits):
                result = work(task)
        except TooSlow:
            no_deadline()  # in case the deadline passed while it was being cancelled
            result = work.failed(task, too_slow(limits))
        except EncoderUnavailable:
            raise
        except Exception as error:
            result = work.failed(task, failure(error, Reason.EXTRACTION_FAILED))
        yield result


class _Pool(Generic[T, R]):
    """A thread pool, each of whose threads waits for a worker process."""

    def __init__(self, work: Work[T, R], count: int, limits: Limits) -> None:
        self._work = work
        self._threads = ThreadPoolExecutor(count, initializer=_block_ctrl_c)
        self._workers = [Worker[T, R](work, limits) for _ in range(count)]
        self._idle: LifoQueue[Worker[T, R]] = LifoQueue()  # last in, first out: few tasks start few processes
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)

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
        """Do one task, in a thread of the pool."""
        worker = self._idle.get()
        try:
            answer = worker.do(task)
        finally:
            self._idle.put(worker)
        if isinstance(answer, EncoderUnavailable):
            raise answer
        return self._work.failed(task, answer) if isinstance(answer, Failure) else answer


def _block_ctrl_c() -> None:
    """Block SIGINT in this thread and in the processes that it starts; the main thread handles it.

    Processes inherit the block, so that Ctrl-C cannot interrupt one before it ignores the signal. The resource tracker
    is started first, because its start would remove the block.
    """
    resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
