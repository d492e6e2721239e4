"""The speakers that reports name for the words, and whether a given speaker is among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from indexer.check.dates import first_day, time_order
from indexer.check.records import Agreement, AttributionCount, Report
from indexer.check.speakers.apart import Named, are_two, contradict, named
from indexer.english import GRAMMAR
from indexer.model import SpeakerKind, Stance
from indexer.names import can_be_one
from indexer.printed import Attributed
from indexer.text import word_texts

FORMS = 5
"""Printed forms of a source that are listed."""

_NAMED = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT)


def attributions(reports: Sequence[Report], counted: Iterable[Attributed] = ()) -> tuple[AttributionCount, ...]:
    """Each speaker that the reports name, the most frequent first; then those without a name.

    Args:
        reports: the listed ones that assert the words.
        counted: exact counts of all reports, if not all are listed.
    """
    groups: dict[tuple[str | None, SpeakerKind], list[Report]] = {}
    for report in _innermost(reports):
        speaker = report.quote.speaker if report.quote is not None else None
        if speaker is not None:
            groups.setdefault((speaker.id, speaker.kind), []).append(report)
    exact = {(each.id, each.kind): each for each in counted if each.stance is Stance.ASSERTED}
    found = [_count(key, groups.get(key, []), exact.get(key)) for key in dict.fromkeys((*groups, *exact))]
    return tuple(sorted(found, key=lambda each: (each.name is None, -each.count, each.name or "", each.kind)))


def merge_names(found: Iterable[AttributionCount]) -> tuple[tuple[str, int], ...]:
    """The names that reports give, each with the number of reports, the most frequent first.

    A short form or another spelling counts for the one fuller name that it fits, and for itself if it fits several.
    """
    counts: dict[tuple[Named, SpeakerKind], int] = {}
    every = [(one, each) for each in found if (one := named(each)) is not None]
    for one, each in sorted(every, key=lambda pair: (-len(pair[0].name), pair[0].name)):
        fitting = [key for key in counts if key[1] is each.kind and not are_two(key[0], one)]
        key = fitting[0] if len(fitting) == 1 else (one, each.kind)
        counts[key] = counts.get(key, 0) + each.count
    names = ((one.name, count) for (one, _), count in counts.items())
    return tuple(sorted(names, key=lambda pair: (-pair[1], pair[0])))


def agreement(given: str, found: Sequence[AttributionCount], meant: Collection[str] = ()) -> Agreement:
    """Whether a given speaker, a name or an id, is among those that the reports name.

    Ambiguous: the name fits two of them, or only a source that may be one of several people.

    Args:
        meant: the ids of the people of the archive whom the name means; one of them alone decides.
    """
    by_name = [each for each in found if each.name is not None and each.kind in _NAMED]
    sure = {given, *meant} if len(meant) == 1 else {given}
    if any(each.speaker_id in sure for each in by_name):
        return Agreement.AGREES
    fitting = [each for each in by_name if can_be_one(given, each.name or "", organisation=_is_organisation(each))]
    fitting = fitting or [each for each in by_name if any(can_be_one(given, name) for name in each.candidates)]
    fitting = fitting or [each for each in found if _is_printed(given, each)]
    people = [one for each in fitting if (one := named(each)) is not None]
    if any(contradict(*pair) for pair in combinations(people, 2)):
        return Agreement.AMBIGUOUS
    if fitting:
        return Agreement.AGREES
    if any(can_be_one(given, name) for each in found for name in each.candidates):
        return Agreement.AMBIGUOUS
    return Agreement.DISAGREES if by_name else Agreement.UNATTRIBUTED


def _is_organisation(each: AttributionCount) -> bool:
    return each.kind is SpeakerKind.ORGANISATION


def _is_printed(given: str, each: AttributionCount) -> bool:
    """Whether a source is printed in these very words ("the president"), and it is not open who is meant."""
    words = _without_article(given)
    return each.kind is not SpeakerKind.AMBIGUOUS and any(_without_article(form) == words for form in each.as_printed)


def _without_article(form: str) -> list[str]:
    words = word_texts(form)
    return words if GRAMMAR.articles.isdisjoint(words[:1]) else words[1:]


def _innermost(reports: Sequence[Report]) -> list[Report]:
    """The reports without those that hold another of them: the inner quote names who said the words."""
    around = {report.quote.inside for report in reports if report.quote is not None}
    return [report for report in reports if report.key not in around]


def _count(
    key: tuple[str | None, SpeakerKind], reports: Sequence[Report], exact: Attributed | None
) -> AttributionCount:
    speakers = [report.quote.speaker for report in reports if report.quote is not None]
    names = [speaker.name for speaker in speakers if speaker.name is not None]
    first = min(reports, key=time_order, default=None)
    return AttributionCount(
        speaker_id=key[0],
        name=max(names, key=len, default=exact.name if exact is not None else None),
        kind=key[1],
        as_printed=tuple(dict.fromkeys(each.as_printed for each in speakers if each.as_printed))[:FORMS],
        candidates=tuple(dict.fromkeys(name for each in speakers for name in each.candidates)),
        count=exact.count if exact is not None else len(reports),
        texts=len({report.text_group for report in reports}),
        first=exact.earliest if exact is not None else first_day(first) if first is not None else None,
    )
