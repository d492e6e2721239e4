"""Requests that are no HTTP, or too much of it: answered before there is an application to ask, in the same form."""

from __future__ import annotations

from http import HTTPStatus

from service.answers import FieldError, Problem, as_text

LONGEST_LINE = 8_190
"""Bytes of a request's first line, its address included: the most that gunicorn can be told to take."""


def malformed(status: int, detail: str) -> bytes:
    """A whole HTTP answer that refuses a request and ends its connection.

    Args:
        status: 400, 414 (its address is too long), 431 (its headers are) or another code of HTTP.
        detail: what is wrong with it.
    """
    field = {414: "address", 431: "headers"}.get(status, "request")
    reason = "content-too-large" if status in (414, 431) else "invalid"
    title = HTTPStatus(status).phrase
    problem = Problem(
        type=f"/docs#{reason}",
        title=title,
        status=status,
        detail=f"{field}: {detail}",
        reason=reason,
        errors=[FieldError(field=field, detail=detail)],
        position=None,
        repaired=None,
    )
    body = as_text(problem).encode()
    head = (
        f"HTTP/1.1 {status} {title}\r\nConnection: close\r\n"
        f"Content-Type: application/problem+json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
