"""Articles and quotes for tests, made of as little as a test cares about.

``article("The dam", says("It will hold.", "Ida Brandt"))`` is a stored article that prints that quote.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from indexer.model import (
    Act,
    Article,
    Basis,
    Confidence,
    Kind,
    Occasion,
    Precision,
    Published,
    PublishedDate,
    Quote,
    Said,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
)
from indexer.query import StoredArticle
from indexer.text import words


@dataclass(frozen=True, slots=True)
class Line:
    """What a quote of ``article`` is made of; see ``says``."""

    spans: tuple[str, ...]
    speaker: Speaker
    kind: Kind
    stance: Stance
    act: Act
    confidence: tuple[float, float]
    quoted: tuple[str, ...] | None
    said: tuple[date, date] | None
    before: str
    after: str
    occasion: Occasion | None


def says(
    text: str | tuple[str, ...],
    name: str | None = "Ida Brandt",
    *,
    as_printed: str | None = None,
    beside: tuple[str, ...] = (),
    speaker_id: str | None = None,
    speaker_kind: SpeakerKind | None = None,
    kind: Kind = Kind.DIRECT,
    stance: Stance = Stance.ASSERTED,
    act: Act = Act.SAID,
    confidence: tuple[float, float] = (0.9, 0.95),
    quoted: tuple[str, ...] | None = None,
    said: str | None = None,
    before: str = "",
    after: str = "",
    occasion: Occasion | None = None,
) -> Line:
    """One quote to be.

    Args:
        text: the content, marks included when wanted; several spans are a split quote.
        name: the resolved speaker, None for nobody named.
        confidence: of the content and of the speaker.
        as_printed: the source's own words, by default the name.
        beside: those whom the source names together with that one.
        quoted: the parts between marks, by default the spans of a direct quote.
        said: a day ("2025-02-12") or an interval ("2025-02-01/2025-02-28").
        before, after: the context; it stands around the quote in the article's text.
    """
    known = "-".join(word.text for word in words(name)) if name else None
    return Line(
        spans=(text,) if isinstance(text, str) else text,
        speaker=Speaker(
            id=speaker_id or known,
            name=name,
            as_printed=as_printed if as_printed is not None else name,
            kind=speaker_kind or (SpeakerKind.PERSON if name else SpeakerKind.UNKNOWN),
            candidates=beside,
        ),
        kind=kind,
        stance=stance,
        act=act,
        confidence=confidence,
        quoted=quoted,
        said=_days(said) if said else None,
        before=before,
        after=after,
        occasion=occasion,
    )


def article(
    article_id: str,
    *lines: Line | str,
    outlet: str | None = "Fjord Courier",
    published: str | None = "2025-03-05",
    others: tuple[str, ...] = (),
    url: str | None = None,
    title: str | None = "A title",
    authors: tuple[str, ...] = (),
    language: str = "en",
    origin_hint: str | None = None,
) -> StoredArticle:
    """An article whose text prints these quotes one after the other; a ``str`` is said by Ida Brandt."""
    made = [says(line) if isinstance(line, str) else line for line in lines]
    text, starts = "A dateline\n", []
    for line in made:
        text += line.before + "\n"
        starts.append(len(text))
        text += "\n".join(line.spans) + "\n" + line.after + "\n" + (line.speaker.as_printed or "") + " said.\n"
    record = Article(
        id=article_id,
        text=text,
        language=language,
        url=url,
        title=title,
        authors=authors,
        outlet=outlet,
        published=Published(_printed(published), tuple(_printed(other) for other in others)) if published else None,
        furniture=(Span.of(text, 0, 10),),
        origin_hint=origin_hint,
    )
    return StoredArticle(record, tuple(_quote(record, line, start) for line, start in zip(made, starts, strict=True)))


def _quote(article: Article, line: Line, start: int) -> Quote:
    content = []
    position = start
    for span in line.spans:
        content.append(Span.of(article.text, position, position + len(span)))
        position += len(span) + 1
    position += len(line.after) + 1
    printed = line.speaker.as_printed or ""
    source = (Span.of(article.text, position, position + len(printed)),) if printed else ()
    position += len(printed) + 1
    evidence = Span.of(article.text, 0, 10)
    quoted = line.quoted if line.quoted is not None else (line.spans if line.kind is Kind.DIRECT else ())
    return Quote(
        id=hashlib.sha256(f"{article.id} {start}".encode("utf-8", "backslashreplace")).hexdigest()[:24],
        article_id=article.id,
        kind=line.kind,
        stance=line.stance,
        act=line.act,
        content=tuple(content),
        source=source,
        cue=(Span.of(article.text, position, position + 4),),
        quoted=quoted,
        speaker=line.speaker,
        said=Said(*line.said, _precision(line.said), evidence) if line.said else None,
        occasion=line.occasion,
        before=line.before,
        after=line.after,
        confidence=Confidence(*line.confidence, 0.9, 0.8),
    )


def _days(said: str) -> tuple[date, date]:
    start, _, end = said.partition("/")
    return date.fromisoformat(start), date.fromisoformat(end or start)


def _precision(said: tuple[date, date]) -> Precision:
    return Precision.DAY if said[0] == said[1] else Precision.INTERVAL


def _printed(value: str) -> PublishedDate:
    return PublishedDate(value, None, Basis.GIVEN, value)


def two_quotes(article: Article) -> tuple[Quote, ...]:
    """An extractor for texts that print nothing: gives two quotes whose ids are the article's own."""
    if "break" in article.text:
        raise ValueError("this text breaks the extractor")
    return tuple(replace(quote, id=f"{article.id}-{n}", article_id=article.id) for n, quote in enumerate(_QUOTES))


_QUOTES = article("any", "“It will hold.”", "“It has always held.”").quotes


def lines(path: Path, *texts: str, first: int = 1) -> Path:
    """Write articles of these texts, one JSON object a line, whose ids are numbers from ``first`` on."""
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts, first)))
    return path
