"""Negation is read in one way, whoever asks: what negates, what only looks so, and how far it reaches."""

import pytest

from indexer.negation import denial_before, denies_verb, is_negated, negates_nothing, says_untrue


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("never said", True),
        ("not said", True),
        ("didn't say", True),
        ("not only", False),
        ("not merely", False),
        ("never just", False),
        ("no proof", False),
        ("nothing new", False),
        ("said that", False),
    ],
)
def test_what_negates_a_verb(words: str, negated: bool) -> None:
    assert denies_verb(*words.split()) is negated


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("no fewer than nine boats", True),
        ("not later than noon", True),
        ("no fewer boats", False),
        ("no boats", False),
    ],
)
def test_a_comparison_with_a_number_negates_nothing(words: str, nothing: bool) -> None:
    assert negates_nothing(words.split(), 0) is nothing


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("whether the ferry sails or not", True),
        ("whether they come or not", True),
        ("the ferry sails or not", False),
        ("whether the ferry will not", False),
    ],
)
def test_an_alternative_negates_nothing(words: str, nothing: bool) -> None:
    assert negates_nothing(words.split(), words.split().index("not")) is nothing


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("nobody in the harbour saw the", True),
        ("without a pilot the", True),
        ("nobody who was in the old harbour saw the", False),
        ("the pilot saw the", False),
    ],
)
def test_a_negation_reaches_some_words(words: str, negated: bool) -> None:
    assert is_negated(words.split(), len(words.split())) is negated


@pytest.mark.parametrize(
    ("words", "denial"),
    [
        ("it is not true that", "not"),
        ("there is no evidence whatsoever that", "no"),
        ("i do not for a moment think", "not"),
        ("it is a lie that", "lie"),
        ("it is simply wrong to say that", "wrong"),
        ("it is not only true that", None),
        ("it is not a lie that", None),
        ("it is true that", None),
        ("the mayor does not know that", None),
        ("that", None),
        ("", None),
    ],
)
def test_what_denies_the_statement_behind_it(words: str, denial: str | None) -> None:
    found = denial_before(words.split(), len(words.split()), lambda number: False)
    assert (None if found is None else words.split()[found]) == denial


def test_a_pause_ends_what_a_negation_denies() -> None:
    words = ["i", "would", "not", "go", "i", "think"]
    assert denial_before(words, len(words), lambda number: False) == words.index("not")
    assert denial_before(words, len(words), lambda number: number == words.index("go") + 1) is None


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("it is not true that the pier was sold", True),
        ("it isn't the case that the pier was sold", True),
        ("that is a complete fabrication that ", True),
        ("it is ridiculous to say that the pier was sold", True),
        ("it is true that the pier was sold", False),
        ("it is not only true that the pier was sold", False),
        ("it is ridiculous that the pier was sold", False),
        ("the pier was not sold, it is true", False),
    ],
)
def test_a_text_says_at_its_head_that_something_is_untrue(text: str, untrue: bool) -> None:
    assert says_untrue(text, behind=True) is untrue


def test_a_text_says_at_its_end_that_something_is_untrue() -> None:
    assert says_untrue("the council said it is untrue that ", behind=False)
    assert not says_untrue("it is untrue that the council said ", behind=False)
