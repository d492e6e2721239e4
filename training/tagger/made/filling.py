"""Fills forms from tables: "one of the {roles}, {name}, {age}," becomes "one of the drivers, Orla Kvist, 61,"."""

from __future__ import annotations

import re
from random import Random

from indexer.model import Role
from training.tagger.made.tables import fillings

Part = tuple[Role | None, str]

YOUNGEST, OLDEST = 16, 94
_FIELD = re.compile(r"\{(\w+)\}")
_ROLES = re.compile(r"\[(?P<source>[^\]]*)\]|<(?P<cue>[^>]*)>|(?P<none>[^\[<]+)")


def filled(kind: str, random: Random, **known: str) -> str:
    """An entry of a kind by chance, its fields filled.

    Args:
        known: fields that are not to be filled by chance.
    """
    return _FIELD.sub(lambda field: known.get(field[1]) or _field(field[1], random), random.choice(fillings()[kind]))


def _field(kind: str, random: Random) -> str:
    match kind:
        case "name" | "other":
            return f"{filled('given', random)} {filled('last', random)}"
        case "upper":
            return _field("name", random).upper()
        case "family":
            return filled("last", random)
        case "initials":
            return " ".join(f"{random.choice('ABCDEFGHJKLMPRSTW')}." for _ in range(random.choice((1, 2))))
        case "short":
            return "".join(random.choice("ABCDEHKMNPRST") for _ in range(3))
        case "age":
            return str(random.randint(YOUNGEST, OLDEST))
        case _:
            return filled(kind, random)


def filled_parts(kind: str, random: Random, **known: str) -> list[Part]:
    """The same of an entry that marks its [source] and its <cue>, part by part."""
    found: list[Part] = []
    for match in _ROLES.finditer(filled(kind, random, **known)):
        role = {"source": Role.SOURCE, "cue": Role.CUE}.get(match.lastgroup or "")
        found.append((role, match[match.lastgroup or 0]))
    return found
