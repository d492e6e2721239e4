"""The order of work of one answer: what an archive has that reports one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from indexer.check import variants
from indexer.check.by_meaning import NEAREST, judged_again, similar
from indexer.check.copies import grouped
from indexer.check.dates import earliest, in_time
from indexer.check.gather import Gathered, Printing, asserted, by_wording, gather, passages
from indexer.check.headline import headline
from indexer.check.language import is_english
from indexer.check.question import Question, checked_text
from indexer.check.records import Answer, Report, Sense, Stances, Verdict
from indexer.check.reports import best, of_passage, of_quote, printed_as, speaking
from indexer.check.speaker_conflict import named_speakers
from indexer.check.speakers import agreement, attributions
from indexer.check.strip_attribution import spoken
from indexer.compare import SecondLook, Wording, too_short, wording
from indexer.deadline import NO_DEADLINE, Deadline
from indexer.languages import tables
from indexer.printed import Attributed, Coverage, Near
from indexer.store.base import Store

_EXACTLY = (Verdict.VERBATIM, Verdict.PART)


def check(
    store: Store, question: Question, coverage: Coverage | None = None, deadline: Deadline = NO_DEADLINE
) -> Answer:
    """What an archive has that reports a text.

    The work is bounded for any text, however long or repetitive.

    Args:
        coverage: what is searched, where the caller has asked the store already.

    Raises:
        DeadlinePassed: the deadline came before the answer was known.
        Invalid: the text is empty, too long, binary or has no words; see ``checked_text``.
        StoreError: the archive is away, outdated, or answered only in part: that is no "not found".
        EncoderUnavailable: the archive is semantic, and the language model cannot be run here.
    """
    whole = wording(checked_text(question.text))
    coverage = coverage or store.coverage(question.within)
    answer = _check(store, question, whole, coverage, deadline)
    said = spoken(whole)
    if said is whole or (answer.verdict in _EXACTLY and answer.sense is Sense.KEPT):
        return answer
    # What looks like an attribution may be printed as part of the words.
    other = _check(store, question, said, coverage, deadline)
    return other if other.reported or not answer.reported else answer


def _check(store: Store, question: Question, query: Wording, coverage: Coverage, deadline: Deadline) -> Answer:
    condition = question.within
    english = is_english(question.text) if question.language is None else tables(question.language) is not None
    verdict = Verdict.NOT_FOUND
    if not english:
        verdict = Verdict.UNSUPPORTED_LANGUAGE
    elif too_short(query):
        verdict = Verdict.TOO_SHORT
    answer = Answer(question.text, len(query), coverage, verdict)
    look, near = None, tuple[Near, ...]()
    if verdict is Verdict.NOT_FOUND and coverage.semantic:
        look = SecondLook(query)
        near = store.near(look.reading.meaning, condition, size=NEAREST)
    again = partial(judged_again, look, near) if look is not None else None
    gathered = gather(store, query, condition, exactly=not english, again=again, deadline=deadline)
    if look is not None:
        answer = replace(answer, similar=similar(near, gathered.candidates, gathered.accepted))
    if gathered.nearest is not None:
        nearest = gathered.nearest
        answer = replace(answer, score=nearest.score, measures=nearest.measures, likeness=nearest.likeness)
    if gathered.counted.total:
        answer = _of_quotes(answer, store, question, query, gathered, deadline)
    elif english:
        found = passages(store, query, condition)
        answer = _of_sentences(answer, question, [of_passage(*each) for each in found])
    return replace(answer, headline=headline(answer))


def _of_quotes(
    answer: Answer, store: Store, question: Question, query: Wording, gathered: Gathered, deadline: Deadline
) -> Answer:
    condition = question.within
    reports = _listed(query, gathered.listed)
    speakers: Sequence[Attributed] = ()
    # Where more are stored than are listed, the one that says most may be among the others.
    wordings = () if gathered.whole else by_wording(store, query, condition, gathered, deadline)
    chosen = best((*reports, *(of_quote(query, each.first) for each in wordings)))
    assert chosen is not None
    if gathered.whole:
        asserting = speaking(reports, chosen)
    else:
        counted, printings = asserted(store, query, condition, gathered, chosen.comparison.guards)
        speakers, asserting = counted.speakers, speaking(_listed(query, printings), chosen)
    named = attributions(asserting, speakers)
    who = named_speakers(named, asserting)
    return replace(
        _decided(answer, chosen),
        printed_as=printed_as(asserting) or chosen.printed_as,
        earliest=earliest(asserting),
        reports=reports,
        reports_total=gathered.counted.total,
        distinct_texts=_texts(reports),
        stances=variants.stances(gathered.counted.speakers),
        variants=variants.listed(reports) if gathered.whole else variants.counted(wordings),
        attributions=named,
        conflict=who.conflict,
        speaker_agrees=agreement(question.speaker, named) if question.speaker else None,
        stock=who.stock,
    )


def _listed(query: Wording, printings: Iterable[Printing]) -> tuple[Report, ...]:
    """The reports in order of time.

    Where more are stored than are listed, these are the first by the store's order, which is by date, then by id: of
    more than ``LISTED`` that share a day, which one was published first is told of these alone.
    """
    return grouped(sorted((of_quote(query, each) for each in printings), key=in_time))


def _of_sentences(answer: Answer, question: Question, found: Sequence[Report]) -> Answer:
    """The answer where no quote reports the text: from the articles' own sentences, which are attributed to nobody."""
    reports = grouped(sorted(found, key=in_time))
    chosen = best(reports)
    if chosen is None:
        return answer
    asserting = speaking(reports, chosen)
    return replace(
        _decided(answer, chosen),
        printed_as=chosen.printed_as,
        earliest=earliest(asserting),
        reports=reports,
        reports_total=len(reports),
        distinct_texts=_texts(reports),
        stances=Stances(asserted=len(reports)),
        variants=variants.listed(reports),
        speaker_agrees=agreement(question.speaker, ()) if question.speaker else None,
    )


def _decided(answer: Answer, chosen: Report) -> Answer:
    comparison = chosen.comparison
    return replace(
        answer,
        verdict=Verdict(comparison.relation.value),
        best=chosen,
        score=comparison.score,
        measures=comparison.measures,
        likeness=comparison.likeness,
    )


def _texts(reports: Iterable[Report]) -> int:
    return len({report.text_group for report in reports})
