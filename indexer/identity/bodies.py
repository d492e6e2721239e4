"""Names of organisations, documents and places that are one: the same words but for small ones, initials, and owners.

"Trump campaign" and "Donald Trump's campaign" are the campaign of one person. Nothing else joins two bodies: likeness
does not tell the Senate of one state from that of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from indexer.english import GRAMMAR, ORGANISATIONS, PEOPLES, PLACES, ROLES
from indexer.identity.clusters import Cluster
from indexer.identity.evidence import Evidence
from indexer.identity.nodes import Node
from indexer.text import without_possessive, word_texts

SAME_WORDS = Evidence(0.99, ("the same words",))
SAME_OWNER = Evidence(0.95, ("the same person's",))
INITIALS = Evidence(0.92, ("initials of the other, and of no other name",))

Owner = Callable[[Node, tuple[str, ...]], str | None]
"""Whom some words of a name mean, as a key; None for nobody."""


def bodies(nodes: Iterable[Node], owner: Owner) -> list[Cluster]:
    """The organisations behind these names.

    Args:
        owner: tells whose a campaign is.
    """
    groups: dict[tuple[str, ...], list[tuple[Node, Evidence]]] = defaultdict(list)
    for node in sorted(nodes, key=lambda each: each.ident):
        key, why = _key(node, owner)
        groups[key].append((node, why))
    _join_initials(groups)
    found = []
    for key in sorted(groups):
        members = [node for node, _ in groups[key]]
        cluster = Cluster(members)
        cluster.joined = {node.ident: why for node, why in groups[key] if node is not cluster.main}
        found.append(cluster)
    return found


def _key(node: Node, owner: Owner) -> tuple[tuple[str, ...], Evidence]:
    words = [without_possessive(word).replace("'", "") for word in word_texts(node.name)]
    if len(words) > 1 and words[0] in GRAMMAR.definite_articles:
        words = words[1:]
    head = words[-1] if words else ""
    if head in ORGANISATIONS.owned and len(words) > 1:
        of = tuple(word for word in words[:-1] if word not in _BESIDE_OWNERS)
        whose = owner(node, of) if of else None
        if whose is not None:
            return ("of", whose, head), SAME_OWNER
    core = tuple(word for word in words if word not in ORGANISATIONS.minor) or tuple(words)
    if len(core) > 2 and core[0] in PEOPLES.american:
        core = core[1:]
    if len(core) > 3 and core[:2] in _AMERICAN:
        core = core[2:]
    return ("named", *_one_name(core)), SAME_WORDS


_BESIDE_OWNERS = ORGANISATIONS.owned_adjectives | ROLES.honorifics | ROLES.titles
_AMERICAN = {tuple(name.split()) for name in PEOPLES.american if len(name.split()) == 2}


def _one_name(core: tuple[str, ...]) -> tuple[str, ...]:
    """The words, or the first of the names of a place or body that has several."""
    whole = " ".join(core)
    return tuple(min(PLACES.aliases[whole]).split()) if whole in PLACES.aliases else core


def _join_initials(groups: dict[tuple[str, ...], list[tuple[Node, Evidence]]]) -> None:
    """Put a name that is the initials of one other name only to that name: "FBI"."""
    long: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in groups:
        if key[0] == "named" and len(key) > 3:
            long["".join(word[0] for word in key[1:])].append(key)
    for key in [key for key in groups if key[0] == "named" and len(key) == 2]:
        if len(key[1]) >= 3 and len(long.get(key[1], ())) == 1:
            groups[long[key[1]][0]] += [(node, INITIALS) for node, _ in groups.pop(key)]
