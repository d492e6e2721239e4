"""``onrecord search``: quotes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import hits, run


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["carpentry"], ["It was built by people who hated carpentry,"]),
        (["hated", "carpentry"], ["It was built by people who hated carpentry,"]),
        (['"hated carpentry"'], ["It was built by people who hated carpentry,"]),
        (["--speaker", "brandt"], ["Nobody eats bread any more,"]),
        (["--speaker", "brandt", "--speaker", "nobody"], ["Nobody eats bread any more,"]),
        (["speaker:brandt"], ["Nobody eats bread any more,"]),
        (["outlive", "--said-from", "2026-06-02", "--said-to", "2026-06-02"], ["The pier will outlive the village,"]),
        (["--outlet", "brae", "--sort", "oldest", "--size", "1"], ["The pier will outlive the village,"]),
        (["--published-from", "2026-06-06"], ["Nobody eats bread any more,"]),
        (["weather"], []),
    ],
)
def test_search(indexed: Path, arguments: list[str], found: list[str]) -> None:
    assert [hit["quoted"] for hit in hits("search", *arguments)] == [[text] for text in found]


def test_search_for_people(indexed: Path) -> None:
    result = run("search", "village", "--facets", "speaker,kind")
    assert "Bo Lind  [direct, said 2026-06-02]" in result.stdout
    assert "Brae Post · 2026-06-05 (given) · Pier holds" in result.stdout
    assert "1  Bo Lind" in result.stdout
    assert result.stderr == "1 quote, 1 shown\n"


def test_search_goes_on_by_its_cursor_and_tells_of_the_undated(indexed: Path) -> None:
    first = run("search", "--kind", "direct", "--sort", "oldest", "--size", "2", "--format", "jsonl")
    assert len(first.stdout.splitlines()) == 2
    cursor = first.stderr.split("--cursor ")[1].split()[0]
    rest = hits("search", "--kind", "direct", "--sort", "oldest", "--size", "2", "--cursor", cursor)
    assert len(rest) == 1
    dated = run("search", "--kind", "direct", "--said-from", "2026")
    assert "more have no such date" in dated.stderr
