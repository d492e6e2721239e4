"""A check as the service makes it, for the API and the pages alike: within the time that one request may take."""

from __future__ import annotations

from indexer.check import check, check_draft, draft_article
from indexer.store.base import Store
from service import limits
from service.answers import make_checks, make_drafts
from service.answers.checks import CheckAnswer
from service.answers.drafts import DraftAnswer
from service.budget import limited, process_clock
from service.parameters.checks import CheckParameters, Draft


def answer_in_time(store: Store, parameters: CheckParameters) -> CheckAnswer | DraftAnswer:
    """The answer to a text, or to each quote of a draft.

    Raises:
        Invalid: there is neither text nor draft, or it cannot be checked; see ``CheckParameters.question``.
        OutOfTime: it takes longer than ``limits.CHECK_SECONDS``.
        Stopping: the service is being stopped.
        StoreError: the archive is away, outdated, or answered only in part.
    """
    question = parameters.question()
    field = "draft" if isinstance(question, Draft) else "text"
    with limited(field, limits.CHECK_SECONDS, process_clock) as deadline:
        if isinstance(question, Draft):
            article = draft_article(question.text)
            answer = check_draft(store, article, question.within, question.speaker, deadline, question.quotes)
            return make_drafts.of_draft(answer)
        return make_checks.of_answer(check(store, question, deadline=deadline))
