"""The service as it is run: ``onrecord serve`` as a process of its own, on a free port of loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def clean_environment() -> dict[str, str]:
    """The environment for a process of onrecord's that is set by nothing from outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True)
class Serving:
    """A running service.

    Args:
        said: what it printed when it had started.
    """

    port: int
    said: str
    process: subprocess.Popen[str]

    def exchange(self, *pieces: bytes, close: bool = False, seconds: float = 20) -> bytes:
        """What it answers to these bytes, until it ends the connection.

        Args:
            close: whether to say that nothing more will be sent.
        """
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as connection:
            for piece in pieces:
                connection.sendall(piece)
            if close:
                connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65_536), b""))


@contextmanager
def serving(folder: Path, *arguments: str, **settings: str) -> Iterator[Serving]:
    """A service on the store ``onrecord.db`` in a folder; in the end it is told to stop, if it was not before.

    Args:
        arguments: of ``onrecord serve``.
        settings: further variables of its environment.
    """
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "service", "serve", "--port", str(port), *arguments],
        cwd=folder, env={**clean_environment(), **settings}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            said = "".join(process.stdout.readline() for _ in range(3))
            assert said, process.stderr.read()
            yield Serving(port, said, process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            code, complained = process.wait(timeout=30), process.stderr.read()
    assert code == 0
    assert "ERROR" not in complained
    assert "Traceback" not in complained
