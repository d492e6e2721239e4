"""What is said of words that nobody asserts: that they are denied, not said, or asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer import model
from indexer.extract.stance import left_unsaid
from indexer.model import Act, Stance

if TYPE_CHECKING:
    from service import answers

DENIED, NOT_SAID, ASKED = "Denied", "Not said", "Asked"
"""``NOT_SAID`` is said of "did not say" and "declined to say", which deny nothing."""

STANCES = {"asserted": "Asserted", "denied": "Denied or not said", "asked": "Asked as a question"}
"""What stances are called where the words of a cue do not tell what is denied from what is not said."""


def not_asserted(quote: answers.Quote | model.Quote) -> str | None:
    """``Denied``, ``Not said`` or ``Asked``; None for words that are asserted.

    What somebody did not think is denied.
    """
    match quote.stance:
        case Stance.ASSERTED:
            return None
        case Stance.ASKED:
            return ASKED
    thought = quote.act is Act.THOUGHT
    return NOT_SAID if not thought and left_unsaid(" ".join(span.text for span in quote.cue)) else DENIED
