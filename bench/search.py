"""What the API adds to the engine: searches over HTTP beside the same query put to the bare engine, in turn.

SQLite always; Elasticsearch at ONRECORD_TEST_ELASTICSEARCH, or on a node that tests/nodes.py fetches and starts.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit

from bench import engines, generated
from bench.filled import fill

ONRECORD = (sys.executable, "-m", "service")
TESTS = Path(__file__).resolve().parents[1] / "tests"


@contextlib.contextmanager
def served(url: str, log: Path) -> Iterator[str]:
    """The service on this store, as a user starts it; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*ONRECORD, "--store", url, "serve", "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        for _ in range(100):
            with (
                contextlib.suppress(URLError, ConnectionError),
                urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz"),
            ):
                break
            time.sleep(0.1)
        else:
            raise SystemExit(f"the service did not start:\n{log.read_text()}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def ask(connection: HTTPConnection, **parameters: str) -> tuple[float, int]:
    """Milliseconds until the whole answer is there, and its total; on one connection, as a program keeps it."""
    start = time.perf_counter()
    connection.request("GET", f"/v1/quotes?{urlencode(parameters)}")
    body = connection.getresponse().read()
    return (time.perf_counter() - start) * 1000, json.loads(body)["total"]


def figures(times: list[float]) -> str:
    return f"{median(times):7.1f} /{quantiles(times, n=20)[-1]:7.1f}"


def measure(name: str, url: str, bare: engines.Bare, arguments: argparse.Namespace, log: Path) -> None:
    """Fill the store, serve it, and print a line for each share of matching quotes."""
    taken = fill(url, generated.articles(arguments.quotes))
    print(f"\n{name}: {arguments.quotes:,} generated quotes, stored in {taken:.0f} s; p50 / p95 in ms")
    print(
        f"  {'a word in':10} {'matches':>8} {'API':>16} {'bare engine':>16} {'API, 4 facets':>16}   API <= 2 bare + 5"
    )
    with served(url, log) as address:
        for share in generated.SHARES:
            api, engine, facets, matches = compare(address, bare, generated.planted(share), arguments.rounds)
            holds = "yes" if median(api) <= 2 * median(engine) + 5 else "NO"
            row = f"  {share:10} {matches:8,} {figures(api):>16} {figures(engine):>16} {figures(facets):>16}   {holds}"
            print(row, flush=True)


def compare(
    address: str, bare: engines.Bare, words: list[str], rounds: int
) -> tuple[list[float], list[float], list[float], int]:
    """The milliseconds of the API, of the bare engine and of the API with facets, in turn; and the last total."""
    api: list[float] = []
    engine: list[float] = []
    facets: list[float] = []
    total = 0
    connection = HTTPConnection(urlsplit(address).netloc)
    for turn in range(rounds + 1):
        for word in words:
            of_engine = bare(word)
            of_api, total = ask(connection, q=word)
            of_facets, _ = ask(connection, q=word, facets="speaker,outlet,kind,year")
            if turn:  # the first round warms up all of them
                engine.append(of_engine)
                api.append(of_api)
                facets.append(of_facets)
    return api, engine, facets, total


def elasticsearch_address() -> str | None:
    sys.path.insert(0, str(TESTS))
    import nodes

    try:
        return nodes.address()
    except nodes.Missing as missing:
        print(f"\nElasticsearch was not measured: {missing}")
        return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=100_000, help="(100000)")
    parser.add_argument("--rounds", type=int, default=5, help="of ten words for each share (5)")
    parser.add_argument("--engine", choices=("sqlite", "elasticsearch", "both"), default="both", help="(both)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log, database = Path(folder) / "log", Path(folder) / "search.db"
        if arguments.engine != "elasticsearch":
            measure("SQLite", f"sqlite:///{database}", engines.sqlite(database), arguments, log)
        if arguments.engine != "sqlite" and (address := elasticsearch_address()):
            prefix = f"bench-{int(time.time())}"
            try:
                measure("Elasticsearch", f"{address}/{prefix}", engines.elasticsearch(address, prefix), arguments, log)
            finally:
                engines.remove(address, prefix)


if __name__ == "__main__":
    main()
