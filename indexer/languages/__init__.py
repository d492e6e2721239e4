"""The languages that have tables of words, and what such tables hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from indexer.languages.verbs import Verbs

ENGLISH = "en"

_FOLDERS = {ENGLISH: "english"}
"""The folder of a language's tables, beside this one, by its ISO 639-1 code."""


@dataclass(frozen=True)
class Tables:
    """The tables of one language."""

    verbs: Verbs


def tables(language: str) -> Tables | None:
    """The tables of a language, by its ISO 639-1 code; None of a language that has none.

    Quotes of an article without tables are found by their marks alone: nobody is named for them, and they are neither
    dated nor compared in other words.
    """
    folder = _FOLDERS.get(language)
    return None if folder is None else read(folder)


@cache
def read(folder: str) -> Tables:
    """The tables in a folder of this package's neighbours, read once.

    Raises:
        TableError: a table is not as its columns demand; names the table and the line.
    """
    place = files("indexer") / folder
    return Tables(verbs=Verbs(place / "verbs.tsv", place / "inflection.tsv"))
