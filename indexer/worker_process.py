"""One worker process: what it does with the tasks that it is sent, and the run's end of the pipe."""

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

ENDING = 2.0
"""Seconds that a process which has closed its pipe is given to end."""


class Work(Protocol[T_contra, R_co]):
    """What is done with each task; pickled once for each worker."""

    def __call__(self, task: T_contra, /) -> R_co:
        """Do it. What is raised is this task's failure; only ``EncoderUnavailable`` is that of all."""

    def load(self) -> None:
        """Load what takes memory once, before the first task; raises nothing."""

    def failed(self, task: T_contra, why: Failure, /) -> R_co:
        """What stands in place of the result that a task did not come to."""

    def size(self, task: T_contra, /) -> int:
        """How large a task is, about, in bytes."""


class Worker(Generic[T, R]):
    """A process that is started when there is work for it, and started anew when it has died.

    Args:
        work: what is done with each task; pickled once. What it gives is pickled as well.
        limits: of each task.
    """

    def __init__(self, work: Work[T, R], limits: Limits) -> None:
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
        if isinstance(answer, Failure) and answer.reason == Reason.TOO_MUCH_MEMORY:
            self._end()  # libraries that ran out of memory are not to be trusted further
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
        pipe.close()  # one that lives still ends for this
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
        detail = f"the process that worked on it {how}{memory}; report this with the article"
        return Failure(Reason.WORKER_DIED, detail)


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


def _serve(pipe: Connection, work: Work[T, R], limits: Limits) -> None:
    """Answer one task after the other until the run is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the run ends its workers
    _be_silent()
    end_at_deadline(limits)
    work.load()
    with suppress(EOFError, OSError):
        while True:
            task: T = pipe.recv()
            end_at_deadline(limits)
            answer = _answer(work, task, limits)
            no_deadline()
            pipe.send_bytes(answer)


def _be_silent() -> None:
    """Print nothing: what libraries print when they fail would stand in the run's output, and the refusal says it."""
    with Path(os.devnull).open("wb") as nowhere:
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError):
                os.dup2(nowhere.fileno(), stream.fileno())


def _answer(work: Work[T, R], task: T, limits: Limits) -> memoryview:
    """The result or why there is none, pickled here, because that can fail as well."""
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
