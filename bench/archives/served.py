"""A store as it is served to users, and what it answers them: milliseconds and bytes."""

from __future__ import annotations

import argparse
import contextlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.error import URLError
from urllib.parse import urlsplit

from bench.archives import generated
from bench.archives.stores import ENGINES, engines_of, fill, new_store

ONRECORD = (sys.executable, "-m", "service")


@dataclass(frozen=True, slots=True)
class Served:
    """Generated quotes in one engine.

    Args:
        url: of the store.
        address: of the service before it.
    """

    url: str
    address: str

    def connection(self) -> HTTPConnection:
        """A connection that is kept open, as browsers and programs keep it."""
        return HTTPConnection(urlsplit(self.address).netloc)


def parser(description: str | None, rounds: int) -> argparse.ArgumentParser:
    """The arguments of a measurement of generated quotes.

    Args:
        rounds: how often the words of each share are asked for, unless told otherwise.
    """
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--quotes", type=int, default=100_000, help="(100000)")
    made.add_argument("--rounds", type=int, default=rounds, help=f"of ten words for each share ({rounds})")
    made.add_argument("--engine", choices=(*ENGINES, "both"), default="both", help="(both)")
    return made


def generated_quotes(arguments: argparse.Namespace) -> Iterator[Served]:
    """The quotes in each engine that is asked for, one after the other."""
    for engine in engines_of(arguments.engine):
        with new_store(engine) as url:
            if url is None:
                continue
            taken = fill(url, generated.articles(arguments.quotes))
            print(f"\n{ENGINES[engine]}: {arguments.quotes:,} generated quotes, stored in {taken:.0f} s", flush=True)
            with served(url) as address:
                yield Served(url, address)


@contextlib.contextmanager
def served(url: str) -> Iterator[str]:
    """The service on this store, as a user starts it; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*ONRECORD, "--store", url, "serve", "--port", str(port)]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            for _ in range(100):
                with (
                    contextlib.suppress(URLError, ConnectionError),
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz"),
                ):
                    break
                time.sleep(0.1)
            else:
                log.seek(0)
                raise SystemExit(f"the service did not start:\n{log.read().decode()}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def get(connection: HTTPConnection, path: str) -> tuple[float, bytes]:
    """Milliseconds until the whole answer is there, and the answer, which is no error."""
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (answer.status, path)
    return (time.perf_counter() - start) * 1000, body


def figures(times: list[float]) -> str:
    """The median and the 95th percentile."""
    return f"{median(times):7.1f} /{quantiles(times, n=20)[-1]:7.1f}"


def peak_memory(address: str) -> str:
    """The largest resident set of the processes of a service so far, in MB, on Linux."""
    port = str(urlsplit(address).port)
    peaks = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
            if b"serve" in command and port.encode() in command:
                lines = (folder / "status").read_text().splitlines()
                peaks += [int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")]
        except OSError:
            continue
    return f"{max(peaks)} MB" if peaks else "unknown"
