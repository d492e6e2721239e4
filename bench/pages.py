"""What a page of results costs, with facets, bars and people, and what a whole search as a table costs to take away.

SQLite always; Elasticsearch as in ``bench.search``. The times are those of a browser on the same machine, without the
drawing.
"""

from __future__ import annotations

from statistics import median
from urllib.parse import urlencode

from bench.archives import generated
from bench.archives.served import Served, figures, generated_quotes, get, parser, peak_memory

MOST_MILLISECONDS, MOST_BYTES = 300, 100_000
"""What a page may take in the median, and weigh."""


def measure(archive: Served, rounds: int) -> None:
    """Print a line for each share of matching quotes, and one for the table."""
    print(f"  {'a word in':10} {'p50 / p95 in ms':>16} {'largest':>10}   median under 300 ms, under 100 kB")
    connection = archive.connection()
    for share in generated.SHARES:
        times: list[float] = []
        largest = 0
        for turn in range(rounds + 1):
            for word in generated.planted(share):
                taken, page = get(connection, f"/?{urlencode({'q': word})}")
                largest = max(largest, len(page))
                if turn:  # the first round warms up
                    times.append(taken)
        holds = "yes" if median(times) < MOST_MILLISECONDS and largest < MOST_BYTES else "NO"
        print(f"  {share:10} {figures(times):>16} {largest:10,}   {holds}", flush=True)
    before = peak_memory(archive.address)
    taken, table = get(connection, "/v1/quotes.csv")
    print(f"  all quotes as a table: {taken / 1000:.1f} s, {len(table) / 1e6:.0f} MB; peak memory {before}, ", end="")
    print(f"then {peak_memory(archive.address)}", flush=True)


def main() -> None:
    arguments = parser(__doc__, rounds=3).parse_args()
    for archive in generated_quotes(arguments):
        measure(archive, arguments.rounds)


if __name__ == "__main__":
    main()
