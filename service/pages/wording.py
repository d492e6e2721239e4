"""Formats answers for people: dates in words, how faithful a quote is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from indexer import in_words
from indexer.compare import Relation
from indexer.in_words import counted
from indexer.model import Basis, Kind, Precision, Stance
from indexer.query import Facet, FacetCount
from indexer.store.limits import MOST_FACET_VALUES
from service.answers import Published, Quote, Said, When
from service.answers.checks import ReportDate
from service.stances import ASKED, DENIED, NOT_SAID, STANCES, not_asserted

_BASES = {
    Basis.GIVEN: "as given to the archive",
    Basis.METADATA: "by its metadata",
    Basis.HEADER: "by a line at its head",
    Basis.FOOTER: "by a line at its foot",
    Basis.URL: "by its address",
    Basis.FILE_NAME: "by the name of its file",
    Basis.CREATED: "when its page was made",
    Basis.MODIFIED: "when its page was last altered",
}


def day(iso: str) -> str:
    """``2025-02-12`` as ``12 February 2025``, and ``2025-02``, where no more is known, as ``February 2025``."""
    return in_words.month(iso) if len(iso) == len("2025-02") else in_words.day(date.fromisoformat(iso[:10]))


def when_printed(value: When) -> str:
    """When it was said or published, as exactly as it is known: ``12 February 2025``, ``February 2025``, ``2025``."""
    return in_words.period(date.fromisoformat(value.from_), date.fromisoformat(value.to))


def first_day(iso: str, dates: Iterable[ReportDate | None]) -> str:
    """The first of some dates, as exactly as it is known.

    Args:
        iso: the day on which it begins.
        dates: among which it is; a day, where it is not.
    """
    ends = [each.to for each in dates if each is not None and each.from_ == iso]
    return in_words.period(date.fromisoformat(iso), date.fromisoformat(min(ends, default=iso)))


def said(value: Said) -> str:
    """When the words were said: ``12 February 2025``, ``February 2025``, ``2025``, or from one day to another."""
    return in_words.interval(date.fromisoformat(value.from_), date.fromisoformat(value.to), value.precision)


def report_date(value: ReportDate) -> str:
    """The date of a report: ``12 February 2025``, ``February 2025``."""
    return in_words.interval(date.fromisoformat(value.from_), date.fromisoformat(value.to), value.precision)


def published(value: Published) -> str:
    """When the article was published, and how that is known."""
    moment = value.value[11:16]
    zone = f" {value.zone}" if value.zone else " (zone not stated)"
    return f"{day(value.value)}{f', {moment}{zone}' if moment else ''}, {_BASES[value.basis]}"


@dataclass(frozen=True, slots=True)
class Tag:
    """How faithful a quote is, in words, with a sign and a colour that say the same."""

    words: str
    sign: str
    colour: str


def tag(quote: Quote) -> Tag:
    """Whether a quote is printed word for word, denied, not said, or a question."""
    if quote.stance is Stance.ASKED:
        return Tag(STANCES[Stance.ASKED], "?", "none")
    denied = not_asserted(quote)
    if denied is not None:
        return Tag(denied, "–" if denied == NOT_SAID else "✕", "warn")
    return {
        Kind.DIRECT: Tag("Word for word", "✓", "ok"),
        Kind.MIXED: Tag("Partly word for word", "◐", "none"),
        Kind.INDIRECT: Tag("Paraphrase", "≈", "none"),
    }[quote.kind]


KINDS = {"direct": "Word for word", "mixed": "Partly word for word", "indirect": "Paraphrase"}
ACTS = {
    "said": "Said",
    "wrote": "Written",
    "thought": "Thought, by the article",
    "did": "Done, not said",
    "any": "Words, thoughts and acts",
}
"""What the values of filters are called on pages."""

_ATTRIBUTED = {
    None: "Attributed",
    DENIED: "A denial attributed",
    NOT_SAID: "Words not said, attributed",
    ASKED: "A question attributed",
}


def attributed(quote: Quote) -> str:
    """How a page on a quote begins, before the name: ``A denial attributed``."""
    return _ATTRIBUTED[not_asserted(quote)]


def called(name: str, value: str) -> str:
    """What the value of a filter is called on pages."""
    return {"kind": KINDS, "stance": STANCES, "act": ACTS}.get(name, {}).get(value, value)


MOST_WORDS_OF_A_SOURCE = 12
"""Words of a printed source that a card shows."""

NO_VALUE = {Facet.SPEAKER: "nobody by name", Facet.OUTLET: "outlet not known", Facet.YEAR: "no year known"}
"""What quotes are that have no value of a facet."""


def left_out(facet: Facet, counts: Sequence[FacetCount], total: int, shown: int) -> tuple[tuple[str, int], ...]:
    """What the values of a facet that are shown leave out, with its number of quotes.

    Of a facet with more values than are counted, rare values and quotes without any are one number.

    Args:
        total: the quotes that are counted.
        shown: how many values are shown, the first ones.
    """
    further = sum(each.count for each in counts[shown:])
    without = total - sum(each.count for each in counts)
    if len(counts) >= MOST_FACET_VALUES and without > 0:
        return ((f"others, or {NO_VALUE[facet]}" if facet in NO_VALUE else "others", further + without),)
    left = [(counted(len(counts) - shown, "other"), further)] if further else []
    if facet in NO_VALUE and without > 0:
        left.append((NO_VALUE[facet], without))
    return tuple(left)


def source(printed: str) -> str:
    """The words that name a source, the middle of many left out."""
    return in_words.shortened(printed, MOST_WORDS_OF_A_SOURCE)


def when(quote: Quote) -> str:
    """When it was said, else when it was printed, with its precision."""
    if quote.said is not None:
        before = "in " if quote.said.precision in (Precision.MONTH, Precision.YEAR) else ""
        return f"said {before}{said(quote.said)}"
    if quote.published is None:
        return "undated"
    in_month = len(quote.published.value) == len("2025-02")
    return f"printed {'in ' if in_month else ''}{day(quote.published.value)}"


PROBLEMS = {
    "not-found": "There is nothing here",
    "store-unavailable": "The archive does not answer at the moment",
    "store-missing": "There is no archive yet",
    "store-outdated": "The archive has to be renewed first",
    "store-incompatible": "The archive and this service do not fit together",
    "encoder-unavailable": "Meanings cannot be compared here",
    "busy": "There is too much to do at once",
    "stopping": "The service is being stopped",
    "internal-error": "Something went wrong here",
    "content-too-large": "That is too much at once",
    "deadline-passed": "That took too long",
}
"""What went wrong, for readers, by the reason of the problem."""

RELATIONS = {
    Relation.VERBATIM: "the same words",
    Relation.PART: "one is a part of the other",
    Relation.LONGER: "one is a part of the other",
    Relation.CHANGED: "a few words differ",
    Relation.REWORDED: "in other words",
    Relation.DIFFERENT: "other words",
}
"""How two wordings relate, for people."""


def percent(score: float) -> str:
    """A score from 0 to 1 as a percentage."""
    return f"{score * 100:.0f} %"


def month(value: str) -> str:
    """``2016-03`` as ``March 2016``."""
    return in_words.month(value)


def basis(value: Basis) -> str:
    """How a date is known."""
    return _BASES[value]
