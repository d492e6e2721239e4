"""An attribution by layout: a turn of a transcript, a signed quote, or an embedded post."""

from __future__ import annotations

from dataclasses import dataclass

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """An attribution by layout; all numbers are characters of the article, end exclusive.

    Args:
        who: the label before the words, or the signature behind them.
        cue: the colon or stop behind the label; the dash or bracket before the signature.
        said: the words attributed, paragraph by paragraph.
        paragraphs: the numbers of the first and last paragraph that it fills.
        asks: whether it is a question.
    """

    who: Stretch
    cue: Stretch
    said: tuple[Stretch, ...]
    paragraphs: tuple[int, int]
    asks: bool = False
