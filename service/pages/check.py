"""The page of the check: the same answers as the API's, for people.

What is checked may be unpublished: it stands in no address and no log, and in no cache but the browser's own, without
which Back would be an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Response, render_template, request, url_for
from werkzeug.exceptions import NotFound

from indexer.check import LONGEST
from indexer.errors import Invalid
from service.answers.checks import CheckAnswer
from service.answers.drafts import DraftAnswer
from service.archive import archive
from service.pages import diffs, outcomes
from service.pages.blueprint import site
from service.parameters import checked
from service.parameters.checks import CheckParameters
from service.problems import LONGEST_SHOWN, status_of
from service.run_check import answer_in_time

_FIELDS = tuple(CheckParameters.model_fields)
_USE = re.compile(r"(\d{1,6})-(\d{1,6}):(.{1,200}):(\d{1,6})-(\d{1,6})", re.ASCII)
_MARKS = "“”\"„«»‘’'"
_MARKED = re.compile(rf"([{_MARKS}]?).*?([{_MARKS}]?)", re.DOTALL)


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
    if request.method == "GET" and request.args.get("quote"):
        given = {"text": _printed(request.args["quote"])}
    try:
        if request.form.get("use"):
            given["draft"] = _with_printed(given.get("draft", ""), request.form["use"])
        if request.method == "POST" or given:
            found = _check(given)
    except Invalid as error:
        wrong, status = error, status_of(error)
    filled = {name: value[: LONGEST if name in ("text", "draft") else LONGEST_SHOWN] for name, value in given.items()}
    html = render_template(
        "check.html",
        filled=filled,
        found=found,
        wrong=wrong,
        diffs=diffs,
        outcomes=outcomes,
        here=url_for("pages.check", _external=True),
    )
    return Response(html, status, {"Cache-Control": "private, no-cache"})


def _printed(quote_id: str) -> str:
    """The words of a quote of the archive, which may stand in an address by its id."""
    hit = archive().store().quote(quote_id)
    if hit is None:
        raise NotFound("There is no quote with this id.")
    return hit.quote.text


def _with_printed(draft: str, use: str) -> str:
    """The draft with the printed words in place of a quote's.

    Args:
        use: see ``outcomes.use``.

    Raises:
        Invalid: it names no place of the draft.
    """
    match = _USE.fullmatch(use)
    if match is None or not int(match[1]) < int(match[2]) <= len(draft):
        raise Invalid("use", "names no place of the draft; check the draft again")
    start, end, first, last = (int(match[number]) for number in (1, 2, 4, 5))
    whole = _printed(match[3])
    printed, marks = whole[first:last].strip(), _MARKED.fullmatch(draft[start:end])
    if marks is not None and whole[0] in _MARKS and whole[-1] in _MARKS:
        # In the draft's own marks: a part of a printed quote has lost one of its.
        printed = f"{marks[1]}{printed.strip(_MARKS + ' ')}{marks[2]}"
    return draft[:start] + printed + draft[end:]


def _check(given: dict[str, str]) -> Checked:
    found = answer_in_time(archive().store(), checked(CheckParameters, given))
    return Checked(draft=found) if isinstance(found, DraftAnswer) else Checked(answer=found)
