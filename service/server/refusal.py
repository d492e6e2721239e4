"""Answers to requests that never reach the application: the same problem+json, made without it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from service import limits
from service.answers import FieldError, Problem, as_text
from service.problems import MEDIA_TYPE, RETRY_AFTER


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused.

    Args:
        reason: the stable word for programs; see ``service.problems.REASONS``.
        field: the part of the request that is at fault.
        detail: what is wrong with it, and what to do.
    """

    status: HTTPStatus
    reason: str
    field: str
    detail: str

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers of the answer, but for its length."""
        retry = [("Retry-After", str(RETRY_AFTER))] if self.status == HTTPStatus.SERVICE_UNAVAILABLE else []
        return [("Content-Type", MEDIA_TYPE), ("Cache-Control", "no-store"), *retry]

    @property
    def body(self) -> bytes:
        """The problem as JSON."""
        problem = Problem(
            type=f"/docs#{self.reason}",
            title=self.status.phrase,
            status=self.status,
            detail=f"{self.field}: {self.detail}",
            reason=self.reason,
            errors=[FieldError(field=self.field, detail=self.detail)],
            position=None,
            repaired=None,
        )
        return as_text(problem).encode()

    @property
    def message(self) -> bytes:
        """The whole answer as HTTP, which ends the connection."""
        body = self.body
        headers = [*self.headers, ("Content-Length", str(len(body))), ("Connection", "close")]
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        return f"HTTP/1.1 {self.status} {self.status.phrase}\r\n{head}\r\n".encode() + body


MALFORMED = Refusal(
    HTTPStatus.BAD_REQUEST,
    "invalid",
    "request",
    "is not well-formed HTTP; percent-encode what is not ASCII in its address",
)
CUT_OFF = Refusal(HTTPStatus.BAD_REQUEST, "invalid", "request", "ended before it was whole; send all of it")
TOO_SLOW = Refusal(
    HTTPStatus.REQUEST_TIMEOUT,
    "request-timeout",
    "request",
    f"was not received in time: its head within {limits.HEAD_SECONDS:.0f} s, and its body within "
    f"{limits.BODY_SECONDS:.0f} s more",
)
STOPPING = Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "stopping", "service", "is being stopped; try again later")
FAILED = Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "internal-error", "service", "failed; the log says why")
UNKNOWN_CODING = Refusal(
    HTTPStatus.NOT_IMPLEMENTED,
    "invalid",
    "request",
    "its transfer coding is not supported; send it plain or chunked",
)
LONG_ADDRESS = Refusal(
    HTTPStatus.REQUEST_URI_TOO_LONG,
    "content-too-large",
    "address",
    f"is longer than {limits.MOST_LINE_BYTES:,} bytes with its parameters; ask for less at a time",
)
LONG_HEAD = Refusal(
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    "content-too-large",
    "headers",
    f"are longer than {limits.MOST_HEAD_BYTES:,} bytes in all",
)
LONG_BODY = Refusal(
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "content-too-large",
    "body",
    f"is longer than {limits.MOST_BODY_BYTES:,} bytes",
)
