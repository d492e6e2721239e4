"""Words that report speech in languages without tables of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from indexer.languages.table import rows


@dataclass(frozen=True, slots=True)
class Reporting:
    """Those of one language, in small letters.

    Args:
        verbs: forms that stand beside a quote.
        prepositions: words before a name that is no subject.
        particles: small words inside a family name, beside those of ``indexer/english/name_parts.tsv``.
    """

    verbs: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]


NONE = Reporting(frozenset(), frozenset(), frozenset())


def is_unspaced(text: str) -> bool:
    """Whether a text is in a script that writes no spaces between words: Chinese, Japanese."""
    return any("぀" <= letter <= "鿿" for letter in text)


def reporting(language: str) -> Reporting:
    """The words of a language; none of one that is not in the table."""
    return _all().get(language, NONE)


@cache
def _all() -> dict[str, Reporting]:
    columns = "verbs", "prepositions", "particles"
    table = rows(files(__package__) / "reporting.tsv", "language", *columns)
    return {line.text("language"): Reporting(*(frozenset(line.words(column)) for column in columns)) for line in table}
