"""Whether two printed names are one person's, and which of them is the fullest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.name_words import given_names, nickname_sets
from indexer.extract.speakers.names import Mention, Naming
from indexer.words import entries


def trim(mention: Mention, alone: Counter[str]) -> None:
    """Cut what a run of capitals adds to a name that the article uses without it: "Ann Bell Memorial Day"."""
    if mention.naming is not Naming.PERSON or len(mention.low) < 3 or mention.low[0] not in given_names():
        return
    another = any(low in given_names() for low in mention.low[2:])
    if alone[mention.low[1]] > (0 if another else alone[mention.low[-1]]) and mention.low[-1] not in entries(
        "name_suffixes"
    ):
        mention.last = mention.first + 1
        mention.words, mention.low = mention.words[:2], mention.low[:2]
    elif len(mention.low) > 5:
        mention.naming = Naming.OPEN


Form = tuple[str, tuple[str, ...]]
"""A name in one line, and its folded words."""


def fullest(mentions: Sequence[Mention]) -> Form:
    """The form under which a person goes: the longest, but a middle initial only where it is usual."""
    counts = Counter((mention.name, mention.low) for mention in mentions)

    def rank(form: Form) -> tuple[bool, int, int, int, int]:
        low = form[1]
        known = low[0] in given_names() or len(low[0]) == 1
        bare = sum(len(word) > 1 for word in low)
        return known, bare, counts[form], len(low), len(form[0])

    return max(counts, key=rank)


def core(low: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without "Jr." and the like; all of them where there is nothing else."""
    suffixes = entries("name_suffixes")
    return tuple(word for word in low if word not in suffixes) or low


def family(low: tuple[str, ...]) -> str:
    """The family name: the last word that is no suffix."""
    return core(low)[-1]


def tail(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the end of the other, and no given name of its own: "Suu Kyi"."""
    short, long = sorted((one, other), key=len)
    return len(short) < len(long) and long[-len(short) :] == short and short[0] not in given_names()


def suffix(low: tuple[str, ...]) -> str:
    """The "jr" or the like at the end of a name, or ""."""
    return low[-1] if low[-1] in entries("name_suffixes") else ""


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of one surname can be one person's: "Ann Bell", "Ann R. Bell", "Annie Bell"."""
    a, b = one[0], other[0]
    initial = (len(a) == 1 or len(b) == 1) and a[0] == b[0]
    same = a == b or initial or b in nickname_sets().get(a, ()) or a in other[:-1] or b in one[:-1]
    if not same:
        return False
    middle, others = one[1:-1], other[1:-1]
    if middle and others:
        return (
            middle == others or middle[0][0] == others[0][0] or set(middle) <= set(others) or set(others) <= set(middle)
        )
    return True


_SHORTEST, _ALIKE = 5, 0.8
"""Letters of a family name that may be misprinted, and the share of them that must stand in order in both."""


def misprinted(low: str, people: Iterable[Entity]) -> Entity | None:
    """Whose family name a single name may be misspelled for: "Brandvald" of Ida Brandvold; None where two are alike.

    Args:
        low: the folded name, which nobody of the article has.
        people: everybody whom the article names in full.
    """
    alike = [entity for entity in people if _misspells(low, family(entity.low))]
    return alike[0] if len(alike) == 1 else None


def _misspells(low: str, name: str) -> bool:
    if min(len(low), len(name)) < _SHORTEST or low[0] != name[0] or low.startswith(name) or name.startswith(low):
        return False
    return SequenceMatcher(None, low, name, autojunk=False).ratio() >= _ALIKE
