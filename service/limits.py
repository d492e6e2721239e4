"""How large a request may be, and how long anything may take."""

from __future__ import annotations

MOST_LINE_BYTES = 8_190
"""Bytes of a request's first line, which holds its address; nginx and most proxies take no more."""

MOST_HEAD_BYTES = 32_768
"""Bytes of a request's first line and headers."""

MOST_BODY_BYTES = 1_000_000
"""Bytes of a request's body: the longest draft (64,000 characters) as JSON or as a form, each character escaped."""

HEAD_SECONDS = 10.0
BODY_SECONDS = 20.0
"""Seconds in which a request's head, and after it its body, must be there whole, however steadily they come in."""

IDLE_SECONDS = 15.0
"""Seconds that a connection may wait for its first or its next request."""

ANSWER_SECONDS = 60.0
"""Seconds in which a client must have taken an answer."""

MOST_CONNECTIONS = 256
"""Open connections of one process, each of which may hold half a megabyte of a request in memory."""

CHECK_SECONDS = 20.0
"""Seconds that the check of a text or a draft may take: a third of those after which a process that hangs is ended,
with all that it is answering."""

CHECKS_AT_ONCE = 2
"""Checks that one process makes at a time, of eight requests: they share its processor, so that more of them would only
all be late."""

LINGER_SECONDS = 2.0
"""Seconds in which a refused client must have stopped sending."""

FINISH_SECONDS = 5.0
"""Seconds in which a process that is being stopped completes what it is answering."""
