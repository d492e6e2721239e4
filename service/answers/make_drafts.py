"""Makes the answer to a draft from its record, alike for the API, the pages and the command."""

from __future__ import annotations

from typing import Any

from indexer import check
from indexer.check.correspondence import Correspondence
from indexer.check.find_reports import LISTED
from indexer.check.sentences import draft_headline, label_of, tallies, worst_first
from service import answers
from service.answers import drafts, make_checks, make_quotes

MOST_LISTED, FEWEST_LISTED = 1_000, 5
"""Reports that the answer to a draft lists in all, and of each quote at least: a hundred of each of 250 quotes would be
an answer of 35 MB."""


def draft_json(answer: check.DraftAnswer) -> dict[str, Any]:
    """A draft's answer as the API sends it: see ``drafts.DraftAnswer``."""
    return answers.as_json(of_draft(answer))


def of_draft(answer: check.DraftAnswer) -> drafts.DraftAnswer:
    """The answer to each quote of a draft; the more quotes, the fewer reports and variants of each."""
    most = max(FEWEST_LISTED, min(LISTED, MOST_LISTED // max(1, len(answer.quotes))))
    outcomes = [quote.answer.outcome for quote in answer.quotes]
    return drafts.DraftAnswer(
        headline=draft_headline(outcomes),
        tallies=[
            drafts.Tally(outcome=outcome, label=label_of(outcome), count=count) for outcome, count in tallies(outcomes)
        ],
        worst_first=worst_first(outcomes),
        quotes=[_draft_quote(quote, most) for quote in answer.quotes],
        reported=sum(quote.answer.reported for quote in answer.quotes),
        corresponds_to=[_correspondence(each) for each in answer.corresponds_to],
    )


def _draft_quote(quote: check.DraftQuote, most: int) -> drafts.DraftQuote:
    return drafts.DraftQuote(
        spans=[answers.Span(start=span.start, end=span.end, text=span.text) for span in quote.quote.content],
        text=quote.quote.text,
        speaker=make_quotes.of_attributed(quote.quote.speaker),
        answer=make_checks.of_answer(quote.answer, most),
        counterparts=[
            drafts.Counterpart(article_id=article_id, quote_id=pair.quote.id, text=pair.quote.text, evidence=pair.sign)
            for article_id, pair in quote.counterparts
        ],
    )


def _correspondence(each: Correspondence) -> drafts.Correspondence:
    return drafts.Correspondence(
        article=make_checks.of_article(each.article),
        matched=len(each.pairs),
        of=each.of,
        sentence=each.sentence,
    )
