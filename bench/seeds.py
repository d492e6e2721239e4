"""Two damaged copies of one article, beside the project: does each quote get its speaker, and each date its basis?

Prints each point with ok or MISSED, and ends with 1 if any was missed. What is looked for is named by a few words.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient

from bench.gold.corpus import SHARED
from bench.gold.seeds_expected import NOBODY, SPEAKERS
from indexer import pipeline
from indexer.model import Basis, Quote
from indexer.query import StoredArticle
from indexer.settings import Settings
from indexer.store import open_store
from service import create_app

Point = tuple[str, bool, str]


def fold(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").casefold()


def holding(stored: StoredArticle, words: str) -> list[Quote]:
    """The quotes that hold these words, the innermost first."""
    found = [quote for quote in stored.quotes if fold(words) in fold(quote.text)]
    return sorted(found, key=lambda quote: len(quote.text))


def speakers(name: str, stored: StoredArticle) -> Iterator[Point]:
    for words, expected in SPEAKERS[name]:
        quotes = holding(stored, words)
        named = quotes[0].speaker.name if quotes else "(no quote)"
        yield f"{name} “{words} …” is attributed to {' or '.join(expected)}", named in expected, str(named)
    for words in NOBODY[name]:
        quotes = holding(stored, words)
        named = quotes[0].speaker.name if quotes else "(no quote)"
        yield f"{name} “{words} …” is kept, and attributed to nobody", named is None, str(named)


def dates(first: StoredArticle, second: StoredArticle) -> Iterator[Point]:
    header, footer = first.article.published, second.article.published
    yield (
        "000 was published on its header's date, and nothing competes",
        header is not None
        and (header.best.value, header.best.basis, header.others) == ("2025-09-14", Basis.HEADER, ()),
        str(header),
    )
    yield (
        "001 was published when its footer says, zone unknown",
        footer is not None
        and (footer.best.value, footer.best.basis, footer.best.zone) == ("2025-02-13T11:33:00", Basis.FOOTER, None),
        str(footer),
    )
    copied, dated = (
        next(iter(holding(stored, words)), None)
        for stored, words in ((first, "devastating warfare"), (second, "war only"))
    )
    yield (
        "000's Wednesday is 2025-09-10, held for less sure than 001's",
        copied is not None
        and dated is not None
        and copied.said is not None
        and str(copied.said.from_) == str(copied.said.to) == "2025-09-10"
        and copied.confidence.said < dated.confidence.said,
        str(copied and (copied.said, copied.confidence.said, dated and dated.confidence.said)),
    )
    yield "neither outlet is claimed", first.article.outlet is second.article.outlet is None, str(first.article.outlet)
    hint = second.article.origin_hint
    yield "001's image address is its origin hint", hint is not None and "/uploads/2025/02/" in hint, str(hint)


def search(client: FlaskClient) -> Iterator[Point]:
    day = "2025-02-12"
    answer = client.get("/v1/quotes", query_string={"speaker": "Higseth", "said_from": day, "said_to": day}).json
    hits = (answer or {}).get("hits", [])
    wanted = [hit for hit in hits if "devastating war only" in hit["text"]]
    yield "search by speaker and day finds the quote in 001", len(wanted) == 1, f"{len(hits)} hits"
    evidence = str(wanted[0]["said"]["evidence"]["text"]) if wanted else ""
    yield "… with the words that date it as evidence", evidence.casefold() == "on wednesday", evidence


def points(seeds: tuple[Path, Path]) -> Iterator[Point]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/seeds.db"
        with open_store(url, create=True) as store:
            pipeline.run(seeds, store)
            first, second = (
                next(each for each in store.scan() if each.article.id.startswith(f"{seed.name}#")) for seed in seeds
            )
        yield from speakers("000", first)
        yield from speakers("001", second)
        yield from dates(first, second)
        yield from search(create_app(Settings(store=url)).test_client())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SHARED / "seeds", help="where the two texts lie")
    folder = parser.parse_args().folder
    found = sorted(folder.glob("*.txt"))
    if len(found) != 2:
        print(f"seeds: the two texts are not in {folder}; nothing was checked")
        return 0
    results = list(points((found[0], found[1])))
    for label, holds, seen in results:
        print(f"{'ok    ' if holds else 'MISSED'} {label}" + ("" if holds else f"\n           found: {seen}"))
    print(f"seeds: {sum(holds for _, holds, _ in results)} of {len(results)} points hold")
    return 0 if all(holds for _, holds, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
