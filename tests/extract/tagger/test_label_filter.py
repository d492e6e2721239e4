"""Labels that no article bears out are left out, whichever network gave them."""

from __future__ import annotations

import pytest

from indexer.document import Document
from indexer.extract.tagger.label_filter import keep_attributable, keep_plausible
from indexer.model import Article, Label, Role, Span

TWO = "Lund was asked about the pier.\n\nHolm said the pier would hold until spring at least."
OPEN = "“The pier will hold.\n\n“It has held for years,” Lund said."
CLOSED = "“The pier will hold.”\n\n“It has held for years,” Lund said."
COLON = "Lund made two demands:\n\nthat the pier be closed by May and that the ferry be paid for."
PASSAGE = "Lund wrote to the board.\n\n“The pier will hold until spring at least.”"


def label(text: str, part: str, role: Role, cue: str | None = None, score: float = 0.9) -> Label:
    return Label(span(text, part), role, score, None if cue is None else span(text, cue))


def span(text: str, part: str) -> Span:
    return Span.of(text, text.index(part), text.index(part) + len(part))


def kept(text: str, *labels: Label) -> set[Label]:
    return keep_plausible(Document(Article("a", text)), labels)


@pytest.mark.parametrize(
    ("text", "part", "cue", "tied"),
    [
        (TWO, "the pier would hold until spring at least", "said", True),
        (OPEN, "“The pier will hold.", "said", True),
        (CLOSED, "“The pier will hold.”", "said", False),
        (COLON, "that the pier be closed by May and that the ferry be paid for", "made two demands", True),
        (PASSAGE, "“The pier will hold until spring at least.”", "wrote", True),
    ],
)
def test_a_content_in_another_paragraph_than_its_cue(text: str, part: str, cue: str, tied: bool) -> None:
    (found,) = kept(text, label(text, part, Role.CONTENT, cue))
    assert found.cue == (span(text, cue) if tied else None)


def test_a_content_without_marks_is_no_other_paragraph_s() -> None:
    content = label(TWO, "the pier would hold until spring at least", Role.CONTENT, "was asked")
    assert kept(TWO, content) == set()


def test_a_source_in_another_paragraph_is_none() -> None:
    source = label(TWO, "Lund", Role.SOURCE, "said")
    assert kept(TWO, source) == set()
    own = label(TWO, "Holm", Role.SOURCE, "said")
    assert kept(TWO, own) == {own}


BOARD = "Holm, whose son sits on the board"
LATER = "Lund said the pier would hold. The ferry will sail on Monday. “It is safe,” Holm added."


@pytest.mark.parametrize(
    ("part", "tied"),
    [("the pier would hold", True), ("The ferry will sail on Monday.", False), ("“It is safe,”", True)],
)
def test_a_content_in_a_later_sentence_stands_between_marks(part: str, tied: bool) -> None:
    assert bool(kept(LATER, label(LATER, part, Role.CONTENT, "said"))) is tied


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("It further said that the pier would hold.", "further", None),
        ("He said it. Lund, the mayor, left.", "Lund", None),
        ("The Harbour Times said that the pier would hold.", "The", "The Harbour Times"),
        ("Holm, whose son sits on the board, said that the pier would hold.", "Holm, whose son sits on the", BOARD),
        ("Mr. Holm said that the pier would hold.", "Mr", "Mr. Holm"),
        ("The mayor said that the pier would hold.", "The mayor", "The mayor"),
        ("On Friday Ines Holm said that the pier would hold.", "Holm", "Ines Holm"),
        ("On Friday Holm said that the pier would hold.", "Holm", "Holm"),
        ("Ines Holm said that the pier would hold.", "Ines", "Ines Holm"),
        ("Ines Friday said that the pier would hold.", "Ines", "Ines"),
    ],
)
def test_a_source_is_a_whole_name_in_its_sentence(text: str, part: str, source: str | None) -> None:
    found = kept(text, label(text, part, Role.SOURCE, "said"))
    assert {each.span.text for each in found} == ({source} if source else set())


@pytest.mark.parametrize(
    ("part", "score", "stands"),
    [
        ("the", 0.9, False),
        (".", 0.9, False),
        ("the pier", 0.4, False),
        ("the pier", 0.55, False),
        ("the pier", 0.65, True),
        ("that it would", 0.4, True),
        ("the pier would hold", 0.4, True),
    ],
)
def test_scraps_are_no_contents(part: str, score: float, stands: bool) -> None:
    text = "Holm said the pier would hold until spring, and that it would float."
    assert bool(kept(text, label(text, part, Role.CONTENT, "said", score))) is stands


