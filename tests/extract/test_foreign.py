"""Languages without tables: no two speakers in one quote, all marks, dashes, and names beside their verb."""

from __future__ import annotations

import pytest

from indexer.extract import extract
from indexer.model import Article, Quote


def quotes(language: str, text: str) -> list[Quote]:
    return list(extract(Article("a", text, language=language)))


# Language, paragraph, and what each quote says (a part of it) with its speaker; None where nobody is to be named.
TWO = [
    (
        "de",
        "„Das Wehr hält noch drei Winter“, sagte Hanne Torvik. „Das Wehr ist längst morsch“, entgegnete Ove Brask.",
        [("drei Winter", "Hanne Torvik"), ("längst morsch", "Ove Brask")],
    ),
    (
        "de",
        "Der Wart spricht von einem „Wunder aus altem Holz“, die Gemeinde von einer „Last für alle Kassen“.",
        [("Wunder aus altem Holz", None), ("Last für alle Kassen", None)],
    ),
    (
        "de",
        "Ove Brask warnt: „Das Eis kommt vor dem Frühling.“ Hanne Torvik meint: „Das Eis war schon da.“",
        [("Eis kommt", "Ove Brask"), ("schon da", "Hanne Torvik")],
    ),
    (
        "de",
        "»Das Wehr hält noch drei Winter«, sagte Hanne Torvik. »Es ist längst morsch«, sagte Ove Brask.",
        [("drei Winter", "Hanne Torvik"), ("längst morsch", "Ove Brask")],
    ),
    (
        "fr",
        "« Le barrage tiendra trois hivers », affirme Jeanne Torval. « Il est pourri », répond Omar Bras.",
        [("trois hivers", "Jeanne Torval"), ("Il est pourri", "Omar Bras")],
    ),
    (
        "fr",
        "Le garde y voit une « chance pour toute la vallée » et la mairie un « gouffre pour les finances ».",
        [("chance pour toute", None), ("gouffre pour les", None)],
    ),
    (
        "es",
        "«La presa aguantará tres inviernos», dijo Juana Torval. «Está podrida desde 2009», respondió Omar Brasco.",
        [("tres inviernos", "Juana Torval"), ("podrida desde", "Omar Brasco")],
    ),
    (
        "it",
        "«La diga terrà per tre inverni», ha detto Gianna Torvale. «È marcia da molti anni», ha risposto Omar Brasco.",
        [("tre inverni", "Gianna Torvale"), ("marcia da molti", "Omar Brasco")],
    ),
    (
        "pt",
        "“A represa aguenta três invernos”, disse Joana Torval. “Está podre há muitos anos”, respondeu Omar Brasco.",
        [("três invernos", "Joana Torval"), ("podre há muitos", "Omar Brasco")],
    ),
    (
        "pt",
        "“A represa aguenta três invernos”, disse Joana do Vale. “Está podre há anos”, respondeu Omar das Neves.",
        [("três invernos", "Joana do Vale"), ("podre há anos", "Omar das Neves")],
    ),
    (
        "nl",
        "“De stuw houdt nog drie winters”, zegt Hanne Torvik. “Ze is al lang verrot”, stelt Ove Brask.",
        [("drie winters", "Hanne Torvik"), ("al lang verrot", "Ove Brask")],
    ),
    (
        "pl",
        "„Jaz wytrzyma jeszcze trzy zimy”, powiedziała Hanna Torwik. „Dawno już spróchniał”, odpowiedział Adam Brask.",
        [("trzy zimy", "Hanna Torwik"), ("spróchniał", "Adam Brask")],
    ),
    (
        "sv",
        "”Dammen håller tre vintrar till”, säger Hanne Torvik. ”Den har länge varit murken”, anser Ove Brask.",
        [("tre vintrar", "Hanne Torvik"), ("länge varit murken", "Ove Brask")],
    ),
    (
        "ru",
        "«Плотина выдержит ещё три зимы», – сказала Анна Торвик. «Она давно сгнила», – ответил Олег Браск.",
        [("три зимы", "Анна Торвик"), ("давно сгнила", "Олег Браск")],
    ),
    (
        "uk",
        "«Гребля витримає ще три зими», – сказала Ганна Торвік. «Вона давно згнила», – відповів Олег Браск.",
        [("три зими", "Ганна Торвік"), ("давно згнила", "Олег Браск")],
    ),
    (
        "tr",
        "Bekçi Hanne Torvik, “Bent üç kış daha dayanır” dedi. Ove Brask ise “Bent çoktan çürüdü” dedi.",
        [("üç kış daha", "Hanne Torvik"), ("çoktan çürüdü", None)],
    ),
    (
        "ja",
        "堰守は「この堰はあと三回の冬に耐える」と述べた。議員は「ずっと前から腐っている」と話した。",
        [("三回の冬", None), ("腐っている", None)],
    ),
    (
        "zh",
        "守堰人说：「这座堰还能撑过三个冬天。」一位议员说：「它早就烂透了，谁都知道。」",
        [("三个冬天", None), ("早就烂透", None)],
    ),
    (
        "cs",
        "„Jez vydrží ještě tři zimy,“ řekla Hana Torviková. „Je už dávno shnilý,“ dodal Oto Brask.",
        [("tři zimy", "Hana Torviková"), ("dávno shnilý", "Oto Brask")],
    ),
]


