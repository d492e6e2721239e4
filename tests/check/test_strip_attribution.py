"""Attributions copied along with a quote are stripped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.check.strip_attribution import strip_attribution
from indexer.compare import wording

SAID = "The island must not become a car park for the mainland"
WORDS = SAID.lower()


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        f"“{SAID},” said Lund.",
        f'"{SAID}," Lund told reporters on Monday.',
        f"“{SAID}”, Prime Minister Ida Lund told the house, to cheers from her own side.",
        f"Lund: “{SAID}”",
        f"Lund told reporters: “{SAID}.”",
        f"“{SAID}” — Ida Lund",
        f"“{SAID[:10]},” she said on Monday. “{SAID[11:]}”",
        f"Ida Lund: {SAID}",
        f"{SAID} — Ida Lund",
        f"> {SAID}\n– Ida Lund, 3 March",
        f"Lund says {SAID[0].lower()}{SAID[1:]}",
        f"Ida Lund said that {SAID}.",
        f"{SAID}, Lund told reporters",
        f"{SAID.upper()}, LUND SAYS",
        f"RT @lund: {SAID}",
        f"{SAID} #island #ferry https://posts.example/1",
    ],
)
def test_attributions_are_stripped(text: str) -> None:
    found = strip_attribution(wording(text))
    assert " ".join(found.texts) == WORDS
    assert all(text[word.start : word.end].lower() == word.text for word in found.words)


@pytest.mark.parametrize(
    "text",
    [
        f"that “{SAID}”",
        "She promised to “fight for every berth in the harbour” until autumn",
        "He called it “a shame” and “a lie” on Monday",
        "We know, as Lund said, that the dam will hold for another year",
        "We will not sell the harbour, and we will not close the school",
        f"“{SAID},” Lund said. The house rose, and all its members went home by the last ferry of the day. “{SAID}”",
        "Lund: no",
        "[Lund]: the island must not become a car park",
    ],
)
def test_other_texts_are_not_stripped(text: str) -> None:
    assert strip_attribution(wording(text)) == wording(text)


@given(st.text(alphabet='“”"«»: ,.–#@ \nLl said', max_size=60))
def test_stripping_keeps_the_order_of_words(text: str) -> None:
    whole, found = wording(text), strip_attribution(wording(text))
    assert set(found.words) <= set(whole.words)
    assert list(found.words) == sorted(found.words, key=lambda word: word.start)
    assert len(found) or not len(whole)


def test_stripping_keeps_ellipses() -> None:
    found = strip_attribution(wording("Lund: “The island … must not become a car park”"))
    assert found.gaps == {2}
