"""Names joined into people: the surest pair first, and never two names of which one is certainly somebody else's."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.identity.evidence import PROBABLE, Evidence, evidence
from indexer.identity.nodes import Node, Surroundings

OTHERS = 0.2
"""The score up to which two names are certainly two people's."""

MARGIN = 1.5
"""By how much, in log-odds, a name must fit one person better than another whom it fits as well."""

MOST_MEMBERS = 40
"""Names of one person that are compared with those of another before the two are joined."""

Ident = tuple[str, int]


@dataclass(slots=True, eq=False)
class Cluster:
    """A person: names that were taken for one.

    Args:
        joined: what each name but the first was joined by.
    """

    nodes: list[Node]
    joined: dict[Ident, Evidence] = field(default_factory=dict)

    @property
    def quotes(self) -> int:
        """Of all its names."""
        return sum(node.quotes for node in self.nodes)

    @property
    def main(self) -> Node:
        """The name with most quotes; of several the first by alphabet."""
        return min(self.nodes, key=lambda node: (-node.quotes, node.ident))


class Scores:
    """The evidence for pairs of names, looked at once each."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._known: dict[tuple[Ident, Ident], Evidence] = {}

    def of(self, one: Node, other: Node) -> Evidence:
        """The evidence for a pair."""
        key = (one.ident, other.ident) if one.ident < other.ident else (other.ident, one.ident)
        found = self._known.get(key)
        if found is None:
            found = evidence(one, other, self._around)
            if found.score > OTHERS:
                # Most pairs are of strangers, and are never asked for again.
                self._known[key] = found
        return found


def clusters(nodes: Iterable[Node], compared: Iterable[tuple[Node, Node]], scores: Scores) -> list[Cluster]:
    """The people behind persons' full names, whatever order names and pairs come in.

    Args:
        compared: the pairs that may be one.
    """
    of = {node.ident: Cluster([node]) for node in nodes}
    likely: dict[Ident, dict[Ident, Node]] = {}
    ranked: list[tuple[float, Ident, Ident, Node, Node]] = []
    for one, other in compared:
        score = scores.of(one, other).score
        if score >= PROBABLE:
            first, second = sorted((one, other), key=lambda node: node.ident)
            ranked.append((-score, first.ident, second.ident, first, second))
            likely.setdefault(one.ident, {})[other.ident] = other
            likely.setdefault(other.ident, {})[one.ident] = one
    for _, _, _, one, other in sorted(ranked, key=lambda each: each[:3]):
        mine, theirs = of[one.ident], of[other.ident]
        if mine is theirs or _has_rival(one, other, likely, scores) or not _agree(mine, theirs, scores):
            continue
        kept, gone = sorted((mine, theirs), key=lambda each: (-each.quotes, each.main.ident))
        found = scores.of(one, other)
        for node in gone.nodes:
            kept.joined[node.ident] = gone.joined.get(node.ident, found)
            of[node.ident] = kept
        kept.nodes = sorted([*kept.nodes, *gone.nodes], key=lambda node: node.ident)
    return list({id(each): each for each in of.values()}.values())


def _has_rival(one: Node, other: Node, likely: Mapping[Ident, Mapping[Ident, Node]], scores: Scores) -> bool:
    """Whether either fits somebody else about as well, who is certainly not the other: "J. Bell", Jane and John."""
    own = _worth(one, other, scores)
    for mine, theirs in ((one, other), (other, one)):
        for ident, rival in likely[mine.ident].items():
            somebody_else = ident != theirs.ident and scores.of(theirs, rival).score <= OTHERS
            if somebody_else and _worth(mine, rival, scores) > own - MARGIN:
                return True
    return False


def _worth(one: Node, other: Node, scores: Scores) -> float:
    score = min(scores.of(one, other).score, 0.999)
    return math.log(score / (1 - score)) + math.log(len(one.articles) + len(other.articles))


def _agree(mine: Cluster, theirs: Cluster, scores: Scores) -> bool:
    """Whether no name of one is certainly another's than one of the other."""
    return all(
        scores.of(one, other).score > OTHERS
        for one in mine.nodes[:MOST_MEMBERS]
        for other in theirs.nodes[:MOST_MEMBERS]
    )
