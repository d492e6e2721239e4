"""Blocks that are set in below a line with a colon and a cue are quotes; other blocks are not."""

from __future__ import annotations

import pytest

from indexer.extract import extract
from indexer.model import Article

BLOCK = "    We have heard you. The weir stays as it is\n    until the ice has gone."


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [("Hanne Torvik, the warden, wrote:", "Hanne Torvik"), ("Hanne Torvik said in a letter:", "Hanne Torvik")],
)
def test_a_block_that_is_set_in_is_one_quote(lead: str, speaker: str) -> None:
    found = extract(Article("a", f"The weir stays, the parish decided.\n\n{lead}\n\n{BLOCK}\n\nNobody cheered.\n"))
    (quote,) = (each for each in found if "heard you" in each.text)
    assert " ".join(quote.text.split()) == "We have heard you. The weir stays as it is until the ice has gone."
    assert quote.speaker.name == speaker


@pytest.mark.parametrize("lead", ["The letter is short.", "The list of the warden:", "What came of it?"])
def test_a_block_without_a_cue_above_is_none(lead: str) -> None:
    found = extract(Article("a", f"The weir stays, the parish decided.\n\n{lead}\n\n{BLOCK}\n\nNobody cheered.\n"))
    assert not any("heard you" in each.text and "ice has gone" in each.text for each in found)
