"""A check as the service makes it, for the API and the pages alike: within the time that one request may take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from indexer.check import check, check_draft, draft_article
from indexer.deadline import Deadline
from indexer.store.base import Store
from service import limits
from service.answers import make_checks, make_drafts
from service.answers.checks import CheckAnswer
from service.answers.drafts import DraftAnswer
from service.budget import Busy, OutOfTime, limited, process_clock
from service.parameters.checks import CheckParameters, Draft

OWN_SHARE = 0.5
"""The least share of its time that a check must have had of a processor for its length to be at fault."""


def answer_in_time(store: Store, parameters: CheckParameters) -> CheckAnswer | DraftAnswer:
    """The answer to a text, or to each quote of a draft.

    Raises:
        Invalid: there is neither text nor draft, or it cannot be checked; see ``CheckParameters.question``.
        OutOfTime: it takes longer than ``limits.CHECK_SECONDS``.
        Busy: it took so long only for all else that is being done.
        Stopping: the service is being stopped.
        StoreError: the archive is away, outdated, or answered only in part.
    """
    question = parameters.question()
    field = "draft" if isinstance(question, Draft) else "text"
    with _in_time(field) as deadline:
        if isinstance(question, Draft):
            article = draft_article(question.text)
            answer = check_draft(store, article, question.within, question.speaker, deadline, question.quotes)
            return make_drafts.of_draft(answer)
        return make_checks.of_answer(check(store, question, deadline=deadline))


@contextmanager
def _in_time(field: str) -> Iterator[Deadline]:
    seconds, start = limits.CHECK_SECONDS, time.thread_time()
    try:
        with limited(field, seconds, process_clock) as deadline:
            yield deadline
    except OutOfTime:
        if time.thread_time() - start < OWN_SHARE * seconds:
            raise Busy("too much is being checked at once; try again in a moment") from None
        raise
