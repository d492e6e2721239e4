from __future__ import annotations

import pytest

from indexer.check.question import LONGEST, TooLong, checked_text
from indexer.errors import Invalid


@pytest.mark.parametrize(
    "text", ["a harbour", "x" * LONGEST, "“…” yes", "naïve\tharbour\r\n", "港", "caf\ufffd by the sea"]
)
def test_text_is_accepted_unchanged(text: str) -> None:
    assert checked_text(text) == text


@pytest.mark.parametrize(
    "text", ["", " \t\n", "…", "?!", "\0", "a\0b", "\udcff a", "\x01\x02\x03 \x04", "\ufffd" * 9 + " a"]
)
def test_binary_and_empty_texts_are_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        checked_text(text, "draft")
    assert caught.value.field == "draft"


def test_texts_that_are_too_long_are_refused() -> None:
    with pytest.raises(TooLong) as caught:
        checked_text("x" * (LONGEST + 1))
    assert caught.value.reason == "content-too-large"
    assert "64,001" in caught.value.detail
