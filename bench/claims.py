"""How well suggestions are ranked, on claims that others have matched: python -m bench.claims FOLDER

The folder holds a data set of claim retrieval as CheckThat! 2020 published it: ``docs.tsv`` (id, claim, title),
``queries.tsv`` (id, text) and ``qrels`` (query, 0, claim, 1). Each claim is stored as a quote with its vector, and each
query is asked for. Prints MAP@5 of the engine's candidates by words, of the nearest vectors, and of both fused by rank
as the check does.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from indexer.check.candidates import CANDIDATES
from indexer.check.strip_attribution import strip_attribution
from indexer.check.suggestions import NEAREST, fused
from indexer.compare import wording
from indexer.encoder import meaning
from indexer.model import Act, Article, Confidence, Kind, Quote, Span, Speaker, SpeakerKind, Stance
from indexer.query import StoredArticle
from indexer.store import open_store
from indexer.store.base import Store
from indexer.text import stem, word_texts

AT = 5
BATCH = 200


def stored_claim(claim_id: str, text: str) -> StoredArticle:
    """A claim as the one quote of an article."""
    quote = Quote(
        id=claim_id,
        article_id=claim_id,
        kind=Kind.DIRECT,
        stance=Stance.ASSERTED,
        act=Act.SAID,
        content=(Span(0, len(text), text),),
        source=(),
        cue=(),
        quoted=(text,),
        speaker=Speaker(None, None, None, SpeakerKind.UNKNOWN),
        said=None,
        occasion=None,
        before="",
        after="",
        confidence=Confidence(1.0, 0.0, 0.0, 1.0),
    )
    return StoredArticle(Article(id=claim_id, text=text, language="en"), (quote,))


def fill(store: Store, claims: Sequence[tuple[str, str]]) -> None:
    stream = iter(claims)
    while batch := list(islice(stream, BATCH)):
        store.replace([stored_claim(*each) for each in batch])
    store.flush()


def rankings(store: Store, text: str) -> dict[str, list[str]]:
    """The ids of claims by each way, the likeliest first."""
    query = strip_attribution(wording(text))
    stems = [stem(word) for word in word_texts(query.kept_text)]
    by_words = [each.quote_id for each in store.candidates(stems, size=CANDIDATES)]
    near = [each.hit.quote.id for each in store.near(meaning(query.kept_text), size=NEAREST)]
    return {"words": by_words, "vectors": near, "fused": fused(by_words, near)}


def average_precision(ranked: Sequence[str], right: set[str]) -> float:
    """Of the first five: the mean of the precision at each right one, over all right ones."""
    found, total = 0, 0.0
    for place, each in enumerate(ranked[:AT], 1):
        if each in right:
            found += 1
            total += found / place
    return total / min(len(right), AT)


def rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--store", help="a store to keep (a temporary one)")
    arguments = parser.parse_args()
    right: dict[str, set[str]] = {}
    for query_id, _, claim_id, *_ in rows(arguments.folder / "qrels"):
        right.setdefault(query_id, set()).add(claim_id)
    queries = [row for row in rows(arguments.folder / "queries.tsv") if row[0] in right]
    claims = [(row[0], row[1]) for row in rows(arguments.folder / "docs.tsv") if row[0].isdigit()]
    with tempfile.TemporaryDirectory() as folder:
        url = arguments.store or f"sqlite:///{folder}/claims.db"
        with open_store(url, create=True) as store:
            if not store.counts().quotes:
                store.set_semantic(True)
                fill(store, claims)
            found = [(right[query_id], rankings(store, text)) for query_id, text, *_ in queries]
    print(f"{len(queries)} queries, {len(claims):,} claims, MAP@{AT}:")
    for way in ("words", "vectors", "fused"):
        print(f"  {way:8} {sum(average_precision(each[way], wanted) for wanted, each in found) / len(found):.3f}")


if __name__ == "__main__":
    main()
