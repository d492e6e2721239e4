"""Phrases for outlets, days, names and counts, and which reports say as much as a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.check.answer_records import Answer
from indexer.check.records import Dated, Report, Variant
from indexer.check.senses import same_sense
from indexer.compare import Comparison, Relation
from indexer.in_words import counted, day, interval
from indexer.model import Precision, Stance
from indexer.printed import Coverage

NAMES = 3
"""Names that are listed in one sentence."""

_INNER = str.maketrans("“”", "‘’")

_SAY_AS_MUCH = {Relation.VERBATIM: (Relation.VERBATIM, Relation.PART)}
"""Relations that say as much as another: a part of a longer passage is printed word for word, too."""


def searched(coverage: Coverage) -> str:
    """What was searched: ``these 12 articles of 3 outlets, published 5 March 2025 to 7 April 2025``."""
    if not coverage.articles:
        return "the archive, which holds no articles of this kind"
    outlets = f" of {some(coverage.outlets, 'outlet')}" if coverage.outlets else ""
    dates = ""
    if coverage.earliest is not None and coverage.latest is not None:
        first, last = day(coverage.earliest), day(coverage.latest)
        dates = f", published on {first}" if first == last else f", published {first} to {last}"
    these = "this" if coverage.articles == 1 else "these"
    return f"{these} {some(coverage.articles, 'article')}{outlets}{dates}"


def when(dated: Dated) -> str:
    """The day or days of a report."""
    return interval(dated.from_, dated.to, dated.precision)


def on(dated: Dated) -> str:
    """The same behind its preposition: ``on 2 March 2025``, ``in March 2025``, ``some time from 3 to 9 March 2025``."""
    match dated.precision:
        case Precision.MONTH | Precision.YEAR:
            return f"in {when(dated)}"
        case _:
            return f"on {when(dated)}" if dated.from_ == dated.to else f"some time from {when(dated)}"


def outlet(report: Report, words: int = 12) -> str:
    """Who printed a report: its outlet, else the title or the id of the article, in so many words at most."""
    article = report.article
    if article.outlet:
        return shortened(article.outlet, words)
    title = (article.title or "").translate(_INNER)
    return f"“{shortened(title, words)}”" if title else shortened(article.id, words)


def shortened(text: str, words: int) -> str:
    """The text in at most so many words, without line breaks."""
    found = text.split()
    return " ".join(found) if len(found) <= words else f"{' '.join(found[:words])}…"


def some(number: int, noun: str) -> str:
    """A number of things, ``one`` in words."""
    return f"one {noun}" if number == 1 else counted(number, noun)


def listed(named: Sequence[tuple[str, int]]) -> str:
    """Names with the number of their reports: ``Ida Brandt (2) and Per Holm (1)``; one name by itself."""
    shown = [f"{name} ({count:,})" if len(named) > 1 else name for name, count in named[:NAMES]]
    more = [f"{len(named) - NAMES:,} more"] if len(named) > NAMES else []
    *most, last = [*shown, *more]
    return f"{', '.join(most)} and {last}" if most else last


def says_as_much(found: Variant | Comparison, answer: Answer) -> bool:
    """Whether a wording says what the verdict says: in the same sense, and as surely."""
    relation = Relation(answer.verdict)
    if found.relation not in _SAY_AS_MUCH.get(relation, (relation,)):
        return False
    return same_sense(found.guards, answer.guards) and (answer.probable or not found.probable)


def asserting_as_much(answer: Answer) -> list[Report]:
    """The listed reports that assert what the verdict says."""
    return [each for each in answer.reports if each.stance is Stance.ASSERTED and says_as_much(each.comparison, answer)]