def test_words_without_marks_need_a_cue() -> None:
    text = "Holm said the pier would hold until spring."
    assert kept(text, label(text, "the pier would hold until spring", Role.CONTENT)) == set()


@pytest.mark.parametrize(
    ("text", "part", "cue", "stays"),
    [
        ("The banners read “Vote Often” all along the quay.", "“Vote Often”", "read", False),
        ("The trick, known as “salting the books,” is illegal.", "“salting the books,”", "known as", False),
        ("It is said that “the pier will hold until spring.”", "“the pier will hold until spring.”", "is said", True),
        ("A bell rang, and it was said: “Going once.” Nobody moved.", "“Going once.”", "was said", True),
        ("A bell rang for what is called the “Big One.” Nobody moved.", "“Big One.”", "called", False),
    ],
)
def test_few_words_in_marks_are_a_name_where_nobody_is_named(text: str, part: str, cue: str, stays: bool) -> None:
    labels = {label(text, cue, Role.CUE), label(text, part, Role.CONTENT, cue)}
    assert keep_attributable(Document(Article("a", text)), labels) == (labels if stays else set())


@pytest.mark.parametrize(
    ("part", "score", "stays"),
    [
        ("two fishermen", 0.7, False),
        ("two fishermen", 0.8, True),
        ("two fishermen on Tuesday", 0.5, False),
        ("two fishermen on Tuesday", 0.7, True),
    ],
)
def test_words_without_marks_are_sure_where_nobody_is_named(part: str, score: float, stays: bool) -> None:
    text = "The court heard two fishermen on Tuesday."
    labels = {label(text, "heard", Role.CUE), label(text, part, Role.CONTENT, "heard", score)}
    assert keep_attributable(Document(Article("a", text)), labels) == (labels if stays else set())


def test_words_without_marks_behind_a_rubric_s_colon_are_nobody_s() -> None:
    text = "In brief: the ferry sails again on Monday."
    labels = {label(text, ":", Role.CUE), label(text, "the ferry sails again on Monday", Role.CONTENT, ":")}
    assert keep_attributable(Document(Article("a", text)), labels) == set()


@pytest.mark.parametrize(
    ("text", "part", "cue", "stands"),
    [
        ("Lena Ruud was asked whether the pier would hold.", "Lena Ruud", "was asked", False),
        ("Both the mayor and her deputy were asked about it.", "Both the mayor and her deputy", "were asked", False),
        ("Lena Ruud was asked whether the pier would hold.", "whether the pier would hold", "was asked", True),
        ("Would the pier hold until spring, Lena Ruud asked.", "Would the pier hold until spring", "asked", True),
    ],
)
def test_who_is_asked_is_no_content(text: str, part: str, cue: str, stands: bool) -> None:
    assert bool(kept(text, label(text, part, Role.CONTENT, cue))) is stands


def test_few_words_of_somebody_stay() -> None:
    text = "Lund called it “a disgrace” on Friday."
    labels = {
        label(text, "called", Role.CUE),
        label(text, "Lund", Role.SOURCE, "called"),
        label(text, "“a disgrace”", Role.CONTENT, "called"),
    }
    assert keep_attributable(Document(Article("a", text)), labels) == labels


@pytest.mark.parametrize(
    ("text", "part", "cue", "stands"),
    [
        ("The council passed the “Quiet Streets Act” by a vote.", "the “Quiet Streets Act”", "passed", False),
        ("The council vetoed every “green” bill for years.", "every “green” bill", "vetoed", False),
        (
            "The council passed the “quiet streets for all” motion.",
            "the “quiet streets for all” motion",
            "passed",
            True,
        ),
        ("The council called it the “Quiet Streets Act” by a vote.", "the “Quiet Streets Act”", "called", True),
        ("Lund said that “nobody” would pay for the ferry.", "that “nobody” would pay for the ferry", "said", True),
        ("The council heard “Nobody” and “Never” from Lund.", "“Nobody” and “Never”", "heard", True),
    ],
)
def test_what_something_goes_by_is_no_content(text: str, part: str, cue: str, stands: bool) -> None:
    assert bool(kept(text, label(text, part, Role.CONTENT, cue))) is stands


@pytest.mark.parametrize(
    ("text", "part", "cue", "stands"),
    [
        ("Lena Ruud was asked whether the pier would hold.", "Lena Ruud", "was asked", False),
        ("Lena Ruud was later also questioned about the pier.", "Lena Ruud", "was later also questioned", False),
        ("The guests were told that the pier would hold.", "The guests", "told", False),
        ("Lena Ruud asked whether the pier would hold.", "Lena Ruud", "asked", True),
        ("Lena Ruud was worried that the pier would break.", "Lena Ruud", "was worried", True),
        ("The question was asked by Lena Ruud of the harbour board.", "Lena Ruud", "was asked", True),
    ],
)
def test_who_is_asked_is_no_source(text: str, part: str, cue: str, stands: bool) -> None:
    assert bool(kept(text, label(text, part, Role.SOURCE, cue))) is stands


