"""The page of the check: the same answers as the API's, for people. What is checked is kept out of addresses."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, render_template, request

from indexer.check import LONGEST
from indexer.errors import Invalid
from service.archive import archive
from service.check_answers import CheckAnswer
from service.check_parameters import CheckParameters
from service.draft_answers import DraftAnswer
from service.pages import site as site
from service.parameters import checked
from service.problems import LONGEST_SHOWN, status_of
from service.run_check import answer_in_time

_FIELDS = tuple(CheckParameters.model_fields)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the page shows: the answer to a text, or to a draft."""

    answer: CheckAnswer | None = None
    draft: DraftAnswer | None = None


@site.route("/check", methods=["GET", "POST"])
def check() -> Response:
    """The form, and the answer."""
    given = {name: value for name in _FIELDS if (value := request.form.get(name, "")).strip()}
    found, wrong, status = None, None, 200
    if request.method == "POST":
        try:
            found = _check(given)
        except Invalid as error:
            wrong, status = error, status_of(error)
    filled = {name: value[: LONGEST if name in ("text", "draft") else LONGEST_SHOWN] for name, value in given.items()}
    html = render_template("check.html", filled=filled, found=found, wrong=wrong)
    return Response(html, status, {"Cache-Control": "no-store"})


def _check(given: dict[str, str]) -> Checked:
    found = answer_in_time(archive().store(), checked(CheckParameters, given))
    return Checked(draft=found) if isinstance(found, DraftAnswer) else Checked(answer=found)
