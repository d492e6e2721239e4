"""Text to stored records with one worker and with two; then text to records on one core.

The latter with both extractors, a trivial regex, and a language model in PyTorch, all in one run.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from bench.archives import encoder_in_torch, trivial
from bench.archives.indexing import Indexed, index
from bench.gold.corpus import Corpus, polnear
from indexer.extract import EXTRACTORS
from indexer.model import Article

ENCODERS = {
    "encoder in PyTorch, apart": encoder_in_torch.WINDOW,
    "encoder in PyTorch, halves": encoder_in_torch.WINDOW // 2,
}
"""The encoder alone, at full precision: in windows that stand apart, and in windows that overlap by half."""


def one_core() -> None:
    """Hold this process to one core, where the system lets it."""
    with contextlib.suppress(AttributeError, OSError):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def seconds(work: Callable[[Article], Sequence[object]], articles: Sequence[Article]) -> tuple[float, int]:
    """How long it takes to do all, and how many quotes come of it."""
    start = time.perf_counter()
    found = sum(len(work(article)) for article in articles)
    return time.perf_counter() - start, found


def stored_records(corpus: Corpus, count: int, rounds: int) -> None:
    """Print how fast ``onrecord index`` is with one worker and with two, measured in turn."""
    runs: dict[int, list[Indexed]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for workers, series in runs.items():
                series.append(index(corpus, count, Path(folder), extractor="learned", workers=workers))
    print(f"text to stored records, SQLite, start included: {corpus.name} repeated to {count} articles, learned,")
    print(f"median (slowest, fastest) of {rounds} rounds")
    for workers, series in runs.items():
        times = [each.seconds for each in series]
        rates = [count / each for each in (median(times), max(times), min(times))]
        processor = median(each.processor for each in series)
        speed = f"{rates[0]:6.1f} articles/s ({rates[1]:.1f}, {rates[2]:.1f})"
        print(f"  {workers} workers {speed}, {processor:.1f} s of processor time")
    pairs = list(zip(runs[1], runs[2], strict=True))
    print(f"two workers index {median(one.seconds / two.seconds for one, two in pairs):.2f} times as fast as one;")
    most = median(2 * one.processor / two.processor for one, two in pairs)
    print(f"by the processor time that they take, at most {most:.2f} times on two cores that nobody else uses")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="of which the median is printed (5)")
    parser.add_argument("--articles", type=int, default=1000, help="at most so many of the corpus (all)")
    parser.add_argument("--indexed", type=int, default=420, help="articles to index, the corpus repeated (420)")
    arguments = parser.parse_args()
    corpus = polnear("dev")
    stored_records(corpus, arguments.indexed, arguments.rounds)
    one_core()
    articles = corpus.articles[: arguments.articles]
    work: dict[str, Callable[[Article], Sequence[object]]] = {
        **EXTRACTORS,
        "trivial regex": lambda article: trivial.quotes(article.text),
    }
    encoders = {name: encoder_in_torch.reader(step) for name, step in ENCODERS.items()}
    work.update({name: encoder for name, encoder in encoders.items() if encoder is not None})
    if None in encoders.values():
        print("torch is not installed (the extra `training`): no encoder in PyTorch to compare with")
    times: dict[str, list[float]] = {name: [] for name in work}
    counts = dict.fromkeys(work, 0)
    for _ in range(arguments.rounds):
        for name, each in work.items():
            taken, counts[name] = seconds(each, articles)
            times[name].append(taken)
    characters = sum(len(article.text) for article in articles)
    print(f"text to records, one core: {len(articles)} articles of {corpus.name}, {characters:,} characters,")
    print(f"median (slowest, fastest) of {arguments.rounds} rounds")
    for name, series in times.items():
        rates = [len(articles) / each for each in (median(series), max(series), min(series))]
        found = f"{counts[name]:6,} {'windows' if name in ENCODERS else 'quotes'}"
        print(f"  {name:26} {rates[0]:9.1f} articles/s ({rates[1]:.1f}, {rates[2]:.1f})  {found}")
    for name in ENCODERS.keys() & work.keys():
        ratios = [slow / fast for slow, fast in zip(times[name], times["learned"], strict=True)]
        print(f"learned, end to end, is {median(ratios):.1f} times as fast as: {name}")


if __name__ == "__main__":
    main()
