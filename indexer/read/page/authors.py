"""Who wrote the article in a page: names as they are printed, one by one, without roles, addresses and the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from trafilatura.metadata import extract_author

from indexer.english import GRAMMAR, PAGE_LINES
from indexer.read.page.facts import Head
from indexer.text import alternation, fold

LONGEST = 60
"""Characters of one author's name."""

MOST_AUTHORS = 12

_META = (
    "author", "article:author", "article:author_name", "authors", "byl", "byline", "citation_author", "dc.creator",
    "dc.creator.aut", "dcterms.creator", "dcterms.creator.aut", "og:article:author", "parsely-author", "rbauthors",
    "sailthru.author", "shareaholic:article_author_name", "twitter:data1",
)  # fmt: skip
_ADDRESS = re.compile(r"https?://|www\.|^[\w.\-]+\.(?:com|org|net|de|fr|uk)\b", re.IGNORECASE)
_MAIL = re.compile(r"\(?\S+@\S+\.\w+\)?|@\w+")
_GAP = re.compile(
    rf"\s*[;,|/]\s*|\s+(?:{alternation(GRAMMAR.additive)}|&|und|et|y|e|och|og|en|ja|i|ve|и)\s+", re.IGNORECASE
)
_OPENER = re.compile(
    rf"^(?:(?:{alternation(PAGE_LINES.bylines)}|post author|authors?|autore?|auteur|autorin|name|interview|vom|von|par"
    r"|por|di|de|door|av|af)\b\s*:?\s+)+",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{2,}|\d[./]\d")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NOBODY = frozenset(
    ("admin", "administrator", "author", "auteurs", "editor", "follow", "name", "no author", "none", "null",
     "redaktion", "staff", "stand", "undefined", "unknown", "webmaster")
)  # fmt: skip


def authors_of(tree: etree._Element, head: Head, outlets: Iterable[str]) -> tuple[str, ...]:
    """The authors, as JSON-LD, ``<meta>`` elements or the page's byline name them; the first that names any.

    Args:
        outlets: names of the site, which is no author.
    """
    excluded = frozenset(fold(name) for name in outlets)
    in_meta = _names_of(list(_in_meta(head)), excluded)
    for source in (_in_nodes(head), _in_meta(head), _printed(tree)):
        texts = list(source)
        if names := _names_of(texts, excluded):
            whole = in_meta if set(names) < set(in_meta) else names
            return tuple(_fullest(whole))[:MOST_AUTHORS]
        if any(fold(text.strip()) in excluded for text in texts):
            return ()  # the site itself is named: nobody else wrote it
    return ()


def _names_of(texts: Iterable[str], excluded: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in split_names(text, excluded)))


def split_names(text: str, excluded: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names in one statement of authors ("By Ana Silva, Political Correspondent, and Jon Berg")."""
    text = _BRACKETS.sub("", _MAIL.sub(" ", " ".join(text.split())))
    if _ADDRESS.search(text):
        return
    text = _OPENER.sub("", text.strip(" .,;:|–—-•·"))
    for part in _GAP.split(text):
        name = _OPENER.sub("", part.strip(" .,;:|–—-•·\"'"))
        if _is_name(name) and fold(name) not in excluded and fold(name) not in _NOBODY:
            yield name


def _is_name(text: str) -> bool:
    if not text or len(text) > LONGEST or _DATE.search(text) or not any(each.isalpha() for each in text):
        return False
    return len(text.split()) <= 6


def _fullest(names: tuple[str, ...]) -> Iterator[str]:
    """The names without those that are part of another one ("Silva" beside "Ana Silva")."""
    for name in names:
        if not any(name != other and f" {fold(name)} " in f" {fold(other)} " for other in names):
            yield name


def _in_nodes(head: Head) -> Iterator[str]:
    for node in head.nodes:
        if node.is_article or node.rank == 2:
            found = list(_names(node.fields.get("author"))) or list(_names(node.fields.get("creator")))
            yield from found
            if found:
                return


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _names(each)
    elif isinstance(value, dict):
        types = value.get("@type") or ""
        if "Organization" not in str(types) and isinstance(value.get("name"), str | list):
            yield from _names(value["name"])
    elif isinstance(value, str):
        yield value


def _in_meta(head: Head) -> Iterator[str]:
    for name in _META:
        contents = head.meta.get(name, ())
        yield from contents
        if any(True for content in contents for _ in split_names(content)):
            return


def _printed(tree: etree._Element) -> Iterator[str]:
    try:
        found = extract_author(tree)
    except MemoryError:
        raise
    except Exception:  # a malformed page can make it raise anything; the page then names nobody
        return
    if found:
        yield found
