"""Checks whether a text, or each quote of a draft, has been reported before.

The store gives candidates, ``indexer.compare`` judges each, and the accepted ones become reports, variants,
attributions, a verdict and a headline. Only the store is read, and the text is kept nowhere.
"""

from indexer.check.answer import check
from indexer.check.answer_records import Answer, Outcome
from indexer.check.draft import DraftAnswer, DraftQuote, check_draft, draft_article
from indexer.check.question import LONGEST, MOST_QUOTES, Question, TooLong, checked_text
from indexer.check.records import Verdict

__all__ = [
    "LONGEST",
    "MOST_QUOTES",
    "Answer",
    "DraftAnswer",
    "DraftQuote",
    "Outcome",
    "Question",
    "TooLong",
    "Verdict",
    "check",
    "check_draft",
    "checked_text",
    "draft_article",
]
