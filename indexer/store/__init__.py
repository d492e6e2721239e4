"""Where articles and their quotes are kept: one boundary, two engines."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from indexer.errors import Invalid
from indexer.settings import Settings
from indexer.store.base import Store

_USER = re.compile(r"(?<=://).*@", re.DOTALL)
_FORMS = "sqlite:///relative.db, sqlite:////absolute.db or http(s)://[user:password@]host:port/PREFIX"


def open_store(at: Settings | str, *, create: bool = False) -> Store:
    """The store at an address; opening one twice, in one process or in several, does no harm.

    Args:
        at: the settings, or a store's URL: ``sqlite:///relative.db``, ``sqlite:////absolute.db``, or
            ``http(s)://[user:password@]host:port/PREFIX``, PREFIX (default ``onrecord``) beginning all index names.
        create: make the store when it is not there.

    Raises:
        Invalid: the URL is none of these forms.
        StoreMissing: there is no store, and none was to be made.
        StoreUnavailable, StoreIncompatible: the engine is away, or is not one that can be used.
    """
    settings = Settings(store=at) if isinstance(at, str) else at
    url = settings.store
    if url.startswith("sqlite:"):
        from indexer.store.sqlite import SqliteStore

        return SqliteStore.open(_path(url), create=create)
    if url.startswith(("http://", "https://")):
        _check_address(url)
        from indexer.store.elastic import ElasticStore

        return ElasticStore.open(settings, create=create)
    raise Invalid("store", f"{redact(url)!r} is no store's URL: use {_FORMS}")


def redact(url: str) -> str:
    """The URL fit to be printed: whatever stands before its host is left out."""
    return _USER.sub("***@", url)


def _path(url: str) -> Path:
    path = unquote(url.removeprefix("sqlite:///"))
    if path == unquote(url) or not path or path.endswith("/") or "\0" in path:
        raise Invalid("store", f"{redact(url)!r} names no file: use {_FORMS}")
    return Path(path)


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        named = False
    if not named:
        raise Invalid("store", f"{redact(url)!r} names no host: use {_FORMS}")
