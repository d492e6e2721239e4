"""What the head of an HTML page states, read once: its ``<meta>`` elements, its canonical address, its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from indexer.read.outlets import host_of
from indexer.read.page.json_ld import Node, nodes

_LANGUAGE_NAMES = ("content-language", "language", "dc.language", "og:locale")
_KEYS = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class Head:
    """The statements of a page.

    Args:
        meta: the contents of the ``<meta>`` elements by name, property or itemprop in small letters; in order.
        nodes: the objects of JSON-LD, the likeliest article first.
        url: the article's own address, or None.
        language: the code that the page states, as written, or None.
    """

    meta: Mapping[str, tuple[str, ...]]
    nodes: tuple[Node, ...]
    url: str | None
    language: str | None
    title: str | None

    def first(self, *names: str) -> str | None:
        """The first content of these ``<meta>`` elements that is not empty."""
        return next((content for name in names for content in self.meta.get(name, ())), None)

    def node_text(self, *fields: str) -> str | None:
        """The first of these fields of an article in JSON-LD."""
        return next((found for node in self.nodes if node.is_article and (found := node.text(*fields))), None)

    def node_text_raw(self, field: str) -> str | None:
        """The longest text of this field in an article of JSON-LD, with its line breaks."""
        found = [str(node.fields[field]) for node in self.nodes if isinstance(node.fields.get(field), str)]
        return max(found, key=len, default=None)


def head_of(tree: etree._Element) -> Head:
    """Read what a page states of itself."""
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if not content:
            continue
        for key in _KEYS:
            if name := (element.get(key) or "").strip().lower():
                meta.setdefault(name, []).append(content)
    shown = tree.findtext(".//title")
    found = {name: tuple(contents) for name, contents in meta.items()}
    return Head(
        found, nodes(tree), _address(tree, found), _language(tree, found), " ".join((shown or "").split()) or None
    )


def _address(tree: etree._Element, meta: Mapping[str, tuple[str, ...]]) -> str | None:
    """The canonical address, absolute; a relative one is joined with what else the page states."""
    links = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    stated = [href.strip() for href in links if href]
    stated += [value for name in ("og:url", "twitter:url", "parsely-link") for value in meta.get(name, ())]
    bases = [element.get("href") or "" for element in tree.iter("base")]
    base = next((each for each in (*bases, *stated) if host_of(each)), None)
    addresses = [urljoin(base, each) if base and not host_of(each) else each for each in _joinable(stated)]
    usable = [each for each in addresses if host_of(each)]
    # A canonical address without a path is a site's, copied to all its pages.
    return next(
        (each for each in usable if urlsplit(each).path.strip("/") or urlsplit(each).query), next(iter(usable), None)
    )


def _joinable(addresses: list[str]) -> list[str]:
    found = []
    for each in addresses:
        try:
            urlsplit(each)
        except ValueError:
            continue
        found.append(each)
    return found


def _language(tree: etree._Element, meta: Mapping[str, tuple[str, ...]]) -> str | None:
    root = next(iter(tree.iter("html")), tree)
    stated = (root.get("lang"), root.get("xml:lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"))
    named = [
        code for name in ("content-language", "language", "dc.language", "og:locale") for code in meta.get(name, ())
    ]
    return next((code.strip() for code in (*stated, *named) if code and code.strip()), None)
