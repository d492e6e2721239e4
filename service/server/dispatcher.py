"""Gives threads to requests, and keeps some of them free for searches while many texts are checked."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Protocol

from waitress.task import ThreadedTaskDispatcher

from service import limits


class Task(Protocol):
    """A request that is whole."""

    @property
    def is_check(self) -> bool:
        """Whether it is a check, which takes far longer than anything else."""

    def service(self) -> None:
        """Answer it; ends with ``Dispatcher.check_done`` if it is a check."""


class Dispatcher(ThreadedTaskDispatcher):
    """The threads of one process.

    Checks beyond ``limits.CHECKS_AT_ONCE`` wait without a thread. Whoever searches need not wait for them, and each
    of them is done sooner than if all shared the processor.
    """

    def __init__(self, threads: int) -> None:
        super().__init__()
        self._checks = 0
        self._waiting: deque[Task] = deque()
        self._checking = Lock()
        self.set_thread_count(threads)

    def add_task(self, task: Task) -> None:
        """Have a request answered as soon as a thread is free for it."""
        if task.is_check:
            with self._checking:
                if self._checks >= limits.CHECKS_AT_ONCE:
                    self._waiting.append(task)
                    return
                self._checks += 1
        super().add_task(task)

    def check_done(self) -> None:
        """Take note that a check is answered, and go on with the next that waits."""
        with self._checking:
            if not self._waiting:
                self._checks -= 1
                return
            task = self._waiting.popleft()
        super().add_task(task)
