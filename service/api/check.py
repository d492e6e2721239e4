"""The API of the check. What is checked may be unpublished: it is kept out of addresses, logs and caches."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from service.answers import as_text, drafts
from service.archive import archive
from service.parameters import NoParameters
from service.parameters.checks import CheckParameters
from service.run_check import answer_in_time

v1 = APIBlueprint("check", __name__, url_prefix="/v1", tag="Check")


@v1.post("/check")
@v1.input(CheckParameters, location="json", arg_name="parameters")
@v1.input(NoParameters, location="query", arg_name="no_parameters")
@v1.output(drafts.CheckOrDraft)
@v1.doc(responses=[400, 413, 415, 422, 503])
def check(parameters: CheckParameters, no_parameters: NoParameters) -> Response:
    """Check whether a text has been reported before.

    Give a text, or a whole article as draft. Nothing of it is kept, logged or cached.
    """
    return Response(as_text(answer_in_time(archive().store(), parameters)), content_type="application/json")


@v1.after_request
def _forbid_caching(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
