"""The settings of a process, from environment variables that begin with ONRECORD_."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from indexer.errors import Invalid

DEFAULT_STORE = "sqlite:///onrecord.db"

LONGEST_URL = 4_096
"""Bytes of a line that may be a URL."""

_ON = ("1", "yes", "true", "on")
_OFF = ("0", "no", "false", "off")
_CONTACT = re.compile(r"https?://\S+|[^\s@/:?&]+@[^\s@/:?&]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process.

    Args:
        store: the store's URL, which may hold a password; see ``indexer.store.open_store``.
        api_key: an Elasticsearch API key, used in place of user and password.
        ca_file: the path of the certificate authority that signed Elasticsearch's certificate.
        full_text: whether the service shows whole articles, to everybody who can reach it.
        trust_proxy: whether the service believes a proxy's X-Forwarded-For, -Proto, -Host and -Prefix.
        decisions_key: what a client sends to decide on speakers and quotes by the API; None refuses all decisions.
        contact: where a wrong attribution can be complained of: a mail address or the URL of a page, shown on /about.
        semantic: whether what is indexed gets vectors (see ``Store.semantic``); None leaves a store as it is.
    """

    store: str = field(default=DEFAULT_STORE, repr=False)
    api_key: str | None = field(default=None, repr=False)
    ca_file: str | None = None
    full_text: bool = False
    trust_proxy: bool = False
    decisions_key: str | None = field(default=None, repr=False)
    contact: str | None = None
    semantic: bool | None = None


def from_environment(environment: Mapping[str, str] = os.environ, *, store: str | None = None) -> Settings:
    """The settings that the environment gives, and the defaults of those that it does not.

    Args:
        store: the store's URL, if it is known from elsewhere.

    Raises:
        Invalid: a switch is neither on nor off, the contact neither a mail address nor a URL, the store is named twice,
            or the file that names it cannot be read.
    """
    return Settings(
        store=store or _store(environment),
        api_key=environment.get("ONRECORD_ES_API_KEY") or None,
        ca_file=environment.get("ONRECORD_ES_CA_FILE") or None,
        full_text=_switch(environment, "ONRECORD_FULL_TEXT") or False,
        trust_proxy=_switch(environment, "ONRECORD_TRUST_PROXY") or False,
        decisions_key=environment.get("ONRECORD_DECISIONS_KEY") or None,
        contact=_contact(environment.get("ONRECORD_CONTACT", "").strip()),
        semantic=_switch(environment, "ONRECORD_SEMANTIC"),
    )


def url_in(file: str | Path, name: str) -> str:
    """The store's URL, which is the first line of a file: no password then stands among a command's arguments.

    Args:
        name: of the option or variable that names the file, for the error.

    Raises:
        Invalid: there is no such file, it cannot be read, or its first line is empty or too long for a URL.
    """
    try:
        with Path(file).open("rb") as opened:
            line = opened.readline(LONGEST_URL + 1)
        url = line.decode().strip()
    except UnicodeDecodeError:
        raise Invalid(name, f"the first line of {file} is not UTF-8 text; it must be the URL of a store") from None
    except (OSError, ValueError) as error:
        raise Invalid(name, f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if not url or len(line) > LONGEST_URL:
        wrong = "too long" if url else "empty"
        raise Invalid(name, f"the first line of {file} is {wrong}; it must be the URL of a store")
    return url


def _store(environment: Mapping[str, str]) -> str:
    url, file = environment.get("ONRECORD_STORE"), environment.get("ONRECORD_STORE_FILE")
    if url and file:
        raise Invalid("ONRECORD_STORE_FILE", "and ONRECORD_STORE are both set; set one of them")
    return url_in(file, "ONRECORD_STORE_FILE") if file else url or DEFAULT_STORE


def _contact(value: str) -> str | None:
    if value and not _CONTACT.fullmatch(value):
        raise Invalid("ONRECORD_CONTACT", f"is {value!r}; set it to a mail address or the URL of a page")
    return value or None


def _switch(environment: Mapping[str, str], name: str) -> bool | None:
    """On, off, or None if it is not set."""
    value = environment.get(name, "").strip().lower()
    if value in _ON or value in _OFF:
        return value in _ON
    if value:
        raise Invalid(name, f"is {value!r}; set it to one of {', '.join((*_ON, *_OFF))}")
    return None
