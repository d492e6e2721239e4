"""What an archive has that may report a text: its candidates, each judged, and all that print the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.compare import Comparison, Relation, Wording, fingerprint, judge, judge_likeliest, too_short
from indexer.model import Stance
from indexer.printed import Passage, Reports
from indexer.query import AllOf, Hit, OfStance
from indexer.store.base import Store
from indexer.text import stem, word_texts

CANDIDATES = 50
"""Wordings that are judged: the right one was among the first 50 for every edit that was tried."""

SHORT_CANDIDATES = 100
"""Of a text of few words, which stands in more quotes than a long one does."""

PASSAGE = 60
"""Words from which on a text may hold a quote among much else, which the rarest words of all of it do not show."""

PIECE = 40
MOST_PIECES = 60
FROM_PIECE = 12
"""Words of a piece of such a text, a quarter of which its neighbour has too; pieces at most; candidates for each. Of
ten quotes in 8,000 words, 16 pieces find 2 to 5, 60 find 8 to 9, 120 find 10 in twice the time of 60."""

_NONE = Reports(total=0, hits=(), articles=0, outlets=0, speakers=())

SAYS_NOTHING = 3.0
"""Weight up to which a word ("to", "the", "be") tells nothing: two of these in a row stand in half of all quotes."""

LISTED = 100
"""Reports that an answer lists."""

PASSAGES = 20
"""Sentences of articles that are judged when no quote matches."""

REWORDED_TEXT = 0.98
"""The judge's score from which on a sentence is a rewording: two articles tell of one event in much the same words."""

MOST_WORDS = 400
"""Words that an archive is asked for; of a longer text these are taken from its beginning, middle and end."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote with how it stands to the text.

    Args:
        asked: the text that it was compared with, or the piece of a long one.
    """

    hit: Hit
    comparison: Comparison
    asked: Wording


@dataclass(frozen=True, slots=True)
class Gathered:
    """All reports of a text in an archive.

    Args:
        listed: the first by time, at most ``LISTED``.
        counted: all of them, by the store.
        accepted: one judged quote for each fingerprint.
        nearest: the comparison with the highest score, reported or not.
        candidates: ids of the quotes that were judged by words, the likeliest first.
    """

    listed: tuple[Judged, ...]
    counted: Reports
    accepted: dict[str, Judged]
    nearest: Comparison | None
    candidates: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all reports are listed."""
        return self.counted.total <= len(self.listed)

    def wordings(self, *, altered: bool) -> tuple[str, ...]:
        """The fingerprints of the wordings that keep the text's sense; with ``altered``, of all."""
        return tuple(mark for mark, each in self.accepted.items() if altered or not each.comparison.sense_altered)


Again = Callable[[tuple[Judged, ...]], tuple[Judged, ...]]
"""Judges by more than words: what was judged in, the same and what else was found out."""


def gather(
    store: Store, asked: Wording, condition: AllOf, *, exactly: bool = False, again: Again | None = None
) -> Gathered:
    """The reports of a text among the quotes that meet a condition.

    Args:
        exactly: only what is printed in the same words; nothing is judged by likeness.
        again: has a second look at what was judged by words.
    """
    own = fingerprint(asked)
    judged = () if exactly else _candidates(store, asked, condition, own, every=again is not None)
    candidates = tuple(each.hit.quote.id for each in judged)
    if again is not None:
        judged = again(judged)
    accepted: dict[str, Judged] = {}
    for each in sorted(judged, key=lambda each: -each.comparison.score):
        if each.comparison.reported:
            accepted.setdefault(fingerprint(each.hit.quote.text), each)
    nearest = max((each.comparison for each in judged), key=lambda each: each.score, default=None)
    if not accepted and not exactly and not too_short(asked) and len(asked) <= MOST_WORDS:
        # What is printed in the same words would be among the candidates, whatever language it is taken for.
        return Gathered((), _NONE, accepted, nearest, candidates)
    found = store.reports([own, *(each for each in accepted if each != own)], condition, size=LISTED)
    listed = tuple(_as_accepted(asked, hit, accepted) for hit in found.hits)
    for each in listed:
        accepted.setdefault(fingerprint(each.hit.quote.text), each)
    return Gathered(listed, found, accepted, nearest, candidates)


def asserted(
    store: Store, asked: Wording, condition: AllOf, gathered: Gathered, *, altered: bool
) -> tuple[Reports, tuple[Judged, ...]]:
    """Of the reports that keep the text's sense, or of all, those that neither deny the words nor ask for them."""
    wanted = AllOf((*condition.parts, OfStance(Stance.ASSERTED)))
    found = store.reports(gathered.wordings(altered=altered), wanted, size=LISTED)
    return found, tuple(_as_accepted(asked, hit, gathered.accepted) for hit in found.hits)


