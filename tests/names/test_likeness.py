"""Whether two printed names are one person's or organisation's, by the names alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.names import Verdict, can_be_one, compare_names

PERSONS = [
    ("Ida Brandt", "Ida Brandt", Verdict.SAME),
    ("Ida Brandt", "IDA BRANDT", Verdict.SAME),
    ("Brandt, Ida", "Ida Brandt", Verdict.SAME),
    ("IdaBrandt", "Ida Brandt", Verdict.SAME),
    ("Ms. Ida Brandt", "Ida Brandt", Verdict.SAME),
    ("I. Brandt", "Ida Brandt", Verdict.SAME),
    ("Ida M. Brandt", "Ida Brandt", Verdict.SAME),
    ("Ida M. Brandt", "Ida Marie Brandt", Verdict.SAME),
    ("Bob Halloran", "Robert Halloran", Verdict.SAME),
    ("Olof Öst", "Olof Ost", Verdict.SAME),
    ("Oleksandr Marchenko", "Oleksandr Marschenko", Verdict.SAME),
    ("Yusuf al-Karimi", "Yousuf Al Karimi", Verdict.SAME),
    ("Paul Singer", "Paul H. Singer", Verdict.SAME),
    ("Ben Carver", "Benjamin Carver", Verdict.SAME),
    ("Kowalskyy", "Kowalski", Verdict.POSSIBLE),
    ("Wang Yi", "Yi Wang", Verdict.POSSIBLE),
    ("Brandt", "Ida Brandt", Verdict.POSSIBLE),
    ("Mayor Brandt", "Ida Brandt", Verdict.POSSIBLE),
    ("Betty Kowalskyy", "Pete Kowalski", Verdict.POSSIBLE),
    ("Robert Halloran Jr.", "Robert Halloran", Verdict.POSSIBLE),
    ("Robert Halloran Jr.", "Robert Halloran Sr.", Verdict.DIFFERENT),
    ("Ida Brandt", "Per Brandt", Verdict.DIFFERENT),
    ("John Holm", "Jane Holm", Verdict.DIFFERENT),
    ("Betty Kowalski", "Pete Kowalski", Verdict.DIFFERENT),
    ("Ida Brandt", "Ida Holm", Verdict.DIFFERENT),
    ("I. Brandt", "P. Brandt", Verdict.DIFFERENT),
    ("Ida M. Brandt", "Ida P. Brandt", Verdict.DIFFERENT),
    ("Steve Mosk", "Steven M. Rosen", Verdict.DIFFERENT),
    ("Paul Singer", "Paul Sperry", Verdict.DIFFERENT),
    ("Charlie King", "Charlie Sykes", Verdict.DIFFERENT),
    ("Al Fromm", "Tom Fryer", Verdict.DIFFERENT),
    ("Ben Carver", "Ben Carlin", Verdict.DIFFERENT),
    ("Lee", "Li", Verdict.DIFFERENT),
    ("", "Ida Brandt", Verdict.DIFFERENT),
    ("?", "?", Verdict.DIFFERENT),
]

ORGANISATIONS = [
    ("The Harbour Board", "Harbour Board", Verdict.SAME),
    ("Marrow Steel Ltd", "Marrow Steel Limited", Verdict.SAME),
    ("Marrow Steel & Sons", "Marrow Steel and Sons", Verdict.SAME),
    ("NHB", "National Harbour Board", Verdict.SAME),
    ("Marrow Stel Inc.", "Marrow Steel Inc.", Verdict.SAME),
    ("Marrow Steel", "Marrow Steel Asia", Verdict.POSSIBLE),
    ("Steel", "Marrow Steel", Verdict.POSSIBLE),
    ("Harbour Board", "School Board", Verdict.DIFFERENT),
    ("Brigade 44", "Brigade 45", Verdict.DIFFERENT),
    ("Harbour Board", "Marrow Fund", Verdict.DIFFERENT),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PERSONS)
def test_persons(one: str, other: str, verdict: Verdict) -> None:
    assert compare_names(one, other).verdict is verdict
    assert compare_names(other, one).verdict is verdict


@pytest.mark.parametrize(("one", "other", "verdict"), ORGANISATIONS)
def test_organisations(one: str, other: str, verdict: Verdict) -> None:
    assert compare_names(one, other, organisation=True).verdict is verdict
    assert compare_names(other, one, organisation=True).verdict is verdict


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ("Ida Brandt", "Ida Brandt", ()),
        ("Ida Brandt", "Ida Brasdt", ("misspelled",)),
        ("Brandt", "Ida Brandt", ("bare", "left_out")),
        ("Ida Brandt", "Ida Holm", ("contradicted",)),
        ("Ida Brandt", "Per Holm", ("nothing in common",)),
    ],
)
def test_reasons_name_what_speaks_against_it(one: str, other: str, reasons: tuple[str, ...]) -> None:
    assert compare_names(one, other).reasons == reasons


@given(st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_any_two_texts_have_one_score(one: str, other: str, organisation: bool) -> None:
    match = compare_names(one, other, organisation=organisation)
    assert 0 <= match.score <= 1
    assert match == compare_names(other, one, organisation=organisation)
    assert can_be_one(one, other, organisation=organisation) is (match.verdict is not Verdict.DIFFERENT)
