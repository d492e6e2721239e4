"""The store that requests are answered from, opened when it is first asked for, and who may read whole articles."""

from __future__ import annotations

import threading
from collections.abc import Callable
from ipaddress import ip_address

from flask import Flask, Request, current_app

from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import Store

_NAME = "onrecord"
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")


class Archive:
    """One store for all threads of a process.

    Args:
        opened: makes the store, or raises a ``StoreError``; tried again at the next request, so that a store
            that appears or comes back is found without a restart.
        full_text: whether whole articles are shown; None means only to callers on this machine.
    """

    def __init__(self, opened: Callable[[], Store], full_text: bool | None) -> None:
        self._opened = opened
        self._full_text = full_text
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

    def shows_text_to(self, request: Request) -> bool:
        """Whether whole articles may be sent in answer to a request.

        A proxy on this machine is no caller on this machine: a request that was forwarded, or that was meant for
        another host, counts as one from outside.
        """
        if self._full_text is not None:
            return self._full_text
        if any(name in request.headers for name in _FORWARDED):
            return False
        return _is_loopback(request.remote_addr or "") and _is_loopback(_host_name(request.host))


def install(app: Flask, at: Settings | Store) -> None:
    """Have ``app`` answer from the store at the given settings, or from the given store."""
    if isinstance(at, Settings):
        settings = at
        app.extensions[_NAME] = Archive(lambda: open_store(settings), settings.full_text)
    else:
        store = at
        app.extensions[_NAME] = Archive(lambda: store, None)


def archive() -> Archive:
    """The archive of the application that is answering."""
    found = current_app.extensions[_NAME]
    assert isinstance(found, Archive)
    return found


def _host_name(host: str) -> str:
    """``[::1]:8080`` and ``localhost:8080`` without brackets and port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _is_loopback(name: str) -> bool:
    if name.lower() == "localhost":
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
