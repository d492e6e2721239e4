import pytest

from indexer.check.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wang Yi", "Yi Wang"),
        ("Ida Brandt", "Ida Brandt"),
        ("Ida Brandt", "IDA BRANDT"),
        ("Brandt", "Ida Brandt"),
        ("Mayor Brandt", "Ida Brandt"),
        ("Ms. Ida Brandt", "Ida Brandt"),
        ("I. Brandt", "Ida Brandt"),
        ("Ida M. Brandt", "Ida Brandt"),
        ("Bob Halloran", "Robert Halloran"),
        ("Oleksandr Marchenko", "Oleksandr Marschenko"),
        ("Kowalskyy", "Kowalski"),
        ("Betty Kowalskyy", "Pete Kowalski"),
        ("Olof Öst", "Olof Ost"),
        ("The Harbour Board", "Harbour Board"),
        ("Robert Halloran Jr.", "Robert Halloran"),
    ],
)
def test_one_speaker(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Brandt", "Per Brandt"),
        ("John Holm", "Jane Holm"),
        ("Betty Kowalski", "Pete Kowalski"),
        ("Ida Brandt", "Ida Holm"),
        ("Harbour Board", "School Board"),
        ("I. Brandt", "P. Brandt"),
        ("Lee", "Li"),
        ("", "Ida Brandt"),
        ("?", "?"),
    ],
)
def test_two_speakers(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)
