"""What each extractor reaches on the project's own articles: kept in ``floors.json``, and only ever raised.

Run from the repository's root: ``python -m bench.floors`` measures and compares, and fails if anything has fallen;
``--raise`` writes what is better down. The file has the names of all rows of the tables and, for each extractor, its
figures and the rows that it does not yet read as a reader does; ``tests/extract/test_floors.py`` holds everyone to it.
Where the articles have changed, figures cannot be compared and ``--raise`` writes them anew; rows that were there
before still are compared.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bench.gold.annotated import ARTICLES, TABLES, Annotated, tables
from bench.gold.measures import ALL, figures, measure
from bench.gold.readings import differences
from bench.gold.truth import of_annotated
from indexer.extract import EXTRACTORS
from indexer.model import Article, Quote

FLOORS = Path(__file__).parent / "floors.json"

Extract = Callable[[Article], Sequence[Quote]]


@dataclass(frozen=True, slots=True)
class Reached:
    """What an extractor reaches.

    Args:
        figures: F1 and shares in percent, by name; see ``bench.gold.measures``.
        not_read: the names of the rows that it reads otherwise than a reader does.
    """

    figures: dict[str, float]
    not_read: tuple[str, ...]


def sample() -> str:
    """The digest of all tables and articles."""
    files = sorted((*TABLES.glob("*.toml"), *ARTICLES.glob("*.toml")))
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]


def reached(extract: Extract) -> Reached:
    """What an extractor reaches on the project's own articles."""
    rows = (*tables(TABLES), *tables(ARTICLES))
    found = {row.name: tuple(extract(row.article)) for row in rows}
    unread = tuple(row.name for row in rows if _is_table(row) and differences(row, found[row.name]))
    return Reached(figures(measure(of_annotated(rows), found)[ALL]), unread)


def _is_table(row: Annotated) -> bool:
    return row.name[:2].isdigit()


@dataclass(frozen=True, slots=True)
class Floors:
    """What may not be lost.

    Args:
        sample: the digest of the articles that it was measured on.
        rows: the names of the rows of the tables among them.
        extractors: what each extractor reached.
    """

    sample: str = ""
    rows: tuple[str, ...] = ()
    extractors: Mapping[str, Reached] = field(default_factory=dict)

    def of(self, extractor: str, digest: str, now: Reached) -> Reached:
        """What an extractor may not fall below, on the articles of a digest.

        Args:
            now: what it reaches there; a row that is new, and that it does not read, is no loss.
        """
        before = self.extractors.get(extractor, Reached({}, self.rows))
        new = tuple(row for row in now.not_read if row not in self.rows)
        return Reached(before.figures if digest == self.sample else {}, before.not_read + new)


def floors() -> Floors:
    """The floors as they were written last."""
    if not FLOORS.is_file():
        return Floors()
    record = json.loads(FLOORS.read_text(encoding="utf-8"))
    extractors = {name: Reached(one["figures"], tuple(one["not read"])) for name, one in record["extractors"].items()}
    return Floors(record["sample"], tuple(record["rows"]), extractors)


def fallen(now: Reached, floor: Reached) -> list[str]:
    """One line for each figure and row in which an extractor is worse than it was."""
    lines = [
        f"{name}: {now.figures.get(name, 0.0)} below {least}"
        for name, least in floor.figures.items()
        if now.figures.get(name, 0.0) < least
    ]
    return lines + [f"no longer read: {row}" for row in now.not_read if row not in floor.not_read]


def risen(now: Reached, floor: Reached) -> list[str]:
    """One line for each figure and row in which an extractor is better than it was."""
    lines = [
        f"{name}: {value} above {floor.figures.get(name, 0.0)}"
        for name, value in now.figures.items()
        if value > floor.figures.get(name, 0.0)
    ]
    return lines + [f"now read: {row}" for row in floor.not_read if row not in now.not_read]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="rise", help=f"write what is better to {FLOORS.name}")
    rise = parser.parse_args().rise
    kept, digest = floors(), sample()
    best: dict[str, Reached] = {}
    lost = False
    for name, extract in EXTRACTORS.items():
        now = reached(extract)
        floor = kept.of(name, digest, now)
        print(f"{name}: {len(now.not_read)} rows not read as a reader does", *risen(now, floor), sep="\n  ")
        for line in fallen(now, floor):
            print(f"  FALLEN {line}")
            lost = True
        best[name] = _better(now, floor)
    if rise:
        _write(Floors(digest, _row_names(), best))
    if lost:
        raise SystemExit("something has fallen: mend it, or lower its floor by hand and say why in the commit")


def _better(now: Reached, floor: Reached) -> Reached:
    best = {name: max(value, floor.figures.get(name, 0.0)) for name, value in now.figures.items()}
    return Reached(best, tuple(row for row in now.not_read if row in floor.not_read))


def _row_names() -> tuple[str, ...]:
    return tuple(row.name for row in tables(TABLES) if _is_table(row))


def _write(best: Floors) -> None:
    extractors = sorted(best.extractors.items())
    record = {
        "sample": best.sample,
        "extractors": {name: {"figures": one.figures, "not read": one.not_read} for name, one in extractors},
        "rows": best.rows,
    }
    FLOORS.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
