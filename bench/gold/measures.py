"""How far an extractor's quotes agree with those that people found: the project's own measures.

They are defined as in the scorer that stands beside PolNeAR's gold data, so that both print the same figures
(``bench/accuracy.py`` prints both), and can be had for any group of quotes.

direct         passages of four words and more between double marks, which a content covers to four fifths; right
               when a found content covers it as well and the sources agree
attribution    pairs of a wanted and a found content, one to one, that share half of their words, and whose sources
               agree; ``content only`` leaves the source out
exact          of the pairs, those with the same words; ``overlap`` counts words over all articles
who said it    of the named speakers, those that are given by their full name
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.gold.places import Words
from bench.gold.truth import Attributed, Truth, plain
from indexer.extract.dates import said_text
from indexer.model import Quote, Span

_PASSAGE = re.compile(r'“[^“”]{1,2000}[”]|"[^"\n]{1,2000}"')
_TITLES = ("mr", "mrs", "ms", "dr")
_DETERMINERS = ("a", "an", "the", "his", "her", "their", "its", "s")
_JOINING = ("and", "or", "of", "for", "in", "at", "on", "to", "by", "with", "from")
_EMPTY = frozenset((*_TITLES, *_DETERMINERS, *_JOINING))
PARTS = ("content", "source", "cue")


@dataclass(slots=True)
class Tally:
    """Counts of one figure; right ones on both sides, as a pair may count for two groups."""

    right_found: int = 0
    found: int = 0
    right_wanted: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Right of those found, in percent."""
        return 100 * self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of those wanted, in percent."""
        return 100 * self.right_wanted / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class _Side:
    """A wanted or a found attribution as words, and the groups that it belongs to."""

    words: Mapping[str, frozenset[int]]
    groups: frozenset[str]


Tallies = dict[str, dict[str, Tally]]
"""By group ("" is all), then by figure."""

ALL = ""
GroupsOf = Callable[[Truth, Attributed | Quote], Iterable[str]]


def measure(truths: Sequence[Truth], found: Mapping[str, Sequence[Quote]], groups: GroupsOf | None = None) -> Tallies:
    """All figures, for everything and for each group.

    Args:
        found: quotes by the article's id.
        groups: the names of the groups that a wanted attribution, or a found quote, belongs to.
    """
    tallies: Tallies = defaultdict(lambda: defaultdict(Tally))
    for truth in truths:
        words = Words(truth.article.text)
        quotes = [quote for quote in found.get(truth.article.id, ()) if words.inside(quote.content)]
        sides = [
            [
                _Side(
                    {part: words.inside(getattr(one, part)) for part in PARTS},
                    frozenset((ALL, *(groups(truth, one) if groups else ()))),
                )
                for one in many
            ]
            for many in (truth.attributions, quotes)
        ]
        _count_pairs(tallies, words, *sides)
        _count_words(tallies, *sides)
        _count_direct(tallies, truth, words, *sides)
        _count_speakers(tallies, truth, quotes, *sides)
    return tallies


def figures(tallies: Mapping[str, Tally]) -> dict[str, float]:
    """The F1 of each figure (of "who said it" the share of right names), in percent with one decimal."""
    return {
        name: round(tally.recall if name == "who said it" else tally.f1, 1) for name, tally in sorted(tallies.items())
    }


def _add(
    tallies: Tallies, figure: str, wanted: _Side | None = None, found: _Side | None = None, *, right: bool
) -> None:
    for group in wanted.groups if wanted else ():
        tallies[group][figure].wanted += 1
        tallies[group][figure].right_wanted += right
    for group in found.groups if found else ():
        tallies[group][figure].found += 1
        tallies[group][figure].right_found += right


def _count_pairs(tallies: Tallies, words: Words, wanted: Sequence[_Side], found: Sequence[_Side]) -> None:
    partner = {w: (f, share) for w, f, share in aligned([w.words["content"] for w in wanted],
                                                        [f.words["content"] for f in found])}  # fmt: skip
    right: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for w, (f, share) in partner.items():
        one, other = wanted[w].words, found[f].words
        for part in PARTS:
            if one[part] and one[part] == other[part]:
                right[f"{part} exact"].add((w, f))
        if share >= 0.5:
            right["content only"].add((w, f))
            if sources_agree(words, one["source"], other["source"]):
                right["attribution"].add((w, f))
    for figure in ("attribution", "content only", *(f"{part} exact" for part in PARTS)):
        part = figure.split()[0] if figure.endswith("exact") else "content"
        rights = right[figure]
        for number, side in enumerate(wanted):
            if side.words[part]:
                _add(tallies, figure, wanted=side, right=any(number == w for w, _ in rights))
        for number, side in enumerate(found):
            if side.words[part]:
                _add(tallies, figure, found=side, right=any(number == f for _, f in rights))


def _count_words(tallies: Tallies, wanted: Sequence[_Side], found: Sequence[_Side]) -> None:
    for part in PARTS:
        name = f"{part} overlap"
        everything = [frozenset[int]().union(*(side.words[part] for side in sides)) for sides in (wanted, found)]
        for group in frozenset[str]().union(*(side.groups for side in (*wanted, *found))):
            here = [
                frozenset[int]().union(*(side.words[part] for side in sides if group in side.groups))
                for sides in (wanted, found)
            ]
            tally = tallies[group][name]
            tally.wanted += len(here[0])
            tally.right_wanted += len(here[0] & everything[1])
            tally.found += len(here[1])
            tally.right_found += len(here[1] & everything[0])


def _count_direct(
    tallies: Tallies, truth: Truth, words: Words, wanted: Sequence[_Side], found: Sequence[_Side]
) -> None:
    for match in _PASSAGE.finditer(truth.article.text):
        passage = words.inside([Span.of(truth.article.text, *match.span())])
        if len(passage) < 4:
            continue
        holders = [
            [side for side in sides if len(side.words["content"] & passage) >= 0.8 * len(passage)]
            for sides in (wanted, found)
        ]
        agree = any(
            sources_agree(words, one.words["source"], other.words["source"])
            for one in holders[0]
            for other in holders[1]
        )
        _add(tallies, "direct", wanted=_together(holders[0]), found=_together(holders[1]), right=agree)


def _together(sides: Sequence[_Side]) -> _Side | None:
    return _Side({}, frozenset[str]().union(*(side.groups for side in sides))) if sides else None


def _count_speakers(
    tallies: Tallies, truth: Truth, quotes: Sequence[Quote], wanted: Sequence[_Side], found: Sequence[_Side]
) -> None:
    for one, side in zip(truth.attributions, wanted, strict=True):
        if one.label is None:
            continue
        shares = [shared(side.words["content"], other.words["content"]) for other in found]
        best = max(range(len(found)), key=shares.__getitem__, default=None)
        hit = quotes[best] if best is not None and shares[best] >= 0.5 else None
        if one.label.is_named:
            right = hit is not None and plain(hit.speaker.name) in one.label.names
            _add(tallies, "who said it", wanted=side, right=right)
            if hit is not None:
                _add(tallies, "who, of those found", wanted=side, found=side, right=right)
        else:
            free = hit is None or hit.speaker.name is None or plain(hit.speaker.name) in one.label.names
            _add(tallies, "abstained", wanted=side, found=side, right=free)
        said = said_text(hit.said) if hit is not None and hit.said is not None else None
        right = said is not None and said in one.label.said
        _add(
            tallies, "said on", wanted=side if one.label.said else None, found=side if said is not None else None,
            right=right,
        )  # fmt: skip


def aligned(wanted: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> list[tuple[int, int, float]]:
    """(wanted, found, share) of pairs one to one, those that share most of their words first."""
    shares = [(-shared(one, other), w, f) for w, one in enumerate(wanted) for f, other in enumerate(found)]
    pairs: list[tuple[int, int, float]] = []
    taken_wanted, taken_found = set[int](), set[int]()
    for share, w, f in sorted(each for each in shares if each[0] < 0):
        if w not in taken_wanted and f not in taken_found:
            taken_wanted.add(w)
            taken_found.add(f)
            pairs.append((w, f, -share))
    return pairs


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The words that both have, of those that any has."""
    return len(one & other) / len(one | other) if one and other else 0.0


def sources_agree(words: Words, wanted: frozenset[int], found: frozenset[int]) -> bool:
    """Whether two sources share half of the words of the shorter, in place or as words of content; or both are none."""
    if not wanted or not found:
        return not wanted and not found
    if 2 * len(wanted & found) >= min(len(wanted), len(found)):
        return True
    one, other = ({words.lows[number] for number in side} - _EMPTY for side in (wanted, found))
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))
