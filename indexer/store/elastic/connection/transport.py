"""HTTP to a node, with a limit on the time and the size of each whole answer.

urllib3 limits the time of each read from the socket only: an answer that trickles would hold a thread for ever.
"""

from __future__ import annotations

import io
import socket
import time
from http.client import HTTPResponse
from typing import Any

from elastic_transport import NodeConfig, Urllib3HttpNode

MOST_BYTES = 512 * 1024 * 1024
"""Bytes of one answer. The largest, 20 whole articles, stays below 400 MB."""

_DEFAULT_SECONDS = 30.0


class LimitedNode(Urllib3HttpNode):
    """The client's own HTTP, but that an answer ends in time and within ``MOST_BYTES``, or fails."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        connection = self.pool.ConnectionCls
        limited = type(connection.__name__, (connection,), {"response_class": _Response})
        # Documented by urllib3 for one pool as well as for a class of pools; its type hints allow the latter alone.
        vars(self.pool)["ConnectionCls"] = limited


class _Response(HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **more: Any) -> None:
        super().__init__(sock, *args, **more)
        unlimited, self.fp = self.fp, io.BufferedReader(_Limited(sock))
        unlimited.close()


class _Limited(io.RawIOBase):
    """Reads a socket until the time and the bytes of an answer are used up; the socket's timeout is the time."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._bytes = sock.makefile("rb", buffering=0)
        self._until = time.monotonic() + (sock.gettimeout() or _DEFAULT_SECONDS)
        self._left = MOST_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        seconds = self._until - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("the answer did not end in time")
        self._socket.settimeout(seconds)
        read = self._bytes.readinto(buffer)
        self._left -= read or 0
        if self._left < 0:
            raise OSError(f"the answer has more than {MOST_BYTES:,} bytes")
        return read

    def close(self) -> None:
        self._bytes.close()
        super().close()
