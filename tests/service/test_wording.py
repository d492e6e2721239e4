import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Basis, Precision
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
        ("2025-02-13", None, Basis.FILE_NAME, "13 February 2025, by the name of its file"),
    ],
)
def test_when_it_was_published(value: str, zone: str | None, basis: Basis, words: str) -> None:
    published = answers.Published(value=value, zone=zone, basis=basis, evidence=value, others=[])
    assert wording.published(published) == words


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
