"""Article in, quotes out: this module is the order of work.

Marks are read, spans tagged, attributions linked, speakers resolved, dates and occasions found; each step is a
module of its own, and what it leaves out stays out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256

from indexer.document import Document, Nesting
from indexer.extract import rules, tagger
from indexer.extract.confidence import Calibration, calibration
from indexer.extract.dates import said_all
from indexer.extract.forms import formed, outside
from indexer.extract.hearsay import hearsay
from indexer.extract.link import link
from indexer.extract.occasion import occasion
from indexer.extract.speakers import resolve
from indexer.languages import tables
from indexer.model import Article, Attribution, Label, Quote, Role, Span

Tagger = Callable[[Document], Iterable[Label]]
"""Finds sources, cues and contents, in any order: the rules, or a model. Every step after it knows only labels."""

CONTEXT = 40
"""Words of the article that are kept on each side of a quote."""


def extract(
    article: Article, tagger: Tagger = tagger.tag, *, calibrated: Calibration | str = "learned"
) -> tuple[Quote, ...]:
    """The quotes of an article, in order of where their content begins.

    An article in a language without tables has its passages between marks kept, attributed to nobody.

    Args:
        article: as read; its furniture is neither quoted nor consulted.
        tagger: what finds the spans.
        calibrated: what the scores of this tagger mean, or the name of the table that says so.

    Raises:
        EncoderUnavailable: the learned tagger is wanted, and onnxruntime is missing or broken.
    """
    meaning = calibration(calibrated) if isinstance(calibrated, str) else calibrated
    document = Document(article)
    understood = tables(article.language) is not None
    labels = tuple(tagger(document)) if understood else _passages_only(document)
    forms = formed(document) if understood else ()
    printed = _apart((*link(document, tuple(outside(document, labels, forms))), *forms))
    within = hearsay(document, printed) if understood else ()
    attributions = _apart((*printed, *within))
    speakers = resolve(document, attributions)
    dates = said_all(document, attributions)
    quotes = []
    holders, furniture = _holders(attributions), sorted(article.furniture)
    for attribution, (speaker, speaker_score), date, holder in zip(attributions, speakers, dates, holders, strict=True):
        said, said_score = date or (None, 0.0)
        quotes.append(
            Quote(
                id=quote_id(article.id, attribution.content[0].start),
                article_id=article.id,
                kind=attribution.kind,
                stance=attribution.stance,
                content=attribution.content,
                source=attribution.source,
                cue=attribution.cue,
                quoted=tuple(span.text for span in attribution.quoted),
                speaker=speaker,
                said=said,
                occasion=occasion(document, attribution),
                before=_before(article.text, furniture, attribution.content[0].start),
                after=_after(article.text, furniture, attribution.content[-1].end),
                confidence=meaning.confidence(attribution, speaker, speaker_score, said_score),
                inside=None if holder is None else quote_id(article.id, holder),
            )
        )
    return tuple(quotes)


EXTRACTORS: dict[str, Callable[..., tuple[Quote, ...]]] = {
    "learned": extract,
    "rules": partial(extract, tagger=rules.tag, calibrated="rules"),
}
"""What ``--extractor`` may name; the first is taken where none is named. Rules find less, several times as fast, and
need no onnxruntime."""


def quote_id(article_id: str, start: int) -> str:
    """The id of the quote of an article whose content begins at a character: stable from run to run."""
    return sha256(f"{article_id}\0{start}".encode()).hexdigest()[:24]


def _passages_only(document: Document) -> tuple[Label, ...]:
    return tuple(
        Label(span=Span.of(document.text, passage.start, passage.end), role=Role.CONTENT, score=0.5)
        for passage in document.outer
    )


def _apart(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Attributions that begin at different places: two that begin together would be one quote twice."""
    found: dict[int, Attribution] = {}
    for attribution in attributions:
        found.setdefault(attribution.content[0].start, attribution)
    return tuple(sorted(found.values(), key=lambda a: (a.content[0].start, -a.content[-1].end)))


def _holders(attributions: Sequence[Attribution]) -> list[int | None]:
    """Where the quote begins that each stands in: the innermost whose one span holds it whole, or None."""
    spans = [(span, number) for number, one in enumerate(attributions) for span in one.content]
    nesting = Nesting((span.start, span.end) for span, _ in spans)
    found: list[int | None] = []
    for number, one in enumerate(attributions):
        around = (spans[each] for each in nesting.holding(one.content[0].start))
        holders = [
            (span.end - span.start, attributions[other].content[0].start)
            for span, other in around
            if one.content[-1].end <= span.end and other != number
        ]
        found.append(min(holders)[1] if holders else None)
    return found


_REACH = 1_000  # characters that 40 words fit into, long ones included


def _before(text: str, furniture: Sequence[Span], position: int) -> str:
    """The words of the article before a quote; furniture, which is in order, is none of them."""
    above = bisect_right(furniture, position, key=lambda span: span.end)
    floor = furniture[above - 1].end if above else 0
    pieces = text[max(floor, position - _REACH) : position].split()
    return " ".join(pieces[-CONTEXT:])


def _after(text: str, furniture: Sequence[Span], position: int) -> str:
    """The words of the article behind a quote."""
    below = bisect_left(furniture, position, key=lambda span: span.start)
    ceiling = furniture[below].start if below < len(furniture) else len(text)
    pieces = text[position : min(ceiling, position + _REACH)].split()
    return " ".join(pieces[:CONTEXT])
