"""The outlet that publishes under a URL, and the one name of an outlet that has several.

``outlets.tsv`` has hosts, names and other names; a table of the same form, named by ``ONRECORD_OUTLETS``, extends it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from indexer.errors import Invalid
from indexer.languages.table import rows
from indexer.text import fold

OWN_TABLE = "ONRECORD_OUTLETS"
"""The environment variable with the path of a table of outlets, whose lines come before those of ``outlets.tsv``."""

_COLUMNS = ("host", "outlet", "also")


@dataclass(frozen=True, slots=True)
class _Outlets:
    """The name of each host, and of each other name as it is compared."""

    hosts: Mapping[str, str]
    names: Mapping[str, str]


def outlet_of(url: str | None) -> str | None:
    """The outlet of an article's URL: the name of its host in the tables, else the host.

    Args:
        url: the article's own URL, never an image's.

    Raises:
        Invalid: the table that ``ONRECORD_OUTLETS`` names cannot be read.
    """
    return known_outlet(url) or host_of(url)


MOST_LABELS = 8
"""Labels of a host that are looked at, from its end: no outlet's address has more."""


def known_outlet(url: str | None) -> str | None:
    """The name of a URL's host, or of a host above it, in the tables; None for others."""
    host = host_of(url)
    if host is None:
        return None
    labels = host.split(".")[-MOST_LABELS:]
    hosts = _outlets().hosts
    above = (".".join(labels[first:]) for first in range(len(labels) - 1))
    return next((name for each in above if (name := hosts.get(each)) is not None), None)


def canonical(name: str) -> str:
    """The one name of an outlet, under whichever of its names it is stated ("AP NEWS"); others as they are."""
    return _outlets().names.get(_plain(name), name)


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


def _outlets() -> _Outlets:
    return _read(os.environ.get(OWN_TABLE) or None)


@cache
def _read(own: str | None) -> _Outlets:
    hosts: dict[str, str] = {}
    names: dict[str, str] = {}
    known = ((*line.cells.values(), "", "")[:3] for line in rows(files(__package__) / "outlets.tsv", *_COLUMNS))
    for host, outlet, also in (*_own(own), *known):
        hosts.setdefault(host, outlet)
        for name in (outlet, *(also.split("; ") if also else ())):
            names.setdefault(_plain(name), outlet)
    return _Outlets(hosts, names)


def _own(path: str | None) -> Iterator[tuple[str, str, str]]:
    if path is None:
        return
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(OWN_TABLE, f"{path} cannot be read: {error}") from error
    written = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    if not written or tuple(written[0]) not in (_COLUMNS, _COLUMNS[:2]) or any(len(row) < 2 for row in written):
        raise Invalid(
            OWN_TABLE, f"{path} is no table of outlets: tabs part host, outlet and also; the first line names them"
        )
    for row in written[1:]:
        host, outlet, also = (*row, "")[:3]
        yield host.strip().lower().removeprefix("www."), outlet.strip(), also.strip()


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))
