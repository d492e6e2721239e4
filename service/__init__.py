"""The command, the API and the pages: requests to queries, and answers to JSON, HTML and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.settings import Settings, from_environment
from indexer.store.base import Store

if TYPE_CHECKING:
    from apiflask import APIFlask


def create_app(settings: Settings | None = None, store: Store | None = None) -> APIFlask:
    """The service as a WSGI application for several threads.

    Args:
        settings: None reads them from the environment.
        store: a store that is open already, in place of the one that the settings name.
    """
    # Imported here because it takes a third of a second, which the other commands do not need.
    from service.app import assemble

    return assemble(from_environment() if settings is None else settings, store)
