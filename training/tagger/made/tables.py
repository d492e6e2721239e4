"""The tables of words that made examples are filled from: one entry a line, nothing of any data set."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def _rows(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.replace(r"\n", "\n").split("\t")


@cache
def column_pairs(name: str) -> dict[str, tuple[str, ...]]:
    """What may be put for each phrase of a table: two columns, the second with entries parted by "/"."""
    return {phrase: tuple(others.split("/")) for phrase, others in _rows(name)}


@cache
def fillings() -> dict[str, tuple[str, ...]]:
    """The entries of ``fillings.tsv`` by what they fill."""
    found: dict[str, list[str]] = {}
    for kind, entry in _rows("fillings.tsv"):
        found.setdefault(kind, []).append(entry)
    return {kind: tuple(entries) for kind, entries in found.items()}
