"""The answer in a few sentences, which never say more than was found.

Words are "attributed to" somebody, not "said" by them; what was not found was not found "in these articles".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indexer.check.records import (
    Agreement,
    Answer,
    DateBasis,
    Dated,
    Earliest,
    PrintedAs,
    Report,
    Variant,
    Verdict,
)
from indexer.check.senses import describe, same_sense
from indexer.check.speakers import merge_names
from indexer.compare import Comparison, Guard, Relation
from indexer.compare.judge import FEWEST_WORDS
from indexer.in_words import counted, day, interval
from indexer.model import Kind, Precision
from indexer.printed import Coverage

_REPORTED = {
    Verdict.VERBATIM: ("Reported word for word", "Probably reported word for word"),
    Verdict.PART: ("Reported as a part of a longer passage", "Probably reported as a part of a longer passage"),
    Verdict.CHANGED: ("Reported with some words changed", "Probably reported with some words changed"),
    Verdict.LONGER: ("Reported in part", "Probably reported in part"),
    Verdict.REWORDED: ("Reported in other words", "Probably reported, in other words"),
}

_SAY_AS_MUCH = {Relation.VERBATIM: (Relation.VERBATIM, Relation.PART)}
"""Relations that say as much as another: a part of a longer passage is printed word for word, too."""

_NAMES = 3

_DISTINCTIVE = 12
"""Words from which on nobody says a text by chance: if several speakers are named for it, the reports disagree."""


def headline(answer: Answer) -> str:
    """The sentences for an answer of which all else is known."""
    sentences = _found(answer) if answer.best is not None else _not_found(answer)
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}." for sentence in sentences)


def searched(coverage: Coverage) -> str:
    """What was searched: ``these 12 articles of 3 outlets, published 5 March 2025 to 7 April 2025``."""
    if not coverage.articles:
        return "the archive, which holds no articles of this kind"
    outlets = f" of {_some(coverage.outlets, 'outlet')}" if coverage.outlets else ""
    dates = ""
    if coverage.earliest is not None and coverage.latest is not None:
        first, last = day(coverage.earliest), day(coverage.latest)
        dates = f", published on {first}" if first == last else f", published {first} to {last}"
    these = "this" if coverage.articles == 1 else "these"
    return f"{these} {_some(coverage.articles, 'article')}{outlets}{dates}"


# --- Not found ------------------------------------------------------------------------------------


def _not_found(answer: Answer) -> Iterator[str]:
    where = searched(answer.coverage)
    match answer.verdict:
        case Verdict.TOO_SHORT:
            few = "one word is" if answer.words == 1 else f"{answer.words} words are"
            yield (
                f"too short to tell: {few} found only where printed exactly so, which is not the case in {where}; "
                f"give {FEWEST_WORDS} words or more"
            )
        case Verdict.UNSUPPORTED_LANGUAGE:
            yield (
                "this does not read as English, the only language in which likeness is judged; "
                f"the same words were not found in {where}"
            )
        case _:
            yield f"not found in {where}"


# --- Found ----------------------------------------------------------------------------------------


def _found(answer: Answer) -> Iterator[str]:
    assert answer.best is not None
    yield _what(answer, answer.best)
    if answer.guards:
        yield from _altering(answer.guards)
    if answer.earliest is not None:
        yield _first(answer.earliest)
    yield from _by_whom(answer)
    yield from _stances(answer)
    yield from _others_altered(answer)


def _what(answer: Answer, best: Report) -> str:
    sure, unsure = _REPORTED[answer.verdict]
    what = unsure if answer.probable else sure
    if answer.printed_as is PrintedAs.PARAPHRASE:
        mixed = best.quote is not None and best.quote.kind is Kind.MIXED
        what += ", only as a paraphrase, "
        what += "with no more than some words between quotation marks" if mixed else "not between quotation marks"
    elif answer.printed_as is PrintedAs.TEXT:
        what += ", only as an article’s own words" if answer.reports_total == 1 else ", only as articles’ own words"
    return f"{what}: {_count(answer)} in {searched(answer.coverage)}"


def _count(answer: Answer) -> str:
    """How many of all reports say what the verdict says: ``86 of 130 reports (at least 70 distinct texts)``."""
    total = answer.reports_total
    count = sum(each.count for each in answer.variants if _says_as_much(each, answer)) or total
    groups = {each.text_group for each in answer.reports if _says_as_much(each.comparison, answer)}
    texts = ""
    if groups and count > 1:
        least = "at least " if total > len(answer.reports) else ""
        texts = f" ({least}{counted(len(groups), 'distinct text')})"
    return (counted(total, "report") if count == total else f"{count:,} of {total:,} reports") + texts


def _says_as_much(found: Variant | Comparison, answer: Answer) -> bool:
    """Whether a wording says what the verdict says: in the same sense, and as surely."""
    relation = Relation(answer.verdict)
    if found.relation not in _SAY_AS_MUCH.get(relation, (relation,)):
        return False
    return same_sense(found.guards, answer.guards) and (answer.probable or not found.probable)


def _in_sense(answer: Answer) -> list[Variant]:
    """The wordings in the sense of the report that sets the verdict."""
    return [each for each in answer.variants if same_sense(each.guards, answer.guards)]


def _first(earliest: Earliest) -> str:
    report = earliest.report
    assert report.dated is not None
    said = ""
    if report.dated.basis is DateBasis.SAID:
        exactly = report.dated.precision == Precision.DAY
        said = f", {'the day on which' if exactly else 'when'} the words were said, as it has it"
        published = report.article.published
        if published is not None and not report.dated.from_ <= published.best.day <= report.dated.to:
            said += f", published {day(published.best.day)}"
    others = {tie.article.id for tie in earliest.ties} - {report.article.id}
    more = "one" if len(others) == 1 else f"{len(others):,}"
    ties = f"; {more} more cannot be told to be later" if others else ""
    return f"the earliest found is {_outlet(report)}, dated {when(report.dated)}{said}{ties}"


def _by_whom(answer: Answer) -> Iterator[str]:
    named = merge_names(answer.attributions)
    if answer.stock and not (answer.conflict and answer.words >= _DISTINCTIVE):
        yield f"a stock phrase: it is attributed to {len(named):,} speakers"
    elif answer.conflict:
        yield f"the reports disagree on who is quoted: {_listed(named)}"
    elif named:
        yield f"attributed to {_listed(named)}"
    elif answer.attributions and answer.printed_as is not PrintedAs.TEXT:
        yield "attributed to nobody by name"
    match answer.speaker_agrees:
        case Agreement.DISAGREES:
            yield "none of them names the given speaker"
        case Agreement.AMBIGUOUS:
            yield "the given speaker may be meant, or another of that name"
        case _:
            pass


def _listed(named: Sequence[tuple[str, int]]) -> str:
    shown = [f"{name} ({count:,})" if len(named) > 1 else name for name, count in named[:_NAMES]]
    more = [f"{len(named) - _NAMES:,} more"] if len(named) > _NAMES else []
    *most, last = [*shown, *more]
    return f"{', '.join(most)} and {last}" if most else last


def _stances(answer: Answer) -> Iterator[str]:
    for count, what in _not_asserted(_in_sense(answer)):
        if count:
            some = f"{count:,} of the reports" if answer.reports_total > count else "every report"
            yield f"{some} {'prints' if count == 1 or some == 'every report' else 'print'} it as {what}"


def _altering(guards: Sequence[Guard]) -> Iterator[str]:
    yield f"its sense is altered: what is printed {' and '.join(describe(guard) for guard in guards)}"


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
    listed = (each for each in answer.reports if each.altered and not same_sense(each.comparison.guards, answer.guards))
    first = next(listed, None)
    guard = first.comparison.guards[0] if first is not None else others[0].guards[0]
    which = "one of them" if first is None else _outlet(first) if count == 1 else f"one of them, {_outlet(first)},"
    alter = "alters" if count == 1 else "alter"
    yield f"{count:,} of the reports {alter} its sense{otherwise}{as_what}: {which} {describe(guard)}"


def _not_asserted(variants: Iterable[Variant]) -> list[tuple[int, str]]:
    """How many of their reports deny the words, and how many ask them, each with how that is said."""
    each = [variant.stances for variant in variants]
    return [
        (sum(stances.denied for stances in each), "denied or disputed"),
        (sum(stances.asked for stances in each), "a question to somebody"),
    ]


# --- Words for numbers and dates ------------------------------------------------------------------


def when(dated: Dated) -> str:
    """The day or days of a report."""
    return interval(dated.from_, dated.to, dated.precision)


def _outlet(report: Report) -> str:
    article = report.article
    return article.outlet or (f"“{article.title}”" if article.title else article.id)


def _some(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else counted(number, noun)
