"""The rejects file: one JSON line for each input that a run refused, written as it happens.

The file is about the last run only: a run that refuses something overwrites it, and a run that refuses nothing deletes
it. A file that is not a rejects file is never overwritten.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO
from urllib.parse import unquote

from indexer.errors import Invalid, RejectsUnwritable
from indexer.read.refusal import Reject

FIELDS = ("path", "line", "id", "reason", "detail")


def default_path(store: str) -> Path:
    """The default rejects file: beside an SQLite file, else in the current folder.

    Args:
        store: the store's URL.
    """
    if store.startswith("sqlite:///"):
        return Path(unquote(store.removeprefix("sqlite:///")) + ".rejects.jsonl")
    return Path("onrecord.rejects.jsonl")


class RejectsFile:
    """The rejects file of a run, as a context manager.

    Args:
        path: created when something is refused.

    Raises:
        Invalid: the file is not a rejects file, or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: TextIO | None = None
        folder = path.parent
        if not folder.is_dir() or not os.access(folder, os.W_OK) or path.is_dir():
            raise Invalid("rejects", f"{path} cannot be written; name a file in an existing folder")
        if not _replaceable(path):
            raise Invalid("rejects", f"{path} is not a rejects file; name another file")

    def write(self, reject: Reject) -> None:
        """Write one reject, and flush.

        Raises:
            RejectsUnwritable: the file cannot be written.
        """
        line = json.dumps(asdict(reject), ensure_ascii=False) + "\n"
        try:
            if self._file is None:
                # For its owner alone, as the store is: what is refused may be unpublished.
                self.path.touch(mode=0o600)
                self._file = self.path.open("w", encoding="utf-8", errors="backslashreplace")
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            raise RejectsUnwritable(f"{self.path} cannot be written: {error.strerror or error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
        elif kind is None:
            self.path.unlink(missing_ok=True)


def _replaceable(path: Path) -> bool:
    """Whether the file is missing, empty, or a rejects file."""
    try:
        with path.open("rb") as file:
            first = file.readline(1_000_000)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        return not first.strip() or tuple(json.loads(first)) == FIELDS
    except (ValueError, TypeError, RecursionError):
        return False
