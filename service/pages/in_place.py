"""An article as its page sets it: the text once, in paragraphs, with quotes and cues in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote as escaped

from service.answers import Article, Quote

FRAGMENT_WORDS = 5
"""Words at each end of a quote by which a browser finds it in the original."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an article.

    Args:
        quote_id: the innermost quote that contains it, or None.
        begun: the quotes that begin here.
        cue: whether it is a part of the words that attribute a quote.
        furniture: whether it is something that the site prints around the article.
    """

    text: str
    quote_id: str | None
    begun: tuple[Quote, ...]
    cue: bool
    furniture: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and the quotes that begin in it, in order."""

    segments: tuple[Segment, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    quote: Quote | None = None
    cue: bool = False


def paragraphs(article: Article) -> list[Paragraph]:
    """An article's text; all segments joined are the text, and line breaks stay at the ends of paragraphs."""
    text = article.text or ""
    bounds = _bounds(text)
    quotes = [_Stretch(span.start, span.end, quote) for quote in article.quotes for span in quote.content]
    cues = [_Stretch(span.start, span.end, cue=True) for quote in article.quotes for span in quote.cue]
    furniture = [_Stretch(start, end) for start, end in article.furniture or []]
    segments = iter(_segments(text, bounds, [*quotes, *cues, *furniture]))
    found: list[Paragraph] = []
    place = 0
    for _, end in pairwise(bounds):
        own: list[Segment] = []
        while place < end and (segment := next(segments, None)) is not None:
            own.append(segment)
            place += len(segment.text)
        found.append(Paragraph(tuple(own), tuple(quote for each in own for quote in each.begun)))
    return found


def original(quote: Quote) -> str | None:
    """The address of a quote in its original, at which a browser shows these words; None without one.

    The caller tests whether the address may be linked to.
    """
    if not quote.url:
        return None
    words = quote.content[0].text.strip("“”\"'‘’«»").split()
    if len(words) <= 2 * FRAGMENT_WORDS:
        fragment = _part(words)
    else:
        fragment = f"{_part(words[:FRAGMENT_WORDS])},{_part(words[-FRAGMENT_WORDS:])}"
    return f"{quote.url.partition('#')[0]}#:~:text={fragment}"


def _part(words: Sequence[str]) -> str:
    # A dash and a comma would be syntax.
    return escaped(" ".join(words).strip(",.;:"), safe="").replace("-", "%2D")


def _bounds(text: str) -> list[int]:
    """Where paragraphs begin and end: after blank lines, or after every line where there are none."""
    blank = re.compile(r"\n[^\S\n]*\n\s*" if re.search(r"\n[^\S\n]*\n", text) else r"\n")
    ends = [match.end() for match in blank.finditer(text) if match.end() < len(text)]
    return [0, *ends, len(text)]


def _segments(text: str, bounds: Sequence[int], stretches: Sequence[_Stretch]) -> Iterator[Segment]:
    """The text, cut where anything begins or ends."""
    cuts = sorted({*bounds, *(each.start for each in stretches), *(each.end for each in stretches)})
    opening = sorted(stretches, key=lambda each: each.start)
    open_: list[_Stretch] = []
    at = 0
    for start, end in pairwise(cuts):
        open_ = [each for each in open_ if each.end > start]
        while at < len(opening) and opening[at].start <= start:
            if opening[at].end > start:
                open_.append(opening[at])
            at += 1
        quote = _innermost(open_)
        begun = (each.quote for each in open_ if each.quote is not None and each.quote.content[0].start == start)
        yield Segment(
            text=text[start:end],
            quote_id=quote.id if quote is not None else None,
            begun=tuple({each.id: each for each in begun}.values()),
            cue=any(each.cue for each in open_),
            furniture=any(each.quote is None and not each.cue for each in open_),
        )


def _innermost(stretches: Iterable[_Stretch]) -> Quote | None:
    holding = [each for each in stretches if each.quote is not None]
    return min(holding, key=lambda each: each.end - each.start).quote if holding else None
