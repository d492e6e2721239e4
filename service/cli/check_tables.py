"""The answer to a check as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from indexer.check import Answer, DraftAnswer
from indexer.check.headline import when
from indexer.check.records import Report, Sense
from indexer.compare import EditKind
from indexer.model import Article, Stance
from service.cli.tables import attributed, printable

LISTED = 10
"""Reports that are shown for one text."""

_INDENT = "    "
_LONGEST_NAME = 60


def answer_table(answer: Answer, columns: int) -> str:
    """The verdict, the headline, and the first reports with their differences."""
    lines = [_verdict(answer), *_wrapped(answer.headline, columns, "  ")]
    for report in answer.reports[:LISTED]:
        lines += _report(report, answer.text, columns)
    if answer.reports_total > LISTED:
        lines.append(f"  {answer.reports_total - LISTED:,} more reports")
    if answer.similar:
        lines.append("  similar in meaning, but not known to report it:")
    for near in answer.similar or ():
        quote, article = near.hit.quote, near.hit.article
        lines += _wrapped(
            f"{_name(article)} · {attributed(quote.speaker)}: {printable(quote.text)}  [{near.likeness:.2f}]",
            columns,
            _INDENT,
        )
    return "\n".join([*lines, ""])


def draft_table(draft: DraftAnswer, columns: int) -> str:
    """Each quote of a draft with its verdict, then the corresponding articles."""
    lines: list[str] = []
    for each in draft.quotes:
        first = each.quote.content[0].start
        lines += _wrapped(f"{first:>6}  {printable(each.quote.text)}", columns, "")
        lines.append(f"{_INDENT}{_verdict(each.answer)}")
        lines += _wrapped(each.answer.headline, columns, _INDENT)
        for article_id, pair in each.counterparts:
            if not each.answer.reported:
                text = f"in the same place in {printable(article_id)}: {printable(pair.quote.text)}"
                lines += _wrapped(text, columns, _INDENT)
    if not draft.quotes:
        lines.append("no quotes")
    for found in draft.corresponds_to:
        lines.append(f"{found.sentence}: {_name(found.article)}")
    return "\n".join([*lines, ""])


def _verdict(answer: Answer) -> str:
    marks = ["probable"] if answer.probable else []
    marks += ["sense altered"] if answer.sense is Sense.ALTERED else []
    verdict = answer.verdict.value.replace("_", " ")
    return f"{verdict} ({', '.join(marks)})" if marks else verdict


def _report(report: Report, asked: str, columns: int) -> Iterator[str]:
    comparison = report.comparison
    marks = [comparison.relation.value, *([] if report.stance is Stance.ASSERTED else [report.stance.value])]
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
