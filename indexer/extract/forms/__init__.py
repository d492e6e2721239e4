"""Quotes that the layout of an article attributes, not its sentences: transcripts, signed quotes, embedded posts.

These forms need no tagger. Where one stands, what a tagger found in it is left out, save what is nested between marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from indexer.document import Document
from indexer.extract.forms.signatures import signatures
from indexer.extract.forms.turns import Turn, turns
from indexer.model import Attribution, Kind, Label, Span, Stance

SCORE = 0.9
"""How sure a form is: of PolNeAR's training articles too few have any for a figure."""

_ASKS = re.compile(r"\?$|^[\"'“‘«].*\?[\"'”’»]$", re.DOTALL)
"""A question, or one between marks; not what ends in somebody else's: “She asked me, ‘Are you cooking?’”"""


def formed(document: Document) -> tuple[Attribution, ...]:
    """The attributions of an article that its layout makes, in order of their content."""
    spoken = tuple(turns(document))
    taken = {number for turn in spoken for number in range(turn.paragraphs[0], turn.paragraphs[1] + 1)}
    found = [_turn(document, turn) for turn in spoken]
    for signature in signatures(document):
        if taken.isdisjoint(signature.paragraphs):
            said = (Span.of(document.text, *signature.said),)
            found.append(_attribution(document, said, signature.who, signature.cue, Stance.ASSERTED))
            taken.update(signature.paragraphs)
    return tuple(sorted(found, key=lambda attribution: attribution.content[0].start))


def outside(document: Document, labels: Iterable[Label], forms: Sequence[Attribution]) -> Iterator[Label]:
    """The labels that no form has claimed: all beside the forms, and within them what stands inside nested marks."""
    held = sorted((min(s.start for s in _spans(form)), max(s.end for s in _spans(form))) for form in forms)
    for label in labels:
        inside = [form for offset in (label.span.start, label.span.end - 1) if (form := _form_at(held, offset))]
        if not inside or any(_is_quoted(document, label.span, form) for form in inside):
            yield label


def _form_at(held: Sequence[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """The form that holds a character, of forms that are in order and apart."""
    number = bisect_right(held, (offset, inf)) - 1
    return held[number] if number >= 0 and offset < held[number][1] else None


def _is_quoted(document: Document, span: Span, form: tuple[int, int]) -> bool:
    """Whether a span stands between marks that open inside a form."""
    return any(form[0] <= passage.start for passage in document.passages_around(span))


def _spans(form: Attribution) -> tuple[Span, ...]:
    return (*form.content, *form.source, *form.cue)


def _turn(document: Document, turn: Turn) -> Attribution:
    content = tuple(Span.of(document.text, start, end) for start, end in turn.said)
    stance = Stance.ASKED if _ASKS.search(content[-1].text) else Stance.ASSERTED
    return _attribution(document, content, turn.who, turn.cue, stance)


def _attribution(
    document: Document, content: tuple[Span, ...], who: tuple[int, int], cue: tuple[int, int], stance: Stance
) -> Attribution:
    text = document.text
    inside = [passage for span in content for passage in document.outer_within(span)]
    quoted = tuple(Span.of(text, mark.inner_start, mark.inner_end) for mark in inside)
    bare = sum(span.end - span.start for span in content) - sum(mark.end - mark.start for mark in inside)
    kind = Kind.INDIRECT if not inside else Kind.MIXED if bare > len(content) else Kind.DIRECT
    return Attribution(content, (Span.of(text, *who),), (Span.of(text, *cue),), kind, stance, quoted, SCORE)
