"""The query language: a text becomes a condition, or, if it does not parse, an error with a repaired text.

Bare words must all match, by their stems; ``"quoted words"`` exactly and in order; ``-word``, ``-"words"``,
``-(...)`` or ``NOT`` must not; ``OR``; parentheses; ``begin*``; ``a NEAR/5 b``; and the fields of
``service.query.filters``, such as ``speaker:``. A word that is only punctuation is ignored.
"""

from __future__ import annotations

from indexer.errors import Invalid
from indexer.query import AllOf, Condition
from service.query.parser import read
from service.query.parts import Part


def parse(text: str) -> Condition:
    """The condition that a query stands for; ``AllOf(())`` if it has neither words nor fields.

    Args:
        text: a query as its writer typed it.

    Raises:
        Invalid: of the field ``q``, with the position (in characters) of the first error, and with a repaired query
            that parses, unless nothing is left of it.
    """
    part, problems = read(text)
    if problems:
        first = min(problems, key=lambda problem: problem.position)
        raise Invalid("q", first.detail, position=first.position, repaired=_repaired(part))
    return AllOf(()) if part is None else part.condition


def _repaired(part: Part | None) -> str | None:
    if part is None:
        return None
    _, problems = read(part.text)
    return None if problems else part.text
