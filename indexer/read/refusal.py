"""What is said of an input that did not become an article, and the words it is said in."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Why an input is refused: stable words, for programs and for the run's report."""

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
    STORE_REFUSED = "store-refused"


@dataclass(frozen=True, slots=True)
class Reject:
    """One input that was refused; all others go on.

    Args:
        path: where it was read, ``-`` for standard input.
        line: the line of a JSON Lines file, from 1, or None.
        id: the article's id as far as it was read, or None.
        reason: one of ``Reason``.
        detail: what is wrong and what to do about it.
    """

    path: str
    line: int | None
    id: str | None
    reason: str
    detail: str


def unforeseen(error: Exception) -> str:
    """What to say of an error that nobody thought of: what it is, and where in the code, for whoever is to mend it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "nowhere"
    return f"{type(error).__name__}: {error} ({place}); report this with the article"
