"""What is shown on a terminal while a run goes on, and how its counts are put into words."""

from __future__ import annotations

import io
import sys

import pytest

from indexer.errors import Invalid, StoreMissing, StoreOutdated, StoreUnavailable, Unreadable
from indexer.model import Speaker, SpeakerKind
from indexer.read import Reject
from indexer.report import Report
from service.cli import console
from service.cli.tables import attributed, printable

REPORT = Report(read=1_500, added=1_000, changed=2, unchanged=498, quotes=9_000, rejected={"empty": 2, "binary": 1})


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = console.Progress(3_000)
    progress(REPORT)
    assert "[###############               ]  50%  1,500 articles, 9,000 quotes, 3 refused" in terminal.getvalue()
    progress.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_progress_without_a_known_end_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    console.Progress()(Report(read=7, quotes=70))
    assert terminal.getvalue().endswith("7 articles, 70 quotes")


def test_progress_is_silent_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = io.StringIO()
    monkeypatch.setattr(sys, "stderr", silent)
    progress = console.Progress()
    progress(REPORT)
    progress.clear()
    assert silent.getvalue() == ""
    assert progress.report is REPORT


def test_a_report_in_words() -> None:
    assert console.summary(REPORT) == (
        "1,500 articles read: 1,000 added, 2 changed, 498 unchanged; 9,000 quotes\n3 refused: 1 binary, 2 empty"
    )


@pytest.mark.parametrize(
    ("reject", "words"),
    [
        (Reject("a.txt", None, None, "empty", "nothing"), "a.txt: empty: nothing"),
        (Reject("a.jsonl", 7, "x", "wrong-shape", "no text"), "a.jsonl:7: wrong-shape: no text"),
    ],
)
def test_a_reject_in_words(reject: Reject, words: str) -> None:
    assert console.refusal(reject) == words


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Invalid("q", "odd"), console.WRONG_USE),
        (Unreadable("empty", "nothing"), console.WRONG_USE),
        (StoreMissing("none"), console.NO_STORE),
        (StoreUnavailable("away"), console.NO_STORE),
        (StoreOutdated("old"), console.NO_STORE),
    ],
)
def test_exit_codes(error: Exception, code: int) -> None:
    assert isinstance(error, Invalid | Unreadable | StoreMissing | StoreUnavailable | StoreOutdated)
    assert console.exit_code(error) == code


@pytest.mark.parametrize(
    ("field", "spelt"),
    [("said_from", "--said-from"), ("q", "QUERY"), ("paths", "PATHS"), ("in", "--in"), ("published", "--published")],
)
def test_fields_are_spelt_as_options(field: str, spelt: str) -> None:
    assert console.option(field) == spelt


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (Speaker("bo-lind", "Bo Lind", "he", SpeakerKind.PERSON), "Bo Lind"),
        (
            Speaker("bo-lind", "Bo Lind", "Lind and Moe", SpeakerKind.PERSON, ("Ada Moe", "Tor Moe")),
            "Bo Lind with Ada Moe and Tor Moe",
        ),
        (Speaker(None, None, "a fisherman", SpeakerKind.UNNAMED), "“a fisherman” (unnamed)"),
        (Speaker(None, None, None, SpeakerKind.UNKNOWN), "nobody named"),
        (Speaker(None, None, "Lind", SpeakerKind.AMBIGUOUS, ("Bo Lind", "Ada Lind")), "“Lind”: Bo Lind or Ada Lind"),
    ],
)
def test_whom_words_are_attributed_to(speaker: Speaker, words: str) -> None:
    assert attributed(speaker) == words


def test_what_steers_a_terminal_is_not_printed() -> None:
    assert printable("a\x1b[31m\tb\n\u202ec\x00") == "a [31m b  c "
