"""The indices of one store: their names, their making from ``mappings/``, and the swap of a rebuild.

Three families, each an alias before a versioned index: quotes, articles, and the state of the whole. Only the
first two are made anew by a rebuild.
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
    """Where quotes and articles are written.

    Args:
        aliased: whether these are the aliases of the live store: writes then refuse to make an index by chance.
    """

    quotes: str
    articles: str
    aliased: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a store's indices; all begin with ``prefix``."""

    prefix: str

    @property
    def live(self) -> Shelf:
        """The aliases that are searched."""
        return Shelf(f"{self.prefix}-quotes", f"{self.prefix}-articles", aliased=True)

    @property
    def state(self) -> str:
        """The alias of the state."""
        return f"{self.prefix}-state"

    def numbered(self, number: int) -> Shelf:
        """The indices behind the aliases, or to be put there."""
        return Shelf(f"{self.prefix}-quotes-{number}", f"{self.prefix}-articles-{number}", aliased=False)


@cache
def definition(family: str) -> Body:
    """Settings and mappings of one of ``quotes``, ``articles``, ``state``."""
    body: Body = json.loads(files("mappings").joinpath(f"{family}.json").read_text(encoding="utf-8"))
    return body


def mapping_version() -> int:
    """The version of the mappings of quotes and articles; raise it in both files when either changes."""
    version: int = definition("quotes")["mappings"]["_meta"]["version"]
    return version


def create_store(client: Elasticsearch, names: Names) -> None:
    """Make whatever is not there of a store's indices; two that do so at once do no harm."""
    first = names.numbered(1)
    if not client.indices.exists_alias(name=f"{names.live.quotes},{names.live.articles}"):
        _create(client, first.quotes, "quotes", names.live.quotes)
        _create(client, first.articles, "articles", names.live.articles)
    _create(client, f"{names.state}-1", "state", names.state)


def create_shelf(client: Elasticsearch, shelf: Shelf) -> None:
    """Make fresh indices that no alias names yet."""
    _create(client, shelf.quotes, "quotes", None)
    _create(client, shelf.articles, "articles", None)


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
    live = names.live
    actions: list[Body] = [
        {"remove": {"index": index, "alias": alias}}
        for alias in (live.quotes, live.articles)
        for index in before
        if index.startswith(f"{alias}-")
    ]
    actions += [
        {"add": {"index": fresh.quotes, "alias": live.quotes}},
        {"add": {"index": fresh.articles, "alias": live.articles}},
    ]
    client.indices.update_aliases(actions=actions, master_timeout=WAIT)
    return before


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
    """The indices that the aliases of quotes and articles name."""
    live = names.live
    try:
        return set(client.indices.get_alias(name=f"{live.quotes},{live.articles}").body)
    except NotFoundError:
        return set()


def _numbered(client: Elasticsearch, names: Names) -> list[tuple[str, int]]:
    live = names.live
    found = client.indices.get(index=f"{live.quotes}-*,{live.articles}-*", features="aliases")
    form = re.compile(rf"(?:{re.escape(live.quotes)}|{re.escape(live.articles)})-(\d+)")
    return [(index, int(match[1])) for index in found if (match := form.fullmatch(index))]
