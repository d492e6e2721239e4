"""The headline's sentences about speakers."""

from __future__ import annotations

import pytest
from factory import Line, article, says
from reported import reports

from indexer.check import Answer, Verdict
from indexer.check.headline import headline
from indexer.check.speaker_conflict import named_speakers
from indexer.check.speakers import attributions
from indexer.compare import wording
from indexer.printed import Coverage

SHORT = "Our thoughts are with the crew and their families"
LONG = "A harbour that sells its only lifeboat has no business asking anybody to come ashore in winter"


def said(text: str, *lines: Line) -> str:
    stored = [article(f"a{number}", line) for number, line in enumerate(lines)]
    found = reports(text, *stored)
    named = attributions(found)
    who = named_speakers(named, found)
    coverage = Coverage(len(stored), len(stored), 1, None, None, None, "1")
    return headline(
        Answer(
            text,
            len(wording(text)),
            coverage,
            Verdict.VERBATIM,
            best=found[0],
            reports=found,
            reports_total=len(found),
            attributions=named,
            conflict=who.conflict,
            stock=who.stock,
        )
    )


@pytest.mark.parametrize(
    ("text", "names", "sentence"),
    [
        (SHORT, ["Ida Brandt"], "Attributed to Ida Brandt."),
        (SHORT, [None], "Attributed to nobody by name."),
        (SHORT, ["Ida Brandt", "Per Holm"], "The reports disagree on who is quoted: Ida Brandt (1) and Per Holm (1)."),
        (SHORT, ["Ida Brandt", "Per Holm", "Mona Lie"], "A stock phrase: it is attributed to 3 speakers."),
        (
            LONG,
            ["Ida Brandt", "Per Holm", "Mona Lie"],
            "The reports disagree on who is quoted: Ida Brandt (1), Mona Lie (1) and Per Holm (1).",
        ),
    ],
)
def test_attributions(text: str, names: list[str | None], sentence: str) -> None:
    assert said(text, *(says(text, name) for name in names)).endswith(f" {sentence}")
