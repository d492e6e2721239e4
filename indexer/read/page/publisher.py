"""Who publishes a page: its outlet, by a rule that a handle, a section, an address or legal text cannot meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.read.outlets import canonical, host_of, known_outlet, outlet_of
from indexer.read.page.facts import Head

LONGEST = 60
"""Characters of an outlet's name."""

MOST_WORDS = 8

_ADDRESS = re.compile(r"https?://|www\.|/|@|\.(?:png|jpe?g|svg|html?)$", re.IGNORECASE)
_HOST = re.compile(r"^[\w\-]+(?:\.[\w\-]+)+$")
_LEGAL = re.compile(r"©|\(c\)|copyright|all rights|reserved|rechte vorbehalten", re.IGNORECASE)
_GAP = re.compile(r"\s+[|–—·•]\s+|\s+-\s+")


def site_names(head: Head) -> tuple[str, ...]:
    """The names under which the site calls itself, the most trusted first, each without its slogan."""
    found: list[str] = []
    for stated in _stated(head):
        name = clean(stated)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def outlet(head: Head) -> str | None:
    """The outlet: known by its host, or as the page names it, or the host of its own address."""
    if (known := known_outlet(head.url)) is not None:
        return known
    title = " ".join((head.first("og:title") or "").split()).casefold()
    for name in site_names(head):
        if name.casefold() != title and not _HOST.match(name):
            return canonical(name)
    return outlet_of(head.url) or next((canonical(name) for name in site_names(head)), None)


def clean(name: str) -> str | None:
    """A name as an outlet's: without a slogan behind it; None for what is none."""
    name = " ".join(name.split()).strip("\"'“”")
    if not name or _ADDRESS.search(name) or _LEGAL.search(name) or not any(each.isalpha() for each in name):
        return None
    name = _GAP.split(name)[0].strip()
    return name if name and len(name) <= LONGEST and len(name.split()) <= MOST_WORDS else None


def _stated(head: Head) -> Iterator[str]:
    for name in ("og:site_name", "og:sitename"):
        yield from head.meta.get(name, ())
    for node in head.nodes:
        if node.rank <= 2 and (publisher := node.text("publisher")):
            yield publisher
    for name in (
        "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "twitter:app:name:iphone", "dc.publisher",
        "dcterms.publisher", "publisher", "cre",
    ):  # fmt: skip
        yield from head.meta.get(name, ())
    if (named := _in_title(head)) is not None:
        yield named


def _in_title(head: Head) -> str | None:
    """The part of ``<title>`` behind its last gap that the host spells too: "Lamp out - Harbour Gazette"."""
    host = host_of(head.url)
    parts = _GAP.split(head.title or "")
    if host is None or len(parts) < 2:
        return None
    labels = {label.replace("-", "") for label in host.split(".")}
    for part in (parts[-1], parts[0]):
        plain = re.sub(r"\W", "", part).casefold()
        if plain in labels or plain.removeprefix("the") in labels:
            return part.strip()
    return None
