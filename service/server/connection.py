"""One client's connection, with a time limit on each thing that it may be waiting for.

Waitress reads requests and sends answers in one loop and gives threads only to requests that are whole, so a slow
client holds no thread. What it lacks is a limit on a whole request or answer, rather than on the time between two
pieces of it.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from socket import SHUT_WR

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, WSGITask

from service import limits
from service.server.refusal import CUT_OFF, TOO_SLOW, Refusal
from service.server.requests import RequestParser, refusal_of


class Waiting(Enum):
    """What a connection waits for."""

    REQUEST = "the next request"
    HEAD = "the rest of a request's head"
    BODY = "the rest of a request's body"
    WORK = "the application"
    TAKEN = "the client, to take its answer"
    END = "the client, to stop sending what is not read any more"


_SECONDS = {
    Waiting.REQUEST: limits.IDLE_SECONDS,
    Waiting.HEAD: limits.HEAD_SECONDS,
    Waiting.BODY: limits.BODY_SECONDS,
    Waiting.TAKEN: limits.ANSWER_SECONDS,
    Waiting.END: limits.LINGER_SECONDS,
}


class RefusalTask(ErrorTask):
    """Answers a request that cannot be read."""

    def execute(self) -> None:
        """Write the answer."""
        refusal = refusal_of(self.request.error)
        self.channel.refused = True
        body = refusal.body
        self.status = f"{refusal.status} {refusal.status.phrase}"
        self.response_headers.extend(refusal.headers)
        self.content_length = len(body)
        self.set_close_on_finish()
        self.write(body)


class AnswerTask(WSGITask):
    """Has the application answer a request."""

    def build_response_header(self) -> bytes:
        """The head of the answer; it ends the connection where requests wait for a thread.

        A client that keeps its connection stays with one process, however little the others have to do.
        """
        if self.version == "1.1" and self.channel.server.task_dispatcher.queue:
            self.set_close_on_finish()
        head: bytes = super().build_response_header()
        return head


class Connection(HTTPChannel):
    """A connection."""

    parser_class = RequestParser
    task_class = AnswerTask
    error_task_class = RefusalTask
    refused = False
    """Whether the client was refused, and may still be sending."""

    _answer_begun = False
    _ending = False
    _waiting: tuple[Waiting, object] | None = None
    _since = 0.0

    @property
    def waiting(self) -> Waiting:
        """What it waits for."""
        if self._ending:
            return Waiting.END
        if self.requests:
            return Waiting.WORK
        if self.total_outbufs_len:
            return Waiting.TAKEN
        if self.request is None:
            return Waiting.REQUEST
        return Waiting.BODY if self.request.headers_finished else Waiting.HEAD

    def enforce_limits(self, now: float) -> None:
        """End the connection if it has waited for one thing for too long.

        Args:
            now: monotonic seconds; call it about once a second.
        """
        waiting = self.waiting
        if self._waiting is None or self._waiting[0] is not waiting or self._waiting[1] is not self.request:
            self._waiting, self._since = (waiting, self.request), now
        elif now - self._since > _SECONDS.get(waiting, float("inf")):
            if waiting in (Waiting.HEAD, Waiting.BODY):
                self.refuse(TOO_SLOW)
            else:
                self.handle_close()

    def refuse(self, refusal: Refusal) -> None:
        """Answer at once, unless the application has begun to, and end the connection."""
        with self.outbuf_lock:
            is_unanswered = self.waiting is Waiting.WORK and not self._answer_begun
            if self.connected and (is_unanswered or self.waiting in (Waiting.HEAD, Waiting.BODY)):
                with suppress(OSError):
                    self.socket.send(refusal.message)
            self.refused = True
        self.handle_close()

    @property
    def is_check(self) -> bool:
        """Whether the next request is a check: all others are answered from the store alone."""
        return self.requests[0].error is None and self.requests[0].command == "POST"

    def service(self) -> None:
        """Answer the next request, in a thread."""
        is_check, self._answer_begun = self.is_check, False
        try:
            super().service()
        finally:
            if is_check:
                self.server.task_dispatcher.check_done()

    def write_soon(self, data: bytes) -> int:
        """Take a piece of the application's answer; after a refusal, it has nowhere to go."""
        self._answer_begun = True
        taken: int = super().write_soon(data)
        return taken

    def readable(self) -> bool:
        """Whether something is to be read."""
        return self._ending or bool(super().readable())

    def writable(self) -> bool:
        """Whether something is to be written."""
        return not self._ending and bool(super().writable())

    def handle_read(self) -> None:
        """Take what the client sends."""
        if not self._ending:
            super().handle_read()
            return
        with suppress(OSError):
            self.recv(65_536)

    def handle_close(self) -> None:
        """Close the connection, after a refusal only once the client has stopped sending.

        If it were closed before, the client's system would throw the answer away unread (RFC 9112, 9.6).
        """
        cut_off = self.connected and not self.will_close and self.waiting in (Waiting.HEAD, Waiting.BODY)
        if cut_off and not self.refused:
            with suppress(OSError):
                self.socket.send(CUT_OFF.message)
        if self.refused and not self._ending and self._half_closed():
            return
        super().handle_close()

    def _half_closed(self) -> bool:
        try:
            self.socket.shutdown(SHUT_WR)
        except OSError:
            return False
        self._ending = True
        return True
