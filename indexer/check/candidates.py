"""What an archive has that may report a text: quotes that share its words, each judged, and the pieces that it is asked
for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.compare import Comparison, Relation, Wording, fingerprint, judge, judge_likeliest, too_short
from indexer.deadline import Deadline
from indexer.languages import tables
from indexer.printed import Candidate
from indexer.query import AllOf
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

SAYS_NOTHING = 3.0
"""Weight up to which a word ("to", "the", "be") tells nothing: two of these in a row stand in half of all quotes."""

MOST_WORDS = 400
"""Words that an archive is asked for at once: of a longer text those of a piece for its quotes, and for the articles'
own sentences those of its beginning, middle and end."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A wording with how it stands to the text.

    Args:
        quote_id: of a quote that prints it.
        text: that quote's.
        asked: the text that it was compared with, or the piece of a long one.
    """

    quote_id: str
    text: str
    comparison: Comparison
    query: Wording


def judged(store: Store, query: Wording, condition: AllOf, *, every: bool, deadline: Deadline) -> tuple[Judged, ...]:
    """The candidates, judged, the likeliest first by the store.

    Args:
        every: also those that can be neither reported nor the nearest.

    Raises:
        DeadlinePassed: the deadline came before all pieces of the text were asked for.
    """
    if too_short(query) and (len(query) < 2 or max(query.weights) < SAYS_NOTHING):
        # One word, or "to the", is a part of countless quotes: it is a quote of its own or nothing.
        return ()
    own = fingerprint(query)
    best: dict[str, Judged] = {}
    for piece, size in _pieces(query):
        deadline.check()
        words = word_texts(query.text[piece.words[0].start : piece.words[-1].end])[:MOST_WORDS]
        found = store.candidates([stem(word) for word in words], condition, size=size)
        still = [each for each in found if not _is_reported(best.get(each.quote_id)) and _may_report(each, own)]
        texts = [each.text for each in still]
        compared = dict(enumerate(judge(piece, text) for text in texts)) if every else judge_likeliest(piece, texts)
        for number, comparison in compared.items():
            candidate = still[number]
            best[candidate.quote_id] = Judged(candidate.quote_id, candidate.text, comparison, piece)
    return tuple(of_whole(query, each) for each in best.values())


def of_whole(query: Wording, judged: Judged) -> Judged:
    """How a quote stands to all of the text, where a piece of the text reports it."""
    if judged.query is query or not judged.comparison.reported:
        return judged
    whole = judge(query, judged.text)
    if whole.reported:
        return replace(judged, comparison=whole, query=query)
    if judged.comparison.relation in (Relation.PART, Relation.VERBATIM):
        # The piece is a part of it, the text is not: they overlap.
        return replace(judged, comparison=replace(judged.comparison, relation=Relation.CHANGED))
    return judged


def spread(words: Sequence[str]) -> list[str]:
    """At most ``MOST_WORDS`` of the words, in order: a third each from the beginning, the middle and the end."""
    if len(words) <= MOST_WORDS:
        return list(words)
    size = MOST_WORDS // 3
    middle = (len(words) - size) // 2
    return [*words[:size], *words[middle : middle + size], *words[-size:]]


def _is_reported(judged: Judged | None) -> bool:
    return judged is not None and judged.comparison.reported


def _may_report(candidate: Candidate, own: str) -> bool:
    """Whether a candidate is judged: in a language without tables, only where the words are the same."""
    return tables(candidate.language) is not None or candidate.fingerprint == own


def _pieces(query: Wording) -> Iterator[tuple[Wording, int]]:
    """What the archive is asked for: the text, and of a long passage its pieces, each of which may be a quote.

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
            yield query.part(start, start + length), FROM_PIECE
