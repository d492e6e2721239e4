"""References to quotes, in styles for people and forms for programs."""

from __future__ import annotations

from typing import Any

import pytest
from factory import article, says

from indexer.model import Kind, Stance
from indexer.query import Hit
from indexer.store.base import without_text
from service.answers import Quote
from service.answers.make_quotes import of_hit
from service.citations import FILES, STYLES

HERE = "https://archive.example/quotes/1"


def quote(
    name: str | None = "Ida Brandt",
    *,
    text: str = "“The mill will close.”",
    kind: Kind = Kind.DIRECT,
    stance: Stance = Stance.ASSERTED,
    printed: str | None = None,
    **facts: Any,
) -> Quote:
    told = {"title": "Mill to close", "url": "https://courier.example/mill", **facts}
    stored = article("a", says(text, name, kind=kind, stance=stance, as_printed=printed), **told)
    return of_hit(Hit(stored.quotes[0], without_text(stored.article)))


ONE = quote(authors=("Ada M. Lund",))
TWO = quote(authors=("Ada Lund", "Per Holm"))
MANY = quote(authors=("Ada Lund", "Per Holm", "Jo Berg"))
BARE = quote(
    None, printed="the owner", kind=Kind.INDIRECT, title=None, url="javascript:alert(1)", outlet=None, published=None
)
BODY = quote(authors=("Northern Press Association of Editors and Printers",), title="Will it close?")


@pytest.mark.parametrize(
    ("style", "cited", "reference"),
    [
        ("APA", ONE, "Lund, A. M. (2025, March 5). Mill to close. Fjord Courier. https://courier.example/mill"),
        (
            "APA",
            TWO,
            "Lund, A., & Holm, P. (2025, March 5). Mill to close. Fjord Courier. https://courier.example/mill",
        ),
        ("APA", quote(), "Mill to close. (2025, March 5). Fjord Courier. https://courier.example/mill"),
        ("APA", BODY, "Northern Press Association of Editors and Printers. (2025, March 5). Will it close? Fjord"),
        ("MLA", ONE, "Lund, Ada M. “Mill to close.” Fjord Courier, 5 Mar. 2025, https://courier.example/mill."),
        ("MLA", TWO, "Lund, Ada, and Per Holm. “Mill to close.” Fjord Courier, 5 Mar. 2025, https"),
        ("MLA", MANY, "Lund, Ada, et al. “Mill to close.” Fjord Courier, 5 Mar. 2025, https"),
        ("Chicago", ONE, "Lund, Ada M. “Mill to close.” Fjord Courier, March 5, 2025. https://courier.example/mill"),
        ("Chicago", quote(), "“Mill to close.” Fjord Courier, March 5, 2025. https://courier.example/mill"),
        ("APA", quote(published="2025-03"), "Mill to close. (2025, March). Fjord Courier."),
        ("MLA", quote(published="2025-03"), "“Mill to close.” Fjord Courier, Mar. 2025, https"),
        ("Chicago", quote(published="2025-03"), "“Mill to close.” Fjord Courier, March 2025. https"),
    ],
)
def test_a_reference_in_a_style(style: str, cited: Quote, reference: str) -> None:
    made = STYLES[style](cited, HERE)
    assert made.startswith(f"Ida Brandt, as quoted in {reference}")


@pytest.mark.parametrize("style", list(STYLES))
def test_a_reference_to_what_has_nothing(style: str) -> None:
    made = STYLES[style](BARE, HERE)
    assert made.startswith("“the owner”, as reported in ")
    assert "n.d." in made
    assert HERE in made
    assert "javascript" not in made


DENIED = quote(text="that the mill had been sold", kind=Kind.INDIRECT, stance=Stance.DENIED)
ASKED = quote(text="whether the mill would close", kind=Kind.INDIRECT, stance=Stance.ASKED)
DENIED_OF_NO_NAME = quote(None, text="that it leaked", kind=Kind.INDIRECT, stance=Stance.DENIED)
SAID_BY_NOBODY = quote(
    None, text="that it leaked", printed="None of the crew", kind=Kind.INDIRECT, stance=Stance.DENIED
)


@pytest.mark.parametrize(
    ("cited", "who", "words"),
    [
        (DENIED, "Denied by Ida Brandt", "that the mill had been sold"),
        (ASKED, "Asked by Ida Brandt", "whether the mill would close"),
        (DENIED_OF_NO_NAME, "Denied", "that it leaked"),
        (SAID_BY_NOBODY, "Denied (“None of the crew”)", "that it leaked"),
    ],
)
def test_what_is_denied_or_asked_is_cited_so_in_every_form(cited: Quote, who: str, words: str) -> None:
    for name, style in STYLES.items():
        assert style(cited, HERE).startswith(f"{who}, as reported in "), name
    assert f"  note = {{{who}: {words}}}," in FILES["bib"][0](cited, HERE)
    assert f"N1  - {who}: {words}" in FILES["ris"][0](cited, HERE).split("\r\n")


@pytest.mark.parametrize("style", ["MLA", "Chicago"])
@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Owner: “No sale” of mill", "“Owner: ‘No sale’ of mill.”"),
        ('Owner: "No sale" of "old" mill', "“Owner: ‘No sale’ of ‘old’ mill.”"),
        ("Owner: „No sale“ of mill", "“Owner: ‘No sale’ of mill.”"),
        ("Owner: “No sale”", "“Owner: ‘No sale.’”"),
        ('Owner asks: "Why us?"', "“Owner asks: ‘Why us?’”"),
        ("The mill’s owner", "“The mill’s owner.”"),
        ("Owner on “No sale", "“Owner on ‘No sale.”"),
    ],
)
def test_marks_in_a_title_are_single(style: str, title: str, marked: str) -> None:
    assert f"as quoted in {marked} Fjord" in STYLES[style](quote(title=title), HERE)


def test_bibtex_escapes_what_it_would_read() -> None:
    made = FILES["bib"][0](quote(title="50% of {mills} & $5_000 #1 ~\\^", authors=("Ada Lund", "Per & Co")), HERE)
    title = r"50\% of \{mills\} \& \$5\_000 \#1 \textasciitilde{}\textbackslash{}\textasciicircum{}"
    assert f"  title = {{{title}}}," in made
    assert r"  author = {{Ada Lund} and {Per \& Co}}," in made
    assert "  date = {2025-03-05}," in made
    assert "  note = {Attributed to Ida Brandt: “The mill will close.”}," in made
    assert made.startswith("@article{onrecord-")
    assert made.endswith("}\n")


def test_ris_has_one_tag_a_line() -> None:
    lines = FILES["ris"][0](quote(title="Mill\nto close", authors=("Ada Lund",)), HERE).split("\r\n")
    assert lines[:7] == [
        "TY  - NEWS",
        "TI  - Mill to close",
        "AU  - Ada Lund",
        "T2  - Fjord Courier",
        "PY  - 2025",
        "DA  - 2025/03/05",
        "UR  - https://courier.example/mill",
    ]
    assert lines[-3:] == ["ER  - ", "", ""]
