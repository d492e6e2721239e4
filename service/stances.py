"""What is said of words that nobody asserts: that they are denied, not said, or asked."""

from __future__ import annotations

from indexer.extract.stance import left_unsaid
from indexer.model import Act, Stance
from service.answers import Quote

NOT_SAID = "Not said"
"""Of "did not say" and "declined to say", which deny nothing."""


def not_asserted(quote: Quote) -> str | None:
    """``Denied``, ``Not said`` or ``Asked``; None for words that are asserted.

    What somebody did not think is denied.
    """
    match quote.stance:
        case Stance.ASSERTED:
            return None
        case Stance.ASKED:
            return "Asked"
    thought = quote.act is Act.THOUGHT
    return NOT_SAID if not thought and left_unsaid(" ".join(span.text for span in quote.cue)) else "Denied"
