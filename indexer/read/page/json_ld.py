"""What a page says of its article in JSON-LD, wherever in the page that stands.

Pages carry many objects: the article, its images, its publisher, the list of related articles. The article is found by
its type; what is only told of something else in the page is left out.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

from indexer.languages.table import rows

MOST_CHARACTERS = 1_000_000
"""Characters of a script that are read; those of articles have some thousands."""

MOST_NODES = 2_000

_AROUND = re.compile(r"^\s*(?:/\*|//)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?|(?:/\*|//)?\s*(?:-->|\]\]>)\s*(?:\*/)?[\s;]*$")
_FIELD = re.compile(r'"(datePublished|dateCreated|dateModified|uploadDate|headline)"\s*:\s*"((?:[^"\\]|\\.){1,300})"')
_CONTROL = re.compile(r"[\x00-\x1f]+")

# Where an object of the page itself stands; what else it holds is told of other things.
_REFERRING = ("author", "creator", "publisher")
_FOLLOWED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed")


@dataclass(frozen=True, slots=True)
class Node:
    """One object of JSON-LD.

    Args:
        rank: how likely it is the article: 0 an article of news, 1 another article, 2 the page, 3 unknown.
    """

    rank: int
    fields: Mapping[str, Any]

    def text(self, *names: str) -> str | None:
        """The first of these fields that is a text, or has one as its name."""
        for name in names:
            value = self.fields.get(name)
            if isinstance(value, list) and value:
                value = value[0]
            if isinstance(value, dict):
                value = value.get("name") or value.get("@id")
            if isinstance(value, str) and value.strip():
                return " ".join(value.split())
        return None

    @property
    def is_article(self) -> bool:
        """Whether its type says that it is an article."""
        return self.rank <= 1


def nodes(tree: etree._Element) -> tuple[Node, ...]:
    """The objects that may be the page's article, the likeliest first; those of one rank in order of the page."""
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= MOST_CHARACTERS:
            found += _of_script(script.text)
    return tuple(sorted(found, key=lambda node: node.rank))


def _of_script(text: str) -> Iterator[Node]:
    text = _AROUND.sub("", text)
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        try:
            value = json.loads(_CONTROL.sub(" ", text).rstrip(", "), strict=False)
        except (ValueError, RecursionError):
            # Broken JSON is common: the fields are taken as they stand.
            fields: dict[str, Any] = {}
            for name, printed in _FIELD.findall(text):
                fields.setdefault(name, printed)
            if fields:
                types = re.findall(r'"@type"\s*:\s*"(\w+)"', text[:2000])
                yield Node(min(map(_type_rank, types), default=3), fields)
            return
    yield from _walk(value)


def _walk(value: Any) -> Iterator[Node]:
    """The objects that may be the article, with the people and bodies that they refer to by ``@id`` in their place."""
    found = list(_objects(value))
    named = {each["@id"]: each for each, _ in found if isinstance(each.get("@id"), str) and each.get("name")}
    for each, rank in found:
        if rank is not None:
            referred = {name: _resolved(each[name], named) for name in _REFERRING if each.get(name)}
            yield Node(rank, {**each, **referred})


def _resolved(value: Any, named: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_resolved(each, named) for each in value if not isinstance(each, list)]
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _objects(value: Any) -> Iterator[tuple[dict[str, Any], int | None]]:
    """All objects that the page itself is made of, with their ranks."""
    waiting, seen = deque([value]), 0
    while waiting and seen < MOST_NODES:
        here = waiting.popleft()
        seen += 1
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            types = here.get("@type", ())
            rank = _rank([types] if isinstance(types, str) else [each for each in types if isinstance(each, str)])
            yield here, rank
            waiting += [here[name] for name in _FOLLOWED if isinstance(here.get(name), dict | list)]


def _rank(types: list[str]) -> int | None:
    """The rank of the best of these types; None for what is no text; 3 without a type that is known."""
    best = min(map(_type_rank, types), default=3)
    return None if best == _OTHER else best


def _type_rank(name: str) -> int:
    return _types().get(name.rsplit("/", 1)[-1].casefold(), 3)


_OTHER = 9


@cache
def _types() -> dict[str, int]:
    return {
        line.text("type").casefold(): int(line.text("rank"))
        for line in rows(files(__package__) / "json_ld_types.tsv", "type", "rank")
    }
