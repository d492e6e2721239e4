"""What the API adds to the engine: searches over HTTP beside the same query put to the bare engine, in turn.

SQLite always; Elasticsearch at ONRECORD_TEST_ELASTICSEARCH, or on a node that tests/nodes.py fetches and starts.
"""

from __future__ import annotations

import json
from http.client import HTTPConnection
from statistics import median
from urllib.parse import urlencode

from bench.archives import engines, generated
from bench.archives.served import Served, figures, generated_quotes, get, parser


def ask(connection: HTTPConnection, **parameters: str) -> tuple[float, int]:
    """Milliseconds until the whole answer is there, and its total; on one connection, as a program keeps it."""
    taken, answer = get(connection, f"/v1/quotes?{urlencode(parameters)}")
    return taken, json.loads(answer)["total"]


def measure(archive: Served, rounds: int) -> None:
    """Print a line for each share of matching quotes."""
    bare = engines.bare(archive.url)
    print("  p50 / p95 in ms")
    print(
        f"  {'a word in':10} {'matches':>8} {'API':>16} {'bare engine':>16} {'API, 4 facets':>16}   API <= 2 bare + 5"
    )
    for share in generated.SHARES:
        api, engine, facets, matches = compare(archive.connection(), bare, generated.planted(share), rounds)
        holds = "yes" if median(api) <= 2 * median(engine) + 5 else "NO"
        row = f"  {share:10} {matches:8,} {figures(api):>16} {figures(engine):>16} {figures(facets):>16}   {holds}"
        print(row, flush=True)


def compare(
    connection: HTTPConnection, bare: engines.Bare, words: list[str], rounds: int
) -> tuple[list[float], list[float], list[float], int]:
    """The milliseconds of the API, of the bare engine and of the API with facets, in turn; and the last total."""
    api: list[float] = []
    engine: list[float] = []
    facets: list[float] = []
    total = 0
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


def main() -> None:
    arguments = parser(__doc__, rounds=5).parse_args()
    for archive in generated_quotes(arguments):
        measure(archive, arguments.rounds)


if __name__ == "__main__":
    main()
