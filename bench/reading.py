"""Pages with their truth: how many days, titles, outlets and authors are read right, and how fast.

The folder has the pages and a ``truth.jsonl``, a line a page: ``file``, and of what is known ``published`` (the day),
``title``, ``outlet``, ``authors`` (a name or a list), ``language``, ``with`` and ``without`` (words that it has, has
not). Times are of this process, of reading and of trafilatura alone with metadata, page by page in turn.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from indexer.model import Article, PublishedDate
from indexer.read import Reject, read
from indexer.text import fold

Row = dict[str, Any]


def rows(folder: Path) -> list[Row]:
    """The truth of each page."""
    return [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines() if line]


def same(one: str | None, other: str | None) -> bool:
    """Whether two titles or names are the same but for white space, case and the shape of marks."""
    return _plain(one) == _plain(other)


def _plain(text: str | None) -> str:
    return re.sub(r"\W+", " ", fold(text or "")).strip()


def published_dates(article: Article) -> tuple[PublishedDate, ...]:
    """All dates that were read, the best first."""
    return (article.published.best, *article.published.others) if article.published else ()


def judged(row: Row, found: Article | Reject) -> Iterator[tuple[str, bool, str]]:
    """(figure, whether it is right, what was read) for each thing that the truth knows of a page."""
    yield "read at all", isinstance(found, Article), "" if isinstance(found, Article) else found.detail
    article = found if isinstance(found, Article) else Article("", "")
    published = article.published
    if row.get("published"):
        best = published.best if published else None
        shown = (
            "; ".join(f"{each.value} ({each.basis}: {each.evidence})" for each in published_dates(article)) or "none"
        )
        yield "day", best is not None and best.value[:10] == row["published"][:10], shown
        yield "no date", best is None, shown
    if row.get("title"):
        yield "title", same(article.title, row["title"]), str(article.title)
        begins = _plain(article.title).startswith(_plain(row["title"])) and article.title is not None
        yield "title, or more", begins, str(article.title)
    if row.get("outlet"):
        yield "outlet", same(article.outlet, row["outlet"]), str(article.outlet)
    if row.get("authors"):
        names = [row["authors"]] if isinstance(row["authors"], str) else row["authors"]
        wanted = {_plain(part) for name in names for part in re.split(r",|;| und | and | & | et ", name)}
        yield "authors", {_plain(name) for name in article.authors} == wanted, " | ".join(article.authors)
    if row.get("language"):
        yield "language", article.language == row["language"], str(article.language)
    text = " ".join(article.text.split())
    for words in row.get("with", ()):
        yield "words kept", " ".join(words.split()) in text, words
    for words in row.get("without", ()):
        yield "words left out", " ".join(words.split()) not in text, words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", metavar="FIGURE", help="show the pages on which this figure is wrong")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only each N-th page")
    parser.add_argument("--alone", action="store_true", help="do not time trafilatura")
    given = parser.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    own = other = 0.0
    pages = rows(given.folder)[:: given.every]
    for row in pages:
        path = given.folder / row["file"]
        start = time.process_time()
        (found,) = read([path])
        own += time.process_time() - start
        if not given.alone:
            start = time.process_time()
            bare_extraction(path.read_bytes(), include_comments=False, include_tables=False, with_metadata=True)
            other += time.process_time() - start
        for figure, good, shown in judged(row, found):
            right[figure] += good
            total[figure] += 1
            if figure == given.only and not good:
                wanted = row.get({"day": "published"}.get(figure, figure), "")
                print(f"{row['file']}\t{wanted}\t{shown}")
    for figure, count in total.items():
        print(f"{figure:15} {right[figure]:5} of {count:5}  {100 * right[figure] / count:5.1f} %")
    print(f"{len(pages) / own:.1f} pages/s on one core", end="")
    print(f"; {own / other:.2f} times trafilatura's own time" if other else "")


if __name__ == "__main__":
    main()
