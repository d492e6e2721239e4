"""The pass over the archive that finds whom the names of all articles stand for, the same on every engine."""

from __future__ import annotations

from indexer.identity.assigned import Assigned, Meant
from indexer.identity.replay import Replayed, replay
from indexer.identity.resolve import resolve
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
    found = replay(groups, store.decisions())
    meant = _meant(found)
    assigned = [
        Assigned(article, now)
        for article in articles
        if (now := meant.get(article.id, {})) != {key: tuple(held) for key, held in article.meant.items()}
    ]
    before = {one.id: one for one in store.people()}
    people = [one for _, one in found.people]
    changed = [one for one in people if before.get(one.id) != one]
    gone = sorted(before.keys() - {one.id for one in people})
    if not (assigned or changed or gone):
        return 0
    return store.write_people(assigned, changed, gone)


def _meant(found: Replayed) -> dict[str, dict[str, Meant]]:
    """Whom names stand for, by article and key, where it is not their own key."""
    meant: dict[str, dict[str, Meant]] = {}
    for group, one in found.people:
        for each in group.members:
            if one.id != each.mention.key or each.probable:
                meant.setdefault(each.mention.article, {})[each.mention.key] = (one.id, each.probable)
    return meant