def passages(store: Store, asked: Wording, condition: AllOf) -> list[tuple[Passage, Comparison]]:
    """The articles' own sentences that report the text."""
    if too_short(asked):
        return []
    words = spread(word_texts(asked.text))
    found = store.sentences([stem(word) for word in words], condition, size=PASSAGES)
    judged = [(each, judge(asked, each.span.text)) for each in found if each.article.language == "en"]
    return [(each, _of_text(comparison)) for each, comparison in judged if _reports(comparison)]


def _reports(comparison: Comparison) -> bool:
    """Whether a sentence reports the text: other words that tell of the same event do not."""
    if comparison.relation is Relation.REWORDED:
        return comparison.score >= REWORDED_TEXT
    return comparison.reported


def _of_text(comparison: Comparison) -> Comparison:
    """What the judge learned from quotes is less sure of sentences."""
    reworded = comparison.relation is Relation.REWORDED
    return replace(comparison, probable=True) if reworded else comparison


def spread(words: Sequence[str]) -> list[str]:
    """At most ``MOST_WORDS`` of the words, in order: a third each from the beginning, the middle and the end."""
    if len(words) <= MOST_WORDS:
        return list(words)
    size = MOST_WORDS // 3
    middle = (len(words) - size) // 2
    return [*words[:size], *words[middle : middle + size], *words[-size:]]


def _candidates(store: Store, asked: Wording, condition: AllOf, own: str, *, every: bool) -> tuple[Judged, ...]:
    """The candidates, judged; but for ``every``, without those that can be neither reported nor the nearest."""
    if too_short(asked) and (len(asked) < 2 or max(asked.weights) < SAYS_NOTHING):
        # One word, or "to the", is a part of countless quotes: it is a quote of its own or nothing.
        return ()
    best: dict[str, Judged] = {}
    for piece, size in _pieces(asked):
        words = word_texts(asked.text[piece.words[0].start : piece.words[-1].end])[:MOST_WORDS]
        found = store.candidates([stem(word) for word in words], condition, size=size)
        open_still = [hit for hit in found if not _is_reported(best.get(hit.quote.id)) and _may_report(hit, own)]
        texts = [hit.quote.text for hit in open_still]
        compared = dict(enumerate(judge(piece, text) for text in texts)) if every else judge_likeliest(piece, texts)
        for number, comparison in compared.items():
            best[open_still[number].quote.id] = Judged(open_still[number], comparison, piece)
    return tuple(_of_whole(asked, each) for each in best.values())


def _is_reported(judged: Judged | None) -> bool:
    return judged is not None and judged.comparison.reported


def _may_report(hit: Hit, own: str) -> bool:
    """Whether a candidate is judged; what is not in English is not judged by English rules."""
    return hit.article.language == "en" or fingerprint(hit.quote.text) == own


def _pieces(asked: Wording) -> Iterator[tuple[Wording, int]]:
    """What the archive is asked for: the text, and of a long passage its pieces, each of which may be a quote.

    Yields:
        words in order, and how many candidates are wanted for them.
    """
    if len(asked) <= MOST_WORDS:
        yield asked, SHORT_CANDIDATES if too_short(asked) else CANDIDATES
    if len(asked) > PASSAGE:
        length = min(MOST_WORDS, max(PIECE, 4 * len(asked) // (3 * MOST_PIECES)))
        last = len(asked) - length
        count = max(2, min(MOST_PIECES, -(-4 * last // (3 * length)) + 1))
        for number in range(count):
            start = last * number // (count - 1)
            yield asked.part(start, start + length), FROM_PIECE


def _of_whole(asked: Wording, judged: Judged) -> Judged:
    """How a quote stands to all of the text, where a piece of the text reports it."""
    if judged.asked is asked or not judged.comparison.reported:
        return judged
    whole = judge(asked, judged.hit.quote.text)
    if whole.reported:
        return Judged(judged.hit, whole, asked)
    if judged.comparison.relation in (Relation.PART, Relation.VERBATIM):
        # The piece is a part of it, the text is not: they overlap.
        return replace(judged, comparison=replace(judged.comparison, relation=Relation.CHANGED))
    return judged


def _as_accepted(asked: Wording, hit: Hit, accepted: dict[str, Judged]) -> Judged:
    """A report with its own diff; it has the words of one that was accepted, and so its relation."""
    known = accepted.get(fingerprint(hit.quote.text))
    if known is not None and known.hit.quote.text == hit.quote.text:
        return Judged(hit, known.comparison, known.asked)
    found = _of_whole(asked, Judged(hit, judge(known.asked, hit.quote.text), known.asked)) if known else None
    if found is None:
        found = Judged(hit, judge(asked, hit.quote.text), asked)
    if found.comparison.reported or known is None:
        return found
    return Judged(hit, replace(known.comparison, diff=(), guards=()), known.asked)
