"""Each clue of a candidate weighs by itself and once more with the form of the source: "he" is not "the mayor"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.extract.weighing import Weights


def with_form(clues: Iterable[str], form: str) -> Iterator[str]:
    """Clues, each by itself and with the form of the source."""
    for clue in clues:
        yield clue
        yield f"{clue}, {form}"


class FormWeights:
    """The weights of clues, to be asked for those of one form of source: each clue's own and its weight with the form.

    Args:
        weights: of all clues, by themselves and with forms.
    """

    def __init__(self, weights: Weights) -> None:
        self.all = weights
        self._of: dict[str, dict[str, float]] = {}

    def of(self, form: str) -> Weights:
        """What each clue weighs for a source of one form."""
        if form not in self._of:
            found = self._of[form] = dict(self.all)
            ends = f", {form}"
            for clue, weight in self.all.items():
                if clue.endswith(ends):
                    bare = clue.removesuffix(ends)
                    found[bare] = found.get(bare, 0.0) + weight
        return self._of[form]
