"""Where articles and their quotes are kept: one boundary, two engines."""

from __future__ import annotations

from indexer.errors import Invalid
from indexer.settings import Settings
from indexer.store.base import Store
from indexer.store.urls import FORMS, check_host, file_path, redact

__all__ = ["open_store", "redact"]


def open_store(at: Settings | str, *, create: bool = False) -> Store:
    """The store at an address; it may be open several times, in one process or in several.

    Args:
        at: the settings, or a store's URL: ``sqlite:///relative.db``, ``sqlite:////absolute.db``, or
            ``http(s)://[user:password@]host:port/PREFIX``, where PREFIX (default ``onrecord``) begins all index names.
        create: create the store when it is not there.

    Raises:
        Invalid: the URL has none of these forms.
        StoreMissing: there is no store, and ``create`` is False.
        StoreUnavailable, StoreIncompatible: the engine is away, or cannot be used.
    """
    settings = Settings(store=at) if isinstance(at, str) else at
    url = settings.store
    if url.startswith("sqlite:"):
        from indexer.store.sqlite import SqliteStore

        return SqliteStore.open(file_path(url), create=create)
    if url.startswith(("http://", "https://")):
        check_host(url)
        from indexer.store.elastic import ElasticStore

        return ElasticStore.open(settings, create=create)
    raise Invalid("store", f"{redact(url)!r} is not the URL of a store; use {FORMS}")
