"""The page of the check: the same answers as the API's, for people. What is checked is kept out of addresses."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, render_template, request
from werkzeug.exceptions import NotFound

from indexer.check import LONGEST
from indexer.errors import Invalid
from service.archive import archive
from service.check_answers import CheckAnswer
from service.check_parameters import CheckParameters
from service.draft_answers import DraftAnswer
from service.pages.blueprint import site
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
    printed = request.args.get("quote")
    if request.method == "GET" and printed:
        given = {"text": _printed(printed)}
    found, wrong, status = None, None, 200
    if request.method == "POST" or given:
        try:
            found = _check(given)
        except Invalid as error:
            wrong, status = error, status_of(error)
    filled = {name: value[: LONGEST if name in ("text", "draft") else LONGEST_SHOWN] for name, value in given.items()}
    html = render_template("check.html", filled=filled, found=found, wrong=wrong)
    return Response(html, status, {"Cache-Control": "no-store"})


def _printed(quote_id: str) -> str:
    """The words of a quote of the archive, which may stand in an address by its id."""
    hit = archive().store().quote(quote_id)
    if hit is None:
        raise NotFound("There is no quote with this id.")
    return hit.quote.text


def _check(given: dict[str, str]) -> Checked:
    found = answer_in_time(archive().store(), checked(CheckParameters, given))
    return Checked(draft=found) if isinstance(found, DraftAnswer) else Checked(answer=found)
