"""The words that were checked over the printed ones, each with what differs in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service.answers.checks import Change, Place


class Mark(StrEnum):
    """What a piece is: in both texts, in this one alone, or left out by the other at its end or under an ellipsis."""

    KEPT = "kept"
    OWN = "own"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sides:
    """Both texts in pieces, which joined are the texts."""

    asked: tuple[Piece, ...]
    printed: tuple[Piece, ...]


def sides(asked: str, printed: str, changes: Sequence[Change]) -> Sides:
    """The two texts, cut where they differ.

    Args:
        changes: as a report of the check has them.
    """
    return Sides(
        _pieces(asked, ((change.asked, change.cut) for change in changes)),
        _pieces(printed, ((change.printed, change.cut) for change in changes)),
    )


def _pieces(text: str, places: Iterable[tuple[Place, bool]]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    for place, cut in sorted(places, key=lambda each: (each[0].start, each[0].end)):
        start, end = max(at, place.start), min(len(text), place.end)
        if start >= end:
            continue
        found.append(Piece(text[at:start], Mark.KEPT))
        found.append(Piece(text[start:end], Mark.CUT if cut else Mark.OWN))
        at = end
    found.append(Piece(text[at:], Mark.KEPT))
    return tuple(piece for piece in found if piece.text)
