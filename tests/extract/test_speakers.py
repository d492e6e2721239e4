"""Sources resolved to speakers: a row for each way in which articles print who said it.

In the tables ``{...}`` is the content and ``<...>`` the source of an attribution; the first source belongs to the first
content, and so on. The expectation is that of the last attribution.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import Document
from indexer.extract.speakers import resolve
from indexer.extract.speakers.speaker_records import speaker_id
from indexer.model import Article, Attribution, Kind, Span, Speaker, SpeakerKind, Stance

MARKUP = re.compile(r"[{}<>]")
QUOTED = re.compile(r"“([^“”]*)”")


def read(marked: str, authors: tuple[str, ...] = ()) -> tuple[Article, list[Attribution]]:
    """The article and its attributions of a text in which sources and contents are marked."""
    text, opened = "", 0
    places: dict[str, list[tuple[int, int]]] = {"}": [], ">": []}
    position = 0
    for match in MARKUP.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match[0] in "{<":
            opened = len(text)
        else:
            places[match[0]].append((opened, len(text)))
    text += marked[position:]
    made = []
    for content, source in zip(places["}"], places[">"], strict=True):
        span = Span.of(text, *content)
        quoted = tuple(
            Span.of(text, span.start + m.start(1), span.start + m.end(1)) for m in QUOTED.finditer(span.text)
        )
        sources = (Span.of(text, *source),) if source[0] < source[1] else ()
        made.append(Attribution((span,), sources, (), Kind.MIXED, Stance.ASSERTED, quoted, 1.0))
    return Article(id="a", text=text, authors=authors), made


def last(marked: str, authors: tuple[str, ...] = ()) -> tuple[Speaker, float]:
    article, attributions = read(marked, authors)
    return resolve(Document(article), attributions)[-1]


NAMES = [
    ("Marta Hale spoke on Monday. {“It rained,”} <Hale> said.", "Marta Hale"),
    ("Marta Hale spoke. {“It rained,”} said <Marta>.", "Marta Hale"),
    ("Tom Reyes came late. {“It rained,”} <Mr. Reyes> said.", "Tom Reyes"),
    ("{“It rained,”} said <Sen. Olga Brandt (D-Ohio)>.", "Olga Brandt"),
    ("<US Secretary of Energy Paul Okafor> said {it rained}.", "Paul Okafor"),
    ("JD Halloran won. {“It rained,”} said <Halloran>.", "JD Halloran"),
    ("Owen Pratt Jr. won. {“It rained,”} said <Pratt>.", "Owen Pratt Jr."),
    ("Owen Pratt III won. {“It rained,”} said <Mr. Pratt>.", "Owen Pratt III"),
    ("The bill is Ellen Moss’s. {“It rained,”} <Moss> said.", "Ellen Moss"),
    ("<Ellen Moss’s> claim was {that it rained}.", "Ellen Moss"),
    ("Anne-Marie Solís won. {“It rained,”} said <Solís>.", "Anne-Marie Solís"),
    ("Pieter van der Meer won. {“It rained,”} said <van der Meer>.", "Pieter van der Meer"),
    ("Omar al-Rashid won. {“It rained,”} said <al-Rashid>.", "Omar al-Rashid"),
    ("Karim bin Yusuf won. {“It rained,”} said <Mr. bin Yusuf>.", "Karim bin Yusuf"),
    ("Victor Lunt was asked. <LUNT>: {It rained.}", "Victor Lunt"),
    ("Robert “Bud” Carver won. {“It rained,”} said <Carver>.", "Robert “Bud” Carver"),
    ("Howard Dean Marsh and Ruth King met. {“It rained,”} <King> said.", "Ruth King"),
    ("Quarra Baker won. {“It rained,”} <Baker> said.", "Quarra Baker"),
    ("Howard Dean won. {“It rained,”} said <Dean, a doctor>.", "Howard Dean"),
    ("Sam R. Oakes won. Sam Oakes ran. Sam Oakes smiled. {“It rained,”} said <Oakes>.", "Sam Oakes"),
    ("Bill Oakes won. William Oakes, the mayor, ran. {“It rained,”} said <Oakes>.", "William Oakes"),
    ("{“It rained,”} said <President Oakes>. ", "Oakes"),
    ("{“It rained,”} <Kovrig> said. Later Kovrick left.", "Kovrig"),
    ("Ida Brandvold came. {“It rained,”} <Brandvald> said.", "Ida Brandvold"),
    ("Ida Brandvold met Tom Brandveld. {“It rained,”} <Brandvald> said.", "Brandvald"),
    ("{“It rained,”} <Brandvald> said. Ida Brandvold came.", "Brandvald"),
    ("Ida Clarkson came. {“It rained,”} <Clark> said.", "Clark"),
    ("Will Hungary stay? Nina Varga hopes so. {“It rained,”} <Varga> said.", "Nina Varga"),
    ("Mayor Ann Bell Wins Again In Oslo After Recount\n{“It rained,”} <Bell> said.", "Ann Bell"),
    ("Imran Sheikh KC came. {“It rained,”} said <Imran Sheikh KC>.", "Imran Sheikh"),
    ("John Moss MP came. {“It rained,”} said <Moss>.", "John Moss"),
    ("April Moss, a teacher, came. {“It rained,”} said <April Moss>.", "April Moss"),
    ("In April Carl Moss came. {“It rained,”} said <Moss>.", "Carl Moss"),
]

PHRASES = [
    ("<The head of the port, retired Admiral Nils Trane,> said {the cranes were safe}.", "Nils Trane"),
    ("<The head of the port, acting Mayor Nils Trane,> said {the cranes were safe}.", "Nils Trane"),
    ("<Karl Ives, a senior fellow at the Harrow Institute,> said {it rained}.", "Karl Ives"),
    ("<Lowell campaign spokesman Dan Frome> said {it rained}.", "Dan Frome"),
    ("<Peggy Lowell’s campaign manager Dan Frome> said {it rained}.", "Dan Frome"),
    ("<A spokesman for the city, Dan Frome,> said {it rained}.", "Dan Frome"),
    ("<Another critic, Laura T. Vance,> said {it rained}.", "Laura T. Vance"),
    ("<Danish journalist Signe Holm> said {it rained}.", "Signe Holm"),
    ("<His wife and lawyer Signe Holm> said {it rained}.", "Signe Holm"),
    ("<the Rev. Otis Byrd, of Grace Chapel,> said {it rained}.", "Otis Byrd"),
    ("<Gov. Otis Byrd of Maine> said {it rained}.", "Otis Byrd"),
    ("<Ruth Ames, who runs Byrd’s office,> said {it rained}.", "Ruth Ames"),
    ("Ruth Ames, <head of the Tern Foundation>, said {it rained}.", "Ruth Ames"),
    ("In <an interview on Monday, Mayor Ruth Ames> said {it rained}.", "Ruth Ames"),
    ("<Former secretary of state Ruth Ames> said {it rained}.", "Ruth Ames"),
    ("<Lake County Recorder Ruth Ames> said {it rained}.", "Ruth Ames"),
    ("<The “Sunset Road” star Ruth Ames> said {it rained}.", "Ruth Ames"),
    ("<Danish-born Ruth Ames> said {it rained}.", "Ruth Ames"),
    ("<Al Jazeera’s Ruth Ames, reporting from Oslo,> said {it rained}.", "Ruth Ames"),
    ("<Lake County Supervisor of Elections Ruth Ames> said {it rained}.", "Ruth Ames"),
    ("<AFL-CIO President Ruth Ames> said {it rained}.", "Ruth Ames"),
]

ROLES = [
    # in a headline, ahead of the name
    ("{Ferry Will Sail in Spring}, <Mayor> Says\n\nMayor Ada Renn was sure.", "Ada Renn"),
    ("US President Otis Byrd met Chadian President Idris Saleh. {It rained}, <the US president> said.", "Otis Byrd"),
    (
        "US President Otis Byrd met Kenyan President Jan Saleh. {It rained}, <the Kenyan president> said.",
        "Jan Saleh",
    ),
    (
        "Byrd’s secretary of defence, Carl Moon, met Ann Bell. <The secretary of defence> said {it rained}.",
        "Carl Moon",
    ),
    (
        "Rep. Ann Bell, D-Calif., met Carl Moon, a banker. {It rained}, <the California lawmaker> said.",
        "Ann Bell",
    ),
    ("Ann Bell, director of the Tern Group, met Carl Moon. {“It rained,”} <the group’s director> said.", "Ann Bell"),
    (
        "Republican nominee Carl Moon met Democratic nominee Ann Bell. <The Republican nominee> said {it rained}.",
        "Carl Moon",
    ),
    ("Former President Otis Byrd met President Carl Moon. {“It rained,”} <the former president> said.", "Otis Byrd"),
    ("Former President Otis Byrd met President Carl Moon. {“It rained,”} <the president> said.", "Carl Moon"),
    ("United States President Otis Byrd met Idris Saleh. {It rained}, <the US president> said.", "Otis Byrd"),
    ("Rep. Ann Bell (R-Fla.) met Rep. Carl Moon (D-Ohio). {It rained}, <the Florida Republican> said.", "Ann Bell"),
    ("Mayor Ann Bell met the engineer Carl Moon. {“It rained,”} <the mayor> said.", "Ann Bell"),
    ("The senator, Ann Bell, and the judge, Carl Moon, met. {“It rained,”} <the judge> said.", "Carl Moon"),
    ("The driver, Carl Moon, and the doctor, Ann Bell, met. {“It rained,”} <the driver> said.", "Carl Moon"),
    ("Ann Bell, Carl Moon’s lawyer, came. Otis Byrd left. {“It rained,”} <Moon’s lawyer> said.", "Ann Bell"),
    ("Carl Moon’s lawyer, Ann Bell, came. Otis Byrd left. {“It rained,”} <Moon’s lawyer> said.", "Ann Bell"),
]

PRONOUNS = [
    # a new paragraph with a new subject
    ("{“I saw smoke,”} <Paul Berg> said.\n\nMark Hall came late. {“I saw none,”} <he> said.", "Mark Hall"),
    ("{“I saw smoke,”} <Paul Berg> said.\n\nIt was late by then. {“I saw none,”} <he> added.", "Paul Berg"),
    # a woman beside a man who spoke last
    ("<Chris Berg> {called the bill a sham}. <Berg> said {Ruth Hall must go} after <she> {praised it}.", "Ruth Hall"),
    ("<Luca Berg> said {no}. He described Ruth Hall as a fraud after <she> {praised the bill}.", "Ruth Hall"),
    ("Carl Moon met Ann Bell. {“It rained,”} <she> said.", "Ann Bell"),
    ("Carl Moon met Ann Bell. {“It rained,”} <he> said.", "Carl Moon"),
    ("Mrs. Tern met Mr. Quill. {“It rained,”} <she> said.", "Tern"),
    ("Carl Moon came. {“It rained,”} <Moon> said. {“A lot,”} <he> added.", "Carl Moon"),
    ("Carl Moon praised Otis Byrd. <He> said {it rained}.", "Carl Moon"),
    ("{“Otis Byrd was late,”} said <Carl Moon>. {“It rained,”} <he> added.", "Carl Moon"),
    (
        "Robin Stenmark came. Ann Bell left. Ann Bell ran.\n\n<Stenmarck> feared {that the Bell party had lost}.\n\n"
        "{“It rained,”} <she> said.",
        "Robin Stenmark",
    ),
    ("Quarra Tesh lost her job. Carl Moon came. {“It rained,”} <she> said.", "Quarra Tesh"),
    ("Spokeswoman Quarra Tesh came with Carl Moon. {“It rained,”} <she> said.", "Quarra Tesh"),
    ("{“Then <he> said {it rained},”} Ann Bell recalled of Carl Moon. <Ann Bell> spoke.", "Ann Bell"),
    ("Carl Moon met Ann Bell. <His claim> was {that it rained}.", "Carl Moon"),
    ("Otis Byrd met Ann Bell. <Bell’s latest remarks> say {that it rained}.", "Ann Bell"),
    ("It fell to Carl Moon, <who> said {it rained}.", "Carl Moon"),
    ("Ann Bell, a baker, left. Carl Moon contradicted the baker, <who> had said {it rained}.", "Ann Bell"),
    ("Carl Moon thanked a passing sailor, <who> said {it rained}.", None),
    ("Carl Moon was praised by the crew this year, <who> said {it rained}.", "Carl Moon"),
    ("Carl Moon, the baker, <who> said {it rained}, left.", "Carl Moon"),
    (
        "{“It is sad,”} <Mayor Otis Byrd> said.\n\nHer first husband, the painter Carl Moon, died in 2003. "
        "<He> called her {“the salt of the earth”}.",
        "Carl Moon",
    ),
    (
        "{“She never slept,”} her brother, <Otis Byrd>, said.\n\nHer son, Carl Moon, moved to Leeds in 2003. "
        "{“She is a saint,”} <he> said.",
        "Carl Moon",
    ),
    (
        "Otis Byrd met Carl Moon. {“<He> told me, {‘You are fired,’}”} said <Carl Moon>.\n\n{“It rained,”} <he> said.",
        "Carl Moon",
    ),
]

ORGANISATIONS = [
    ("{It rained}, according to <the Kremlin>.", "Kremlin"),
    ("{It rained}, <The Harbor Times> reported.", "Harbor Times"),
    ("The Harbor Times knew. {It rained}, <the Times> reported.", "Harbor Times"),
    ("The National Weather Alliance (NWA) met. {It rained}, <the NWA> said.", "National Weather Alliance"),
    ("The Commission on River Safety met. {It rained}, <the commission> said.", "Commission on River Safety"),
    ("The Harbor Times knew. {It rained}, <a Times article> said.", "Harbor Times"),
    ("NorthWire grew. NorthWire rose. {It rained}, <NorthWire> said.", "NorthWire"),
    ("<South Korea> said {it rained}.", "South Korea"),
    ("<The Justice Department> said {it rained}.", "Justice Department"),
    ("The National Weather Alliance met. <The group> said {it rained}.", "National Weather Alliance"),
    ("<A report by the Tern Foundation> said {it rained}.", "Tern Foundation"),
    ("<The A.F.L.-C.I.O.> said {it rained}.", "A.F.L.-C.I.O."),
    ("<The Department of Justice> said {it rained}.", "Department of Justice"),
    ("Ann Bell ran. <The Bell campaign> said {it rained}.", "Ann Bell's campaign"),
]

NAMELESS = [
    ("Ann Bell ran. <A spokesman for Ann Bell> said {it rained}.", SpeakerKind.UNNAMED),
    ("Ann Bell ran. <Two officials> said {it rained}.", SpeakerKind.UNNAMED),
    ("<People familiar with the plan of Ann Bell> said {it rained}.", SpeakerKind.UNNAMED),
    ("<One Democratic source> said {it rained}.", SpeakerKind.UNNAMED),
    ("<Republicans> said {it rained}.", SpeakerKind.GROUP),
    ("<Critics> said {it rained}.", SpeakerKind.GROUP),
    ("Rep. Ann Bell (R-Fla.) ran. <A Florida Republican> said {it rained}.", SpeakerKind.UNNAMED),
    ("<Ann Bell, Otis Byrd and Carl Moon> said {it rained}.", SpeakerKind.GROUP),
    ("Ann Bell ran. <A Judge> said {it rained}.", SpeakerKind.UNNAMED),
    ("<veteran Republicans> said {it rained}.", SpeakerKind.GROUP),
    ("Ann Bell ran. <Spokesman> said {it rained}.", SpeakerKind.UNNAMED),
    ("<Pacifists> said {it rained}.", SpeakerKind.GROUP),
    ("<Leaders across Europe> said {it rained}.", SpeakerKind.GROUP),
    ("Ann Bell ran. <The Bells> said {it rained}.", SpeakerKind.GROUP),
    ("<An article about the Tern Foundation> said {it rained}.", SpeakerKind.DOCUMENT),
    ("<An inside source> said {it rained}.", SpeakerKind.UNNAMED),
    ("<62 percent of farmers> said {it rained}.", SpeakerKind.GROUP),
    ("<Police> said {it rained}.", SpeakerKind.GROUP),
    ("Ann Bell met Otis Byrd. <They> said {it rained}.", SpeakerKind.GROUP),
    ("<Ann Bell and Otis Byrd> said {it rained}.", SpeakerKind.GROUP),
    ("<The poll> said {it rained}.", SpeakerKind.DOCUMENT),
    ("<The report released on Monday> said {it rained}.", SpeakerKind.DOCUMENT),
    ("<The campaign> said {it rained}.", SpeakerKind.ORGANISATION),
    ("<I> said {it rained}.", SpeakerKind.UNKNOWN),
    ("Ann Bell ran. {“It rained.”}<>", SpeakerKind.UNKNOWN),
    ("<A doctor> said {it rained}. {“A lot,”} <he> said.", SpeakerKind.UNNAMED),
    ("Ann Bell, a nurse, came. Bell left. {“It rained,”} <the minister> said.", SpeakerKind.UNNAMED),
    ("Ann Bell sells boats. Bell left. {“It rained,”} <the judge> said.", SpeakerKind.UNNAMED),
    ("18.15 GMT\n\nThe ferry is late. {It rained}, <the company> said.", SpeakerKind.ORGANISATION),
    ("Mayor Carl Moon came. Moon left. <His spokesman> said {it rained}.", SpeakerKind.UNNAMED),
    ("Mayor Carl Moon resigned. He left. <Moon’s deputy> said {it rained}.", SpeakerKind.UNNAMED),
    ("Ann Bell, Carl Moon’s lawyer, came. Otis Byrd left. <Byrd’s lawyer> said {it rained}.", SpeakerKind.UNNAMED),
    ("<A letter seen by the Harbor Times> said {it rained}.", SpeakerKind.DOCUMENT),
]


@pytest.mark.parametrize(("marked", "name"), NAMES)
def test_a_name_becomes_the_fullest_name_in_the_article(marked: str, name: str) -> None:
    speaker, score = last(marked)
    assert (speaker.name, speaker.kind) == (name, SpeakerKind.PERSON)
    assert score >= 0.8


@pytest.mark.parametrize(("marked", "name"), PHRASES)
def test_a_phrase_gives_its_head_and_not_the_names_that_qualify_it(marked: str, name: str) -> None:
    assert last(marked)[0].name == name


@pytest.mark.parametrize(("marked", "name"), ROLES)
def test_a_role_is_linked_through_titles_and_appositions(marked: str, name: str) -> None:
    assert last(marked)[0].name == name


@pytest.mark.parametrize(("marked", "name"), PRONOUNS)
def test_a_pronoun_agrees_with_sex_place_and_who_spoke_last(marked: str, name: str) -> None:
    assert last(marked)[0].name == name


@pytest.mark.parametrize(("marked", "name"), ORGANISATIONS)
def test_an_organisation_goes_by_its_fullest_name(marked: str, name: str) -> None:
    speaker, _ = last(marked)
    assert (speaker.name, speaker.kind) == (name, SpeakerKind.ORGANISATION)


@pytest.mark.parametrize(("marked", "kind"), NAMELESS)
def test_nobody_is_named_where_nobody_is(marked: str, kind: SpeakerKind) -> None:
    speaker, _ = last(marked)
    assert (speaker.name, speaker.id, speaker.kind) == (None, None, kind)


def test_two_of_one_family_name_are_ambiguous() -> None:
    speaker, score = last("Ann Bell and Otis Bell came. {“It rained,”} <Bell> said.")
    assert speaker.kind is SpeakerKind.AMBIGUOUS
    assert (speaker.name, speaker.id) == (None, None)
    assert sorted(speaker.candidates) == ["Ann Bell", "Otis Bell"]
    assert score < 0.5


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Ann Bell and Otis Bell came. {“It rained,”} <Mrs. Bell> said.", "Ann Bell"),
        ("Ann Bell and Otis Bell came. {“It rained,”} <Mr. Bell> said.", "Otis Bell"),
        (
            "Ann Bell ran. Bell won. Bell smiled. Her son Otis Bell slept. Bell waved. {“It rained,”} <Bell> said.",
            "Ann Bell",
        ),
    ],
)
def test_evidence_decides_between_two_of_one_family_name(marked: str, name: str) -> None:
    assert last(marked)[0].name == name


def test_spellings_are_not_mended() -> None:
    marked = "Carl Higgs met Zelda Orloff. {“It rained,”} <Higgs> said. {“It did,”} <Hicks> said."
    article, attributions = read(marked)
    names = [speaker.name for speaker, _ in resolve(Document(article), attributions)]
    assert names == ["Carl Higgs", "Hicks"]


def test_the_writer_of_a_signed_article_is_who_says_i() -> None:
    assert last("<I> said {it rained}.", authors=("Nell Roy",))[0].name == "Nell Roy"


def test_i_inside_a_quotation_is_its_speaker() -> None:
    marked = "<Carl Moon> remembered: {“Then I came.”} "
    article, attributions = read(marked)
    start = article.text.index("I came")
    inner = Attribution(
        (Span.of(article.text, start + 2, start + 6),),
        (Span.of(article.text, start, start + 1),),
        (),
        Kind.INDIRECT,
        Stance.ASSERTED,
        (),
        1.0,
    )
    answers = resolve(Document(article), [*attributions, inner])
    assert answers[1][0].name == "Carl Moon"


def test_the_printed_source_and_the_key_are_kept() -> None:
    speaker, _ = last("Anne-Marie Solís won. {“It rained,”} said <Solís>.")
    assert (speaker.as_printed, speaker.id) == ("Solís", "anne-marie-solis")
    assert speaker_id("Ann O’Neil Jr.") == "ann-oneil-jr"


def test_answers_come_in_the_order_of_the_questions() -> None:
    article, attributions = read("{“A,”} <Ann Bell> said. {“B,”} <Carl Moon> said. {“C,”} <he> said.")
    forward = resolve(Document(article), attributions)
    assert [speaker.name for speaker, _ in forward] == ["Ann Bell", "Carl Moon", "Carl Moon"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Ann Bell.,“”' MrOtis-()he\n", max_size=120), st.integers(0, 100), st.integers(1, 30))
def test_any_text_and_any_span_get_an_answer(text: str, start: int, size: int) -> None:
    if not text.strip():
        return
    start = min(start, len(text) - 1)
    span = Span.of(text, start, min(len(text), start + size))
    attribution = Attribution((span,), (span,), (), Kind.INDIRECT, Stance.ASSERTED, (), 1.0)
    article = Article(id="a", text=text)
    ((speaker, score),) = resolve(Document(article), [attribution])
    assert 0.0 <= score <= 1.0
    assert (speaker.name is None) == (speaker.id is None)
    assert resolve(Document(article), [attribution]) == ((speaker, score),)
