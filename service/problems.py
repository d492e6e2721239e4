"""Answers every error with a problem (RFC 9457) for programs or a page for people, without internal details."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from traceback import extract_tb

from apiflask import APIFlask, HTTPError
from flask import Response, current_app, render_template, request, url_for
from werkzeug.datastructures import Headers
from werkzeug.exceptions import HTTPException

from indexer.errors import (
    EncoderUnavailable,
    Invalid,
    OnrecordError,
    StoreError,
    StoreIncompatible,
    StoreMissing,
    StoreOutdated,
)
from service import limits
from service.answers import FieldError, Problem, as_text
from service.budget import Busy, Stopping
from service.parameters import Refused

RETRY_AFTER = 5
"""Seconds after which a client may try again while the store is away."""

MEDIA_TYPE = "application/problem+json"

REASONS = {
    "invalid": "A parameter is unknown or has an invalid value, or the request is not well formed.",
    "results-changed": "The store has changed since the page of the cursor: start again without it.",
    "unauthorized": "Decisions need the service's key, as Authorization: Bearer KEY.",
    "forbidden": "This service takes no decisions: it was started without ONRECORD_DECISIONS_KEY.",
    "not-found": "There is nothing at this address.",
    "method-not-allowed": "This address does not support the method.",
    "content-too-large": "The request is too long.",
    "request-timeout": "The request was not received whole in time.",
    "deadline-passed": f"What is to be checked takes longer than {limits.CHECK_SECONDS:g} s: give less at once.",
    "unsupported-media-type": "The type of the request's body is not supported.",
    "store-unavailable": "The store is away, busy, or answered only in part: try again later.",
    "store-missing": "There is no store yet: onrecord index creates one.",
    "store-outdated": "The store was written by another version: onrecord rebuild renews it.",
    "store-incompatible": "The store and this service do not fit together: the log says what to change.",
    "encoder-unavailable": "The store asks for meaning, and the language model cannot be run: the log says what to do.",
    "busy": "Too much is being checked at once: try again in a moment.",
    "stopping": "The service is being stopped: try again later.",
    "internal-error": "An internal error; the log has the details.",
}
"""The kinds of problems, by the stable word for programs."""

LONGEST_SHOWN = 300
"""Characters of a name or a detail, both of which may repeat what was sent."""

_STATUS = {"content-too-large": 413, "deadline-passed": 422}


def register(app: APIFlask) -> None:
    """Answer every error of ``app`` as a problem."""
    app.error_processor(_of_apiflask)
    app.register_error_handler(OnrecordError, _of_onrecord)
    app.register_error_handler(HTTPException, _of_werkzeug)
    app.register_error_handler(Exception, _of_anything)


def _of_apiflask(error: HTTPError) -> Response:
    return _answer(
        error.status_code, _slug(error.status_code), error.message or "", headers=dict(Headers(error.headers))
    )


def _of_werkzeug(error: HTTPException) -> Response:
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Location", "Retry-After")}
    if status < 400:
        return Response(status=status, headers=headers)
    return _answer(status, _slug(status), error.description or error.name, headers=headers)


def _of_onrecord(error: OnrecordError) -> Response:
    if isinstance(error, Invalid):
        return of_invalid(error)
    if isinstance(error, StoreError):
        current_app.logger.warning("the store does not answer: %s", error)
        reason = _of_store(error)
        return _answer(503, reason, REASONS[reason], headers={"Retry-After": str(RETRY_AFTER)})
    if isinstance(error, Stopping | Busy):
        reason = "busy" if isinstance(error, Busy) else "stopping"
        return _answer(503, reason, REASONS[reason], headers={"Retry-After": str(RETRY_AFTER)})
    if isinstance(error, EncoderUnavailable):
        current_app.logger.error("%s", error)
        return _answer(503, "encoder-unavailable", REASONS["encoder-unavailable"])
    return _of_anything(error)


def of_invalid(error: Invalid) -> Response:
    """A problem with each field at fault; for a query, with the place and a repaired query."""
    fields = error.errors if isinstance(error, Refused) else ((error.field, error.detail),)
    fields = tuple((shortened(field), shortened(text)) for field, text in fields)
    detail = "; ".join(f"{field}: {text}" for field, text in fields)
    if isinstance(error, Refused) and error.more:
        detail += f"; and {error.more:,} more"
    problem = _problem(status_of(error), error.reason, detail, fields, position=error.position, repaired=error.repaired)
    return _response(problem, {})


def shortened(text: str) -> str:
    """A text that may repeat what was sent, cut to ``LONGEST_SHOWN`` characters; a lone surrogate becomes "?"."""
    writable = text[: LONGEST_SHOWN + 1].encode("utf-8", "replace").decode("utf-8")
    return writable if len(text) <= LONGEST_SHOWN else f"{writable[:LONGEST_SHOWN]}…"


def status_of(error: Invalid) -> int:
    """The status of the answer to invalid input."""
    return _STATUS.get(error.reason, 400)


def _of_anything(error: Exception) -> Response:
    if request.method == "POST":
        # The message of an error may quote the request's body, which must not get into a log.
        frames = reversed(extract_tb(error.__traceback__))
        places = " <- ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        current_app.logger.error("POST %s failed: %s at %s", request.path, type(error).__name__, places)
    else:
        current_app.logger.error("%s %s failed", request.method, request.path, exc_info=error)
    return _answer(500, "internal-error", REASONS["internal-error"])


def _of_store(error: StoreError) -> str:
    match error:
        case StoreMissing():
            return "store-missing"
        case StoreOutdated():
            return "store-outdated"
        case StoreIncompatible():
            return "store-incompatible"
        case _:
            return "store-unavailable"


def _answer(status: int, reason: str, detail: str, *, headers: Mapping[str, str] | None = None) -> Response:
    return _response(_problem(status, reason, detail), headers or {})


def _problem(
    status: int,
    reason: str,
    detail: str,
    fields: tuple[tuple[str, str], ...] = (),
    *,
    position: int | None = None,
    repaired: str | None = None,
) -> Problem:
    return Problem(
        type=url_for("pages.documentation", _anchor=reason),
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        reason=reason,
        errors=[FieldError(field=field, detail=text) for field, text in fields],
        position=position,
        repaired=repaired,
    )


def _response(problem: Problem, headers: Mapping[str, str]) -> Response:
    if _for_people():
        return Response(render_template("error.html", problem=problem), problem.status, dict(headers))
    return Response(as_text(problem), problem.status, dict(headers), content_type=MEDIA_TYPE)


def _for_people() -> bool:
    if request.blueprint == "pages":
        return True
    if request.blueprint is not None or request.path.startswith("/v1"):
        return False
    return request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html"


def _slug(status: int) -> str:
    if status in (413, 414):
        return "content-too-large"
    if status >= 500:
        return "internal-error" if status == 500 else HTTPStatus(status).phrase.lower().replace(" ", "-")
    return "invalid" if status == 400 else HTTPStatus(status).phrase.lower().replace(" ", "-")
