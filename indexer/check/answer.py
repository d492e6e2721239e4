"""Answers what an archive has that reports a text: the order of work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.check import variants
from indexer.check.answer_records import Answer
from indexer.check.copies import group_copies
from indexer.check.dates import dated_alike, earliest, time_order
from indexer.check.find_reports import FoundReports, Printing, ReportSearch
from indexer.check.language import is_english
from indexer.check.printed_parts import printed_parts
from indexer.check.question import Question, checked_text
from indexer.check.records import Agreement, AttributionCount, Report, Sense, Stances, Verdict
from indexer.check.reports import best_form, best_report, counting, report_of_quote, report_of_sentence
from indexer.check.sentences import evidence, headline, headline_parts
from indexer.check.speakers import DISPUTED, agreement, attributions, named_speakers, own_and_repeated
from indexer.check.strip_attribution import dropped, strip_attribution
from indexer.check.suggestions import NEAREST, suggestions
from indexer.compare import EditKind, Wording, too_short, wording
from indexer.compare.records import Place
from indexer.deadline import NO_DEADLINE, Deadline
from indexer.encoder import meaning
from indexer.languages import tables
from indexer.model import Stance
from indexer.printed import Attributed, Coverage
from indexer.query import HasName
from indexer.store.base import Store
from indexer.store.directories import ids_of
from indexer.text import word_texts

_EXACTLY = (Verdict.VERBATIM, Verdict.PART)


def check(
    store: Store, question: Question, coverage: Coverage | None = None, deadline: Deadline = NO_DEADLINE
) -> Answer:
    """What an archive has that reports a text.

    The work is bounded for any text, however long or repetitive.

    Args:
        coverage: what is searched, if the caller knows it already.

    Raises:
        DeadlinePassed: the deadline came before the answer was known.
        Invalid: the text is empty, too long, binary or has no words; see ``checked_text``.
        StoreError: the archive is away, outdated, or answered only in part: that is no "not found".
        EncoderUnavailable: the archive is semantic, and the language model cannot be run here.
    """
    whole = wording(checked_text(question.text))
    coverage = coverage or store.coverage(question.within)
    answer = _check(store, question, whole, coverage, deadline)
    stripped = strip_attribution(whole)
    if stripped is not whole and not (answer.verdict in _EXACTLY and answer.sense is Sense.KEPT):
        # What looks like an attribution may be printed as part of the words.
        left_out = dropped(whole, stripped)
        other = _check(store, question, stripped, coverage, deadline)
        if _explains(other, answer, left_out):
            answer = replace(other, dropped=left_out)
    return _worded(answer)


def _explains(stripped: Answer, whole: Answer, left_out: Sequence[Place]) -> bool:
    """Whether a text without its attribution is answered, rather than the whole of it.

    It is if the two differ only by what was left out: not in the sense, nor by a report that prints what was left out.
    """
    if not whole.reported:
        return stripped.reported
    if not stripped.reported or stripped.sense is not whole.sense or whole.best is None:
        return False
    kept = [edit.query for edit in whole.best.comparison.diff if edit.kind is EditKind.KEPT]
    return not any(start < last and first < end for start, end in kept for first, last in left_out)


def _worded(answer: Answer) -> Answer:
    return replace(answer, headline=headline(answer), parts=headline_parts(answer), evidence=evidence(answer))


def _check(store: Store, question: Question, query: Wording, coverage: Coverage, deadline: Deadline) -> Answer:
    english = is_english(question.text) if question.language is None else tables(question.language) is not None
    verdict = Verdict.NOT_FOUND
    if not english:
        verdict = Verdict.UNSUPPORTED_LANGUAGE
    elif too_short(query):
        verdict = Verdict.TOO_SHORT
    answer = Answer(question.text, len(query), coverage, verdict, question.speaker)
    search = ReportSearch(store, query, question.searched, question.within, deadline)
    found = search.reports(exactly=not english)
    if verdict is Verdict.TOO_SHORT and question.speaker and not found.counted.total:
        found = search.reversals(found, _by_name(question.speaker, store))
    if verdict is Verdict.NOT_FOUND and coverage.semantic:
        near = store.near(meaning(query.kept_text), question.searched, size=NEAREST)
        by_words = [each.quote_id for each in found.candidates]
        answer = replace(answer, similar=suggestions(near, by_words, found.accepted))
    if found.nearest is not None:
        nearest = found.nearest
        answer = replace(answer, score=nearest.score, measures=nearest.measures)
    if found.counted.total:
        answer = _from_quotes(answer, question, search, found)
    elif english:
        answer = _from_sentences(answer, question, [report_of_sentence(*each) for each in search.sentences()])
    if verdict is Verdict.NOT_FOUND:
        answer = replace(answer, printed_parts=printed_parts(query, answer.best, found.candidates, store.quote))
    return answer


def _from_quotes(answer: Answer, question: Question, search: ReportSearch, found: FoundReports) -> Answer:
    query = search.query
    reports = _in_order(query, found.listed)
    speakers: Sequence[Attributed] = ()
    # Where more are stored than are listed, the best report may be among the others.
    wordings = () if found.all_listed else search.count_by_wording(found)
    best = best_report((*reports, *(report_of_quote(query, each.first) for each in wordings)))
    assert best is not None
    if found.all_listed:
        asserting = counting(best, reports)
    else:
        counted, printings = search.asserted(found, best.comparison)
        speakers, asserting = counted.speakers, counting(best, _in_order(query, printings))
    own, repeated = own_and_repeated(asserting)
    quoted_by = attributions(repeated)
    repeating = {each.speaker_id for each in quoted_by} - {report.quote.speaker.id for report in own if report.quote}
    named = attributions(own, [each for each in speakers if each.id not in repeating])
    who = named_speakers(named, own)
    # Nobody asserts a question; that somebody else asked it is told all the same.
    asking = [each for each in reports if each.stance is best.stance is Stance.ASKED]
    return replace(
        _decided(answer, best),
        printed_as=best_form(asserting) or best.printed_as,
        earliest=earliest(dated_alike(asserting)),
        reports=reports,
        reports_total=found.counted.total,
        distinct_texts=_texts(reports),
        stances=variants.stances(found.counted.speakers),
        variants=variants.of_reports(reports) if found.all_listed else variants.of_wordings(wordings),
        attributions=named,
        quoted_by=quoted_by,
        conflict=who.conflict and query.mass >= DISPUTED,
        speaker_agrees=_agrees(question.speaker, named or attributions(asking), search.store)
        if question.speaker
        else None,
        stock=who.stock,
        perhaps=_in_order(query, found.perhaps),
    )


def _by_name(given: str, store: Store) -> HasName:
    """The condition of quotes by a given speaker, under any name that the archive has for them."""
    words = tuple(word_texts(given))
    return HasName("speaker", words, given, ids_of(words, given, store.directory()))


def _agrees(given: str, named: Sequence[AttributionCount], store: Store) -> Agreement:
    """Whether a given speaker is among those named, by any name that the archive has for them."""
    return agreement(given, named, _by_name(given, store).ids)


def _in_order(query: Wording, printings: Iterable[Printing]) -> tuple[Report, ...]:
    """The reports in order of time, with their groups of copies.

    Where more are stored than are listed, these are the first by date and then by id: of more than ``LISTED`` that
    share a day, the one published first is found among these alone.
    """
    return group_copies(sorted((report_of_quote(query, each) for each in printings), key=time_order))


def _from_sentences(answer: Answer, question: Question, found: Sequence[Report]) -> Answer:
    """The answer where no quote reports the text: from the articles' own sentences, which name no speaker."""
    reports = group_copies(sorted(found, key=time_order))
    best = best_report(reports)
    if best is None:
        return answer
    return replace(
        _decided(answer, best),
        printed_as=best.printed_as,
        earliest=earliest(counting(best, reports)),
        reports=reports,
        reports_total=len(reports),
        distinct_texts=_texts(reports),
        stances=Stances(asserted=len(reports)),
        variants=variants.of_reports(reports),
        speaker_agrees=agreement(question.speaker, ()) if question.speaker else None,
    )


def _decided(answer: Answer, best: Report) -> Answer:
    """The answer with its verdict, which the best report sets."""
    comparison = best.comparison
    return replace(
        answer,
        verdict=Verdict(comparison.relation.value),
        best=best,
        score=comparison.score,
        measures=comparison.measures,
    )


def _texts(reports: Iterable[Report]) -> int:
    return len({report.text_group for report in reports})
