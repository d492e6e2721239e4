"""The names and the mappings of a store's indices.

Five families, each an alias to a versioned index: quotes, articles, wordings (what was compared to link the reports of
one utterance), people (whom names stand for), and the state of the store. A rebuild replaces all but the last.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Body = dict[str, Any]


FAMILIES = ("quotes", "articles", "wordings", "people")
"""What a rebuild replaces."""


@dataclass(frozen=True, slots=True)
class IndexSet:
    """The indices that quotes, articles, wordings and people are written to.

    Args:
        aliased: these are the aliases of the live store, so that a write must not create an index.
    """

    quotes: str
    articles: str
    wordings: str
    people: str
    aliased: bool

    @property
    def by_family(self) -> dict[str, str]:
        """The names by the families that ``definition`` knows."""
        return {family: getattr(self, family) for family in FAMILIES}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a store's indices; all begin with ``prefix``."""

    prefix: str

    @property
    def live(self) -> IndexSet:
        """The aliases that are searched."""
        return IndexSet(**{family: f"{self.prefix}-{family}" for family in FAMILIES}, aliased=True)

    @property
    def state(self) -> str:
        """The alias of the state."""
        return f"{self.prefix}-state"

    def numbered(self, number: int) -> IndexSet:
        """The versioned indices with this number."""
        return IndexSet(**{family: f"{self.prefix}-{family}-{number}" for family in FAMILIES}, aliased=False)


@cache
def definition(family: str) -> Body:
    """Settings and mappings of one of ``quotes``, ``articles``, ``wordings``, ``people``, ``state``."""
    body: Body = json.loads(files("mappings").joinpath(f"{family}.json").read_text(encoding="utf-8"))
    return body


def mapping_version() -> int:
    """The version of the mappings of ``FAMILIES``; raise it in all of their files when one changes."""
    version: int = definition("quotes")["mappings"]["_meta"]["version"]
    return version
