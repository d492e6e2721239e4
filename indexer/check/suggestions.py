"""Suggests quotes that may say a text in other words: those near it in meaning and those that share its words, fused.

They are suggestions to look at. None is a report, and nothing else in an answer depends on them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from indexer.compare import fingerprint
from indexer.languages import tables
from indexer.printed import Near

NEAREST = 20
"""Quotes nearest in meaning that are taken from an archive."""

SIMILAR = 0.4
"""Likeness from which on a quote is suggested."""

SUGGESTED = 5

FUSED = 20
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): being first in one ranking does
not outweigh being high in both. This and ``BY_WORDS`` were chosen on 197 tweets (``bench.claims``)."""

BY_WORDS = 0.3
"""What a place in the ranking by words counts beside one in the ranking by meaning."""


def suggestions(near: Sequence[Near], by_words: Sequence[str], reported: Collection[str]) -> tuple[Near, ...]:
    """Quotes to suggest, the likeliest first.

    Args:
        near: the nearest in meaning, in order.
        by_words: ids of the quotes that share words with the text, in the engine's order.
        reported: fingerprints of the wordings that are reported already.
    """
    known = {
        each.hit.quote.id: each
        for each in near
        if each.likeness >= SIMILAR
        and tables(each.hit.article.language) is not None
        and fingerprint(each.hit.quote.text) not in reported
    }
    ranked = fused(by_words, [each.hit.quote.id for each in near])
    found: dict[str, Near] = {}
    for quote_id in ranked:
        if quote_id in known:
            found.setdefault(fingerprint(known[quote_id].hit.quote.text), known[quote_id])
    return tuple(found.values())[:SUGGESTED]


def fused(by_words: Sequence[str], near: Sequence[str]) -> list[str]:
    """The ids of both rankings in one, by reciprocal rank fusion; of equals, the nearer in meaning first."""
    scores = {each: 1 / (FUSED + number) for number, each in enumerate(near, 1)}
    for number, each in enumerate(by_words, 1):
        scores[each] = scores.get(each, 0.0) + BY_WORDS / (FUSED + number)
    return sorted(scores, key=lambda each: -scores[each])
