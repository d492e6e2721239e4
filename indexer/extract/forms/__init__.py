"""Quotes that are attributed by layout, not by a sentence: transcripts, signed quotes, embedded posts.

These forms need no tagger. Labels of the tagger inside a form are dropped, except those nested between quotation marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from indexer.document import Document
from indexer.extract.attribution import attribution
from indexer.extract.forms.form import Form
from indexer.extract.forms.signatures import signatures
from indexer.extract.forms.turns import turns
from indexer.model import Attribution, Label, Span, Stance

SCORE = 0.9
"""Score of a form; PolNeAR's training articles have too few forms to measure it."""


def formed(document: Document) -> tuple[Attribution, ...]:
    """The attributions by layout of an article, in order of their content."""
    if not document.understood:
        return ()
    found = list(turns(document))
    taken = {number for turn in found for number in range(turn.paragraphs[0], turn.paragraphs[1] + 1)}
    for signature in signatures(document):
        if taken.isdisjoint(signature.paragraphs):
            found.append(signature)
            taken.update(signature.paragraphs)
    return tuple(_attribution(document, form) for form in sorted(found, key=lambda form: form.said))


def unclaimed(document: Document, labels: Iterable[Label], forms: Sequence[Attribution]) -> Iterator[Label]:
    """The labels that no form claims: all outside of forms, and those nested between quotation marks inside a form."""
    held = sorted((min(s.start for s in _spans(form)), max(s.end for s in _spans(form))) for form in forms)
    for label in labels:
        inside = [form for offset in (label.span.start, label.span.end - 1) if (form := _form_at(held, offset))]
        if not inside or any(_is_quoted(document, label.span, form) for form in inside):
            yield label


def _form_at(held: Sequence[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """The form at an offset, of forms in order that do not overlap."""
    number = bisect_right(held, (offset, inf)) - 1
    return held[number] if number >= 0 and offset < held[number][1] else None


def _is_quoted(document: Document, span: Span, form: tuple[int, int]) -> bool:
    """Whether a span lies between quotation marks that open inside a form."""
    return any(form[0] <= passage.start for passage in document.passages_around(span))


def _spans(form: Attribution) -> tuple[Span, ...]:
    return (*form.content, *form.source, *form.cue)


def _attribution(document: Document, form: Form) -> Attribution:
    content, source, cue = (
        tuple(Span.of(document.text, *place) for place in places) for places in (form.said, (form.who,), (form.cue,))
    )
    quoted = [passage for span in content for passage in document.outer_within(span)]
    how = Stance.ASKED if form.asks else Stance.ASSERTED
    return attribution(document, content, source, cue, quoted=quoted, score=SCORE, how=how)
