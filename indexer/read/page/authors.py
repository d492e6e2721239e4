"""Who wrote the article in a page: names as they are printed, one by one, without roles, addresses and the outlet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from indexer.read.page.author_names import begins_byline, fullest, split_names
from indexer.read.page.bylines import printed_authors
from indexer.read.page.facts import Head
from indexer.text import fold

MOST_AUTHORS = 12

MOST_LEVELS = 8
"""Lists and objects of JSON-LD that stand in one another around the name of an author."""

_META = (
    "author", "article:author", "article:author_name", "authors", "byl", "byline", "citation_author", "dc.creator",
    "dc.creator.aut", "dcterms.creator", "dcterms.creator.aut", "og:article:author", "parsely-author", "rbauthors",
    "sailthru.author", "shareaholic:article_author_name", "twitter:data1",
)  # fmt: skip


def authors_of(tree: etree._Element, head: Head, outlets: Iterable[str], title: str | None = None) -> tuple[str, ...]:
    """The authors, as JSON-LD, ``<meta>`` elements or the page's byline name them; the first that names any.

    Args:
        outlets: names of the site, which is no author.
        title: the article's title, behind which bylines stand.
    """
    excluded = frozenset(fold(name) for name in outlets)
    in_meta = _names_of(list(_in_meta(head)), excluded)
    for source in (_in_nodes(head), _in_meta(head)):
        texts = list(source)
        if names := _names_of(texts, excluded):
            whole = in_meta if set(names) < set(in_meta) else names
            return tuple(fullest(whole))[:MOST_AUTHORS]
    return printed_authors(tree, excluded, title)[:MOST_AUTHORS]


def _names_of(texts: Iterable[str], excluded: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in split_names(text, excluded)))


def _in_nodes(head: Head) -> Iterator[str]:
    for node in head.nodes:
        if node.is_article or node.rank == 2:
            found = list(_names(node.fields.get("author"))) or list(_names(node.fields.get("creator")))
            yield from found
            if found:
                return


def _names(value: Any, levels: int = MOST_LEVELS) -> Iterator[str]:
    if not levels:
        return
    if isinstance(value, list):
        for each in value:
            yield from _names(each, levels - 1)
    elif isinstance(value, dict):
        types = value.get("@type") or ""
        if "Organization" not in str(types) and isinstance(value.get("name"), str | list):
            yield from _names(value["name"], levels - 1)
    elif isinstance(value, str):
        yield value


def _in_meta(head: Head) -> Iterator[str]:
    for name in _META:
        contents = head.meta.get(name, ())
        if name == "twitter:data1" and not begins_byline(f"{head.first('twitter:label1') or ''} A"):
            continue  # a reading time, a price
        yield from contents
        if any(True for content in contents for _ in split_names(content)):
            return
