"""What is set from outside, read once: environment variables beginning with ONRECORD_."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_STORE = "sqlite:///onrecord.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process.

    Args:
        store: the store's URL; see ``indexer.store.open_store``.
        api_key: an Elasticsearch API key, used in place of user and password.
        ca_file: the path of the certificate authority that signed Elasticsearch's certificate.
        full_text: whether the API shows whole articles; None means only to callers on loopback.
        semantic: whether what is indexed gets vectors (see ``Store.semantic``); None leaves a store as it is.
    """

    store: str = DEFAULT_STORE
    api_key: str | None = None
    ca_file: str | None = None
    full_text: bool | None = None
    semantic: bool | None = None


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment gives; what it leaves out has its default."""
    return Settings(
        store=environment.get("ONRECORD_STORE") or DEFAULT_STORE,
        api_key=environment.get("ONRECORD_ES_API_KEY") or None,
        ca_file=environment.get("ONRECORD_ES_CA_FILE") or None,
        full_text=_switch(environment.get("ONRECORD_FULL_TEXT", "")),
        semantic=_switch(environment.get("ONRECORD_SEMANTIC", "")),
    )


def _switch(value: str) -> bool | None:
    """On, off, or not said."""
    return value.lower() in ("1", "yes", "true") if value else None
