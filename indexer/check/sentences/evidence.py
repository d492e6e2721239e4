"""What was found besides the headline, in a few sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.check.answer_records import Answer, Outcome
from indexer.check.dates import publication
from indexer.check.records import Agreement, DateBasis, Earliest, PrintedAs, Variant, Verdict
from indexer.check.senses import describe, same_sense
from indexer.check.sentences.earlier import IN_WORDS, earlier, perhaps_first
from indexer.check.sentences.headline import is_stock
from indexer.check.sentences.phrases import listed, on, outlet, says_as_much, searched, shortened, when
from indexer.check.speakers import merge_names
from indexer.in_words import counted
from indexer.model import Kind, Precision

_DROPPED_WORDS = 12

_ALIKE = {
    Verdict.CHANGED: "nearly these words",
    Verdict.LONGER: "a part of it",
    Verdict.REWORDED: "it in other words",
}
"""What reports print of a text that none of them prints as it is."""


def evidence(answer: Answer) -> tuple[str, ...]:
    """The sentences, the weightiest first; each with a full stop."""
    sentences = _found(answer) if answer.best is not None else iter(())
    return tuple(f"{each[0].upper()}{each[1:]}." for each in (*sentences, *_dropped(answer)))


def _found(answer: Answer) -> Iterator[str]:
    yield from (f"what is printed {describe(guard)}" for guard in answer.guards)
    yield f"{_count(answer)}; {_searched(answer)} searched"
    yield from _form(answer)
    if answer.earliest is not None:
        yield _first(answer, answer.earliest)
    yield from _by_whom(answer)
    yield from _stances(answer)
    yield from _others_altered(answer)
    if answer.perhaps:
        few = "1 more report is" if len(answer.perhaps) == 1 else f"{len(answer.perhaps):,} more reports are"
        yield f"{few} only probable, and set{'s' if len(answer.perhaps) == 1 else ''} neither date nor speaker"


def _searched(answer: Answer) -> str:
    where = searched(answer.coverage)
    comma = "," if ", " in where else ""
    return f"{where}{comma} {'was' if answer.coverage.articles <= 1 else 'were'}"


def _count(answer: Answer) -> str:
    """How many of all reports say what the verdict says: ``86 of 130 reports print it so (at least 70 texts)``."""
    total = answer.reports_total
    count = sum(each.count for each in answer.variants if says_as_much(each, answer)) or total
    groups = {each.text_group for each in answer.reports if says_as_much(each.comparison, answer)}
    texts = ""
    if groups and count > 1:
        least = "at least " if total > len(answer.reports) else ""
        texts = f" ({least}{counted(len(groups), 'distinct text')})"
    reports = counted(total, "report") if count == total else f"{count:,} of {total:,} reports"
    probably = "probably " if answer.probable else ""
    return f"{reports} {probably}{'prints' if count == 1 else 'print'} {_how_alike(answer)}{texts}"


def _how_alike(answer: Answer) -> str:
    """What the counted reports print of the text: only what is printed word for word is printed "so"."""
    if answer.guards:
        return "it in another sense"
    if answer.outcome in (Outcome.PARTLY_PRINTED, Outcome.JOINED):
        return "a part of it"
    return _ALIKE.get(answer.verdict, "it so")


def _form(answer: Answer) -> Iterator[str]:
    if answer.printed_as is PrintedAs.PARAPHRASE and answer.best is not None:
        mixed = answer.best.quote is not None and answer.best.quote.kind is Kind.MIXED
        some = "only some of the words stand" if mixed else "the words stand nowhere"
        yield f"it is a paraphrase: {some} between quotation marks"
    elif answer.printed_as is PrintedAs.TEXT:
        yield "no article attributes these words to anybody"


def _first(answer: Answer, earliest: Earliest) -> str:
    before = earlier(answer)
    alone = f" {IN_WORDS[answer.verdict]}" if before is not None else ""
    report = earliest.report
    assert report.dated is not None
    said = ""
    if report.dated.basis is DateBasis.SAID:
        exactly = report.dated.precision == Precision.DAY
        said = f", {'the day' if exactly else 'the time'} when it says that the words were said"
        published = report.article.published
        if published is not None and not report.dated.from_ <= published.best.day <= report.dated.to:
            said += f"; it was published {on(publication(published.best))}"
    others = {tie.article.id for tie in earliest.ties} - {report.article.id}
    more = "one more article" if len(others) == 1 else f"{len(others):,} more articles"
    ties = f"; {more} may be as early" if others else ""
    found = f"the earliest report{alone} is in {outlet(report)}, dated {when(report.dated)}{said}{ties}"
    return found if before is None else f"{found}; {perhaps_first(before)}"


def _by_whom(answer: Answer) -> Iterator[str]:
    named = merge_names(answer.attributions)
    if is_stock(answer):
        yield f"it is a stock phrase, attributed to {len(named):,} speakers"
    elif answer.conflict:
        yield f"the reports disagree on who is quoted: {listed(named)}"
    elif len(named) > 1:
        yield f"it is attributed to {listed(named)}"
    repeating = [each.name for each in answer.quoted_by if each.name is not None]
    if repeating:
        yield f"{listed([(name, 1) for name in repeating][:1])} repeats {_these_words(answer)} as somebody else’s"
    match answer.speaker_agrees:
        case Agreement.DISAGREES:
            yield "no report names the given speaker"
        case Agreement.UNATTRIBUTED if not _names_anybody(answer):
            yield "no report names the speaker, so none confirms the given one"
        case Agreement.AMBIGUOUS:
            yield "the reports may mean the given speaker, or another of that name"
        case _:
            pass


def _word_for_word(answer: Answer) -> bool:
    """Whether any report prints the text as it is."""
    return answer.verdict in (Verdict.VERBATIM, Verdict.PART) and not answer.guards


def _these_words(answer: Answer) -> str:
    return "these words" if _word_for_word(answer) else "what is printed"


def _names_anybody(answer: Answer) -> bool:
    """Whether any report, denied and probable ones too, names a speaker."""
    return any(each.quote is not None and each.quote.speaker.name is not None for each in answer.reports)


def _stances(answer: Answer) -> Iterator[str]:
    in_sense = [each for each in answer.variants if same_sense(each.guards, answer.guards)]
    for count, what in _not_asserted(in_sense):
        if count:
            some = counted(count, "report") if answer.reports_total > count else "every report"
            one = count == 1 or some == "every report"
            printed = "it" if _word_for_word(answer) else "its own wording" if one else "their own wording"
            yield f"{some} {'prints' if one else 'print'} {printed} as {what}"


def _others_altered(answer: Answer) -> Iterator[str]:
    """How many reports alter the sense where the verdict keeps it, or alter it in another way."""
    others = [each for each in answer.variants if each.guards and not same_sense(each.guards, answer.guards)]
    if not others:
        return
    count = sum(each.count for each in others)
    otherwise = " in another way" if answer.guards else ""
    not_asserted = [
        what if count == 1 else f"{some:,} of them as {what}" for some, what in _not_asserted(others) if some
    ]
    as_what = f" ({' and '.join(not_asserted)})" if not_asserted else ""
    altered = (
        each for each in answer.reports if each.altered and not same_sense(each.comparison.guards, answer.guards)
    )
    first = next(altered, None)
    guard = first.comparison.guards[0] if first is not None else others[0].guards[0]
    which = "one of them" if first is None else outlet(first) if count == 1 else f"one of them, {outlet(first)},"
    reports = "1 report alters" if count == 1 else f"{count:,} reports alter"
    yield f"{reports} the sense{otherwise}{as_what}: {which} {describe(guard)}"


def _not_asserted(variants: Iterable[Variant]) -> list[tuple[int, str]]:
    """How many of their reports deny the words, and how many ask them, each with how that is said."""
    each = [variant.stances for variant in variants]
    return [
        (sum(stances.denied for stances in each), "denied, disputed or not said"),
        (sum(stances.asked for stances in each), "a question to somebody"),
    ]


def _dropped(answer: Answer) -> Iterator[str]:
    if answer.dropped:
        words = " … ".join(shortened(answer.text[slice(*each)], _DROPPED_WORDS) for each in answer.dropped)
        yield f"“{words}” was left out, as it names who said the words and is not part of them"
