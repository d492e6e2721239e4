import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Basis, Precision
from indexer.query import Facet, FacetCount
from service import answers
from service.addresses import is_web
from service.pages import printed_words, wording


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2025-02-12", "2025-02-12", Precision.DAY, "12 February 2025"),
        ("2025-02-01", "2025-02-28", Precision.MONTH, "February 2025"),
        ("2014-01-01", "2014-12-31", Precision.YEAR, "2014"),
        ("2025-02-10", "2025-02-16", Precision.WEEK, "10 to 16 February 2025"),
        ("2024-12-01", "2025-02-28", Precision.SEASON, "1 December 2024 to 28 February 2025"),
        ("2025-02-01", "2025-03-01", Precision.INTERVAL, "1 February to 1 March 2025"),
    ],
)
def test_when_it_was_said(first: str, last: str, precision: Precision, words: str) -> None:
    evidence = {"start": 0, "end": 4, "text": "then"}
    said = {"from": first, "to": last, "precision": precision, "evidence": evidence}
    assert wording.said(answers.Said.model_validate(said)) == words


@pytest.mark.parametrize(
    ("value", "zone", "basis", "words"),
    [
        ("2025-02-13", None, Basis.HEADER, "13 February 2025, by a line at its head"),
        ("2025-02-13T11:33:00", None, Basis.FOOTER, "13 February 2025, 11:33 (zone not stated), by a line at its foot"),
        ("2025-02-13T11:33:00", "+01:00", Basis.METADATA, "13 February 2025, 11:33 +01:00, by its metadata"),
        ("2025-02-13", None, Basis.URL, "13 February 2025, by its address"),
        ("2025-02", None, Basis.GIVEN, "February 2025, as given to the archive"),
        ("2025-02-13", None, Basis.FILE_NAME, "13 February 2025, by the name of its file"),
    ],
)
def test_when_it_was_published(value: str, zone: str | None, basis: Basis, words: str) -> None:
    published = answers.Published(value=value, zone=zone, basis=basis, evidence=value, others=[])
    assert wording.published(published) == words


@pytest.mark.parametrize(
    ("first", "dates", "words"),
    [
        ("2021-01-01", [("2021-01-01", "2021-12-31"), ("2022-03-05", "2022-03-05")], "2021"),
        ("2021-01-01", [("2021-01-01", "2021-12-31"), ("2021-01-01", "2021-01-01")], "1 January 2021"),
        ("2021-03-01", [None, ("2021-03-01", "2021-03-31")], "March 2021"),
        ("2021-03-04", [], "4 March 2021"),
    ],
)
def test_the_first_day_is_told_as_exactly_as_it_is_known(
    first: str, dates: list[tuple[str, str] | None], words: str
) -> None:
    known = [answers.When(**{"from": each[0]}, to=each[1], basis="said") if each else None for each in dates]
    assert wording.first_day(first, known) == words


@pytest.mark.parametrize(
    ("facet", "counts", "total", "words"),
    [
        (Facet.SPEAKER, [4, 3, 2], 9, (("1 other", 2),)),
        (Facet.SPEAKER, [4, 3], 9, (("nobody by name", 2),)),
        (Facet.OUTLET, [4, 3, 2, 1], 1_011, (("2 others", 3), ("outlet not known", 1_001))),
        (Facet.KIND, [4, 3], 7, ()),
        (Facet.YEAR, [1] * 20, 90, (("others, or no year known", 88),)),
        (Facet.YEAR, [1] * 20, 20, (("18 others", 18),)),
    ],
)
def test_what_a_facet_does_not_show_is_counted(
    facet: Facet, counts: list[int], total: int, words: tuple[tuple[str, int], ...]
) -> None:
    found = [FacetCount(str(number), str(number), count) for number, count in enumerate(counts)]
    assert wording.left_out(facet, found, total, 2) == words


def test_every_basis_has_words() -> None:
    assert all(wording.basis(basis) for basis in Basis)


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=6))
def test_pieces_joined_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    pieces = printed_words.pieces(text, places)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    marked = sum(len(piece.text) for piece in pieces if piece.marked)
    assert marked == len({at for start, end in places for at in range(max(start, 0), min(end, len(text)))})


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://courier.example/a", True),
        ("http://courier.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//courier.example/a", False),
        ("/srv/a.txt", False),
        ("https://", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_the_web_is_linked_to(url: str, safe: bool) -> None:
    assert is_web(url) is safe