@pytest.mark.parametrize(("language", "text", "said"), TWO)
def test_two_speakers_are_two_quotes(language: str, text: str, said: list[tuple[str, str | None]]) -> None:
    found = quotes(language, text)
    for words, speaker in said:
        (quote,) = (each for each in found if words in each.text)
        assert quote.speaker.name in (speaker, None) if speaker is None else quote.speaker.name == speaker
        assert not any(other in quote.text for other, _ in said if other != words)


ONE = [
    ("de", "„Wir brauchen zwei Jahre für das Wehr“, sagte Ove Brask am Dienstag, „und wir brauchen das Geld dafür.“"),
    ("es", "«Necesitamos dos años para la presa», dijo Omar Brasco el martes, «y necesitamos el dinero ahora»."),
    ("it", "«Ci servono due anni per la diga», ha detto Omar Brasco, «e ci servono anche i soldi»."),
    ("sv", "”Vi behöver två år för dammen”, säger Ove Brask, ”och vi behöver pengarna i höst.”"),
]


@pytest.mark.parametrize(("language", "text"), ONE)
def test_a_sentence_around_its_tag_is_one_quote(language: str, text: str) -> None:
    (quote,) = quotes(language, text)
    assert len(quote.content) == 2
    assert quote.speaker.name is not None


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        (
            "pl",
            "– Jaz będzie naprawiony przed zimą – powiedziała we wtorek wójt Hanna Torwik. Rada się zbierze.",
            "Jaz będzie naprawiony przed zimą",
            "Hanna Torwik",
        ),
        (
            "fr",
            "— Nous resterons ici jusqu’au printemps, a déclaré la garde Jeanne Torval.",
            "Nous resterons ici jusqu’au printemps",
            "Jeanne Torval",
        ),
        (
            "ru",
            "– Плотину починят до зимы, – сказала смотрительница Анна Торвик.",
            "Плотину починят до зимы",
            "Анна Торвик",
        ),
        (
            "es",
            "—Arreglaremos la presa antes del invierno —dijo Juana Torval.",
            "Arreglaremos la presa antes del invierno",
            "Juana Torval",
        ),
    ],
)
def test_a_dash_opens_a_turn(language: str, text: str, said: str, speaker: str) -> None:
    (quote,) = quotes(language, text)
    assert (quote.text, quote.speaker.name) == (said, speaker)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "« Nous ne partirons pas sans nos barques », lit-on à Stolpe, où la garde Jeanne Torval n’est pas venue.",
        ),
        ("de", "„Wir gehen nicht ohne unsere Boote“, stand auf einem Plakat vor dem Haus von Hanne Torvik."),
        ("es", "«No nos iremos sin las barcas», se leía en la pancarta que vio Juana Torval el martes."),
        ("it", "«Non partiremo senza le barche», ha detto ieri a Porto Vecchio la custode della diga."),
        ("de", "– Brot\n– Milch\n– Käse und Butter"),
    ],
)
def test_nobody_is_named_who_does_not_stand_beside_the_verb(language: str, text: str) -> None:
    assert [quote.speaker.name for quote in quotes(language, text) if quote.speaker.name] == []


def test_a_quote_that_goes_on_in_the_next_paragraph_is_one() -> None:
    text = "«El agua subió de noche y nadie la oyó.\n«Por la mañana no había camino», dijo Juana Torval."
    found = quotes("es", text)
    assert len(found) <= 2
    assert all("camino" in each.text or "agua" in each.text for each in found)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "„Wir warten.“ Dann ging sie zum Wehr hinunter.", ["„Wir warten.“"]),
        ("de", "„Wir warten“ – dann ging sie zum Wehr hinunter.", ["„Wir warten“"]),
        ("de", "Auf dem Schild am Wehr steht: „Kein Durchgang“", ["„Kein Durchgang“"]),
        ("de", "Ein „guter Witz“ war das nicht.", []),
        ("de", "Der Weg heißt „Am Wehr.“ Er ist lang.", []),
        ("de", "„Nie.“ Dann ging sie zum Wehr hinunter.", []),
        ("de", "„25 000!“ Dann ging sie zum Wehr hinunter.", []),
        ("ja", "「はい。」堰守は黙って頷いた。", ["「はい。」"]),
    ],
)
def test_few_words_are_speech_where_they_are_printed_as_such(language: str, text: str, found: list[str]) -> None:
    assert [quote.text for quote in quotes(language, text)] == found
