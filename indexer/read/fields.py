"""The names under which records have the fields of an article (``fields.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from indexer.languages.table import rows


@dataclass(frozen=True, slots=True)
class Field:
    """A field under one of its names; of several names with a value, the one of the lowest rank counts."""

    field: str
    rank: int


@dataclass(frozen=True, slots=True)
class Described:
    """A field with all its names, the project's own first, and what it holds."""

    field: str
    names: tuple[str, ...]
    about: str


def field_of(name: str, mapped: Sequence[tuple[str, str]] = ()) -> Field | None:
    """The field that a name stands for; None for an unknown name.

    Args:
        mapped: (name, field) pairs of the caller, which come first; their names are compared exactly.
    """
    for own, field in mapped:
        if own == name:
            return Field(field, -1)
    return _names().get(plain(name))


def described() -> tuple[Described, ...]:
    """All fields, in the order of the table."""
    found: dict[str, list[str]] = {}
    about: dict[str, str] = {}
    for line in rows(files(__package__) / "fields.tsv", "name", "field", "about"):
        found.setdefault(line.text("field"), []).append(line.text("name"))
        about.setdefault(line.text("field"), line.text("about"))
    return tuple(Described(field, tuple(names), about[field]) for field, names in found.items())


def plain(name: str) -> str:
    """A name as it is compared: in small letters, without what parts its words."""
    return re.sub(r"[\W_]+", "", name.casefold())


@cache
def _names() -> Mapping[str, Field]:
    found: dict[str, Field] = {}
    for each in described():
        for rank, name in enumerate(each.names):
            found.setdefault(plain(name), Field(each.field, rank))
    return found
