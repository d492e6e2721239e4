import pytest

from indexer.check.language import is_english


@pytest.mark.parametrize(
    "text",
    [
        "We will not sell the harbour",
        "No, no, no",
        "Gulls",
        "I had a glass of vino de la casa at the Café des Amis",
        "“C’est la vie,” the skipper said to us as the rope broke",
        "42",
        "Das Boot",
    ],
)
def test_english_unless_it_clearly_is_not(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wir haben den Hafen nicht verkauft, weil es um die Fischer geht",
        "Le port ne sera pas vendu avant la fin de cette année",
        "El puerto no se va a vender este año, dijo la alcaldesa",
        "Vi sælger ikke havnen før det er blevet sommer, og det er sikkert",
        "Гавань не продаётся",
        "港は売らない",
        "الميناء ليس للبيع",
    ],
)
def test_other_languages(text: str) -> None:
    assert not is_english(text)
