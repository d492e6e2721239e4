"""One worker process, and the main process's end of the pipe to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess, SpawnContext, SpawnProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from threading import Lock
from typing import Generic, Protocol, TypeVar

from indexer.errors import EncoderUnavailable, WorkersUnavailable
from indexer.limits import Limits, bound_memory, end_at_deadline, no_bound, no_deadline
from indexer.read.refusal import Failure, Reason, failure

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

PRELOADED = ("__main__", "indexer.read", "indexer.extract")
"""Modules that are imported once, in the process that all workers are forked from."""

LOADING = Limits(seconds=120.0)
"""What a worker may take to load models and tables, however little an article may."""

ENDING = 2.0
"""Seconds to wait for the end of a process that has closed its pipe."""


class Work(Protocol[T_contra, R_co]):
    """What workers do with each task; pickled once for each worker."""

    def __call__(self, task: T_contra, /) -> R_co:
        """Do it. An exception is a failure of this task, except ``EncoderUnavailable``, which ends the run."""

    def load(self) -> None:
        """Load what all tasks share, before the first of them; must not raise."""

    def failed(self, task: T_contra, why: Failure, /) -> R_co:
        """The result of a task that failed."""

    def size(self, task: T_contra, /) -> int:
        """The approximate size of a task, in bytes."""


class Worker(Generic[T, R]):
    """A worker process, started with its first task and replaced when it dies.

    Args:
        work: what it does with each task; it and its results are pickled.
        limits: limits for each task.
    """

    def __init__(self, work: Work[T, R], limits: Limits) -> None:
        self._work = work
        self._limits = limits
        self._process: ForkServerProcess | SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._stopped = False
        self._lock = Lock()

    def do(self, task: T) -> R | Failure | EncoderUnavailable:
        """Do one task, and wait for its result.

        Raises:
            WorkersUnavailable: the process cannot be started.
        """
        if self._process is not None and not self._process.is_alive():
            self._end()  # it died between two tasks, so that no task is to blame
        pipe = self._pipe or self._start()
        try:
            pipe.send(task)
            answer: R | Failure | EncoderUnavailable = pipe.recv()
        except (EOFError, OSError):
            return self._why(self._end())
        if isinstance(answer, Failure) and answer.reason == Reason.TOO_MUCH_MEMORY:
            self._end()  # libraries in C may be in disorder after a failed allocation
        return answer

    def stop(self) -> None:
        """Kill the process, and start no other."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def _start(self) -> Connection:
        with self._lock:
            if self._stopped:
                raise WorkersUnavailable("the run has ended")
            context = _context()
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, self._work, self._limits), daemon=True)
            try:
                process.start()
            except (OSError, EOFError) as error:
                why = str(error) or "the process that starts them has ended"
                raise WorkersUnavailable(
                    f"worker processes cannot be started ({why}); use one worker, which needs none"
                ) from error
            finally:
                theirs.close()
            self._process, self._pipe = process, ours
            return ours

    def _end(self) -> int | None:
        """Wait for the end of the process; gives its exit code."""
        with self._lock:
            process, pipe = self._process, self._pipe
            self._process = self._pipe = None
        if process is None or pipe is None:
            return None
        pipe.close()
        process.join(ENDING)
        if process.is_alive():
            process.kill()
            process.join()
        return process.exitcode

    def _why(self, code: int | None) -> Failure:
        """The failure of a task whose process ended with this exit code; negative for a signal."""
        if code == -signal.SIGALRM:
            return too_slow(self._limits)
        if code is not None and code < 0:
            name = next((each.name for each in signal.Signals if each == -code), f"signal {-code}")
            how = f"was killed by {name}"
        else:
            how = f"ended with exit code {code}"
        memory = ", possibly out of memory" if code in (-signal.SIGKILL, -signal.SIGABRT) else ""
        detail = f"its worker process {how}{memory}; report this with the article"
        return Failure(Reason.WORKER_DIED, detail)


def too_slow(limits: Limits) -> Failure:
    """The failure of a task that has passed its deadline."""
    detail = f"it takes more than {limits.seconds:g} seconds; raise the deadline, or split it"
    return Failure(Reason.TOO_SLOW, detail)


@cache
def _context() -> ForkServerContext | SpawnContext:
    """How processes are started; they are not forked from the main process, which has threads and an open store."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


def _serve(pipe: Connection, work: Work[T, R], limits: Limits) -> None:
    """Do one task after the other, until the main process closes the pipe or ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the main process ends its workers
    _be_silent()
    end_at_deadline(LOADING)
    work.load()
    no_deadline()
    with suppress(EOFError, OSError):
        while True:
            task: T = pipe.recv()
            end_at_deadline(limits)
            answer = _answer(work, task, limits)
            no_deadline()
            pipe.send_bytes(answer)


def _be_silent() -> None:
    """Discard what libraries print, such as "memory allocation failed"; it would be mixed with the run's output."""
    with Path(os.devnull).open("wb") as nowhere:
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError):
                os.dup2(nowhere.fileno(), stream.fileno())


def _answer(work: Work[T, R], task: T, limits: Limits) -> memoryview:
    """The pickled result; pickling can fail as well."""
    result: R | Failure | EncoderUnavailable
    try:
        bound_memory(limits)
        result = work(task)
    except EncoderUnavailable as error:
        result = error
    except Exception as error:
        result = failure(error, Reason.EXTRACTION_FAILED)
    finally:
        no_bound()
    try:
        return ForkingPickler.dumps(result)
    except Exception as error:
        return ForkingPickler.dumps(failure(error, Reason.EXTRACTION_FAILED))
