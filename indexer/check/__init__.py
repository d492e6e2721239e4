"""Has it been reported before? A text or a whole draft in, an answer out that can be printed.

The archive gives candidates, ``indexer.compare`` judges each, and what is accepted becomes reports, variants,
attributions, a verdict and the sentences that say it. Nothing here but the store's own verbs reads anything from
outside, and what is asked is kept nowhere.
"""

from indexer.check.answer import check
from indexer.check.draft import DraftAnswer, DraftQuote, check_draft, draft_article
from indexer.check.question import LONGEST, MOST_QUOTES, Question, TooLong, checked_text
from indexer.check.records import Answer, Verdict

__all__ = [
    "LONGEST",
    "MOST_QUOTES",
    "Answer",
    "DraftAnswer",
    "DraftQuote",
    "Question",
    "TooLong",
    "Verdict",
    "check",
    "check_draft",
    "checked_text",
    "draft_article",
]
