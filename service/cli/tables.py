"""Quotes and counts as text for a terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from indexer.extract.dates import said_text
from indexer.in_words import counted, together
from indexer.model import Act, Article, Quote, Speaker, SpeakerKind
from indexer.printed import Utterance
from indexer.query import Facet, FacetCount, Hit
from service.stances import not_asserted

_NARROWEST = 60
_INDENT = "    "


def width() -> int:
    """Columns of the terminal; 100 without one."""
    return max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns)


def article_table(article: Article, quotes: Sequence[Quote], columns: int) -> str:
    """An article's title and its quotes, each with its attribution above its words."""
    head = [printable(article.title or article.id)]
    if about := " · ".join(_about(article)):
        head.append(about)
    lines = [*head, *(line for quote in quotes for line in quote_lines(quote, columns))]
    return "\n".join([*lines, "" if quotes else f"{_INDENT}no quotes", ""])


def hit_table(hit: Hit, columns: int, reported: tuple[Utterance, Hit] | None = None) -> str:
    """A hit with where it is printed and, if given, the number of reports of its utterance, and the first one's date.

    Args:
        reported: the utterance, and the first report of it.
    """
    printed = " · ".join([*_about(hit.article), printable(hit.article.title or "")]).strip(" ·")
    place = printable(hit.article.url or hit.article.id)
    lines = [*quote_lines(hit.quote, columns), f"{_INDENT}{printed}", f"{_INDENT}{place}"]
    return "\n".join([*lines, *([f"{_INDENT}{_reports(*reported)}"] if reported else []), ""])


def _reports(utterance: Utterance, first: Hit) -> str:
    told = f"{counted(utterance.reports, 'report')} in {counted(utterance.articles, 'article')}"
    if first.quote.said is not None:
        return f"{told}, first said {said_text(first.quote.said)}"
    published = first.article.published
    return told if published is None else f"{told}, first printed {published.best.value[:10]}"


def facet_table(facets: Mapping[Facet, Sequence[FacetCount]]) -> str:
    """How often each value of each facet occurs."""
    lines: list[str] = []
    for facet, counts in facets.items():
        lines.append(f"{facet.value}:")
        lines += [f"{count.count:10,}  {printable(count.label)}" for count in counts]
    return "\n".join(lines)


def attributed(speaker: Speaker) -> str:
    """Whom the words are attributed to, as far as it is known."""
    printed = f"“{printable(speaker.as_printed)}”" if speaker.as_printed else "nobody named"
    if speaker.kind is SpeakerKind.AMBIGUOUS:
        return f"{printed}: {' or '.join(printable(name) for name in speaker.candidates)}"
    if speaker.name is None:
        return f"{printed} ({speaker.kind.value})" if speaker.as_printed else printed
    return together(printable(speaker.name), map(printable, speaker.candidates))


def printable(text: str) -> str:
    """The text in one line, without control characters."""
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))


def _about(article: Article) -> list[str]:
    published = article.published
    when = f"{published.best.value} ({published.best.basis.value})" if published is not None else None
    return [part for part in (printable(article.outlet or ""), when) if part]


def quote_lines(quote: Quote, columns: int) -> Iterator[str]:
    """The lines that show one quote: who, how and when above the words, which are wrapped to ``columns``."""
    marks = [quote.kind.value]
    if how := not_asserted(quote):
        marks.append(how.lower())
    if quote.act is not Act.SAID:
        marks.append(quote.act.value)
    facts = [] if quote.said is None else [f"said {said_text(quote.said)}"]
    yield f"  {attributed(quote.speaker)}  [{', '.join(marks + facts)}]"
    yield from textwrap.wrap(
        printable(quote.text), columns - len(_INDENT), initial_indent=_INDENT, subsequent_indent=_INDENT
    )
