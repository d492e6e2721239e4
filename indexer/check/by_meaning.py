"""What words leave open, judged by meaning; and what is only near in meaning, to be suggested."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from indexer.check.candidates import Judged
from indexer.compare import SecondLook, fingerprint, judge, wording
from indexer.languages import tables
from indexer.printed import Near

NEAREST = 20
"""Quotes near in meaning that an archive is asked for."""

JUDGED = 4
"""Of these, the ones that are judged beside the candidates by words."""

SIMILAR = 0.4
"""Likeness from which on a quote is suggested: that of a quote and its translation there and back is 0.54 and more in
nine of ten, that of a quote and another sentence on its topic 0.35, of a free paraphrase 0.22 (the 58 by hand)."""

SUGGESTED = 5

FUSED = 60
"""The constant of reciprocal rank fusion, from those who proposed it (Cormack, Clarke and Büttcher, SIGIR 2009): what
ranks first by one of two ways does not outweigh what both rank well."""


def judged_again(look: SecondLook, near: Sequence[Near], judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """The candidates by words and the nearest by meaning; where words report none, the best judged by meaning too."""
    known = {each.quote_id for each in judged}
    english = [each.hit.quote for each in near if tables(each.hit.article.language) is not None]
    fresh = [quote for quote in english if quote.id not in known]
    judged += tuple(Judged(each.id, each.text, judge(look.query, each.text), look.query) for each in fresh[:JUDGED])
    if any(each.comparison.reported for each in judged):
        return judged
    # A piece of a long passage is no wording of its own.
    whole = [number for number, each in enumerate(judged) if each.query is look.query]
    again = look.judge_best([(wording(judged[each].text), judged[each].comparison) for each in whole])
    found = list(judged)
    for place, comparison in again.items():
        found[whole[place]] = replace(found[whole[place]], comparison=comparison)
    return tuple(found)


def similar(near: Sequence[Near], by_words: Sequence[str], reported: Collection[str]) -> tuple[Near, ...]:
    """What is to be suggested, the likeliest first: quotes near in meaning, those that share words before others.

    Args:
        by_words: ids of the candidates by words, the likeliest first.
        reported: fingerprints of what is reported already.
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
