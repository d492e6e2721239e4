"""Article in, quotes out: this module is the order of work.

Each step is a function of the document and of the results so far, in its own module: spans are tagged and linked into
attributions, quotes attributed by layout and quotes within quotes are added, speakers are resolved, dates and occasions
found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from itertools import pairwise

from indexer.document import Document, Nesting
from indexer.extract import rules, tagger
from indexer.extract.act import acts
from indexer.extract.confidence import Calibration, Scores, calibration, curve_names
from indexer.extract.dates import said_all
from indexer.extract.dates.told import Told
from indexer.extract.entries import by_entry
from indexer.extract.foreign import foreign
from indexer.extract.forms import formed, unclaimed
from indexer.extract.forms.set_in import with_set_in
from indexer.extract.hearsay import hearsay
from indexer.extract.link import link
from indexer.extract.occasion import occasion
from indexer.extract.speakers import resolve
from indexer.in_words import shortened
from indexer.model import Article, Attribution, Label, Quote, Span

Tagger = Callable[[Document], Iterable[Label]]
"""Finds sources, cues and contents, in any order: the rules, or a model. Every step after it knows only labels."""

CONTEXT = 40
"""Words of the article that are kept on each side of a quote."""


def extract(
    article: Article, tagger: Tagger = tagger.tag, *, calibrated: Calibration | str = "learned"
) -> tuple[Quote, ...]:
    """The quotes of an article, in order of where their content begins.

    Of a live blog each entry is extracted by itself. In a language without tables, the passages between quotation
    marks are the quotes, and those speakers are named who stand beside a verb of speech beside the quote.

    Args:
        article: as read; its furniture is neither quoted nor consulted.
        tagger: finds the spans.
        calibrated: the calibration of this tagger's scores, or its name.

    Raises:
        EncoderUnavailable: the learned tagger is wanted, and onnxruntime is missing or broken.
    """
    if article.entries:
        return by_entry(article, partial(extract, tagger=tagger, calibrated=calibrated), quote_id)
    meaning = calibration(calibrated) if isinstance(calibrated, str) else calibrated
    document = Document(article)
    if document.understood:
        forms = formed(document)
        printed = _apart(
            (*link(document, tuple(unclaimed(document, with_set_in(document, tagger(document)), forms))), *forms)
        )
        attributions = _apart((*printed, *hearsay(document, printed)))
        speakers = resolve(document, attributions)
    else:
        known = {found.content[0].start: (found, speaker) for found, speaker in foreign(document)}
        attributions = tuple(found for found, _ in known.values())
        speakers = tuple(speaker for _, speaker in known.values())
    done = acts(document, attributions)
    told = [Told(one, speaker, act) for one, (speaker, _), (act, _) in zip(attributions, speakers, done, strict=True)]
    dates = said_all(document, told)
    holders = _holders(attributions)
    quotes = []
    found = zip(attributions, speakers, dates, done, holders, strict=True)
    for one, (speaker, speaker_score), date, (act, act_score), holder in found:
        said, said_score = date or (None, 0.0)
        quotes.append(
            Quote(
                id=quote_id(article.id, one.content[0].start),
                article_id=article.id,
                kind=one.kind,
                stance=one.stance,
                act=act,
                content=one.content,
                source=one.source,
                cue=one.cue,
                quoted=tuple(span.text for span in one.quoted),
                speaker=speaker,
                said=said,
                occasion=occasion(document, one),
                before=document.before(one.content[0].start, CONTEXT),
                after=document.after(one.content[-1].end, CONTEXT),
                confidence=meaning.confidence(
                    Scores(one.score, speaker_score, said_score, act_score), curve_names(one, speaker, act)
                ),
                inside=None if holder is None else quote_id(article.id, holder),
                between=_between(document, one.content),
            )
        )
    return tuple(quotes)


EXTRACTORS: dict[str, Callable[..., tuple[Quote, ...]]] = {
    "learned": extract,
    "rules": partial(extract, tagger=rules.tag, calibrated="rules"),
}
"""The extractors by the names that ``--extractor`` takes; the first is the default. Rules find less, are several times
as fast, and need no onnxruntime."""


def quote_id(article_id: str, start: int) -> str:
    """The id of the quote of an article whose content begins at a character: stable from run to run."""
    return sha256(f"{article_id}\0{start}".encode()).hexdigest()[:24]


def _between(document: Document, content: Sequence[Span]) -> tuple[str, ...]:
    """What is printed between the spans, each cut to ``CONTEXT`` words by an ellipsis in its middle."""
    return tuple(shortened(document.text[one.end : other.start], CONTEXT) for one, other in pairwise(content))


def _apart(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in order, one for each place where a content begins: two of one place would have one id."""
    found: dict[int, Attribution] = {}
    for attribution in attributions:
        found.setdefault(attribution.content[0].start, attribution)
    return tuple(sorted(found.values(), key=lambda a: (a.content[0].start, -a.content[-1].end)))


def _holders(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution, where the innermost other one begins that has it inside one of its spans, or None."""
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
