"""Who only repeats the words of another contradicts nobody."""

from __future__ import annotations

import pytest
from factory import Line, article, says
from reported import reports

from indexer.check.speakers import own_and_repeated
from indexer.model import Kind

TEXT = "extremely careless with the keys of the harbour master"
MARKED = f"“{TEXT}”"
BERG = says(f"The team were {TEXT}", "Sven Berg", confidence=(0.9, 0.95))


def mixed(text: str, name: str) -> Line:
    return says(text, name, kind=Kind.MIXED, quoted=(TEXT,))


@pytest.mark.parametrize(
    ("lines", "repeating"),
    [
        # The one whose words they are is named beside the marks.
        ([BERG, mixed(f"that Berg’s inspectors had called them {MARKED}", "Ida Lund")], ["Ida Lund"]),
        ([BERG, says(f"“Read it yourself: ‘they were {TEXT}’, it says”", "Ida Lund")], ["Ida Lund"]),
        # Nobody is named beside the marks, or the words stand between none.
        ([BERG, mixed(f"that the inspectors were {MARKED}", "Ida Lund")], []),
        ([BERG, says(f"that Berg’s inspectors had been {TEXT}", "Ida Lund", kind=Kind.INDIRECT)], []),
        # One who quotes himself, or one whom nobody else reports.
        ([BERG, mixed(f"that Berg’s team was {MARKED}", "Sven Berg")], []),
        ([mixed(f"that Berg’s inspectors had called them {MARKED}", "Ida Lund")], []),
        # Each names the other: who said it first is open.
        ([mixed(f"that Lund had been {MARKED}", "Sven Berg"), mixed(f"that Berg had been {MARKED}", "Ida Lund")], []),
        # It is not sure who said the words.
        (
            [
                says(f"The team were {TEXT}", "Sven Berg", confidence=(0.9, 0.6)),
                mixed(f"that Berg’s inspectors had called them {MARKED}", "Ida Lund"),
            ],
            [],
        ),
    ],
)
def test_who_repeats_the_words_of_another(lines: list[Line], repeating: list[str]) -> None:
    found = reports(TEXT, *(article(f"a{number}", line) for number, line in enumerate(lines)))
    own, repeated = own_and_repeated(found)
    assert [report.quote.speaker.name for report in repeated if report.quote is not None] == repeating
    assert len(own) + len(repeated) == len(found)
