"""Reads requests as HTTP/1.1 has them, and refuses what two programs could read in two ways."""

from __future__ import annotations

from waitress.parser import HTTPRequestParser
from waitress.utilities import Error

from service import limits
from service.server.refusal import (
    FAILED,
    LONG_ADDRESS,
    LONG_BODY,
    LONG_HEAD,
    MALFORMED,
    UNKNOWN_CODING,
    Refusal,
)

_OF_WAITRESS = {each.status: each for each in (FAILED, LONG_BODY, LONG_HEAD, MALFORMED, UNKNOWN_CODING)}


class RefusedRequest(Error):
    """A fault of a request that waitress does not know.

    Args:
        refusal: the answer to it.
    """

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.detail)
        self.refusal = refusal


def refusal_of(error: Error) -> Refusal:
    """The answer to what is wrong with a request."""
    if isinstance(error, RefusedRequest):
        return error.refusal
    return _OF_WAITRESS.get(error.code, MALFORMED)


class RequestParser(HTTPRequestParser):
    """Waitress's parser with the limits of ``service.limits``, strict where RFC 9112 lets a server choose."""

    completed: bool
    error: Error | None

    def received(self, data: bytes) -> int:
        """Take the next bytes of a request; gives how many of them are part of it."""
        head = self.header_plus + data if self.body_rcv is None else b""
        consumed: int = super().received(data)
        if head and not self.empty and (self.headers_finished or self.completed):
            fault = self._fault_of(head)
            if fault is not None:
                self.error, self.completed = RefusedRequest(fault), True
        if self.error is not None:
            self.expect_continue = False  # the body of a refused request is not wanted
        return consumed

    def _fault_of(self, head: bytes) -> Refusal | None:
        """What is wrong with a head, beyond what waitress refuses.

        Args:
            head: from its first byte; the body may follow.
        """
        line = head.lstrip().split(b"\n", 1)[0]
        if len(line) > limits.MOST_LINE_BYTES:
            return LONG_ADDRESS
        if self.error is not None:
            return None
        if not line.isascii():
            return MALFORMED
        # Which of two framings holds is read differently by different programs (RFC 9112, 6.1 and 6.3).
        framed_twice = self.chunked and "CONTENT_LENGTH" in self.headers
        chunked_of_old = "TRANSFER_ENCODING" in self.headers
        return MALFORMED if framed_twice or chunked_of_old or self.version not in ("1.0", "1.1") else None
