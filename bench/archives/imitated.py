"""As many articles as are wanted, their quotes made of the words that follow one another in real ones.

Each word is drawn from those that follow the last one in some real quote, so that frequent words and phrases are as
frequent as in print; every other rare word becomes one that nobody has said, as a large archive has more words.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bench.archives.generated import quote, vocabulary
from bench.gold.corpus import polnear
from bench.questions.variants import contents
from indexer.model import (
    Article,
    Basis,
    Published,
    PublishedDate,
)
from indexer.query import StoredArticle

QUOTES_AN_ARTICLE = 10
SENTENCES_AN_ARTICLE = 4
RARE = 3
"""Words that the real quotes have no more often are rare."""

INVENTED = 150_000
SHORTEST, LONGEST = 6, 80
DAYS = 4_000


class Imitator:
    """Texts like the real ones, drawn by chance.

    Args:
        texts: real ones, of any length.
    """

    def __init__(self, texts: Sequence[str], seed: int) -> None:
        self._chance = random.Random(seed)
        split = [text.strip("“”\"'‘’ ").split() for text in texts]
        kept = [words for words in split if SHORTEST <= len(words) <= LONGEST]
        counts = Counter(word for words in kept for word in words)
        self._rare = frozenset(word for word, count in counts.items() if count <= RARE and word.isalpha())
        self._following: dict[str, list[str]] = {}
        for words in kept:
            for word, after in pairwise(words):
                self._following.setdefault(word, []).append(after)
        self._starts = [words[0] for words in kept]
        self._lengths = [len(words) for words in kept]
        self._words = list(counts)
        self._invented = vocabulary(INVENTED, self._chance)

    def text(self) -> str:
        """One more."""
        chance = self._chance
        word = chance.choice(self._starts)
        found = [word]
        for _ in range(chance.choice(self._lengths) - 1):
            after = self._following.get(word)
            word = chance.choice(after) if after else chance.choice(self._words)
            found.append(self._other() if word in self._rare and chance.random() < 0.5 else word)
        return " ".join(found)

    def _other(self) -> str:
        # Squared, so that few of the invented words are frequent and most are rare.
        return self._invented[int(len(self._invented) * self._chance.random() ** 2)]


def real_texts() -> list[str]:
    """The contents that people marked in PolNeAR's training articles, or the sentences of the samples."""
    marked = [content.text for content in contents("train")]
    return marked or [line for article in polnear("train").articles for line in article.text.splitlines() if line]


def articles(quotes: int, seed: int = 7) -> Iterator[StoredArticle]:
    """Articles of ten quotes each, ``quotes`` in all; a longer stream begins with the shorter one of its seed."""
    imitator = Imitator(real_texts(), seed)
    chance = random.Random(seed)
    words = [word.capitalize() for word in vocabulary(4_200, chance)]
    names = [f"{one} {other}" for one, other in zip(words[:2000], words[2000:4000], strict=True)]
    outlets = [f"The {word} Post" for word in words[4_000:]]
    for number in range(quotes // QUOTES_AN_ARTICLE):
        day = (date(2015, 1, 1) + timedelta(days=chance.randrange(DAYS))).isoformat()
        texts = [imitator.text() for _ in range(QUOTES_AN_ARTICLE + SENTENCES_AN_ARTICLE)]
        speakers = chance.choices(names, k=3)
        yield _article(f"imitated/{seed}/{number}", texts, speakers, chance.choice(outlets), day)


def _article(identity: str, texts: Sequence[str], names: Sequence[str], outlet: str, day: str) -> StoredArticle:
    pieces: list[str] = []
    placed: list[tuple[int, str, str]] = []
    position = 0
    for number, text in enumerate(texts):
        if number < QUOTES_AN_ARTICLE:
            content, name = f"“{text},”", names[number % len(names)]
            placed.append((position, content, name))
            line = f"{content} said {name}.\n"
        else:
            line = f"{text[0].upper()}{text[1:]}.\n"
        pieces.append(line)
        position += len(line)
    published = Published(PublishedDate(day, None, Basis.GIVEN, day))
    article = Article(id=identity, text="".join(pieces), outlet=outlet, published=published)
    return StoredArticle(article, tuple(quote(article, *each) for each in placed))
