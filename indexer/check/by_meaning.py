"""Judges by meaning what words leave open, and suggests quotes that are only near in meaning."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from indexer.check.candidates import JudgedWording
from indexer.check.judging import judge
from indexer.compare import SecondLook, fingerprint, wording
from indexer.languages import tables
from indexer.printed import Near

NEAREST = 20
"""Quotes nearest in meaning that are taken from an archive."""

JUDGED = 4
"""Those of them that are judged beside the candidates by words."""

SIMILAR = 0.4
"""Likeness from which on a quote is suggested. In the 58 by hand, nine of ten back-translations reach 0.54; the mean of
another sentence on the topic is 0.35, of a free paraphrase 0.22."""

SUGGESTED = 5

FUSED = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): being first in one ranking does
not outweigh being high in both."""


def judge_by_meaning(
    look: SecondLook, near: Sequence[Near], judged: tuple[JudgedWording, ...]
) -> tuple[JudgedWording, ...]:
    """The candidates by words and the nearest by meaning; if words report none, the best are judged by meaning."""
    known = {each.quote_id for each in judged}
    english = [each.hit.quote for each in near if tables(each.hit.article.language) is not None]
    fresh = [quote for quote in english if quote.id not in known]
    judged += tuple(
        JudgedWording(each.id, each.text, judge(look.query, each.text, each.id), look.query) for each in fresh[:JUDGED]
    )
    if any(each.comparison.reported for each in judged):
        return judged
    # A piece of a long text is not judged by meaning.
    whole = [number for number, each in enumerate(judged) if each.query is look.query]
    again = look.judge_best([(wording(judged[each].text), judged[each].comparison) for each in whole])
    found = list(judged)
    for place, comparison in again.items():
        found[whole[place]] = replace(found[whole[place]], comparison=comparison)
    return tuple(found)


def similar_quotes(near: Sequence[Near], by_words: Sequence[str], reported: Collection[str]) -> tuple[Near, ...]:
    """Quotes to suggest, the likeliest first: near in meaning, those that share words before others.

    Args:
        by_words: ids of the candidates by words, the likeliest first.
        reported: fingerprints of the wordings that are reported already.
    """
    place = {quote_id: number for number, quote_id in enumerate(by_words, 1)}
    ranked = []
    for number, each in enumerate(near, 1):
        if each.likeness < SIMILAR or fingerprint(each.hit.quote.text) in reported:
            continue
        share = 1 / (FUSED + place[each.hit.quote.id]) if each.hit.quote.id in place else 0.0
        ranked.append((1 / (FUSED + number) + share, -number, each))
    ranked.sort(key=lambda each: each[:2], reverse=True)
    return tuple(each for _, _, each in ranked[:SUGGESTED])
