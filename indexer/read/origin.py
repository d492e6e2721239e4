"""Where an input was read, and what the caller states about it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import Unreadable
from indexer.model import Article, PublishedDate
from indexer.read.refusal import Failure, Reject

STANDARD_INPUT = "-"

HASH_LENGTH = 16
"""Characters of the hash in an id that also has the name of a file."""


@dataclass(frozen=True, slots=True)
class Read:
    """The result of reading one input.

    Args:
        path: where it was read, printable; ``-`` for standard input.
        line: the line in a file of many articles, from 1, or None.
    """

    path: str
    line: int | None
    outcome: Article | Reject


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one article is read.

    Args:
        path: as given, ``-`` for standard input.
        line: the line in a file of many articles, from 1, or None.
    """

    path: str
    line: int | None = None

    @property
    def file_name(self) -> str | None:
        """The last part of the path; None for standard input."""
        return None if self.path == STANDARD_INPUT else Path(self.path).name

    @property
    def shown(self) -> str:
        """The path as valid Unicode, whatever bytes it is made of."""
        return shown(self.path)

    def refuse(self, error: Failure | Unreadable, article_id: str | None = None) -> Reject:
        """The refusal of this input."""
        return Reject(self.shown, self.line, article_id, error.reason, error.detail)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the caller states about all articles; it takes precedence over what they state themselves.

    Args:
        day_first: how 03/10/2026 is read; None leaves such a date open.
        fields: (name, field) pairs: under which names records have which fields, before the known names.
    """

    outlet: str | None = None
    published: PublishedDate | None = None
    day_first: bool | None = None
    fields: tuple[tuple[str, str], ...] = ()


NO_ORIGIN = Origin(STANDARD_INPUT)
NO_OVERRIDES = Overrides()


def content_id(text: str, origin: Origin = NO_ORIGIN) -> str:
    """The id of an article that states neither id nor URL: the name of its file and a hash of its text.

    In which folder it lies is no part of it: a folder that was moved or given by another path is the same articles, and
    two files of one name with two texts are two. Of standard input the id is the SHA-256 of the text.
    """
    whole = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return whole if origin.file_name is None else f"{shown(origin.file_name)}#{whole[:HASH_LENGTH]}"


def shown(path: str) -> str:
    """A path as text that can be printed and stored, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
