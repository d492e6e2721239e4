"""The service over HTTP: gunicorn keeps a few processes, waitress reads and answers requests in each of them."""

from __future__ import annotations

import socket
from collections.abc import Callable

from gunicorn.app.base import BaseApplication

from indexer.errors import Invalid
from indexer.settings import Settings
from service.server.worker import WaitressWorker

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
        "worker_class": WaitressWorker,
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
