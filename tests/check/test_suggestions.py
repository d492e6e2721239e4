"""Suggestions are ranked by words and by meaning together."""

from __future__ import annotations

import pytest
from factory import article, says

from indexer.check.suggestions import SUGGESTED, fused, suggestions
from indexer.compare import fingerprint
from indexer.printed import Near
from indexer.query import Hit
from indexer.store.base import without_text


def near(name: str, likeness: float, language: str = "en") -> Near:
    stored = article(name, says(f"The words of {name} about the quay"), language=language)
    return Near(Hit(stored.quotes[0], without_text(stored.article)), likeness)


@pytest.mark.parametrize(
    ("by_words", "near", "order"),
    [
        ([], ["a", "b"], ["a", "b"]),
        (["b"], ["a", "b"], ["b", "a"]),
        (["c", "b"], ["a", "b"], ["b", "a", "c"]),
        (["c"], [], ["c"]),
    ],
)
def test_the_two_rankings_are_fused(by_words: list[str], near: list[str], order: list[str]) -> None:
    assert fused(by_words, near) == order


def test_what_is_far_reported_or_in_another_language_is_not_suggested() -> None:
    known = near("known", 0.9)
    found = suggestions(
        [known, near("close", 0.7), near("danish", 0.6, "da"), near("far", 0.1)],
        [],
        {fingerprint(known.hit.quote.text)},
    )
    assert [each.hit.article.id for each in found] == ["close"]


def test_no_more_than_a_few_are_suggested() -> None:
    assert len(suggestions([near(f"n{number}", 0.9) for number in range(20)], [], ())) == SUGGESTED
