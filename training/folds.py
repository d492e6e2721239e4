"""Cross-validation by article, and the options of the scripts that learn from labelled articles."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from typing import TypeVar

FOLDS = 6
SEED = 20161108

T = TypeVar("T")


def folds(articles: Iterable[T], seed: int = SEED, count: int = FOLDS) -> Iterator[tuple[list[T], list[T]]]:
    """The articles parted so many times: those to learn from, and those to judge by; each is once among the latter."""
    shuffled = list(articles)
    random.Random(seed).shuffle(shuffled)
    for fold in range(count):
        yield [one for number, one in enumerate(shuffled) if number % count != fold], shuffled[fold::count]


def options(description: str | None, written: str) -> argparse.ArgumentParser:
    """What such a script is called with: ``--write`` and ``--quick``.

    Args:
        description: its docstring.
        written: what ``--write`` writes.
    """
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {written}")
    parser.add_argument("--quick", action="store_true", help="do not cross-validate")
    return parser
