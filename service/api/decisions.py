"""The API of what people decide; every request needs the service's key."""

from __future__ import annotations

import hmac

from apiflask import APIBlueprint
from flask import Response, request
from pydantic import Field
from werkzeug.exceptions import Forbidden, Unauthorized

from indexer.identity.decisions import Action, Decision, undone
from service.answers import as_text
from service.answers.base import Answer
from service.archive import archive
from service.parameters import NoParameters
from service.parameters.decisions import DecisionParameters

v1 = APIBlueprint("decisions", __name__, url_prefix="/v1", tag="Decisions")


class DecisionAnswer(Answer):
    """A decision in the log."""

    number: int = Field(description="Its place in the log, by which it is taken back.")
    at: str = Field(description="When it was made, ISO 8601, UTC.")
    who: str = Field(description="Whose it is.")
    why: str = Field(description="The reason.")
    action: Action = Field(description="What was decided.")
    standing: bool = Field(description="False for one that was taken back.")


class DecisionLog(Answer):
    """All decisions, in order."""

    decisions: list[DecisionAnswer] = Field(description="The first first.")


@v1.before_request
def _refuse_without_key() -> None:
    key = archive().decisions_key
    if key is None:
        raise Forbidden("This service takes no decisions; set ONRECORD_DECISIONS_KEY where it is started.")
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), key.encode()):
        raise Unauthorized("Send the service's key: Authorization: Bearer KEY.")


@v1.get("/decisions")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.output(DecisionLog)
@v1.doc(responses=[400, 401, 403, 503])
def decisions(parameters: NoParameters) -> Response:
    """What was decided on speakers, quotes and articles, by whom and why."""
    log = archive().store().decisions()
    gone = undone(log)
    answer = DecisionLog(decisions=[_of(one, holds=one.number not in gone) for one in log])
    return Response(as_text(answer), content_type="application/json")


@v1.post("/decisions")
@v1.input(DecisionParameters, location="json", arg_name="parameters")
@v1.input(NoParameters, location="query", arg_name="no_parameters")
@v1.output(DecisionAnswer)
@v1.doc(responses=[400, 401, 403, 413, 415, 503])
def decide(parameters: DecisionParameters, no_parameters: NoParameters) -> Response:
    """Merge, split or rename speakers, correct or hide a quote, forget a speaker or an article, or take that back.

    Every decision is kept in a log, and holds after a rebuild.
    """
    made = parameters.made(archive().store())
    return Response(as_text(_of(made, holds=True)), content_type="application/json")


@v1.after_request
def _forbid_caching(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _of(one: Decision, *, holds: bool) -> DecisionAnswer:
    return DecisionAnswer(number=one.number, at=one.at, who=one.who, why=one.why, action=one.action, standing=holds)
