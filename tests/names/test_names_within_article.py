"""Whether two names of one article are forms of one name."""

import pytest

from indexer.names.within_article import is_tail, misspells, share_given_names, suffix, surname


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("ann bell", "ann r bell", True),
        ("ann bell", "annie bell", False),
        ("bob bell", "robert bell", True),
        ("a bell", "ann bell", True),
        ("rose bell", "ann rose bell", True),
        ("ann rose bell", "ann r bell", True),
        ("ann rose bell", "ann karin bell", False),
        ("ann bell", "per bell", False),
    ],
)
def test_given_names_of_one_surname(one: str, other: str, shared: bool) -> None:
    left, right = tuple(one.split()), tuple(other.split())
    assert share_given_names(left, right) is shared
    assert share_given_names(right, left) is shared


def test_parts_of_a_name() -> None:
    assert (surname(("bob", "bell", "jr")), suffix(("bob", "bell", "jr"))) == ("bell", "jr")
    assert (surname(("bob", "bell")), suffix(("bob", "bell"))) == ("bell", "")
    assert is_tail(("suu", "kyi"), ("aung", "san", "suu", "kyi"))
    assert not is_tail(("ann", "bell"), ("rose", "ann", "bell"))


@pytest.mark.parametrize(
    ("word", "name", "misspelled"),
    [
        ("brandvald", "brandvold", True),
        ("brandvold", "brandvold", False),
        ("brand", "brandvold", False),
        ("grandvold", "brandvold", False),
        ("bell", "ball", False),
    ],
)
def test_a_misprinted_surname(word: str, name: str, misspelled: bool) -> None:
    assert misspells(word, name) is misspelled
