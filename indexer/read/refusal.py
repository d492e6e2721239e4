"""Refusals: why an input is not stored."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from enum import StrEnum
from errno import ENOMEM
from pathlib import Path

from indexer.errors import Unreadable

LONGEST_MESSAGE = 500
"""Most characters of the message of an unexpected error; some quote the whole text."""


class Reason(StrEnum):
    """Why an input is refused: stable words for programs and for the report of a run."""

    EMPTY = "empty"
    BINARY = "binary"
    NUL_BYTES = "nul-bytes"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"
    BROKEN_JSON = "broken-json"
    NO_ARTICLE = "no-article"
    WRONG_SHAPE = "wrong-shape"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    UNKNOWN_FORMAT = "unknown-format"
    READING_FAILED = "reading-failed"
    EXTRACTION_FAILED = "extraction-failed"
    TOO_SLOW = "too-slow"
    TOO_MUCH_MEMORY = "too-much-memory"
    WORKER_DIED = "worker-died"
    STORE_REFUSED = "store-refused"


@dataclass(frozen=True, slots=True)
class Reject:
    """A refused input.

    Args:
        path: where it was read; ``-`` for standard input.
        line: the line of a JSON Lines file, from 1, or None.
        id: the article's id, if it was read.
        reason: one of ``Reason``.
        detail: what is wrong, and what to do about it.
    """

    path: str
    line: int | None
    id: str | None
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an input is refused, without where it was read; see ``Reject``."""

    reason: str
    detail: str


def failure(error: BaseException, otherwise: Reason) -> Failure:
    """Why an input that caused an error is refused.

    Args:
        otherwise: the reason for an unexpected error.
    """
    if isinstance(error, Unreadable):
        return Failure(error.reason, error.detail)
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == ENOMEM):
        return Failure(
            Reason.TOO_MUCH_MEMORY, "it takes more memory than one article may; raise the bound, or split it"
        )
    return Failure(otherwise, f"{describe_unexpected(error)}; report this with the article")


def describe_unexpected(error: BaseException) -> str:
    """An unexpected error in one line: type, message, and where in the code it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "nowhere"
    try:
        message = str(error)[:LONGEST_MESSAGE]
    except Exception:  # its own ``__str__`` fails
        message = ""
    return f"{type(error).__name__}: {message} ({place})"
