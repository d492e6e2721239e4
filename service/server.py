"""The service under gunicorn: a few processes of a few threads each."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

from gunicorn.app.base import BaseApplication
from gunicorn.http import errors
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import ThreadWorker

from indexer.errors import Invalid
from indexer.settings import Settings
from service.malformed import LONGEST_LINE, malformed

WORKERS = 2
THREADS = 8
"""Processes, and requests that each answers at a time; most of a request is waiting for the engine."""

TIMEOUT = 60
"""Seconds after which a worker that no longer reports is replaced."""


def serve(settings: Settings, host: str, port: int, started: Callable[[], None]) -> None:
    """Answer requests until stopped.

    Args:
        settings: of the store; each process opens it for itself.
        started: is called once the port is open.

    Raises:
        Invalid: the port is in use or may not be used, or the host is none of this machine's.
    """
    check_free(host, port)
    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": WORKERS,
        "threads": THREADS,
        "worker_class": _Worker,
        "limit_request_line": LONGEST_LINE,
        "timeout": TIMEOUT,
        "graceful_timeout": 10,
        "loglevel": "warning",
        "proc_name": "onrecord",
        "control_socket_disable": True,  # it would want a writable home, and two services would share it
        "when_ready": lambda _: started(),
    }
    _Server(options, settings).run()


def check_free(host: str, port: int) -> None:
    """Find out whether a port can be listened on, before anything is started.

    Raises:
        Invalid: it cannot; names the port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            said = error.strerror if isinstance(error, OSError) else str(error)
            raise Invalid(
                "port", f"{port} on {host} cannot be used ({said}); choose another, as in --port 8090"
            ) from error


class _Worker(ThreadWorker):
    """Gunicorn's threads, which answer what is no HTTP in our form rather than as a page of their own."""

    def handle_error(self, req: object, client: socket.socket, addr: object, exc: BaseException) -> None:
        """Refuse a request that cannot be read; leave what else can fail to gunicorn."""
        if not isinstance(exc, errors.ParseException) or isinstance(
            exc, (errors.InvalidResponseHeader, errors.InvalidResponseHeaderName)
        ):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("a request cannot be read: %s", exc)
        status, detail = _refusal(exc)
        with suppress(OSError):
            write_nonblock(client, malformed(status, detail))


def _refusal(exc: BaseException) -> tuple[int, str]:
    """The status and the words for what gunicorn found."""
    match exc:
        case errors.LimitRequestLine():
            return 414, f"is longer than {LONGEST_LINE:,} bytes with its parameters; ask for less at a time"
        case errors.LimitRequestHeaders():
            return 431, "are too many, or one is too long"
        case errors.UnsupportedTransferCoding():
            return 501, "its transfer coding is not supported; send it plain or chunked"
        case errors.ExpectationFailed():
            return 417, "expects what is not done here"
        case _:
            return 400, "is not well-formed HTTP; percent-encode what is not ASCII in its address"


class _Server(BaseApplication):
    """Gunicorn, set by arguments rather than by a file."""

    def __init__(self, options: dict[str, object], settings: Settings) -> None:
        self._options = options
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Take the options."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        """The application, made in each process."""
        from service import create_app

        return create_app(self._settings)
