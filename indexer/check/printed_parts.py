"""Finds which parts of a text are printed, and where: of two quotes joined to one, or of a quote with an invented part.

The quotes that share words with the text are searched for its longest unbroken runs of words, and the parts are those
runs that together explain most of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from indexer.check.answer_records import PrintedPart
from indexer.check.find_reports import Printing
from indexer.check.judging import judge
from indexer.check.records import Report
from indexer.check.reports import report_of_quote
from indexer.compare import Relation, Wording, wording
from indexer.compare.align import place
from indexer.compare.idf import weight
from indexer.compare.judge import FEWEST_WORDS
from indexer.compare.wording import wording_texts
from indexer.printed import Candidate
from indexer.query import Hit

RUN, LIGHTEST = 4, 9.0
"""Words of a run, and their weight, at the least: "I will resign if" is one, "it is going to be" is none."""

PIECE = 10.0
"""Weight that one more part must explain."""

SOURCES = 25
"""Candidates that are searched for parts: those that share most with the text."""

LONGEST = 400
"""Words of a text that is searched for parts."""

UNPRINTED = 4
"""Words at an end of a text from which on they are a part that nothing prints, rather than a change of wording."""

LEAST_PRINTED = {Relation.LONGER: 0.0, Relation.CHANGED: 0.0, Relation.REWORDED: 0.25, Relation.DIFFERENT: 0.4}
"""Share of a text's weight that its printed part must have, by the relation of the nearest wording."""

LEAST_JOINED = 0.7
"""The same of all parts, where several are joined."""

LIGHTEST_JOINED = 16.0
"""Weight of what one source prints from which on it is a quote that was joined with another: "a lot of people" and
"must be able to" are printed everywhere."""

TOLD = 0.6
"""Share of a part's weight from which on a source tells the same."""

LEAST_TOLD = 0.4
"""Share of the weight of an end of a text that the nearest wording may have, in other words around it."""

Fetch = Callable[[str], Hit | None]
"""Gives a quote by its id."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of the text, by their numbers, end exclusive, that a source has in one run.

    Args:
        source: the number of the source.
    """

    start: int
    end: int
    source: int


def printed_parts(
    query: Wording, best: Report | None, candidates: Sequence[Candidate], fetch: Fetch
) -> tuple[PrintedPart, ...]:
    """The parts of a text in order; empty if one source explains it, or nothing explains enough of it.

    Args:
        best: the report that sets the verdict.
        candidates: quotes that share words with the text, the likeliest first.
    """
    if len(query) > LONGEST or (best is not None and best.comparison.relation in (Relation.VERBATIM, Relation.PART)):
        return ()
    candidates = candidates[:SOURCES]
    sources = ([best.text] if best is not None else []) + [each.text for each in candidates]
    stored = [wording_texts(text) for text in sources]
    runs = [run for number, texts in enumerate(stored) for run in _runs(query, texts, number)]
    taken = _without_gaps(_of_weight(query, _chosen(query, runs)))
    several = _explained(query, taken) >= LEAST_JOINED * query.mass and _are_apart(query, taken, sources)
    if not several:
        taken = [run for run in taken if run.source == _main(query, taken)]
    relation = best.comparison.relation if best is not None else Relation.DIFFERENT
    if not taken or _explained(query, taken) < LEAST_PRINTED[relation] * query.mass:
        return ()
    near = relation in (Relation.LONGER, Relation.CHANGED)
    if not several and not (_lacks_an_end(query, taken, best) and (near or _longest(taken) >= FEWEST_WORDS)):
        return ()
    found = []
    for start, end, source in _covering(query, taken):
        report = None
        if source is not None:
            source = _nearest(query.part(start, end), stored, source)
            if best is not None and source == 0:
                report = best
            else:
                report = _report(query.part(start, end), candidates[source - (best is not None)], fetch)
        found.append(PrintedPart(place(query, start, end), report))
    return tuple(found)


def _nearest(part: Wording, stored: Sequence[Sequence[str]], known: int) -> int:
    """The number of the shortest source that prints a part; of one that none prints in one run, the known one."""
    printing = [number for number, texts in enumerate(stored) if part.joined in f" {' '.join(texts)} "]
    return min(printing, key=lambda number: len(stored[number]), default=known)


def _explained(query: Wording, taken: Sequence[_Run]) -> float:
    """The weight of the words in some runs."""
    return sum(sum(query.weights[run.start : run.end]) for run in taken)


