"""The language of a text, and the outlet of an address."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.read.language import NONE, language_of
from indexer.read.outlets import outlet_of

TEXTS = {
    "en": "The harbour master said on Monday that the ferry would not sail, and that it was too early to tell when.",
    "de": "Der Hafenmeister sagte am Montag, dass die Fähre nicht fahren werde und es noch zu früh sei, das zu sagen.",
    "fr": "Le capitaine du port a dit que le bac ne partira pas avant lundi et que les îles sont prêtes pour la nuit.",
    "es": "El capitán del puerto dijo que el barco no saldrá hasta el lunes y que las islas están listas para todo.",
    "it": "Il capitano del porto ha detto che la nave non partirà prima di lunedì e che le isole sono pronte.",
    "nl": "De havenmeester zegt dat de boot niet voor maandag vaart en dat het nog te vroeg is om er van te zeggen.",
    "pt": "O capitão do porto disse que o barco não sai até segunda-feira e que as ilhas estão prontas para a noite.",
    "ru": "Начальник порта сказал, что паром не пойдёт до понедельника, но что это не так важно для всех на острове.",
    "ja": "港長は月曜日までフェリーは出ないと述べた。島の人々は待つしかないという。",
    "zh": "港务长表示渡轮星期一之前不会开航，岛上居民只能等待。",
    "el": "Ο λιμενάρχης είπε ότι το πλοίο δεν θα φύγει πριν από τη Δευτέρα.",
    "ko": "항만장은 월요일까지 배가 뜨지 않는다고 말했다.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_text_that_clearly_is_in_a_language(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "1234", "*** --- 12345", "Bo Lind", "Zürich"])
def test_a_few_words_are_in_no_language(text: str) -> None:
    assert language_of(text) == NONE


SHORT = [
    ("en", "“No,” said Bo Lind."),
    ("en", "“Der Hafen,” said Bo Lind, “is what the old men call it, and die See is the sea.”"),
    ("de", "„Wir warten auf Regen“, sagt Bo Lind."),
    ("fr", "« Nous attendons la pluie », dit Bo Lind."),
    ("es", "«Esperamos la lluvia», dijo Bo Lind."),
    ("it", "«Aspettiamo la pioggia», ha detto Bo Lind."),
    ("pl", "„Czekamy na deszcz”, powiedział Bo Lind."),
    ("pt", "“Esperamos a chuva”, disse Bo Lind ontem."),
    ("tr", "“Yağmuru bekliyoruz” dedi Bo Lind."),
    ("sv", "”Vi väntar på regnet”, säger Bo Lind."),
    ("uk", "«Ми чекаємо на дощ», – сказав Бо Лінд."),
    ("ru", "«Мы ждём дождя», – сказал Бо Линд."),
    ("ja", "「雨を待っている」とリンドは言った。"),
]


@pytest.mark.parametrize(("code", "text"), SHORT)
def test_a_short_text_in_a_language(code: str, text: str) -> None:
    assert language_of(text) == code


def test_a_long_text_contradicts_what_is_stated() -> None:
    text = TEXTS["de"] * 3
    assert language_of(text, "en") == "de"
    assert language_of(TEXTS["de"][:60], "en") == "en"
    assert language_of(TEXTS["en"] * 3, "de") == "en"


@pytest.mark.parametrize(
    ("told", "code"), [("de", "de"), ("en-GB", "en"), ("PT_br", "pt"), (" fr ", "fr"), ("", "en"), ("deutsch", "en")]
)
def test_what_is_told_outranks_what_is_found(told: str, code: str) -> None:
    assert language_of(TEXTS["en"], told) == code


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_code(text: str) -> None:
    assert len(language_of(text)) in (2, 3)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.harbourgazette.example/a", "harbourgazette.example"),
        ("https://www.theguardian.com/world/a", "The Guardian"),
        ("https://edition.cnn.com/a", "CNN"),
        ("http://NEWS.SKY.COM:80/a", "Sky News"),
        ("https://notcnn.com/a", "notcnn.com"),
        ("ftp://cnn.com/a", None),
        ("cnn.com/a", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_the_outlet_of_an_address(url: str | None, outlet: str | None) -> None:
    assert outlet_of(url) == outlet
