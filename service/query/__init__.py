"""The query language: text to conditions, and a repaired text where it does not parse.

Bare words must all match, by their stems; ``"quoted words"`` exactly and in order; ``-word``, ``-"words"``,
``-(...)`` or ``NOT`` must not; ``OR``; parentheses; ``begin*``; ``a NEAR/5 b``; ``speaker:``, ``outlet:``,
``kind:``, ``stance:``, ``after:`` and ``before:``. A word of nothing but punctuation asks for nothing.
"""

from __future__ import annotations

from indexer.errors import Invalid
from indexer.query import AllOf, Condition
from service.query import conditions, tree
from service.query.parser import read


def parse(text: str) -> Condition:
    """What a query asks for; ``AllOf(())`` when it asks for nothing.

    Args:
        text: a query as its writer typed it.

    Raises:
        Invalid: of the field ``q``, with the position (in characters) of the first thing wrong, and a
            repaired query that parses where one is left.
    """
    node, problems = read(text)
    if problems:
        first = min(problems, key=lambda problem: problem.position)
        raise Invalid("q", first.detail, position=first.position, repaired=_repaired(node))
    return AllOf(()) if node is None else conditions.of(node)


def _repaired(node: tree.Node | None) -> str | None:
    if node is None:
        return None
    repaired = tree.written(node)
    _, problems = read(repaired)
    return None if problems else repaired
