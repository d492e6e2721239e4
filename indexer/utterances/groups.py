"""Groups marks: a mark's group is the first quote of its own and of those that are linked with it directly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class First:
    """The first quote of a mark.

    Args:
        when: its first day, ISO 8601, or None.
        id: the quote's.
    """

    when: str | None
    id: str

    @property
    def order(self) -> tuple[bool, str, str]:
        """The sort key: ``when``, undated last, then the id."""
        return self.when is None, self.when or "", self.id


def groups(marks: Iterable[str], firsts: Mapping[str, First], linked: Mapping[str, Iterable[str]]) -> dict[str, First]:
    """For each mark that has quotes, the first quote of its own and of its direct links.

    Args:
        firsts: the first quote of each of the marks, and of all marks that they are linked with.
        linked: the marks that each is linked with.
    """
    found = {}
    for mark in marks:
        near = [firsts[each] for each in (mark, *linked.get(mark, ())) if each in firsts]
        if mark in firsts:
            found[mark] = min(near, key=lambda first: first.order)
    return found
