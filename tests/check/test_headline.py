"""The sentences of an answer: whom it names."""

from __future__ import annotations

import pytest
from factory import Line, article, says

from indexer.check import Answer, Verdict
from indexer.check.gather import Printing
from indexer.check.headline import headline
from indexer.check.reports import of_quote
from indexer.check.speakers import attributions
from indexer.check.voices import voices
from indexer.compare import judge, wording
from indexer.printed import Coverage
from indexer.query import Hit
from indexer.store.base import without_text

SHORT = "Our thoughts are with the crew and their families"
LONG = "A harbour that sells its only lifeboat has no business asking anybody to come ashore in winter"


def said(text: str, *lines: Line) -> str:
    stored = [article(f"a{number}", line) for number, line in enumerate(lines)]
    asked = wording(text)
    reports = [
        of_quote(asked, Printing(Hit(each.quotes[0], without_text(each.article)), judge(asked, each.quotes[0].text)))
        for each in stored
    ]
    named = attributions(reports)
    who = voices(named, reports)
    coverage = Coverage(len(stored), len(stored), 1, None, None, None, "1")
    return headline(
        Answer(
            text,
            len(asked),
            coverage,
            Verdict.VERBATIM,
            best=reports[0],
            reports=reports,
            reports_total=len(reports),
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
def test_who_is_named(text: str, names: list[str | None], sentence: str) -> None:
    assert said(text, *(says(text, name) for name in names)).endswith(f" {sentence}")
