"""Mentions to people of the archive: the whole of identity, pure, and the same whatever order mentions come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.identity.bare_names import BareNames
from indexer.identity.bodies import Owner, bodies
from indexer.identity.clusters import Cluster, Scores, clusters
from indexer.identity.evidence import JOINED, Evidence
from indexer.identity.forms import Form, form
from indexer.identity.mentions import Mention
from indexer.identity.nodes import Node, Surroundings, nodes_of
from indexer.identity.nodes import node as made_of
from indexer.identity.pairs import pairs

CERTAIN = Evidence(1.0, ("the name itself",))


@dataclass(frozen=True, slots=True)
class Attributed:
    """A mention, and why it is one of a person's.

    Args:
        evidence: that it is.
    """

    mention: Mention
    evidence: Evidence

    @property
    def probable(self) -> bool:
        """Whether it is only likely to be theirs."""
        return self.evidence.score < JOINED


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one person or body.

    Args:
        main: the name that most of the quotes have, in full if any has.
        members: its mentions, by article and key.
    """

    main: Node
    members: tuple[Attributed, ...]


def resolve(mentions: Iterable[Mention]) -> list[Group]:
    """The people and bodies behind mentions, each mention in one of them; in order of their main names."""
    nodes = nodes_of(mentions)
    around = Surroundings(nodes)
    persons = [node for node in nodes if node.person]
    full = [node for node in persons if not node.form.bare]
    scores = Scores(around)
    people = clusters(full, pairs(full), scores)
    names = BareNames(people, around)
    meant, rest = _bare([node for node in persons if node.form.bare], names)
    others = bodies([node for node in nodes if not node.person], _owners(people, names))
    groups = [_group(person, meant.get(id(person), ())) for person in [*people, *map(_alone, rest), *others]]
    return sorted(groups, key=lambda group: group.main.ident)


def _bare(nodes: Sequence[Node], names: BareNames) -> tuple[dict[int, list[Attributed]], list[Node]]:
    """The mentions by a single name that mean somebody, by person, and the names that mean nobody known."""
    meant: dict[int, list[Attributed]] = {}
    rest: list[Node] = []
    for node in nodes:
        own: list[Mention] = []
        for mention in node.mentions:
            found = names.meant(mention, node.form.surname, mention.sex)
            if found is None:
                own.append(mention)
            else:
                meant.setdefault(id(found[0]), []).append(Attributed(mention, found[1]))
        if own:
            rest.append(_only(node, own))
    return meant, rest


def _only(node: Node, mentions: list[Mention]) -> Node:
    return node if len(mentions) == len(node.mentions) else made_of(node.key, mentions, node.number)


def _alone(node: Node) -> Cluster:
    return Cluster([node])


def _owners(people: Iterable[Cluster], names: BareNames) -> Owner:
    full: dict[Form, set[str]] = {}
    for person in people:
        for node in person.nodes:
            full.setdefault(node.form, set()).add(person.main.key)

    def owner(node: Node, words: tuple[str, ...]) -> str | None:
        if len(words) > 1:
            called = full.get(form(" ".join(words)), set())
            return next(iter(called)) if len(called) == 1 else None
        meant = {found[0].main.key for each in node.mentions if (found := names.meant(each, words[0], "")) is not None}
        return next(iter(meant)) if len(meant) == 1 else None

    return owner


def _group(person: Cluster, meant: Iterable[Attributed]) -> Group:
    members = [
        Attributed(mention, person.joined.get(node.ident, CERTAIN))
        for node in person.nodes
        for mention in node.mentions
    ]
    every = sorted([*members, *meant], key=lambda each: (each.mention.article, each.mention.key))
    return Group(person.main, tuple(every))
