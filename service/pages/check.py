"""The page of the check: the same answers as the API's, for people; what is asked stands in no address."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, render_template, request

from indexer.check import check, check_draft, draft_article
from indexer.errors import Invalid
from service import present_check
from service.archive import archive
from service.check_answers import CheckAnswer, DraftAnswer
from service.check_parameters import CheckParameters, Draft
from service.pages import site as site
from service.parameters import checked

_FIELDS = tuple(CheckParameters.model_fields)


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to show: the answer to a text, or to a draft."""

    answer: CheckAnswer | None = None
    draft: DraftAnswer | None = None


@site.route("/check", methods=["GET", "POST"])
def has_it_been_reported() -> Response:
    """The form, and the answer to what was filled in."""
    asked = {name: value for name in _FIELDS if (value := request.form.get(name, "")).strip()}
    found, wrong, status = None, None, 200
    if request.method == "POST":
        try:
            found = _checked(asked)
        except Invalid as error:
            wrong, status = error, 413 if error.reason == "content-too-large" else 400
    html = render_template("check.html", asked=asked, found=found, wrong=wrong)
    return Response(html, status, {"Cache-Control": "no-store"})


def _checked(asked: dict[str, str]) -> Checked:
    question = checked(CheckParameters, asked).question()
    store = archive().store()
    if isinstance(question, Draft):
        answer = check_draft(store, draft_article(question.text), question.within, question.speaker)
        return Checked(draft=present_check.of_draft(answer))
    return Checked(answer=present_check.of_answer(check(store, question)))
