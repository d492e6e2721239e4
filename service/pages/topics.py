"""What somebody speaks of: the words that weigh most in their quotes, each as rare in news as frequent here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from indexer.compare import idf
from indexer.english import GRAMMAR
from indexer.query import Hit
from indexer.text import stem, word_texts

_FUNCTION_WORDS = frozenset().union(
    GRAMMAR.adpositions, GRAMMAR.auxiliaries, GRAMMAR.conjunctions, GRAMMAR.determiners, GRAMMAR.contracted_is
)

FEWEST = 3
"""Articles that a topic comes back in."""

LIGHTEST = 4.5
"""The weight of a word that can be a topic; see ``indexer.compare.idf``. Lighter are "people", "know", "country"."""


def topics(
    hits: Iterable[Hit], *, but: Iterable[str] = (), fewest: int = FEWEST, most: int = 12, language: str = "en"
) -> list[str]:
    """The weightiest words, in the form that is most frequent.

    Args:
        but: words that are none: the speaker's own names.
        fewest: articles that a word must be in.
    """
    own = {stem(word, language) for name in but for word in word_texts(name)}
    quotes = Counter[str]()
    forms: dict[str, Counter[str]] = {}
    articles: dict[str, set[str]] = {}
    for hit in hits:
        found = word_texts(hit.quote.text)
        words = [word for word in found if len(word) > 3 and word.isalpha() and word not in _FUNCTION_WORDS]
        stems = {stem(word, language): word for word in words}
        quotes.update(stems.keys())
        for each, word in stems.items():
            forms.setdefault(each, Counter())[word] += 1
            articles.setdefault(each, set()).add(hit.article.id)
    weighed = [
        (-count * idf.weight(each) ** 2, each)
        for each, count in quotes.items()
        if len(articles[each]) >= fewest and each not in own and idf.weight(each) >= LIGHTEST
    ]
    return [min(forms[each].items(), key=lambda form: (-form[1], form[0]))[0] for _, each in sorted(weighed)[:most]]
