"""Word pieces: the parts of words that the model knows, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
"""The ids that the model wants before the first and after the last piece; they stand for no part of a text."""

_UNPAIRED = regex.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text, in order; the three are of one length.

    Args:
        ids: which pieces; see ``embedded``. ``CLS`` and ``SEP`` are not among them.
        starts, ends: their characters in the text, end exclusive. A space belongs to no piece.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


def pieces(text: str) -> Pieces:
    """The word pieces of a text of any length; the work is linear in it.

    Case and accents make no difference. What the model has no piece for, such as a word of more than a hundred
    letters, is one unknown piece.
    """
    # Half of a surrogate pair is no character outside of Python.
    encoded = _tokenizer().encode(_UNPAIRED.sub("\ufffd", text), add_special_tokens=False)
    starts, ends = zip(*encoded.offsets, strict=True) if encoded.ids else ((), ())
    return Pieces(tuple(encoded.ids), starts, ends)


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(files(__package__).joinpath("tokenizer.json").read_text(encoding="utf-8"))
