"""Reports of one utterance: what finding them costs when indexing, how many are found, and a sample to be read.

Processor seconds of this process, so that what else runs on the machine counts for little; on SQLite they are all.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.gold.corpus import SHARED, Corpus, polnear
from bench.judge import CORRESPONDING, plain
from indexer import pipeline
from indexer.extract import EXTRACTORS
from indexer.model import Article
from indexer.printed import Link
from indexer.query import AllOf, Group, Hit, Query, StoredArticle
from indexer.read import read
from indexer.store import open_store
from indexer.store.base import Store

Pair = tuple[Hit, Link]


def indexed(articles: Sequence[Article], store: Store) -> tuple[float, float]:
    """Processor seconds for extracting and storing the articles, and for the pass after it."""
    start = time.process_time()
    for at in range(0, len(articles), pipeline.BATCH_ARTICLES):
        part = articles[at : at + pipeline.BATCH_ARTICLES]
        store.replace([StoredArticle(article, EXTRACTORS["rules"](article)) for article in part])
    store.flush()
    stored = time.process_time()
    pipeline.link(store)
    return stored - start, time.process_time() - stored


def cost(corpus: Corpus, rounds: int) -> Iterator[str]:
    """Articles a second with and without the pass, the rounds one after the other."""
    taken = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/bench.db", create=True) as store:
            taken.append(indexed(corpus.articles, store))
    without = median(len(corpus.articles) / storing for storing, _ in taken)
    whole = median(len(corpus.articles) / (storing + linking) for storing, linking in taken)
    kept = median(storing / (storing + linking) for storing, linking in taken)
    yield f"{len(corpus.articles)} articles of {corpus.name}, SQLite, median of {rounds} rounds, one process:"
    yield f"  without the pass {without:6.1f} articles/s of processor time"
    yield f"  with the pass    {whole:6.1f} articles/s, {100 * kept:.0f} % of the speed"


def pairs(store: Store) -> list[Pair]:
    """The links of a store, each once."""
    found: dict[frozenset[str], Pair] = {}
    for stored in store.scan():
        for quote in stored.quotes:
            for link in store.links(quote.id):
                pair = frozenset((quote.id, link.hit.quote.id))
                found.setdefault(pair, (Hit(quote, stored.article), link))
    return list(found.values())


def groups(corpus: Corpus, store: Store, sample: int) -> Iterator[str]:
    """How many utterances there are, by their reports; and links to be read."""
    ids = [quote.id for stored in store.scan() for quote in stored.quotes]
    known = store.utterances(ids)
    total = store.search(Query(AllOf(()), group=Group.UTTERANCE)).total
    shared = Counter(known[each].id for each in ids)
    assert total == len(shared)
    sizes = Counter(min(count, 5) for count in shared.values())
    several = ", ".join(f"{sizes[size]} of {size}{' or more' if size == 5 else ''}" for size in range(2, 6))
    yield f"{corpus.name}: {len(ids):,} quotes are {total:,} utterances: {sizes[1]:,} of 1 report, {several}"
    between = [pair for pair in pairs(store) if pair[0].article.id != pair[1].hit.article.id]
    relations = Counter(link.relation.value for _, link in between)
    yield f"  links between articles, each with the first of its wording: {len(between)}, {dict(relations)}"
    for hit, link in random.Random(7).sample(between, min(sample, len(between))):
        yield f"  {link.relation.value} {link.score:.3f}\n    {hit.quote.text}\n    {link.hit.quote.text}"


def two_copies(folder: Path) -> Iterator[str]:
    """Two copies of one article, reworded by programs: which of their long quotes are linked."""
    copies = [each for each in read(sorted(folder.glob("*.txt"))) if isinstance(each, Article)]
    if len(copies) != 2:
        yield f"the two texts are not in {folder}"
        return
    with tempfile.TemporaryDirectory() as place, open_store(f"sqlite:///{place}/copies.db", create=True) as store:
        indexed(copies, store)
        between = [pair for pair in pairs(store) if pair[0].article.id != pair[1].hit.article.id]
    texts = [(plain(hit.quote.text), plain(link.hit.quote.text)) for hit, link in between]
    linked = [words for words in CORRESPONDING if any(hold(pair, words) for pair in texts)]
    yield f"two copies: {len(between)} quotes linked, {len(linked)} of {len(CORRESPONDING)} long ones between marks"


def hold(pair: tuple[str, str], words: tuple[str, str]) -> bool:
    """Whether one of the two has the first words, and the other the second."""
    return any(plain(words[0]) in one and plain(words[1]) in other for one, other in (pair, pair[::-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="of which the median is printed (3)")
    parser.add_argument("--sample", type=int, default=0, help="links between articles that are printed (none)")
    arguments = parser.parse_args()
    corpus = polnear("train")
    print(*cost(corpus, arguments.rounds), sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/all.db", create=True) as store:
        indexed(corpus.articles, store)
        print(*groups(corpus, store, arguments.sample), sep="\n", flush=True)
    print(*two_copies(SHARED / "seeds"), sep="\n")


if __name__ == "__main__":
    main()
