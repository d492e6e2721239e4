"""Paths of the service's own pages, and ids in them: an article's id may be a URL."""

from __future__ import annotations

from contextvars import ContextVar
from functools import lru_cache
from urllib.parse import quote, urlsplit

from werkzeug.routing import BaseConverter


@lru_cache(maxsize=4096)
def in_path(identity: str) -> str:
    """An id as one segment of a path; cached, because the hits of a page share few articles and speakers."""
    return quote(identity, safe="", errors="surrogatepass")


def is_web(url: str) -> bool:
    """Whether a page may link to ``url``: the address that an article states may be a script."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


root: ContextVar[str] = ContextVar("root", default="")
"""The path under which the client sees the service, set for each request; empty for a host of its own."""


def path_to(place: str, identity: str) -> str:
    """The path of one thing, as the client has to ask for it.

    Args:
        place: the kind of thing, such as ``/v1/quotes``.
    """
    return f"{root.get()}{place}/{in_path(identity)}"


class IdentityConverter(BaseConverter):
    """An id that is the rest of the path, percent-encoded or not, with all its slashes."""

    regex = r"[\s\S]+"
    part_isolating = False

    def to_url(self, value: str) -> str:
        """The id as one segment."""
        return in_path(value)
