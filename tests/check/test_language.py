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
        "Ida Lund, Anders Moe, Zoltan Czerny, Wira Brandt and Olof Hauge",
        "thc sch00l wi11 bc cl0sed bef0re thc wintcr cornes",
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
        "Wir werden drei neue Bahnhöfe an der Küste eröffnen, bevor der Sommer beginnt",
        "Abriremos tres nuevas estaciones en la costa antes del verano de 2027",
        "Nous ouvrirons trois nouvelles gares sur la côte avant l'été 2027",
        "Vi åbner tre nye stationer på kystbanen før sommeren",
        "Otwieramy trzy nowe stacje na wybrzeżu przed latem",
        "Гавань не продаётся",
        "港は売らない",
        "الميناء ليس للبيع",
    ],
)
def test_other_languages(text: str) -> None:
    assert not is_english(text)