def _are_apart(query: Wording, taken: Sequence[_Run], sources: Sequence[str]) -> bool:
    """Whether the runs are of several sources, none of which tells what a run of another says: two copies are one."""
    if len({run.source for run in taken}) < 2:
        return False
    for run in taken:
        stems = query.stems[run.start : run.end]
        for other in {each.source for each in taken if each.source != run.source}:
            counts = wording(sources[other]).counts
            if sum(weight(stem) for stem in stems if stem in counts) > TOLD * sum(map(weight, stems)):
                return False
    return True


def _runs(query: Wording, stored: Sequence[str], source: int) -> Iterator[_Run]:
    """The longest runs of words that a source has from the text."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(stored) - RUN + 1):
        places.setdefault(tuple(stored[at : at + RUN]), []).append(at)
    reached = 0
    for start in range(len(query) - RUN + 1):
        ends = (_end(query.texts, start, stored, at) for at in places.get(query.texts[start : start + RUN], ()))
        end = max(ends, default=0)
        if end > reached and sum(query.weights[start:end]) >= LIGHTEST:
            yield _Run(start, end, source)
            reached = end


def _end(query: Sequence[str], start: int, stored: Sequence[str], at: int) -> int:
    while start < len(query) and at < len(stored) and query[start] == stored[at]:
        start, at = start + 1, at + 1
    return start


def _chosen(query: Wording, runs: Sequence[_Run]) -> list[_Run]:
    """The runs that explain most of the text, less what each of them costs; cut where one begins inside another."""
    size = len(query)
    best: list[tuple[float, int, _Run | None]] = [(0.0, size, None)] * (size + 1)
    for at in reversed(range(size)):
        best[at] = (best[at + 1][0], at + 1, None)
        for run in runs:
            if run.start <= at <= run.end - RUN:
                explained = sum(query.weights[at : run.end])
                value = explained - PIECE + best[run.end][0]
                if explained >= LIGHTEST and value > best[at][0]:
                    best[at] = (value, run.end, _Run(at, run.end, run.source))
    found = []
    at = 0
    while at < size:
        _, following, chosen = best[at]
        if chosen is not None:
            found.append(chosen)
        at = following
    return found


def _of_weight(query: Wording, taken: Sequence[_Run]) -> list[_Run]:
    """The runs of the source that explains most, and of others that print enough of the text to be quotes of it."""
    if not taken:
        return []
    sources = {run.source for run in taken} - {_main(query, taken)}
    printed = {source: _explained(query, [run for run in taken if run.source == source]) for source in sources}
    return [run for run in taken if printed.get(run.source, LIGHTEST_JOINED) >= LIGHTEST_JOINED]


def _without_gaps(taken: Sequence[_Run]) -> list[_Run]:
    """The runs, those of one source that follow one another made one: a word between them is changed."""
    return [
        _Run(group[0].start, group[-1].end, source)
        for source, runs in groupby(taken, key=lambda run: run.source)
        for group in [list(runs)]
    ]


def _main(query: Wording, taken: Sequence[_Run]) -> int:
    return max(taken, key=lambda run: sum(query.weights[run.start : run.end])).source


def _longest(taken: Sequence[_Run]) -> int:
    return max(run.end - run.start for run in taken)


def _lacks_an_end(query: Wording, taken: Sequence[_Run], best: Report | None) -> bool:
    """Whether the nearest wording has hardly any of the words at an end of the text, in whatever order."""
    known = wording(best.text).counts if best is not None else {}
    for start, end in ((0, taken[0].start), (taken[-1].end, len(query))):
        stems = query.stems[start:end]
        told = sum(weight(stem) for stem in stems if stem in known)
        if len(stems) >= UNPRINTED and told <= LEAST_TOLD * sum(map(weight, stems)):
            return True
    return False


def _covering(query: Wording, taken: Sequence[_Run]) -> Iterator[tuple[int, int, int | None]]:
    """All words of the text in order: first and last word of each part, and its source or None."""
    at = 0
    for run in taken:
        if run.start > at:
            yield at, run.start, None
        yield run.start, run.end, run.source
        at = run.end
    if at < len(query):
        yield at, len(query), None


def _report(part: Wording, candidate: Candidate, fetch: Fetch) -> Report | None:
    hit = fetch(candidate.quote_id)
    if hit is None:
        return None
    return report_of_quote(part, Printing(hit, judge(part, hit.quote.text, hit.quote.id)))
