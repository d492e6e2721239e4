"""Words are data: lists in files beside this one, one entry a line, ``#`` begins a comment.

Whoever finds a verb, a title or a role missing adds a line; no code changes.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of ``NAME.txt``, in the order of the file.

    Args:
        name: the file's name without its ending, such as ``abbreviations``.
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def by_language(name: str) -> dict[str, frozenset[str]]:
    """The words of each language in a list whose entries are ``CODE: WORD WORD ...``."""
    found = (line.split(":", 1) for line in lines(name))
    return {code.strip(): frozenset(words.split()) for code, words in found}


@cache
def entries(name: str) -> frozenset[str]:
    """The entries of ``NAME.txt`` as a set."""
    return frozenset(lines(name))
