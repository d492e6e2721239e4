"""A query as it was understood: nodes that keep the writer's own words, and the text that they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indexer.model import Kind, Stance


@dataclass(frozen=True, slots=True)
class Bare:
    """A word as typed, such as ``long-term``."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that stood between quotation marks, without them."""

    text: str


@dataclass(frozen=True, slots=True)
class Begins:
    """What stood before a ``*``."""

    text: str


@dataclass(frozen=True, slots=True)
class Nearby:
    """Two terms with at most ``distance`` words between them."""

    left: Bare | Quoted | Begins
    right: Bare | Quoted | Begins
    distance: int


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str


@dataclass(frozen=True, slots=True)
class OfKind:
    kind: Kind


@dataclass(frozen=True, slots=True)
class OfStance:
    stance: Stance


@dataclass(frozen=True, slots=True)
class After:
    """``text`` is the date as typed, ``day`` the first day that it names."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Before:
    """``text`` is the date as typed, ``day`` the last day that it names."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Without:
    part: Node


@dataclass(frozen=True, slots=True)
class Every:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Node, ...]


Term = Bare | Quoted | Begins
Node = Term | Nearby | Speaker | Outlet | OfKind | OfStance | After | Before | Without | Every | Either


def written(node: Node) -> str:
    """A query that is read as this node."""
    match node:
        case Bare(text):
            return text
        case Quoted(text):
            return _quoted(text)
        case Begins(text):
            return f"{text}*"
        case Nearby(left, right, distance):
            return f"{written(left)} NEAR/{distance} {written(right)}"
        case Speaker(name):
            return f"speaker:{_value(name)}"
        case Outlet(name):
            return f"outlet:{_value(name)}"
        case OfKind(kind):
            return f"kind:{kind}"
        case OfStance(stance):
            return f"stance:{stance}"
        case After(text, _):
            return f"after:{text}"
        case Before(text, _):
            return f"before:{text}"
        case Without(part):
            inner = written(part)
            return f"-({inner})" if isinstance(part, Every | Either | Nearby | Without) else f"-{inner}"
        case Every(parts):
            return " ".join(_grouped(part, Either) for part in parts)
        case Either(parts):
            return " OR ".join(_grouped(part, Either) for part in parts)


def _grouped(node: Node, kind: type[Node]) -> str:
    text = written(node)
    return f"({text})" if isinstance(node, kind) else text


def _quoted(text: str) -> str:
    return f'"{text}"'


def _value(text: str) -> str:
    return text if text.replace("-", "").replace(".", "").isalnum() else _quoted(text)
