"""The answer to a check as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from indexer.check import Answer, DraftAnswer
from indexer.check.records import Report
from indexer.check.sentences import draft_headline, label, when, worst_first
from indexer.compare import EditKind
from indexer.model import Article, Stance
from service.cli.tables import attributed, printable
from service.stances import STANCES

LISTED = 10
"""Reports that are shown for one text."""

_INDENT = "    "
_LONGEST_NAME = 60


def answer_table(answer: Answer, columns: int) -> str:
    """The verdict, the headline, the evidence, and the first reports with their differences."""
    lines = [_verdict(answer), *_wrapped(answer.headline, columns, "  ")]
    lines += [line for sentence in answer.evidence for line in _wrapped(sentence, columns, "  ")]
    if answer.best is not None:
        lines += _word_by_word(answer.best, answer.text, columns)
    lines += _parts(answer, columns)
    for report in answer.reports[:LISTED]:
        lines += _report(report, answer.text, columns)
    if answer.reports_total > LISTED:
        lines.append(f"  {answer.reports_total - LISTED:,} more reports")
    if answer.perhaps:
        lines.append("  perhaps also:")
        for report in answer.perhaps[:LISTED]:
            lines += _report(report, answer.text, columns)
    if answer.similar:
        lines.append("  said in other words? These are suggestions, not reports:")
    for near in answer.similar or ():
        quote, article = near.hit.quote, near.hit.article
        lines += _wrapped(
            f"{_name(article)} · {attributed(quote.speaker)}: {printable(quote.text)}  [{near.likeness:.2f}]",
            columns,
            _INDENT,
        )
    return "\n".join([*lines, ""])


def draft_table(draft: DraftAnswer, columns: int) -> str:
    """The tallies of a draft, its quotes with what is printed, the worst first, and the corresponding articles."""
    outcomes = [each.answer.outcome for each in draft.quotes]
    lines = [*_wrapped(draft_headline(outcomes), columns, "")]
    for number in worst_first(outcomes):
        each = draft.quotes[number]
        first = each.quote.content[0].start
        lines += _wrapped(f"{first:>6}  {printable(each.quote.text)}", columns, "")
        lines.append(f"{_INDENT}{_verdict(each.answer)}")
        lines += _wrapped(each.answer.headline, columns, _INDENT)
        if each.answer.best is not None:
            lines += _word_by_word(each.answer.best, each.answer.text, columns)
        lines += _parts(each.answer, columns)
        for article_id, pair in each.counterparts:
            if not each.answer.reported:
                text = f"in the same place in {printable(article_id)}: {printable(pair.quote.text)}"
                lines += _wrapped(text, columns, _INDENT)
    for found in draft.corresponds_to:
        lines.append(f"{found.sentence}: {_name(found.article)}")
    return "\n".join([*lines, ""])


def _verdict(answer: Answer) -> str:
    return f"{label(answer)} (probable)" if answer.probable else label(answer)


def _word_by_word(report: Report, asked: str, columns: int) -> Iterator[str]:
    """The words of both texts: [-asked alone-] and {+printed alone+}; nothing where they are the same."""
    diff = report.comparison.diff
    if all(edit.kind is EditKind.KEPT for edit in diff):
        return
    pieces = []
    for edit in diff:
        mine, theirs = printable(asked[slice(*edit.query)]), printable(report.text[slice(*edit.stored)])
        if edit.kind is EditKind.KEPT:
            pieces.append(theirs)
        else:
            pieces.append(f"{f'[-{mine}-]' if mine else ''}{f'{{+{theirs}+}}' if theirs else ''}")
    yield from _wrapped(" ".join(pieces), columns, _INDENT)


def _parts(answer: Answer, columns: int) -> Iterator[str]:
    """The parts of a text that is printed only in part, each with what prints it."""
    for part in answer.printed_parts:
        words = printable(answer.text[slice(*part.place)])
        where = "printed nowhere here"
        if part.report is not None:
            quote = part.report.quote
            speaker = attributed(quote.speaker) if quote is not None else "the article’s own words"
            where = f"{_name(part.report.article)} · {speaker}"
        yield from _wrapped(f"“{words}”: {where}", columns, _INDENT)


def _report(report: Report, asked: str, columns: int) -> Iterator[str]:
    comparison = report.comparison
    marks = [comparison.relation.value, *([] if report.stance is Stance.ASSERTED else [STANCES[report.stance].lower()])]
    date = f"{when(report.dated)} ({report.dated.basis.value})" if report.dated is not None else "undated"
    outlet = _name(report.article)
    speaker = attributed(report.quote.speaker) if report.quote is not None else "the article’s own words"
    yield f"  {date} · {outlet} · {speaker}  [{', '.join(marks)}, {comparison.score:.2f}]"
    yield from _wrapped(printable(report.text), columns, _INDENT)
    changes = [
        f"{edit.kind.value} {_change(asked[slice(*edit.query)], report.text[slice(*edit.stored)])}"
        for edit in comparison.diff
        if edit.kind is not EditKind.KEPT and not edit.cut
    ]
    if changes:
        yield from _wrapped("; ".join(changes), columns, _INDENT)


def _name(article: Article) -> str:
    return textwrap.shorten(printable(article.outlet or article.title or article.id), _LONGEST_NAME, placeholder="…")


def _change(asked: str, printed: str) -> str:
    return " -> ".join(f"“{printable(text)}”" for text in (asked, printed) if text)


def _wrapped(text: str, columns: int, indent: str) -> list[str]:
    return textwrap.wrap(text, columns, initial_indent=indent, subsequent_indent=indent)
