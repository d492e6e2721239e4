"""The outlet that publishes under a URL."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from indexer.languages.table import rows


def outlet_of(url: str | None) -> str | None:
    """The outlet of an article's URL: the name of its host in ``outlets.tsv``, else the host.

    Args:
        url: the article's own URL, never an image's.
    """
    host = host_of(url)
    if host is None:
        return None
    labels = host.split(".")
    for first in range(max(0, len(labels) - _most_labels()), len(labels) - 1):
        if (name := _names().get(".".join(labels[first:]))) is not None:
            return name
    return host


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
def _most_labels() -> int:
    return max(host.count(".") + 1 for host in _names())
