"""Texts whose quotations are dated as extraction dates them."""

from __future__ import annotations

import re

from indexer.document import Document
from indexer.extract.act import acts
from indexer.extract.dates import said_all, said_text
from indexer.extract.dates.told import Told
from indexer.extract.speakers import resolve
from indexer.model import Article, Attribution, Basis, Kind, Published, PublishedDate, Said, Span, Stance

THURSDAY = "2025-02-13"
QUOTE = re.compile(r"“[^”]*”")
CUE = re.compile(r"\b(?:said|told|wrote|warned|added|argued|asked)\b")


def article(text: str, published: str | None = THURSDAY, basis: Basis = Basis.GIVEN, language: str = "en") -> Article:
    best = Published(PublishedDate(published, None, basis, "")) if published else None
    return Article("a", text, language=language, published=best)


def attributions(text: str) -> tuple[Attribution, ...]:
    """One for each quotation, with the verb of saying that is nearest to it in its line."""
    found = []
    for quotation in QUOTE.finditer(text):
        start, end = text.rfind("\n", 0, quotation.start()) + 1, text.find("\n", quotation.end())
        cues = [
            cue for cue in CUE.finditer(text, start, end if end >= 0 else len(text)) if not inside(text, cue.start())
        ]
        cue = min(cues, key=lambda cue: max(cue.start() - quotation.end(), quotation.start() - cue.end()))
        name = re.search(r"(?:[A-Z]\w+ )?(?:[A-Z]\w+|\b[Ss]?he) $", text[start : cue.start()])
        source = (Span.of(text, start + name.start(), start + name.end() - 1),) if name else ()
        content = (Span.of(text, *quotation.span()),)
        found.append(Attribution(content, source, (Span.of(text, *cue.span()),), Kind.DIRECT, Stance.ASSERTED, (), 1.0))
    return tuple(found)


def inside(text: str, position: int) -> bool:
    return any(quotation.start() < position < quotation.end() for quotation in QUOTE.finditer(text))


def dated(one: Article, found: tuple[Attribution, ...] | None = None) -> tuple[tuple[Said, float] | None, ...]:
    """When the words of each quotation, or of these attributions, were said, its speaker and act found out."""
    document, found = Document(one), attributions(one.text) if found is None else found
    told = zip(found, resolve(document, found), acts(document, found), strict=True)
    return said_all(document, [Told(each, speaker, act) for each, (speaker, _), (act, _) in told])


def dates(text: str, published: str | None = THURSDAY) -> list[tuple[str, str] | None]:
    """Of each quotation the date as text and the evidence."""
    found = dated(article(text, published))
    return [(said_text(result[0]), result[0].evidence.text) if result else None for result in found]
