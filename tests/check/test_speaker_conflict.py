"""The speakers that reports name: forms of one name, spokespeople, and conflicts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import Line, article, says
from reported import reports

from indexer.check.records import Agreement, Report
from indexer.check.speakers import agreement, attributions, merge_names, named_speakers
from indexer.model import SpeakerKind

TEXT = "We have run out of buyers for this kind of rope"
FIRM = SpeakerKind.ORGANISATION


def named_by(*lines: Line) -> list[Report]:
    return reports(TEXT, *(article(f"a{number}", line) for number, line in enumerate(lines)))


def by(
    name: str | None, as_printed: str | None = None, kind: SpeakerKind | None = None, person: str | None = None
) -> Line:
    return says(TEXT, name, as_printed=as_printed, speaker_kind=kind, speaker_id=person)


SPOKESMAN = by("Erik Dahl", "Erik Dahl, a spokesman for Hansen Ropes")
HEAD = by("Berit Aas", "Chief executive Berit Aas")


@pytest.mark.parametrize(
    ("lines", "conflict", "stock"),
    [
        pytest.param([by("Ida Brandt"), by("Per Holm")], True, False, id="two persons"),
        pytest.param([by("Ida Brandt"), by("Brandt"), by("Mayor Brandt")], False, False, id="one in three forms"),
        pytest.param([by("Ida Brandt"), by("Per Holm"), by("Mona Lie")], True, True, id="three persons"),
        pytest.param([SPOKESMAN, HEAD], False, False, id="a spokesman and the head"),
        pytest.param([SPOKESMAN, by("Hansen Ropes", kind=FIRM), HEAD], False, False, id="and the firm"),
        pytest.param([SPOKESMAN, by("Hansen Ropes"), HEAD], False, False, id="the firm taken for a person"),
        pytest.param([SPOKESMAN, by("Nils Eide"), HEAD], True, False, id="another person beside the spokesman"),
        pytest.param(
            [by("Hansen Ropes", kind=FIRM), by("Alba Ferries", kind=FIRM)], True, False, id="two organisations"
        ),
        pytest.param(
            [by(name, kind=FIRM) for name in ("Hansen Ropes", "Alba Ferries", "Zenit Cranes")],
            True,
            True,
            id="three organisations",
        ),
        pytest.param(
            [SPOKESMAN, by("Mona Lie", "Alba spokeswoman Mona Lie"), by("Olof Öst", "Olof Öst on behalf of Zenit")],
            False,
            True,
            id="three who speak for three",
        ),
        pytest.param(
            [by("Ida Brandt", person="ib"), by("The Rope Queen", person="ib")], False, False, id="one of two names"
        ),
        pytest.param([by("Jens Eide", person="je"), by("Jens Eide", person="je-2")], True, False, id="two of one name"),
        pytest.param(
            [by("Eide", person="eide"), by("Jens Eide", person="je")], False, False, id="a name that may be his"
        ),
        pytest.param(
            [by("Jens Eide", person=each) for each in ("je", "je-2", "je-3")], True, True, id="three of one name"
        ),
        pytest.param([by(None, "he"), by(None, "the mayor"), by(None, "a nurse")], False, False, id="nobody by name"),
    ],
)
def test_conflict_and_stock_phrases(lines: list[Line], conflict: bool, stock: bool) -> None:
    found = named_by(*lines)
    named = attributions(found)
    assert (named_speakers(named, found).conflict, named_speakers(named, found).stock) == (conflict, stock)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Jo Lindt", "Lindt"], [("Jo Lindt", 2)]),
        (["Bergman", "Otto Bergman", "Lena Sommer"], [("Otto Bergman", 2), ("Lena Sommer", 1)]),
        (["Ida Brandt", "Per Brandt", "Brandt"], [("Brandt", 1), ("Ida Brandt", 1), ("Per Brandt", 1)]),
        (["Oleksandr Marchenko", "Oleksandr Marschenko"], [("Oleksandr Marschenko", 2)]),
    ],
)
def test_forms_of_one_name_are_merged(names: list[str], expected: list[tuple[str, int]]) -> None:
    assert list(merge_names(attributions(named_by(*(by(name) for name in names))))) == expected


PRESIDENT = by(None, "the president", SpeakerKind.UNNAMED)


@pytest.mark.parametrize(
    ("lines", "given", "expected"),
    [
        ([by("Otto Bergman"), PRESIDENT], "the president", Agreement.AGREES),
        ([by("Otto Bergman"), PRESIDENT], "The President", Agreement.AGREES),
        ([by("Otto Bergman"), PRESIDENT], "the mayor", Agreement.DISAGREES),
        ([PRESIDENT], "president", Agreement.AGREES),
        ([PRESIDENT], "Otto Bergman", Agreement.UNATTRIBUTED),
        ([by("Otto Bergman", "the president")], "the president", Agreement.AGREES),
        (
            [by("Otto Bergman", "the president"), by("Lena Sommer", "the president")],
            "the president",
            Agreement.AMBIGUOUS,
        ),
        ([by("Ida Brandt"), by("Per Brandt")], "Brandt", Agreement.AMBIGUOUS),
        ([by("Ida Brandt"), by("Brandt")], "Brandt", Agreement.AGREES),
    ],
)
def test_agreement_with_a_given_speaker(lines: list[Line], given: str, expected: Agreement) -> None:
    assert agreement(given, attributions(named_by(*lines))) is expected


def test_a_speaker_who_is_not_sure_contradicts_nobody() -> None:
    for confidence, conflict in ((0.95, True), (0.6, False)):
        stored = [
            article("a", says("It will all be sold", "Ida Brandt")),
            article("b", says("It will all be sold", "Per Holm", confidence=(0.9, confidence))),
        ]
        found = reports("It will all be sold", *stored)
        assert named_speakers(attributions(found), found).conflict is conflict


def test_two_people_of_one_name_are_two_names_and_either_may_be_meant() -> None:
    found = attributions(named_by(by("Jens Eide", person="je"), by("Jens Eide", person="je-2"), by("Eide", person="e")))
    assert merge_names(found) == (("Eide", 1), ("Jens Eide", 1), ("Jens Eide", 1))
    assert agreement("Jens Eide", found) is Agreement.AMBIGUOUS
    assert agreement("je-2", found) is Agreement.AGREES


def test_who_said_it_with_another_contradicts_neither_of_them() -> None:
    both, alone, third = named_by(by("Ida Brandt", "Ida Brandt and Per Holm"), by("Per Holm"), by("Mona Lie"))
    assert both.quote is not None
    beside = replace(both.quote.speaker, candidates=("Per Holm",))
    both = replace(both, quote=replace(both.quote, speaker=beside))
    assert not named_speakers(attributions([both, alone]), [both, alone]).conflict
    assert named_speakers(attributions([both, third]), [both, third]).conflict
    assert agreement("Per Holm", attributions([both])) is Agreement.AGREES
    assert agreement("Mona Lie", attributions([both])) is Agreement.DISAGREES
    assert merge_names(attributions([both, alone])) == (("Ida Brandt", 1), ("Per Holm", 1))
