"""Does the service hold? 32 clients for a minute: errors, answers a second, and the memory of each process.

Articles are indexed into SQLite and served on loopback by ``onrecord serve``, as a process of its own. Each client asks
for one thing after another: searches, pages, articles, speakers, checks of texts and of a short draft. Memory is read
each second and told at half of the time and at its end, over the last tenth before each.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median
from urllib.parse import quote

from bench.archives.indexing import ONRECORD
from bench.gold.corpus import polnear
from service.server import WORKERS

MOST_GROWTH = 0.1
"""Share by which a process may grow in the second half."""

JSON = {"Content-Type": "application/json"}
WORDS = ("election", "government", "people", '"the president"', "tax OR budget", "polic*", "war NEAR/9 peace", "said")

Request = tuple[str, str, bytes | None]
"""The kind of a request, for the tally; its path; and its body, None for GET."""


@dataclass(slots=True)
class Tally:
    """What all clients have seen."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, seconds: float, error: str | None) -> None:
        with self.lock:
            self.seconds.setdefault(kind, []).append(seconds)
            if error is not None:
                self.errors[f"{kind}: {error}"] += 1


class Client:
    """One of the clients: asks over one connection, which it opens again when the service has closed it."""

    def __init__(self, port: int, tally: Tally) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._tally = tally

    def ask(self, request: Request) -> bytes:
        kind, path, body = request
        start = time.monotonic()
        error, answer = None, b""
        try:
            self._connection.request("GET" if body is None else "POST", path, body, {} if body is None else JSON)
            response = self._connection.getresponse()
            answer = response.read()
            error = None if response.status == 200 else f"{response.status} {answer[:200]!r}"
        except (OSError, http.client.HTTPException) as broken:
            error = repr(broken)
            self._connection.close()
        self._tally.note(kind, time.monotonic() - start, error)
        return answer


def requests(client: Client, articles: Sequence[str], chance: random.Random) -> Iterator[Request]:
    """What a client asks, without end: the links of what it finds, and checks of sentences that are stored."""
    while True:
        words, sort = quote(chance.choice(WORDS)), chance.choice(("relevance", "newest", "oldest"))
        found = client.ask(("search", f"/v1/quotes?q={words}&sort={sort}&facets=speaker,year", None))
        hits = json.loads(found)["hits"] if found.startswith(b"{") else []
        for hit in chance.sample(hits, min(2, len(hits))):
            yield "quote", hit["links"]["self"], None
            yield "article", hit["links"]["article"], None
            if hit["links"]["speaker"]:
                yield "speaker", hit["links"]["speaker"], None
            yield "check", "/v1/check", json.dumps({"text": hit["text"]}).encode()
        yield "utterances", f"/v1/quotes?q={words}&group=utterance", None
        yield "page", f"/?q={words}&sort={sort}", None
        text = chance.choice(articles)
        yield "draft", "/v1/check", json.dumps({"draft": text[:1_500]}).encode()
        yield "ready", "/readyz", None


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def resident(process: int) -> int:
    """Bytes of memory that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def soak(port: int, process: int, articles: Sequence[str], *, clients: int, seconds: float) -> bool:
    """Ask for so long, print what was seen, and tell whether all is well."""
    while len(children(process)) < WORKERS:
        time.sleep(0.1)
    tally, end = Tally(), time.monotonic() + seconds
    memory: dict[int, list[int]] = {each: [] for each in children(process)}

    def work(number: int) -> None:
        client = Client(port, tally)
        for request in requests(client, articles, random.Random(number)):
            if time.monotonic() > end:
                return
            client.ask(request)

    with ThreadPoolExecutor(clients) as threads:
        running = [threads.submit(work, number) for number in range(clients)]
        while time.monotonic() < end:
            for each, values in memory.items():
                values.append(resident(each))
            time.sleep(1)
        for client in running:
            client.result()
    is_same = children(process) == list(memory)
    asked = sum(map(len, tally.seconds.values()))
    print(f"{clients} clients, {seconds:.0f} s: {asked:,} requests, {asked / seconds:.1f} a second")
    for kind, times in sorted(tally.seconds.items()):
        late = sorted(times)[-1 - len(times) // 100]
        print(
            f"  {kind:10} {len(times):6,}  median {median(times):6.3f} s  99 % {late:6.3f} s  worst {max(times):6.3f} s"
        )
    print(f"errors: {tally.errors.total():,}{'' if is_same else '; a process was replaced'}")
    for error, count in tally.errors.most_common(5):
        print(f"  {count:,} × {error}")
    return _is_flat(list(memory.values())) and is_same and not tally.errors


def _is_flat(memory: Sequence[Sequence[int]]) -> bool:
    flat = True
    for number, values in enumerate(memory, 1):
        tenth = max(1, len(values) // 10)
        half = mean(values[len(values) // 2 - tenth : len(values) // 2])
        last = mean(values[-tenth:])
        growth = last / half - 1
        print(f"process {number}: {half / 1e6:.0f} MB at half, {last / 1e6:.0f} MB at the end ({growth:+.1%})")
        flat = flat and growth <= MOST_GROWTH
    return flat


def main() -> None:
    from serving import serving

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--articles", type=int, default=300, help="that are indexed (300)")
    parser.add_argument("--extractor", default="rules", help="that they are indexed with (rules, which are faster)")
    arguments = parser.parse_args()
    corpus = polnear("train")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = "".join(f"{line}\n" for line in corpus.repeated(arguments.articles))
        command = [*ONRECORD, "index", "-", "--extractor", arguments.extractor]
        subprocess.run(command, cwd=folder, input=lines.encode(), capture_output=True, check=True)
        texts = [article.text for article in corpus.articles]
        print(f"served: {arguments.articles} articles of {corpus.name}", flush=True)
        with serving(folder) as service:
            well = soak(service.port, service.process.pid, texts, clients=arguments.clients, seconds=arguments.seconds)
    sys.exit(not well)


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
    main()
