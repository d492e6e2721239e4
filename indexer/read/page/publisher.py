"""Who publishes a page: its outlet, by a rule that a handle, a section, an address or legal text cannot meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from indexer.english import PAGE_LINES
from indexer.read.outlets import canonical, host_of, known_outlet, outlet_of
from indexer.read.page.author_names import BYLINES, begins_byline
from indexer.read.page.facts import Head
from indexer.text import alternation, fold

LONGEST = 60
"""Characters of an outlet's name."""

MOST_WORDS = 8

MOST_BEHIND = 5
"""Words of a name that stands behind a title; more are a slogan or another title."""

_ADDRESS = re.compile(r"https?://|www\.|/|@|\.(?:png|jpe?g|svg|html?)$", re.IGNORECASE)
_HOST = re.compile(r"^[\w\-]+(?:\.[\w\-]+)+$")
_LEGAL = re.compile(alternation(BYLINES.legal), re.IGNORECASE)
_TEMPLATE = re.compile(r"[{}<>]|%\w+%")
_GAP = re.compile(r"\s+[|│]\s*|\s*[|│]\s+|\s+(?:[–—·•»«›/-]|::?)\s+")
_BRACKET = re.compile(r"\s+\(([^()]+)\)\s*")
_NUMBERED = re.compile(r"\b\d{1,3}\.?(?:\s|$)")


def site_names(head: Head) -> tuple[str, ...]:
    """The names under which the site calls itself, the most trusted first, each without its slogan."""
    found: list[str] = []
    for stated in _stated(head):
        name = clean(stated)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def outlet(head: Head, title: str | None = None) -> str | None:
    """The outlet: known by its host, or as the page names it, or the host of its own address.

    Args:
        title: the article's title; what stands behind it in ``<title>`` is the site's name.
    """
    if (known := known_outlet(head.url)) is not None:
        return known
    titles = {_plain(text) for text in (title, head.first("og:title")) if text}
    path = set(re.split(r"[/_.-]", urlsplit(head.url or "").path)) if host_of(head.url) else set()
    names = [
        name
        for name in site_names(head)
        if _plain(name) not in titles and not _is_section(name) and fold(name) not in path
    ]
    behind = _behind(head.title or "", title or "", host_of(head.url))
    for name in (*(each for each in names if not _HOST.match(each)), behind, *names):
        # A site that calls itself by its address writes it in its own way: "Phys.org".
        if name is not None and (not _HOST.match(name) or name != name.lower()):
            return canonical(name)
    return outlet_of(head.url) or next((canonical(name) for name in names), None)


def clean(name: str) -> str | None:
    """A name as an outlet's: without a slogan behind it; None for what is none."""
    name = " ".join(unescape(name).split()).strip("\"'“” ")
    if not name or _ADDRESS.search(name) or _LEGAL.search(name) or _TEMPLATE.search(name):
        return None
    name = next((part for each in _GAP.split(name) if any(map(str.isalpha, part := each.strip(" -–—|·•:")))), "")
    return name if name and len(name) <= LONGEST and len(name.split()) <= MOST_WORDS else None


def _is_section(name: str) -> bool:
    return name.casefold() in PAGE_LINES.sections


def _behind(whole: str, title: str, host: str | None) -> str | None:
    """The site's name behind the title in ``<title>``: the part that its host spells, else the last one."""
    if not title or not whole.casefold().startswith(title.casefold()):
        return None
    rest = whole[len(title) :]
    if bracket := _BRACKET.fullmatch(rest):
        return _named(bracket[1])
    gap = _GAP.match(rest)
    parts = [name for part in _GAP.split(rest[gap.end() :]) if (name := _named(part))] if gap else []
    spelled = (name for name in parts if host is not None and _is_spelled(name, host))
    return next(spelled, parts[-1] if parts else None)


def _named(part: str) -> str | None:
    """A part of ``<title>`` that can be a site's name: no section, byline, page or slogan."""
    name = clean(part)
    if name is None or len(name.split()) > MOST_BEHIND or _is_section(name) or begins_byline(name):
        return None
    return None if _NUMBERED.search(name) else name


def _is_spelled(name: str, host: str) -> bool:
    joined = _plain(name).replace(" ", "")
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if len(label) > 2]
    return any(label in joined or joined in label for label in labels) and len(joined) > 2


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


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
