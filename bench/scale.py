"""What a check costs as the archive grows: python -m bench.scale sqlite:////tmp/scale.db --quotes 1000000

Fills a store that is not there with articles imitated from real ones (``bench.archives.imitated``), or takes it as it
was left by an earlier run, and prints: how fast it was filled; milliseconds of a check beside the engine's own best 50
by BM25 over the words of the quote, for quotes that are stored, changed in one word, changed in 40 % of their words,
and absent; a draft of twenty quotes; and the memory of the service that answers them. Any store URL will do.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from bench.archives.imitated import articles
from bench.archives.plain import Plain, plain
from bench.archives.served import served
from bench.archives.stores import fill
from bench.questions import edits
from indexer.check import Question, check, check_draft, draft_article
from indexer.errors import StoreMissing
from indexer.query import StoredArticle
from indexer.store import open_store
from indexer.store.base import Store

SEED, OTHER_SEED = 7, 8
KNOWN_ARTICLES = 500
"""Articles that every archive begins with: the questions are made of their quotes."""

DRAFTS, QUOTES_A_DRAFT = 3, 20
SHORTEST = 8


@dataclass(slots=True)
class Times:
    """Milliseconds of the checks, of their work in this process, and of the engine's own query; and what was found."""

    checks: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    reported: int = 0


def questions(each: int) -> dict[str, list[str]]:
    """Texts of each kind, the same for every archive."""
    chance = random.Random(SEED)
    stored = texts(articles(10 * KNOWN_ARTICLES, SEED), chance, each)
    others = [word for text in stored for word in text.split()]
    return {
        "verbatim": stored,
        "one word changed": [" ".join(edits.changed(0)(text.split(), others, chance) or ()) for text in stored],
        "40 % changed": [" ".join(edits.changed(0.4)(text.split(), others, chance) or ()) for text in stored],
        "absent": texts(articles(10 * KNOWN_ARTICLES, OTHER_SEED), chance, each),
    }


def texts(stream: Iterator[StoredArticle], chance: random.Random, count: int) -> list[str]:
    found = [quote.quoted[0].strip(" ,") for stored in stream for quote in stored.quotes]
    return chance.sample([text for text in found if len(text.split()) >= SHORTEST], count)


def timed(store: Store, plain: Plain, asked: dict[str, list[str]]) -> dict[str, Times]:
    """Every question, all kinds in turn, so that they meet the same load; the first half warms up and is not counted.

    All are checked before the first is put to the engine alone: SQLite's own query reads so much of a large file that a
    check after it would find its pages gone, which a service never does to itself.
    """
    found: dict[str, Times] = defaultdict(Times)
    turns = [turn for together in zip(*asked.values(), strict=True) for turn in zip(asked, together, strict=True)]
    for number, (kind, text) in enumerate(turns):
        start, worked = time.perf_counter(), time.process_time()
        answer = check(store, Question(text, language="en"))
        if number >= len(turns) // 2:
            found[kind].checks.append((time.perf_counter() - start) * 1000)
            found[kind].work.append((time.process_time() - worked) * 1000)
            found[kind].reported += answer.reported
    for number, (kind, text) in enumerate(turns):
        bare = plain.best_fifty(text)
        if number >= len(turns) // 2:
            found[kind].bare.append(bare)
    return found


def table(found: dict[str, Times]) -> Iterator[str]:
    yield f"{'p50 / p95 in ms':20}{'reported':>10}{'a check':>18}{'own work':>18}{'best 50 alone':>18}{'ratio':>8}"
    every = Times()
    for each in found.values():
        every.checks += each.checks
        every.work += each.work
        every.bare += each.bare
        every.reported += each.reported
    for kind, each in (*found.items(), ("all", every)):
        share = f"{100 * each.reported / len(each.checks):.0f} %"
        shown = "".join(f"{figures(values):>18}" for values in (each.checks, each.work, each.bare))
        yield f"{kind:20}{share:>10}{shown}{median(each.checks) / median(each.bare):8.1f}"


def figures(milliseconds: Sequence[float]) -> str:
    return f"{median(milliseconds):.1f} / {quantiles(milliseconds, n=20)[-1]:.1f}"


def drafts(asked: dict[str, list[str]]) -> Iterator[str]:
    """Articles of twenty quotes, half of which are stored, changed or not."""
    chance = random.Random(SEED)
    mixed = [*asked["verbatim"], *asked["absent"], *asked["one word changed"], *asked["absent"]]
    for _ in range(DRAFTS):
        chosen = chance.sample(mixed, QUOTES_A_DRAFT)
        lines = [f"“{text},” the mayor of Kolvik said on Monday." for text in chosen]
        yield "\n\n".join(["The council of Kolvik met on Monday to speak about the budget of the town.", *lines])


def of_drafts(store: Store, asked: dict[str, list[str]]) -> str:
    taken, counts = [], []
    for draft in drafts(asked):
        start = time.perf_counter()
        counts.append(len(check_draft(store, draft_article(draft)).quotes))
        taken.append(time.perf_counter() - start)
    return f"a draft of {median(counts):.0f} quotes: {median(taken):.2f} s (slowest {max(taken):.2f} s)"


def memory(url: str, asked: dict[str, list[str]]) -> str:
    """Resident bytes of the service, all its processes together, after it has answered every question."""
    before = set(processes())
    with served(url) as address:
        for text in (text for kind in asked.values() for text in kind):
            body = json.dumps({"text": text}).encode()
            request = urllib.request.Request(f"{address}/v1/check", body, {"Content-Type": "application/json"})
            with urllib.request.urlopen(request) as answered:
                answered.read()
        mine = descendants(os.getpid()) - before
        own = sum(resident(process) for process in mine)
    return f"the service: {own / 1e6:.0f} MB in {len(mine)} processes"


def processes() -> list[int]:
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]


def descendants(root: int) -> set[int]:
    parents = {}
    for process in processes():
        try:
            parents[process] = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {root}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {root}


def resident(process: int) -> int:
    """Its share of the memory that it holds, in bytes."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", help="URL of a store, which is made if it is not there")
    parser.add_argument("--quotes", type=int, default=10_000, help="in a store that is made (10000)")
    parser.add_argument(
        "--each", type=int, default=50, help="questions of each kind that are counted, after as many that are not (50)"
    )
    parser.add_argument("--service", action="store_true", help="measure the memory of the service, too")
    arguments = parser.parse_args()
    try:
        open_store(arguments.store).close()
    except StoreMissing:
        taken = fill(arguments.store, articles(arguments.quotes, SEED))
        print(f"{arguments.quotes:,} quotes stored in {taken:.0f} s, {arguments.quotes / taken:.0f} a second")
    asked = questions(2 * arguments.each)
    with open_store(arguments.store) as store:
        print(f"{store.coverage().quotes:,} quotes")
        print(*table(timed(store, plain(arguments.store), asked)), sep="\n", flush=True)
        print(of_drafts(store, asked), flush=True)
    if arguments.service:
        print(memory(arguments.store, asked))


if __name__ == "__main__":
    main()
