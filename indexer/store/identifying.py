"""The pass over the archive that finds whom the names of all articles stand for, the same on every engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indexer.identity.assigned import Assigned, Meant
from indexer.identity.people import Person, person
from indexer.identity.resolve import Group, resolve
from indexer.store.base import Store


def identify(store: Store) -> int:
    """Find whom the names of all stored articles stand for, and store what changed.

    The answer depends on the articles that are stored and on what people decided, not on the order in which they came:
    a pass that is run again, or that was cut off and is run again, ends in the same state.

    Returns:
        The number of articles in which a name stands for somebody else than before.
    """
    articles = list(store.named())
    groups = resolve(mention for article in articles for mention in article.mentions)
    found = _records(groups)
    meant = _meant(groups, found)
    assigned = [
        Assigned(article, now)
        for article in articles
        if (now := meant.get(article.id, {})) != {key: tuple(held) for key, held in article.meant.items()}
    ]
    before = {one.id: one for one in store.people()}
    after = {one.id: one for one in found}
    changed = [one for one in found if before.get(one.id) != one]
    gone = sorted(before.keys() - after.keys())
    if not (assigned or changed or gone):
        return 0
    return store.write_people(assigned, changed, gone)


def _records(groups: Iterable[Group]) -> list[Person]:
    """A record for each group; ids are made different where two groups would have one."""
    found: list[Person] = []
    taken: set[str] = set()
    for group in groups:
        one = person(group)
        number = 2
        ident = one.id
        while ident in taken:
            ident, number = f"{one.id}-{number}", number + 1
        taken.add(ident)
        found.append(replace(one, id=ident))
    return found


def _meant(groups: Iterable[Group], people: Iterable[Person]) -> dict[str, dict[str, Meant]]:
    """Whom names stand for, by article and key, where it is not their own key."""
    found: dict[str, dict[str, Meant]] = {}
    for group, one in zip(groups, people, strict=True):
        for each in group.members:
            if one.id != each.mention.key or each.probable:
                found.setdefault(each.mention.article, {})[each.mention.key] = (one.id, each.probable)
    return found
