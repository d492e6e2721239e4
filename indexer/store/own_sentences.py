"""An article's own sentences: which are indexed, and which of those found have most of a wording.

They hold the quotes that extraction missed or that were printed as plain text. Engines index the stems of an article's
own sentences as one field and find the articles that share a wording's rarer stems; the sentence is then found here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from indexer.compare import idf
from indexer.document import Document, Stretches
from indexer.model import Article, Span
from indexer.printed import OwnSentence
from indexer.query import StoredArticle
from indexer.text import fold, stem, word_texts

FEWEST_WORDS = 6
"""Words of a sentence that stand outside of all quotes, at the least: fewer tell nothing."""

LONGEST_SENTENCE = 2_000
"""Characters of a sentence: a longer one is a table or a list without points."""

MOST_SENTENCES = 2_000
"""Sentences of one article that are indexed; all its quotes are."""

ARTICLES_AT_ONCE = 20
"""Articles whose sentences are read for one wording."""

MOST_FROM_ONE = 3
"""Sentences given of one article."""

LEAST_SHARED = 0.3
"""Share of the weight of a wording's stems that a sentence has, at the least, to be given."""

BEGINNING = 3
"""Letters that a stem has in common with its words as they are printed; shorter stems may be those of "U.S."."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OwnSentences:
    """The sentences of an article that are indexed.

    Args:
        places: the characters of each in the article's text, in order.
        stems: of all sentences, in order, joined by one ASCII space.
    """

    places: tuple[Place, ...]
    stems: str


def own_sentences(stored: StoredArticle) -> OwnSentences:
    """The sentences of an article that are indexed beside its quotes."""
    article = stored.article
    quoted = Stretches((span.start, span.end) for quote in stored.quotes for span in quote.content)
    places: list[Place] = []
    stems: list[str] = []
    for start, end in _sentences(article):
        own = word_texts(quoted.outside(article.text, start, end))
        if len(own) >= FEWEST_WORDS:
            places.append((start, end))
            stems += _stems(article.text[start:end], article.language)
            if len(places) == MOST_SENTENCES:
                break
    return OwnSentences(tuple(places), " ".join(stems))


def best(
    found: Iterable[tuple[Article, Sequence[Sequence[int]]]], stems: Sequence[str], size: int
) -> tuple[OwnSentence, ...]:
    """The sentences that share most of a wording, by the weight of its stems; of two equal ones the shorter first.

    Args:
        found: articles with their text and the places of their own sentences.
        stems: of the wording.
    """
    wanted = {each: idf.weight(each) for each in stems}
    whole = fsum(wanted.values())
    ranked: list[tuple[float, int, str, int, OwnSentence]] = []
    beginnings = _beginnings(wanted)
    for article, places in found:
        bare = replace(article, text="", furniture=())
        own = []
        folded = fold(article.text)
        for start, end in places:
            if _most_shared(beginnings, folded[start:end]) < LEAST_SHARED * whole:
                continue
            stems_here = _stems(article.text[start:end], article.language)
            shared = fsum(wanted[each] for each in wanted.keys() & set(stems_here))
            if shared >= LEAST_SHARED * whole > 0:
                sentence = OwnSentence(bare, Span.of(article.text, start, end))
                own.append((-shared, len(stems_here), article.id, start, sentence))
        ranked += sorted(own, key=lambda one: one[:4])[:MOST_FROM_ONE]
    return tuple(one[4] for one in sorted(ranked, key=lambda one: one[:4])[:size])


def _beginnings(wanted: Mapping[str, float]) -> list[tuple[str, float]]:
    """The first letters of the stems, with the weight of all stems that begin with them."""
    weights: dict[str, float] = {}
    for each, weight in wanted.items():
        beginning = each[:BEGINNING]
        weights[beginning] = weights.get(beginning, 0.0) + weight
    return list(weights.items())


def _most_shared(beginnings: Sequence[tuple[str, float]], folded: str) -> float:
    """An upper bound on the weight that a sentence shares, thirty times as fast as reading its words and stems."""
    return fsum([weight for beginning, weight in beginnings if len(beginning) < BEGINNING or beginning in folded])


def _sentences(article: Article) -> Iterator[Place]:
    for sentence in Document(article).sentences:
        if sentence.end - sentence.start <= LONGEST_SENTENCE:
            yield sentence.start, sentence.end


def _stems(text: str, language: str) -> list[str]:
    return [stem(word, language) for word in word_texts(text)]
