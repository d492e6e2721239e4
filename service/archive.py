"""The archive that requests are answered from: its store, opened when it is first needed, and what of it is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable

from flask import Flask, current_app

from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import Store

_NAME = "onrecord"


class Archive:
    """One store for all threads of a process.

    Args:
        opened: opens the store, or raises a ``StoreError``. It is called again at the next request, so that a store
            that appears or comes back is found without a restart.
        full_text: whether whole articles are shown. Neither the caller's address nor the host of the request can
            decide this: behind a proxy on the same machine, both are the proxy's.
        decisions_key: what a client must send to decide on speakers and quotes; None refuses all decisions.
        contact: of those who run the archive: a mail address, or the URL of a page.
    """

    def __init__(
        self,
        opened: Callable[[], Store],
        *,
        full_text: bool,
        decisions_key: str | None = None,
        contact: str | None = None,
    ) -> None:
        self.full_text = full_text
        self.decisions_key = decisions_key
        self.contact = contact
        self._opened = opened
        self._store: Store | None = None
        self._lock = threading.Lock()

    def store(self) -> Store:
        """The store.

        Raises:
            StoreError: it is not there, or away.
        """
        if self._store is None:
            with self._lock:
                if self._store is None:
                    self._store = self._opened()
        return self._store


def install(app: Flask, settings: Settings, store: Store | None) -> None:
    """Have ``app`` answer from ``store``, or from the store that the settings name."""
    opened = (lambda: open_store(settings)) if store is None else (lambda: store)
    app.extensions[_NAME] = Archive(
        opened, full_text=settings.full_text, decisions_key=settings.decisions_key, contact=settings.contact
    )


def archive() -> Archive:
    """The archive of the application that is answering."""
    found = current_app.extensions[_NAME]
    assert isinstance(found, Archive)
    return found
