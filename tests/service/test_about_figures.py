"""The figures on the page about the archive are those of the documentation."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_errors_of_the_check_are_those_of_its_card() -> None:
    card = (ROOT / "docs" / "check.md").read_text(encoding="utf-8").partition("## How often it is wrong")[2]
    rows = re.findall(r"^\| ([A-Z][a-z ]+) \| (\d+) \| (\d+) \| ([\d.]+) % \|$", card, re.MULTILINE)
    assert len(rows) == 7
    page = (ROOT / "service" / "templates" / "about.html").read_text(encoding="utf-8")
    for name, given, right, share in rows:
        cells = "".join(f'<td class="count">{value}</td>' for value in (given, right, share))
        assert f'<th scope="row">{name}</th>{cells}' in page
