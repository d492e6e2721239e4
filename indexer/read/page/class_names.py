"""What the class and id of an element say that it is: patterns from the table ``class_names.tsv``."""

from __future__ import annotations

import re
from importlib.resources import files

from lxml import etree

from indexer.languages.table import WordClasses

_PARTS = WordClasses(files(__package__) / "class_names.tsv", "part")


def names_of(element: etree._Element) -> str:
    """The classes and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _anywhere(parts: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(parts)), re.IGNORECASE)


def _beginning(parts: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(parts))})", re.IGNORECASE)


def _whole(parts: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(parts))})(?![a-z])", re.IGNORECASE)


ABOVE_HEADLINE = _anywhere(_PARTS.above_headline)
BESIDE_TEXT = _whole(_PARTS.beside_text)
DATE = _anywhere(_PARTS.date)
EMBEDDED = _anywhere(_PARTS.embedded)
HEADLINE = _anywhere(_PARTS.headline)
HIDDEN = _anywhere(_PARTS.hidden)
NAME = _whole(_PARTS.name)
NO_BYLINE = _anywhere(_PARTS.no_byline)
NO_DATE = _anywhere(_PARTS.no_date)
NO_HEADLINE = _beginning(_PARTS.no_headline)
OTHERS = _anywhere(_PARTS.others)
PUBLISHED = _anywhere(_PARTS.published)
PULL_QUOTE = _anywhere(_PARTS.pull_quote)
SITE = _beginning(_PARTS.site)
UPDATED = _anywhere(_PARTS.updated)
WRITER = _whole(_PARTS.writer)
