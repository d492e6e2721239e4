"""A server on loopback that answers as it is told, in place of an Elasticsearch."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from indexer.store.elastic.indices import mapping_version
from indexer.text import ANALYSIS

Reply = tuple[int, object]
Replies = Callable[[str, str], Reply]


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
                status, body = outer.replies(self.command, self.path)
                answer = body.encode() if isinstance(body, str) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                for name, value in outer.product.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer)

            def log_message(self, format: str, *args: object) -> None:
                pass

        for method in ("GET", "HEAD", "POST", "PUT"):
            setattr(Handler, f"do_{method}", Handler.reply)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


STATE = {"generation": "1", "analysis": ANALYSIS, "mapping": mapping_version()}
WHOLE = {"timed_out": False, "_shards": {"failed": 0}, "status": 200}
FOUND_STATE = {**WHOLE, "hits": {"hits": [{"_source": STATE}]}}
NOTHING_FOUND = {**WHOLE, "hits": {"total": {"value": 0}, "hits": []}}
