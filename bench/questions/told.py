"""How the check tells what it found: which label each kind of question gets, and how often a label is right.

Besides the edits of ``bench.questions.perturbed``: direct quotes without marks whose ending is negated or invented, and
two quotes of two speakers joined to one, whole or by halves. Right by kind: what was cut or dressed is word for word;
what was changed differs in wording; a lost "not" alters the sense; and so on.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bench.questions.perturbed import HELPERS, KINDS, NEGATIVES, NOTHING, Archive, Case, words_between
from indexer.check import Outcome
from indexer.compare import wording
from indexer.model import WORDS, Kind, Quote

SHORTEST, LONGEST = 10, 40
"""Words of a quote that is given another ending, or joined with another."""

NEGATED, INVENTED, JOINED, HALVES = "ending negated", "ending invented", "two joined", "two halves joined"
MADE = (NEGATED, INVENTED, JOINED, HALVES)

_EXACT = frozenset({Outcome.WORD_FOR_WORD})
_NEAR = frozenset({Outcome.WORDING_DIFFERS, Outcome.PARTLY_PRINTED, Outcome.WORD_FOR_WORD, Outcome.IN_OTHER_WORDS})
_ALTERED = frozenset({Outcome.SENSE_ALTERED})
_ABSENT = frozenset({Outcome.NOT_IN_ARCHIVE, Outcome.SUGGESTED})
_PARTLY = frozenset({Outcome.PARTLY_PRINTED, Outcome.JOINED, Outcome.SENSE_ALTERED}) | _ABSENT

RIGHT: Mapping[str, frozenset[Outcome]] = {
    **dict.fromkeys(KINDS, _NEAR),
    **dict.fromkeys(("verbatim", "case, marks, dashes", "contractions", "brackets", "head … tail"), _EXACT),
    **dict.fromkeys(("tail cut", "head cut", "fragment"), _EXACT),
    "longer": frozenset({Outcome.PARTLY_PRINTED, Outcome.JOINED}),
    **dict.fromkeys(("not lost", "not added", "digit changed"), _ALTERED),
    NEGATED: _ALTERED | {Outcome.PARTLY_PRINTED},
    INVENTED: _PARTLY,
    JOINED: frozenset({Outcome.JOINED}),
    HALVES: frozenset({Outcome.JOINED, Outcome.SENSE_ALTERED}) | _ABSENT,
    **dict.fromkeys(NEGATIVES, _ABSENT),
}
"""The outcomes that are right for each kind of question."""

PRINTED = tuple(KINDS)
"""The kinds whose words are printed, changed or not: that nothing is found of them is false."""


def questions(made: Archive, count: int, seed: int) -> Iterator[Case]:
    """``count`` of each kind that is not among ``bench.questions.perturbed``'s."""
    chance = random.Random(seed)
    pool = [quote for each in made.stored if each.article.language == "en" for quote in each.quotes if _fits(quote)]
    invented = [quote for quote in made.held_out if _fits(quote)]
    for kind in MADE:
        found = 0
        for quote in chance.sample(pool, len(pool)):
            text = _made(kind, quote, chance.choice(invented if kind == INVENTED else pool), chance)
            if text is None:
                continue
            yield Case(kind, text, quote, NOTHING)
            found += 1
            if found == count:
                break


def _fits(quote: Quote) -> bool:
    return quote.kind is Kind.DIRECT and quote.act in WORDS and SHORTEST <= len(wording(quote.text)) <= LONGEST


def _made(kind: str, quote: Quote, other: Quote, chance: random.Random) -> str | None:
    words, others = words_between(quote.text), words_between(other.text)
    if kind == NEGATED:
        places = [at for at in range(2 * len(words) // 3, len(words) - 1) if words[at].lower() in HELPERS]
        if not places:
            return None
        at = chance.choice(places) + 1
        return " ".join([*words[:at], "not", *words[at:]])
    if other.speaker.id == quote.speaker.id or not words or not others:
        return None
    if kind == INVENTED:
        return " ".join([*words[: 2 * len(words) // 3], *others[len(others) // 2 :]])
    if kind == HALVES:
        return " ".join([*words[: 2 * len(words) // 3], *others[len(others) // 3 :]])
    return f"{' '.join(words).rstrip('.,')}. {' '.join(others)}"


# --- What is printed -------------------------------------------------------------------------------


def table(told: Mapping[str, Counter[Outcome]]) -> Iterator[str]:
    """How many questions of each kind get which label; what is right is marked."""
    names = [outcome for outcome in Outcome if any(counts[outcome] for counts in told.values())]
    yield f"{'told as':28}" + "".join(f"{outcome.value[:12]:>14}" for outcome in names) + f"{'right':>9}"
    for kind, counts in told.items():
        right = sum(counts[outcome] for outcome in RIGHT[kind])
        cells = "".join(f"{counts[each]:>13}{'*' if each in RIGHT[kind] else ' '}" for each in names)
        yield f"{kind:28}{cells}{_share(right, counts.total()):>9}"


def rates(told: Mapping[str, Counter[Outcome]]) -> Iterator[str]:
    """How often each label is right, and how many of those that should have it get it."""
    yield f"{'label':28}{'given':>8}{'right':>9}{'precision':>11}"
    for outcome in Outcome:
        given = sum(counts[outcome] for counts in told.values())
        right = sum(counts[outcome] for kind, counts in told.items() if outcome in RIGHT[kind])
        if given:
            yield f"{outcome.value:28}{given:8}{right:9}{_share(right, given):>11}"
    altered = [kind for kind in told if Outcome.WORD_FOR_WORD not in RIGHT[kind]]
    yield _false("word for word", Outcome.WORD_FOR_WORD, altered, told)
    yield _false("not found", Outcome.NOT_IN_ARCHIVE, [kind for kind in PRINTED if kind in told], told)


def _false(name: str, outcome: Outcome, kinds: Sequence[str], told: Mapping[str, Counter[Outcome]]) -> str:
    count, of = sum(told[kind][outcome] for kind in kinds), sum(told[kind].total() for kind in kinds)
    return f"false “{name}”: {count} of {of:,} ({_share(count, of)})"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
