"""What is set from outside, read once: environment variables beginning with ONRECORD_."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.errors import Invalid

DEFAULT_STORE = "sqlite:///onrecord.db"

_ON = ("1", "yes", "true", "on")
_OFF = ("0", "no", "false", "off")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process.

    Args:
        store: the store's URL; see ``indexer.store.open_store``.
        api_key: an Elasticsearch API key, used in place of user and password.
        ca_file: the path of the certificate authority that signed Elasticsearch's certificate.
        full_text: whether the service shows whole articles, to everybody who can reach it.
        trust_proxy: whether the service believes a proxy's X-Forwarded-For, -Proto, -Host and -Prefix.
        semantic: whether what is indexed gets vectors (see ``Store.semantic``); None leaves a store as it is.
    """

    store: str = DEFAULT_STORE
    api_key: str | None = None
    ca_file: str | None = None
    full_text: bool = False
    trust_proxy: bool = False
    semantic: bool | None = None


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment gives; what it leaves out has its default.

    Raises:
        Invalid: a switch is neither on nor off.
    """
    return Settings(
        store=environment.get("ONRECORD_STORE") or DEFAULT_STORE,
        api_key=environment.get("ONRECORD_ES_API_KEY") or None,
        ca_file=environment.get("ONRECORD_ES_CA_FILE") or None,
        full_text=_switch(environment, "ONRECORD_FULL_TEXT") or False,
        trust_proxy=_switch(environment, "ONRECORD_TRUST_PROXY") or False,
        semantic=_switch(environment, "ONRECORD_SEMANTIC"),
    )


def _switch(environment: Mapping[str, str], name: str) -> bool | None:
    """On, off, or not said."""
    value = environment.get(name, "").strip().lower()
    if value in _ON or value in _OFF:
        return value in _ON
    if value:
        raise Invalid(name, f"is {value!r}; say one of {', '.join((*_ON, *_OFF))}")
    return None
