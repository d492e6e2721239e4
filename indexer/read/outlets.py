"""The outlet that publishes under a URL."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from indexer.languages.table import rows
from indexer.text import fold


def outlet_of(url: str | None) -> str | None:
    """The outlet of an article's URL: the name of its host in ``outlets.tsv``, else the host.

    Args:
        url: the article's own URL, never an image's.
    """
    return known_outlet(url) or host_of(url)


def known_outlet(url: str | None) -> str | None:
    """The name of a URL's host, or of a host above it, in ``outlets.tsv``; None for others."""
    host = host_of(url)
    if host is None:
        return None
    labels = host.split(".")
    for first in range(max(0, len(labels) - _most_labels()), len(labels) - 1):
        if (name := _names().get(".".join(labels[first:]))) is not None:
            return name
    return None


def canonical(name: str) -> str:
    """The one name of an outlet, under whichever of its names it is stated ("AP NEWS"); others as they are."""
    return _aliases().get(_plain(name), name)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


def host_of(url: str | None) -> str | None:
    """The host of an http(s) URL in lower case, without ``www.``; None for anything else."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return host.removeprefix("www.")


@cache
def _names() -> dict[str, str]:
    return {
        line.text("host"): line.text("outlet") for line in rows(files(__package__) / "outlets.tsv", "host", "outlet")
    }


@cache
def _aliases() -> dict[str, str]:
    return {_plain(name): name for name in _names().values()}


@cache
def _most_labels() -> int:
    return max(host.count(".") + 1 for host in _names())
