"""A process of gunicorn's that answers by waitress: gunicorn keeps the processes, waitress the connections."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from types import FrameType

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

from service import budget, limits
from service.server.connection import Connection, Waiting
from service.server.dispatcher import Dispatcher
from service.server.refusal import STOPPING

_TURN = 0.5
"""Seconds after which a process that has nothing to do looks at its signals and its time limits."""


class Front(TcpWSGIServer):
    """The connections of one process."""

    channel_class = Connection

    def maintenance(self, now: float) -> None:
        """Enforce the time limits of all connections."""
        for connection in tuple(self.active_channels.values()):
            connection.enforce_limits(time.monotonic())

    def turn(self, seconds: float) -> None:
        """One turn of the loop: waits for up to so many seconds for something to do."""
        wasyncore.loop(timeout=seconds, use_poll=True, map=self._map, count=1)

    def is_busy(self) -> bool:
        """Whether a request is being answered, or an answer sent."""
        return any(each.waiting in (Waiting.WORK, Waiting.TAKEN) for each in self.active_channels.values())

    def stop_accepting(self) -> None:
        """Take no new connections, and close those on which no request has begun."""
        wasyncore.dispatcher.close(self)
        for connection in tuple(self.active_channels.values()):
            if connection.waiting is Waiting.REQUEST:
                connection.handle_close()

    def refuse_all(self) -> None:
        """Answer 503 to whatever is not answered yet."""
        for connection in tuple(self.active_channels.values()):
            connection.refuse(STOPPING)


class WaitressWorker(Worker):
    """A process that answers requests until it is told to stop."""

    def run(self) -> None:
        """Answer requests; called by gunicorn in the new process."""
        logging.getLogger("waitress").setLevel(logging.ERROR)
        (listener,) = self.sockets
        front = Front(
            self.wsgi,
            map={},
            _sock=listener.sock,
            bind_socket=False,
            dispatcher=Dispatcher(self.cfg.threads),
            sockinfo=(listener.sock.family, listener.sock.type, listener.sock.proto, listener.sock.getsockname()),
            adj=_adjustments(self.cfg.threads),
        )
        while self.alive and self.ppid == os.getppid():
            self.notify()
            front.turn(_TURN)
        self._finish(front)

    def _finish(self, front: Front) -> None:
        """Complete what is being answered, for a while; then answer that the service is being stopped."""
        front.stop_accepting()
        self._turn_until(lambda: not front.is_busy(), front, limits.FINISH_SECONDS)
        budget.stop()
        front.refuse_all()
        self._turn_until(lambda: not front.active_channels, front, limits.LINGER_SECONDS)

    def _turn_until(self, done: Callable[[], bool], front: Front, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            self.notify()
            front.turn(_TURN / 5)

    def handle_quit(self, sig: int, frame: FrameType | None) -> None:
        """Stop as for SIGTERM: by default, gunicorn breaks off what is being answered."""
        self.handle_exit(sig, frame)


def _adjustments(threads: int) -> Adjustments:
    return Adjustments(
        threads=threads,
        ident=None,
        max_request_header_size=limits.MOST_HEAD_BYTES,
        max_request_body_size=limits.MOST_BODY_BYTES + 1,
        connection_limit=limits.MOST_CONNECTIONS,
        cleanup_interval=1,
        clear_untrusted_proxy_headers=False,  # the application decides whether it trusts a proxy
        log_socket_errors=False,
    )
