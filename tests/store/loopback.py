"""Servers on loopback: one that answers as it is told in place of an Elasticsearch, and a proxy before a real one."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from indexer.store.elastic.connection.names import mapping_version
from indexer.text import ANALYSIS


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer to the letter.

    Args:
        product: whether it says that Elasticsearch gives it.
        length: what it says of its length, if not the truth.
        pause: seconds between two bytes.
        whole: the content has the head as well.
    """

    content: bytes = b""
    status: int = 200
    type: str = "application/json"
    product: bool = True
    length: int | None = None
    location: str | None = None
    pause: float = 0.0
    whole: bool = False

    def headers(self) -> dict[str, str]:
        length = str(len(self.content) if self.length is None else self.length)
        more = {"Location": self.location} if self.location else {}
        product = {"X-Elastic-Product": "Elasticsearch"} if self.product else {}
        return {"Content-Type": self.type, "Content-Length": length, **product, **more}


Reply = tuple[int, object]
Replies = Callable[[str, str], Reply | Raw]


class Server:
    """A server on loopback that answers each (method, path) with a status and a body.

    Attributes:
        asked: the path and the lines of JSON of each request.
        down: whether it ends each connection without an answer.
    """

    def __init__(self) -> None:
        self.replies: Replies = lambda method, path: (200, {})
        self.product = {"X-Elastic-Product": "Elasticsearch"}
        self.authorizations: list[str | None] = []
        self.asked: list[tuple[str, list[Any]]] = []
        self.down = False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def reply(self) -> None:
                content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                outer.asked.append((self.path, [json.loads(line) for line in content.splitlines() if line]))
                outer.authorizations.append(self.headers.get("Authorization"))
                if outer.down:
                    self.close_connection = True
                    return
                self.give(outer.respond(self.command, self.path, content, dict(self.headers)))

            def give(self, answer: Raw) -> None:
                if not answer.whole:
                    self.send_response(answer.status)
                    for name, value in answer.headers().items():
                        self.send_header(name, value)
                    self.end_headers()
                # After another length than it said, the rest would be read as the next answer.
                self.close_connection = answer.whole or answer.length is not None
                if self.command == "HEAD":
                    return
                try:
                    for part in [bytes([byte]) for byte in answer.content] if answer.pause else [answer.content]:
                        self.wfile.write(part)
                        time.sleep(answer.pause)
                except OSError:
                    self.close_connection = True  # the client did not wait for it

            def log_message(self, format: str, *args: object) -> None:
                pass

        for method in ("GET", "HEAD", "POST", "PUT", "DELETE"):
            setattr(Handler, f"do_{method}", Handler.reply)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def respond(self, method: str, path: str, content: bytes, headers: dict[str, str]) -> Raw:
        reply = self.replies(method, path)
        if isinstance(reply, Raw):
            return reply
        status, body = reply
        text = body if isinstance(body, str) else json.dumps(body)
        return Raw(text.encode(), status, product="X-Elastic-Product" in self.product)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class Proxy(Server):
    """Passes requests on to a node, but gives wrong answers to some of them.

    Attributes:
        count: the requests since ``begin``.
    """

    def __init__(self, node: str) -> None:
        parts = urlsplit(node)
        self._node = f"{parts.hostname}:{parts.port}"
        secret = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()
        self._secret = {"Authorization": f"Basic {base64.b64encode(secret).decode()}"} if parts.username else {}
        self.begin()
        super().__init__()

    def begin(
        self,
        instead: Callable[[int], Raw | None] = lambda number: None,
        changed: Callable[[int, Raw], Raw] = lambda number, answer: answer,
    ) -> None:
        """Count requests from 0.

        Args:
            instead: what the request of a number is answered with, rather than passing it on.
            changed: what the node's own answer becomes.
        """
        self.count, self._instead, self._changed = 0, instead, changed

    def respond(self, method: str, path: str, content: bytes, headers: dict[str, str]) -> Raw:
        number, self.count = self.count, self.count + 1
        instead = self._instead(number)
        if instead is not None:
            return instead
        passed = {name: value for name, value in headers.items() if name.lower() in ("accept", "content-type")}
        connection = HTTPConnection(self._node, timeout=60)
        try:
            connection.request(method, path, content, {**passed, **self._secret})
            response = connection.getresponse()
            kind = response.getheader("Content-Type") or "application/json"
            return self._changed(number, Raw(response.read(), response.status, kind))
        finally:
            connection.close()


STATE = {"generation": "1", "analysis": ANALYSIS, "mapping": mapping_version()}
WHOLE = {"timed_out": False, "_shards": {"failed": 0}, "status": 200}
FOUND_STATE = {**WHOLE, "hits": {"hits": [{"_source": STATE}]}}
NOTHING_FOUND = {**WHOLE, "hits": {"total": {"value": 0}, "hits": []}}