@pytest.mark.parametrize(
    ("text", "part", "cue", "found"),
    [
        ("BREAKING: Ruud resigns, says the pier is lost", "BREAKING", "says", "Ruud"),
        ("BREAKING: the pier is lost, says the mayor", "BREAKING", "says", None),
        ("RUUD: The pier is lost.", "RUUD", ":", "RUUD"),
        ("TERNMOUTH: The pier is lost.", "TERNMOUTH", ":", None),
        ("TERNMOUTH, Monday: The pier is lost.", "TERNMOUTH", ":", None),
        ("TERNMOUTH: The pier is lost. They say so in Ternmouth.", "TERNMOUTH", ":", None),
        ("QUILL: The pier is lost. Quill said it twice.", "QUILL", ":", "QUILL"),
        ("It rained.\nThe pier is lost.\nTERNMOUTH: No.", "TERNMOUTH", ":", "TERNMOUTH"),
    ],
)
def test_a_line_s_label_is_no_source(text: str, part: str, cue: str, found: str | None) -> None:
    assert {each.span.text for each in kept(text, label(text, part, Role.SOURCE, cue))} == ({found} if found else set())


@pytest.mark.parametrize(
    ("text", "cue", "tied"),
    [
        ("Lund turned to Moe. “The lease is up.” Moe nodded.", "nodded", False),
        ("Lund turned to Moe. “The lease is up.” Moe laughed.", "laughed", False),
        ("Lund turned to Moe. “The lease is up,” Moe laughed.", "laughed", True),
        ("Lund turned to Moe. “The lease is up.” Moe said it twice.", "said", True),
        ("“The lease is up.” Moe nodded.", "nodded", True),
    ],
)
def test_what_the_hearer_does_behind_a_quote_is_no_cue(text: str, cue: str, tied: bool) -> None:
    content = text[text.index("“") : text.index("”") + 1]
    source = Label(Span(text.rindex("Moe"), text.rindex("Moe") + 3, "Moe"), Role.SOURCE, 0.9, span(text, cue))
    found = kept(text, label(text, content, Role.CONTENT, cue), source)
    assert {each.cue is not None for each in found if each.role is Role.CONTENT} == {tied}
    assert (source in found) is tied


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("It rained.\n“A monument to delay”\nNobody minds.", False),
        ("It rained.\n‘They are coffins with engines’\nNobody minds.", False),
        ("It rained.\n“It is a monument to delay.”\nNobody minds.", True),
        ("It rained.\n“A monument to delay” is what it is.\nNobody minds.", True),
    ],
)
def test_a_line_in_marks_without_a_stop_is_a_heading(text: str, stands: bool) -> None:
    start = min(text.find(mark) for mark in "“‘" if mark in text)
    end = max(text.find(mark) for mark in "”’") + 1
    assert bool(kept(text, Label(Span.of(text, start, end), Role.CONTENT, 0.9))) is stands


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        (
            "According to one of the drivers, Bram Quell, “it was late”.",
            "one of the drivers",
            "one of the drivers, Bram Quell",
        ),
        ("According to the report, Bram Quell, “an idle man”, left.", "the report", "the report"),
        ("According to a nurse, Bram left.", "a nurse", "a nurse"),
    ],
)
def test_a_role_has_the_name_behind_it(text: str, part: str, found: str) -> None:
    assert {each.span.text for each in kept(text, label(text, part, Role.SOURCE, "According to"))} == {found}


@pytest.mark.parametrize(
    ("text", "part", "cue", "found"),
    [
        ("The board promised not to raise the toll.", "to raise the toll", "promised", "not to raise the toll"),
        ("A sailor asked not to be named in the report.", "to be named in the report", "asked", None),
        ("In her memoir, “Salt and Stone,” Ruud writes of it.", "“Salt and Stone,”", "writes", None),
        (
            "In her memoir, “the pier will hold,” Ruud writes.",
            "“the pier will hold,”",
            "writes",
            "“the pier will hold,”",
        ),
    ],
)
def test_a_content_has_its_not_and_is_no_title(text: str, part: str, cue: str, found: str | None) -> None:
    contents = kept(text, label(text, part, Role.CONTENT, cue))
    assert {each.span.text for each in contents} == ({found} if found else set())
