"""Days in datelines."""

from __future__ import annotations

import pytest

from indexer.model import Span
from indexer.read.dates.dateline import byline_date, dateline_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SANDVIK, March 3, 2026 — The ferry sails.", "2026-03-03"),
        ("SANDVIK, Norland, 3 March 2026 (NorthWire) – The ferry sails.", "2026-03-03"),
        ("Sandvik, Mar. 3, 2026 -- The ferry sails.", "2026-03-03"),
        ("SANDVIK (NorthWire) — The ferry sails.", None),
        ("SANDVIK, March 3 — The ferry sails.", None),
        ("The ferry that sank on March 3, 2026 was old — very old.", None),
        ("A clause with a dash — and March 3, 2026 later.", None),
    ],
)
def test_dateline(text: str, day: str | None) -> None:
    found = dateline_date(text, ())
    assert (found and found.value) == day


def test_the_line_below_the_header_is_read() -> None:
    text = "The ferry is back\n\nSANDVIK, March 3, 2026 — The ferry sails."
    found = dateline_date(text, (Span.of(text, 0, 17),))
    assert found is not None
    assert (found.value, found.basis.value, found.evidence) == ("2026-03-03", "header", "March 3, 2026")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Ana Silva, Harbour Gazette, 9 June 2026", "2026-06-09"),
        ("By Ana Silva | June 9, 2026", "2026-06-09"),
        ("By Ana Silva, Harbour Gazette", None),
        ("By Ana Silva, 9 June", None),
    ],
)
def test_byline_date(line: str, day: str | None) -> None:
    found = byline_date(line)
    assert (found and found.value) == day
