"""Attributions copied along with a quote are stripped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.check.strip_attribution import dropped, strip_attribution
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
        f"{SAID}, she added",
        f"{SAID}, the mayor said on Monday",
        f"{SAID}, said Ida Lund, the mayor of Kolvik",
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
        # what people say of themselves and of others is no attribution
        "We will mend the roof before the winter, and I think that the dam will not hold",
        "I think the dam will hold another winter, and we believe it always will",
        "They know that we will not sell the harbour to anybody",
        "Experts say the dam will hold another winter",
        "Nobody says the dam will hold another winter",
        "Warning: the dam will not hold another winter",
        "The dam will hold another winter at least, we said and nobody listened to us",
        # more than an attribution
        "The dam will hold another winter at least, Lund said, but nobody believed her",
        "The dam will hold another winter at least, he said he would pay for it",
        # a denial
        "The dam will hold another winter at least, Lund never said",
        "“The dam will hold another winter,” Lund denied saying.",
        "“The dam will hold another winter,” Lund never said.",
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


def test_what_is_dropped_is_told_in_runs() -> None:
    text = "“The island,” Lund told reporters, “must not become a car park,” she said"
    whole = wording(text)
    assert [text[slice(*each)] for each in dropped(whole, strip_attribution(whole))] == [
        "Lund told reporters",
        "she said",
    ]
