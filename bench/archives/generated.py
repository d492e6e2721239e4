"""Quotes made up by the thousand, with words planted in a known share of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from indexer.model import (
    Act,
    Article,
    Basis,
    Confidence,
    Kind,
    Published,
    PublishedDate,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
)
from indexer.query import StoredArticle

QUOTES_AN_ARTICLE = 10
SHARES = {"0.1 %": 0.001, "1 %": 0.01, "5 %": 0.05}
_SYLLABLES = [c + v for c in "bdfgklmnprtvz" for v in ("a", "e", "i", "o", "u", "ar", "en", "ol")]


def vocabulary(size: int, chance: random.Random) -> list[str]:
    """Words that nobody has said, and that no stemmer shortens."""
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))) + "k"] = None
    return list(found)


def planted(share: str, count: int = 10) -> list[str]:
    """The words of which each stands in about ``share`` of all quotes."""
    tag = {"0.1 %": "x", "1 %": "y", "5 %": "w"}[share]
    return [f"{tag}{letter}quonk" for letter in "abcdefghij"[:count]]


def articles(quotes: int, seed: int = 7) -> Iterator[StoredArticle]:
    """Articles of ten quotes each, ``quotes`` in all; common words are common, as in any language."""
    chance = random.Random(seed)
    known = vocabulary(20_000, chance)
    weights = [1 / (rank + 10) for rank in range(len(known))]
    names = [f"{a.capitalize()} {b.capitalize()}" for a, b in zip(known[:2000], known[2000:4000], strict=True)]
    outlets = [f"The {word.capitalize()} Post" for word in known[5000:5100]]
    stream = _stream(chance, known, weights)
    for number in range(quotes // QUOTES_AN_ARTICLE):
        yield _article(number, chance, stream, names, chance.choice(outlets))


def _stream(chance: random.Random, known: list[str], weights: list[float]) -> Iterator[str]:
    while True:
        yield from chance.choices(known, weights, k=10_000)


def _content(chance: random.Random, stream: Iterator[str]) -> str:
    words = list(islice(stream, chance.randint(6, 40)))
    for share, part in SHARES.items():
        for word in planted(share):
            if chance.random() < part:
                words[chance.randrange(len(words))] = word
    return " ".join(words)


def _article(number: int, chance: random.Random, stream: Iterator[str], names: list[str], outlet: str) -> StoredArticle:
    day = (date(2015, 1, 1) + timedelta(days=chance.randrange(4000))).isoformat()
    identity = f"generated/{number}"
    pieces: list[str] = []
    placed: list[tuple[int, str, str]] = []
    position = 0
    for _ in range(QUOTES_AN_ARTICLE):
        content, name = f"“{_content(chance, stream)}”", chance.choice(names)
        sentence = f"{content} said {name}.\n"
        placed.append((position, content, name))
        pieces.append(sentence)
        position += len(sentence)
    text = "".join(pieces)
    published = Published(PublishedDate(day, None, Basis.GIVEN, day))
    article = Article(id=identity, text=text, outlet=outlet, published=published)
    return StoredArticle(article, tuple(quote(article, *each) for each in placed))


def quote(article: Article, start: int, content: str, name: str) -> Quote:
    """The quote of `CONTENT said NAME`, where its content starts."""
    end = start + len(content)
    cue, source = end + 1, end + len(" said ")
    return Quote(
        id=f"{article.id}/{start}",
        article_id=article.id,
        kind=Kind.DIRECT,
        stance=Stance.ASSERTED,
        act=Act.SAID,
        content=(Span.of(article.text, start, end),),
        source=(Span.of(article.text, source, source + len(name)),),
        cue=(Span.of(article.text, cue, cue + len("said")),),
        quoted=(content[1:-1],),
        speaker=Speaker(name.lower().replace(" ", "-"), name, name, SpeakerKind.PERSON),
        said=None,
        occasion=None,
        before=article.text[:start][-200:],
        after=article.text[end : end + 200],
        confidence=Confidence(1.0, 1.0, 0.0, 1.0),
    )
