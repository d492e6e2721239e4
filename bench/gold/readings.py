"""Where an extractor reads an annotated article otherwise than a reader does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.gold.annotated import Annotated, Wanted, Who
from bench.gold.places import Words
from indexer.extract.dates import said_text
from indexer.model import Quote, Span, Speaker


def differences(row: Annotated, found: Sequence[Quote]) -> list[str]:
    """One line for each quote that is missing, read otherwise, or too many; none where all agree.

    Content and source agree word by word, whatever the punctuation; a cue agrees when it shares a word (or, where it
    has none, a character) with the one wanted.
    """
    words = Words(row.article.text)
    left = {words.inside(quote.content): quote for quote in found}
    lines = []
    for wanted in row.wanted:
        quote = left.pop(words.inside(wanted.content), None)
        if quote is None:
            lines.append(f"missing: {_text(wanted.content)!r}")
        else:
            lines.extend(_unlike(words, wanted, quote))
    lines.extend(f"too many: {quote.text!r} by {_text(quote.source)!r}" for quote in left.values())
    return lines


def _unlike(words: Words, wanted: Wanted, quote: Quote) -> Iterator[str]:
    text = _text(wanted.content)
    if words.inside(wanted.source) != words.inside(quote.source):
        yield f"source of {text!r}: {_text(wanted.source)!r} wanted, {_text(quote.source)!r} found"
    if wanted.cue and not _touch(wanted.cue, quote.cue):
        yield f"cue of {text!r}: {_text(wanted.cue)!r} wanted, {_text(quote.cue)!r} found"
    if not any(is_meant(who, quote.speaker) for who in wanted.who):
        names = " or ".join(f"{who.name} ({who.kind})" for who in wanted.who)
        yield f"speaker of {text!r}: {names} wanted, {quote.speaker.name} ({quote.speaker.kind}) found"
    if wanted.stance is not quote.stance:
        yield f"stance of {text!r}: {wanted.stance} wanted, {quote.stance} found"
    if wanted.said and (quote.said is None or said_text(quote.said) != wanted.said):
        yield f"date of {text!r}: {wanted.said} wanted, {quote.said and said_text(quote.said)} found"


def is_meant(who: Who, speaker: Speaker) -> bool:
    """Whether a resolved speaker is the one that a reader names; a leading article does not count."""
    return speaker.kind is who.kind and _plain(speaker.name) == _plain(who.name)


def _plain(name: str | None) -> str | None:
    return name and name.removeprefix("The ").removeprefix("the ")


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _text(spans: Sequence[Span]) -> str:
    return " … ".join(span.text for span in spans)
