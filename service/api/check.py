"""The API of the check. What is asked is nobody's business: it stands in no address, no log and no cache."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from indexer.check import check, check_draft, draft_article
from service import check_answers, present_check
from service.answers import as_text
from service.archive import archive
from service.check_parameters import CheckParameters, Draft
from service.parameters import NoParameters

v1 = APIBlueprint("check", __name__, url_prefix="/v1", tag="Check")


@v1.post("/check")
@v1.input(CheckParameters, location="json", arg_name="asked")
@v1.input(NoParameters, location="query", arg_name="nothing")
@v1.output(check_answers.CheckOrDraft)
@v1.doc(responses=[400, 413, 415, 503])
def has_it_been_reported(asked: CheckParameters, nothing: NoParameters) -> Response:
    """Has it been reported before?

    Give a text, or a whole article as draft. Nothing of it is kept, logged or cached.
    """
    question = asked.question()
    store = archive().store()
    if isinstance(question, Draft):
        article = draft_article(question.text)
        text = as_text(present_check.of_draft(check_draft(store, article, question.within, question.speaker)))
    else:
        text = as_text(present_check.of_answer(check(store, question)))
    return Response(text, content_type="application/json")


@v1.after_request
def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
