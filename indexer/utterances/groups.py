"""The group of a mark: the first quote among its own and those that it is linked with directly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class First:
    """The first quote of a mark.

    Args:
        when: the first day of it, ISO 8601, or None.
        id: of the quote.
    """

    when: str | None
    id: str

    @property
    def order(self) -> tuple[bool, str, str]:
        """By ``when``, undated last, then by id."""
        return self.when is None, self.when or "", self.id


def groups(marks: Iterable[str], firsts: Mapping[str, First], linked: Mapping[str, Iterable[str]]) -> dict[str, First]:
    """The first quote among a mark's own and those of its direct links, for each mark that has any.

    Args:
        firsts: the first quote of each mark, and of all that it is linked with.
        linked: the marks that each is linked with.
    """
    found = {}
    for mark in marks:
        near = [firsts[each] for each in (mark, *linked.get(mark, ())) if each in firsts]
        if mark in firsts:
            found[mark] = min(near, key=lambda first: first.order)
    return found
