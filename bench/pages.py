"""What a page of results costs, with facets, bars and people, and what a whole search as a table costs to take away.

SQLite always; Elasticsearch as in ``bench.search``. The times are those of a browser on the same machine, without the
drawing.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from bench import engines, generated
from bench.filled import fill
from bench.search import elasticsearch_address, figures, served


def asked(connection: HTTPConnection, path: str) -> tuple[float, int, int]:
    """Milliseconds until the whole page is there, its bytes, and its status."""
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    size = len(answer.read())
    return (time.perf_counter() - start) * 1000, size, answer.status


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


def measure(name: str, url: str, arguments: argparse.Namespace, log: Path) -> None:
    """Fill the store, serve it, and print a line for each share of matching quotes, and one for the table."""
    taken = fill(url, generated.articles(arguments.quotes))
    print(f"\n{name}: {arguments.quotes:,} generated quotes, stored in {taken:.0f} s; p50 / p95 in ms")
    print(f"  {'a word in':10} {'the page':>16} {'largest':>10}   median under 300 ms, under 100 kB")
    with served(url, log) as address:
        connection = HTTPConnection(urlsplit(address).netloc)
        for share in generated.SHARES:
            times: list[float] = []
            largest = 0
            for turn in range(arguments.rounds + 1):
                for word in generated.planted(share):
                    taken, size, status = asked(connection, f"/?{urlencode({'q': word})}")
                    assert status == 200, status
                    largest = max(largest, size)
                    if turn:  # the first round warms up
                        times.append(taken)
            holds = "yes" if median(times) < 300 and largest < 100_000 else "NO"
            print(f"  {share:10} {figures(times):>16} {largest:10,}   {holds}", flush=True)
        before = peak_memory(address)
        taken, size, status = asked(connection, "/v1/quotes.csv")
        assert status == 200, status
        print(
            f"  all quotes as a table: {taken / 1000:.1f} s, {size / 1e6:.0f} MB; peak memory {before}, then", end=" "
        )
        print(peak_memory(address), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=100_000, help="(100000)")
    parser.add_argument("--rounds", type=int, default=3, help="of ten words for each share (3)")
    parser.add_argument("--engine", choices=("sqlite", "elasticsearch", "both"), default="both", help="(both)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log, database = Path(folder) / "log", Path(folder) / "pages.db"
        if arguments.engine != "elasticsearch":
            measure("SQLite", f"sqlite:///{database}", arguments, log)
        if arguments.engine != "sqlite" and (address := elasticsearch_address()):
            prefix = f"bench-{int(time.time())}"
            try:
                measure("Elasticsearch", f"{address}/{prefix}", arguments, log)
            finally:
                engines.remove(address, prefix)


if __name__ == "__main__":
    main()
