"""The stored quotes that may report a text: those that share its words, each judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.check.judging import judge, judge_likeliest
from indexer.compare import Comparison, Relation, Wording, fingerprint, too_short
from indexer.deadline import Deadline
from indexer.languages import tables
from indexer.printed import Candidate
from indexer.query import AllOf
from indexer.store.base import Store
from indexer.text import stem, word_texts

CANDIDATES = 50
"""Quotes that are judged: the right one was among the first 50 for every edit that was tried."""

SHORT_CANDIDATES = 100
"""The same for a text of few words, which more quotes hold than a long one."""

PASSAGE = 60
"""Words from which on a text may hold a quote among much else, which its rarest words do not show: it is searched by
pieces, too."""

PIECE = 40
MOST_PIECES = 60
PIECE_CANDIDATES = 12
"""Words of a piece, a quarter of which the next piece has too; pieces at most; candidates for each. Of ten quotes in
8,000 words, 16 pieces find 2 to 5, 60 find 8 to 9, 120 find 10 in twice the time of 60."""

LEAST_WEIGHT = 3.0
"""Weight up to which a word ("to", "the", "be") tells nothing: half of all quotes hold two of these in a row."""

MOST_WORDS = 400
"""Words of one search at most: a longer text is searched by pieces for quotes, and by a sample of its words for the
articles' own sentences."""


@dataclass(frozen=True, slots=True)
class JudgedWording:
    """A stored wording with its comparison.

    Args:
        quote_id: a quote that prints it.
        text: that quote's.
        query: what it was compared with: the text, or a piece of it.
    """

    quote_id: str
    text: str
    comparison: Comparison
    query: Wording


def judge_candidates(
    store: Store, query: Wording, condition: AllOf, *, deadline: Deadline
) -> tuple[tuple[JudgedWording, ...], tuple[Candidate, ...]]:
    """The candidates for a text, judged, and all of them; both in the store's order of likelihood.

    Raises:
        DeadlinePassed: the deadline came before all pieces of the text were searched.
    """
    if too_short(query) and (len(query) < 2 or max(query.weights) < LEAST_WEIGHT):
        # Countless quotes hold one word, or "to the": it is a quote of its own or nothing.
        return (), ()
    own = fingerprint(query)
    every_one: dict[str, Candidate] = {}
    best: dict[str, JudgedWording] = {}
    for piece, size in _pieces(query):
        deadline.check()
        words = word_texts(query.text[piece.words[0].start : piece.words[-1].end])[:MOST_WORDS]
        found = store.candidates([stem(word) for word in words], condition, size=size)
        for each in found:
            every_one.setdefault(each.quote_id, each)
        open_ = [each for each in found if not _is_reported(best.get(each.quote_id)) and _may_report(each, own)]
        compared = judge_likeliest(piece, [each.text for each in open_], [each.quote_id for each in open_])
        for place, comparison in compared.items():
            candidate = open_[place]
            best[candidate.quote_id] = JudgedWording(candidate.quote_id, candidate.text, comparison, piece)
    return tuple(against_whole_text(query, each) for each in best.values()), tuple(every_one.values())


def against_whole_text(query: Wording, judged: JudgedWording) -> JudgedWording:
    """The comparison with all of a text of a wording that reports a piece of it."""
    if judged.query is query or not judged.comparison.reported:
        return judged
    whole = judge(query, judged.text, judged.quote_id)
    if whole.reported:
        return replace(judged, comparison=whole, query=query)
    if judged.comparison.relation in (Relation.PART, Relation.VERBATIM):
        # The wording holds the piece, not the text: the two overlap.
        return replace(judged, comparison=replace(judged.comparison, relation=Relation.CHANGED))
    return judged


def sample_words(words: Sequence[str]) -> list[str]:
    """At most ``MOST_WORDS`` of the words, in order: a third each from the beginning, the middle and the end."""
    if len(words) <= MOST_WORDS:
        return list(words)
    size = MOST_WORDS // 3
    middle = (len(words) - size) // 2
    return [*words[:size], *words[middle : middle + size], *words[-size:]]


def _is_reported(judged: JudgedWording | None) -> bool:
    return judged is not None and judged.comparison.reported


def _may_report(candidate: Candidate, own: str) -> bool:
    """Whether a candidate is judged: in a language without tables, only where the words are the same."""
    return tables(candidate.language) is not None or candidate.fingerprint == own


def _pieces(query: Wording) -> Iterator[tuple[Wording, int]]:
    """What is searched for: the text, and the pieces of a long passage, each of which may be a quote.

    Yields:
        words in order, and how many candidates are wanted for them.
    """
    if len(query) <= MOST_WORDS:
        yield query, SHORT_CANDIDATES if too_short(query) else CANDIDATES
    if len(query) > PASSAGE:
        length = min(MOST_WORDS, max(PIECE, 4 * len(query) // (3 * MOST_PIECES)))
        last = len(query) - length
        count = max(2, min(MOST_PIECES, -(-4 * last // (3 * length)) + 1))
        for number in range(count):
            start = last * number // (count - 1)
            yield query.part(start, start + length), PIECE_CANDIDATES
