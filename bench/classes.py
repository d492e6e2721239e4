"""Which rows of the tables in ``tests/extract`` an extractor reads as a reader does.

Run from the repository's root: ``python -m bench.classes [--extractor NAME]``. Prints, by class, how many rows are read
right, and for each other row in what it differs.
"""

from __future__ import annotations

import argparse
from collections import Counter

from bench.gold.annotated import TABLES, tables
from bench.gold.readings import differences
from indexer.extract import EXTRACTORS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default="learned")
    extract = EXTRACTORS[parser.parse_args().extractor]
    rows, right = Counter[str](), Counter[str]()
    for row in tables(TABLES):
        table = row.name.split(":")[0]
        unlike = differences(row, extract(row.article))
        rows[table] += 1
        right[table] += not unlike
        if unlike:
            print(row.name, *unlike, sep="\n    ")
    for table, count in rows.items():
        print(f"{table:28} {right[table]:3} of {count}")


if __name__ == "__main__":
    main()
