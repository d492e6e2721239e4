"""Whether words are asserted, denied, or put to somebody as a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.extract.verbs import cue_verbs
from indexer.model import Span, Stance
from indexer.text import fold, words

_NEGATIONS = frozenset(
    {"not", "never", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't", "wouldn't", "won't"}
)
_DENYING = frozenset({"deny", "refute", "disavow"})
_QUESTION = re.compile(r"""\?["'”’»]*$""")


def stance(cue: Sequence[Span], source: Sequence[Span], content: Sequence[Span]) -> Stance:
    """The stance of an attribution.

    Denied, when the cue denies or is itself negated ("did not say"); asked, when the cue is a form of "ask" and
    the content a question. A negation inside the content is the speaker's own and changes nothing.

    Args:
        cue: the words that attribute.
        source: the span that names who.
        content: the words attributed.
    """
    said = [word.text for span in cue for word in words(span.text)]
    bases = [cue_verbs()[word].base for word in said if word in cue_verbs()]
    denying, negated = any(base in _DENYING for base in bases), any(word in _NEGATIONS for word in said)
    if denying != negated:  # "never denied" denies nothing
        return Stance.DENIED
    if "ask" in bases and _asks(content):
        return Stance.ASKED
    return Stance.ASSERTED


def _asks(content: Sequence[Span]) -> bool:
    first = fold(content[0].text).split(maxsplit=1)[:1]
    return _QUESTION.search(content[-1].text.rstrip()) is not None or first in (
        [opener] for opener in ("whether", "if", "how", "why", "what", "when", "where", "who", "which")
    )
