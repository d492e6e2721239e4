"""What people decide of speakers and quotes: a log that only grows, replayed whenever people are found anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from indexer.model import SpeakerKind


class Action(StrEnum):
    """What was decided; ``Decision.about`` says of whom.

    merge: ``into`` (an id) and ``others`` (ids) are one.
    split: ``names`` (keys) of ``speaker`` are somebody else's, in ``articles`` if any are given.
    rename: ``speaker`` is called ``name``.
    known: somebody is called ``name`` and all of ``aliases``, has ``wikidata`` and ``roles``: a line of an import.
    correct: ``quote`` is ``name``'s (None: nobody's), as a ``kind``; ``before`` is the quote as it was.
    hide: ``quote`` is not shown; ``before`` is the quote as it was.
    forget: ``article`` is never stored again, or no quote with one of ``names`` (keys) or ``mentions`` (pairs of
        article and key).
    undo: the decision ``number`` holds no longer.
    """

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    KNOWN = "known"
    CORRECT = "correct"
    HIDE = "hide"
    FORGET = "forget"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log.

    Args:
        number: its place in the log, from 1.
        at: the moment, ISO 8601, UTC.
        who: whose decision it is.
        why: the reason.
        about: see ``Action``.
    """

    number: int
    at: str
    who: str
    why: str
    action: Action
    about: Mapping[str, Any] = field(default_factory=dict)


class _Merge(BaseModel):
    into: str
    others: list[str]


class _Split(BaseModel):
    speaker: str
    names: list[str]
    articles: list[str] = []


class _Rename(BaseModel):
    speaker: str
    name: str


class _Role(BaseModel):
    role: str
    from_: date | None = Field(None, alias="from")
    to: date | None = None


class _Known(BaseModel):
    name: str
    key: str
    aliases: list[str] = []
    wikidata: str | None = None
    roles: list[_Role] = []


class _Hide(BaseModel):
    quote: str
    article: str
    before: dict[str, Any]


class _Correct(_Hide):
    name: str | None
    kind: SpeakerKind


class _Forget(BaseModel):
    article: str | None = None
    names: list[str] = []
    mentions: list[tuple[str, str]] = []


class _Undo(BaseModel):
    number: int


_ABOUT: Mapping[Action, type[BaseModel]] = {
    Action.MERGE: _Merge,
    Action.SPLIT: _Split,
    Action.RENAME: _Rename,
    Action.KNOWN: _Known,
    Action.CORRECT: _Correct,
    Action.HIDE: _Hide,
    Action.FORGET: _Forget,
    Action.UNDO: _Undo,
}
"""What ``Decision.about`` has for each action."""


def standing(log: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold: those that were not undone, in order. Undoing an undoing restores what was undone."""
    every = sorted(log, key=lambda each: each.number)
    gone = undone(every)
    return [each for each in every if each.number not in gone and each.action is not Action.UNDO]


def undone(log: Iterable[Decision]) -> set[int]:
    """The numbers of the decisions that were taken back."""
    gone: set[int] = set()
    for each in sorted(log, key=lambda each: -each.number):
        if each.action is Action.UNDO and each.number not in gone:
            gone.add(int(each.about["number"]))
    return gone


def decision_value(one: Decision) -> dict[str, Any]:
    """A decision as a JSON value; see ``decision_from``."""
    return {
        "number": one.number,
        "at": one.at,
        "who": one.who,
        "why": one.why,
        "action": one.action.value,
        "about": dict(one.about),
    }


def decision_from(value: Mapping[str, Any]) -> Decision:
    """The decision of ``decision_value``.

    Raises:
        ValueError: it is none: a part is missing, or is of another kind.
    """
    try:
        made = Decision(
            number=int(value["number"]),
            at=str(value["at"]),
            who=str(value["who"]),
            why=str(value["why"]),
            action=Action(value["action"]),
            about=dict(value["about"]),
        )
    except KeyError as missing:
        raise ValueError(f"has no {missing.args[0]!r}") from None
    except TypeError as error:
        raise ValueError(str(error)) from None
    try:
        _ABOUT[made.action].model_validate(made.about)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise ValueError(f"{place!r} of a decision to {made.action.value}: {first['msg'].lower()}") from None
    return made
