"""The commonest words of many languages, by which a text's language is told."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from indexer.languages.table import rows


@cache
def commonest_words() -> dict[str, frozenset[str]]:
    """The words of each language, in small letters, by its ISO 639-1 code."""
    table = files(__package__) / "commonest_words.tsv"
    return {line.text("language"): frozenset(line.words("words")) for line in rows(table, "language", "words")}
