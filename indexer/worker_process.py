"""One worker process: what it does with the tasks that it is sent, and the run's end of the pipe."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess, SpawnContext, SpawnProcess
from multiprocessing.reduction import ForkingPickler
from threading import Lock
from typing import Generic, TypeVar

from indexer.errors import EncoderUnavailable, WorkersUnavailable
from indexer.limits import Limits, bound_memory, end_at_deadline, no_deadline
from indexer.read.refusal import Failure, Reason, failure

T = TypeVar("T")
R = TypeVar("R")

PRELOADED = ("__main__", "indexer.read", "indexer.extract")
"""Modules that are imported once, in the process that all workers are forked from."""

ENDING = 2.0
"""Seconds that a process which has closed its pipe is given to end."""


class Worker(Generic[T, R]):
    """A process that is started when there is work for it, and started anew when it has died.

    Args:
        work: what is done with each task; pickled once. What it gives is pickled as well.
        limits: of each task.
    """

    def __init__(self, work: Callable[[T], R], limits: Limits) -> None:
        self._work = work
        self._limits = limits
        self._process: ForkServerProcess | SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._stopped = False
        self._lock = Lock()

    def do(self, task: T) -> R | Failure | EncoderUnavailable:
        """What became of a task; blocks until then.

        Raises:
            WorkersUnavailable: the system starts no process.
        """
        if self._process is not None and not self._process.is_alive():
            self._end()  # it died while it had nothing to do, which is no task's fault
        pipe = self._pipe or self._start()
        try:
            pipe.send(task)
            answer: R | Failure | EncoderUnavailable = pipe.recv()
        except (EOFError, OSError):
            return self._why(self._end())
        return answer

    def stop(self) -> None:
        """End the process at once, whatever it does; no other is started."""
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
                message = f"no worker process can be started ({error}); with one worker, all is done in one process"
                raise WorkersUnavailable(message) from error
            finally:
                theirs.close()
            self._process, self._pipe = process, ours
            return ours

    def _end(self) -> int | None:
        """See the process to its end; gives its exit code."""
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
        """Why there is no answer, by the exit code of the process; minus the signal that ended it."""
        if code == -signal.SIGALRM:
            return too_slow(self._limits)
        if code is not None and code < 0:
            how = f"was killed by {signal.Signals(-code).name}"
        else:
            how = f"ended with exit code {code}"
        memory = ", perhaps for want of memory" if code in (-signal.SIGKILL, -signal.SIGABRT) else ""
        return Failure(Reason.WORKER_DIED, f"the process that worked on it {how}{memory}; report this with the article")


def too_slow(limits: Limits) -> Failure:
    """The deadline of a task has passed."""
    detail = f"it takes more than the {limits.seconds:g} seconds that one article may; allow more, or split it"
    return Failure(Reason.TOO_SLOW, detail)


@cache
def _context() -> ForkServerContext | SpawnContext:
    """How processes are started; never forked from the run itself, which has threads and an open store."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


def _serve(pipe: Connection, work: Callable[[T], R], limits: Limits) -> None:
    """Answer one task after the other until the run is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the run ends its workers
    with suppress(EOFError, OSError):
        while True:
            task: T = pipe.recv()
            bound_memory(limits)
            end_at_deadline(limits)
            answer = _answer(work, task)
            no_deadline()
            pipe.send_bytes(answer)


def _answer(work: Callable[[T], R], task: T) -> memoryview:
    """The result or why there is none, pickled here, because that can fail as well."""
    try:
        return ForkingPickler.dumps(work(task))
    except EncoderUnavailable as error:
        return ForkingPickler.dumps(error)
    except Exception as error:
        return ForkingPickler.dumps(failure(error, Reason.EXTRACTION_FAILED))
