"""Ids in addresses: an article's id may be a URL or the path of a file, slashes and all."""

from __future__ import annotations

from contextvars import ContextVar
from functools import lru_cache
from urllib.parse import quote, urlsplit

from werkzeug.routing import BaseConverter


@lru_cache(maxsize=4096)
def in_path(identity: str) -> str:
    """An id as one segment of a path; kept, as the hits of a page name the same few articles and speakers."""
    return quote(identity, safe="", errors="surrogatepass")


def is_web(url: str) -> bool:
    """Whether a page may link to ``url``: an article's own words about its address may be a script."""
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
    """All of the rest of the path, percent-encoded or not: slashes do not part it, nor are they merged."""

    regex = r"[\s\S]+"
    part_isolating = False

    def to_url(self, value: str) -> str:
        """The id as one segment."""
        return in_path(value)
