"""Store URLs: which forms there are, and how one is printed without its password."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from indexer.errors import Invalid

FORMS = "sqlite:///relative.db, sqlite:////absolute.db or http(s)://[user:password@]host:port/PREFIX"

_SCHEME = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:(?!\d)|(?=/)|[A-Za-z]+(?=/))/*")
"""The beginning of a URL as it may be mistyped: ``http//``, ``htp:/``."""

_PLAIN = re.compile(r"(?:\[[0-9A-Fa-f:.]+\])?[^:?#]*(?::\d{1,5}(?=/|$))?[^:?#]*")
"""Host, port and path, up to anything that may be part of a password."""

_HOST = re.compile(r"[\w.-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")


_FILE = "sqlite:///"


def redact(url: str) -> str:
    """The URL fit to be printed: without user and password, wherever a mistake in it has put them.

    Masks all before the last @; and, as that may have been left out or mistyped, all from a colon that no port follows.
    """
    text = url
    if url.startswith(_FILE) and not _has_password(url):
        return url
    while (decoded := unquote(text)) != text:
        text = decoded
    start = _SCHEME.match(text)
    scheme = start[0] if start else ""
    _, at, rest = text[len(scheme) :].rpartition("@")
    plain = _PLAIN.match(rest)
    kept = plain[0] if plain else ""
    masked = f"{scheme}{'***@' if at else ''}{kept}{'***' if kept != rest else ''}"
    return url if masked == text else masked


def file_path(url: str) -> Path:
    """The file of a ``sqlite:`` URL.

    Raises:
        Invalid: it names none.
    """
    path = unquote(url.removeprefix(_FILE))
    if not url.startswith(_FILE) or not path or path.endswith("/") or "\0" in path or _has_password(url):
        raise Invalid("store", f"{redact(url)!r} does not name a file; use {FORMS}")
    return Path(path)


def check_host(url: str) -> None:
    """Make sure that an ``http:`` or ``https:`` URL names a host.

    Raises:
        Invalid: it does not.
    """
    try:
        parts = urlsplit(url)
        named = _HOST.fullmatch(parts.hostname or "") is not None and parts.port != 0
    except ValueError:
        named = False
    if not named:
        hint = "write the special characters of a password as %XX"
        raise Invalid("store", f"{redact(url)!r} does not name a host; use {FORMS}, and {hint}")


def _has_password(url: str) -> bool:
    """Whether the URL of a file has a user and a password, which a file does not need."""
    return ":" in unquote(url.removeprefix(_FILE)).rpartition("@")[0]
