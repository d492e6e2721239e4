"""The indices of one store: their names, their making from ``mappings/``, and the swap of a rebuild.

Four families, each an alias before a versioned index: quotes, articles, wordings (what was compared to find the
reports of one utterance), and the state of the whole. Only the first three are made anew by a rebuild.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch, NotFoundError

Body = dict[str, Any]

WAIT = "10s"
"""How long the engine itself may wait for a shard or for its master."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where quotes, articles and wordings are written.

    Args:
        aliased: whether these are the aliases of the live store: writes then refuse to make an index by chance.
    """

    quotes: str
    articles: str
    wordings: str
    aliased: bool

    @property
    def families(self) -> dict[str, str]:
        """Each of the names, by the family that ``definition`` knows."""
        return {"quotes": self.quotes, "articles": self.articles, "wordings": self.wordings}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a store's indices; all begin with ``prefix``."""

    prefix: str

    @property
    def live(self) -> Shelf:
        """The aliases that are searched."""
        return Shelf(f"{self.prefix}-quotes", f"{self.prefix}-articles", f"{self.prefix}-wordings", aliased=True)

    @property
    def state(self) -> str:
        """The alias of the state."""
        return f"{self.prefix}-state"

    def numbered(self, number: int) -> Shelf:
        """The indices behind the aliases, or to be put there."""
        live = self.live
        return Shelf(f"{live.quotes}-{number}", f"{live.articles}-{number}", f"{live.wordings}-{number}", aliased=False)


@cache
def definition(family: str) -> Body:
    """Settings and mappings of one of ``quotes``, ``articles``, ``wordings``, ``state``."""
    body: Body = json.loads(files("mappings").joinpath(f"{family}.json").read_text(encoding="utf-8"))
    return body


def mapping_version() -> int:
    """The version of the mappings of quotes, articles and wordings; raise it in all three files when one changes."""
    version: int = definition("quotes")["mappings"]["_meta"]["version"]
    return version


def create_store(client: Elasticsearch, names: Names) -> None:
    """Make whatever is not there of a store's indices; two that do so at once do no harm."""
    first, live = names.numbered(1).families, names.live.families
    for family, alias in live.items():
        if not client.indices.exists_alias(name=alias):
            _create(client, first[family], family, alias)
    _create(client, f"{names.state}-1", "state", names.state)


def create_shelf(client: Elasticsearch, shelf: Shelf) -> None:
    """Make fresh indices that no alias names yet."""
    for family, index in shelf.families.items():
        _create(client, index, family, None)


def next_shelf(client: Elasticsearch, names: Names) -> Shelf:
    """Names that follow upon all that are in use."""
    return names.numbered(1 + max((number for _, number in _numbered(client, names)), default=0))


def leftovers(client: Elasticsearch, names: Names) -> list[str]:
    """Indices of this store that no alias names: what a rebuild that died has left."""
    used = _behind(client, names)
    return [index for index, _ in _numbered(client, names) if index not in used]


def swap(client: Elasticsearch, names: Names, fresh: Shelf) -> list[str]:
    """Point the aliases to the fresh indices, in one step; gives the indices that they named before."""
    before = sorted(_behind(client, names))
    live = names.live.families
    actions: list[Body] = [
        {"remove": {"index": index, "alias": alias}}
        for alias in live.values()
        for index in before
        if index.startswith(f"{alias}-")
    ]
    actions += [{"add": {"index": index, "alias": live[family]}} for family, index in fresh.families.items()]
    client.indices.update_aliases(actions=actions, master_timeout=WAIT)
    return before


def add_to_state(client: Elasticsearch, names: Names) -> None:
    """Give the state's index the fields that it has today: it outlives every rebuild."""
    fields = definition("state")["mappings"]["properties"]
    client.indices.put_mapping(index=names.state, properties=fields, timeout=WAIT, master_timeout=WAIT)


def drop(client: Elasticsearch, indices: list[str]) -> None:
    """Delete indices by their names; what is gone already is no matter."""
    for index in indices:
        with suppress(NotFoundError):
            client.indices.delete(index=index, master_timeout=WAIT)


def refresh(client: Elasticsearch, shelf: Shelf) -> None:
    """Let the next search find all that was written: quotes first, so that no article is without its own."""
    client.indices.refresh(index=shelf.quotes)
    client.indices.refresh(index=shelf.articles)


def _create(client: Elasticsearch, index: str, family: str, alias: str | None) -> None:
    body = definition(family)
    try:
        client.indices.create(
            index=index,
            settings=body["settings"],
            mappings=body["mappings"],
            aliases={alias: {}} if alias else {},
            timeout=WAIT,
            master_timeout=WAIT,
        )
    except BadRequestError as error:
        if error.error != "resource_already_exists_exception":
            raise


def _behind(client: Elasticsearch, names: Names) -> set[str]:
    """The indices that the aliases name."""
    found: set[str] = set()
    for alias in names.live.families.values():
        # One by one: together, one that a store of an older version lacks would hide the others.
        with suppress(NotFoundError):
            found |= set(client.indices.get_alias(name=alias).body)
    return found


def _numbered(client: Elasticsearch, names: Names) -> list[tuple[str, int]]:
    aliases = names.live.families.values()
    found = client.indices.get(index=",".join(f"{alias}-*" for alias in aliases), features="aliases")
    form = re.compile(rf"(?:{'|'.join(map(re.escape, aliases))})-(\d+)")
    return [(index, int(match[1])) for index in found if (match := form.fullmatch(index))]
