"""Turns requests into queries, and answers into JSON, pages and terminal tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.settings import Settings, from_environment
from indexer.store.base import Store

if TYPE_CHECKING:
    from apiflask import APIFlask


def create_app(at: Settings | Store | None = None) -> APIFlask:
    """The service as a WSGI application, fit for several threads.

    Args:
        at: the settings, or a store that is open already; None reads the settings from the environment.
    """
    # Imported here: it takes a third of a second, which the other commands need not wait for.
    from service.app import assembled

    return assembled(from_environment() if at is None else at)
