"""Which texts meet which words: the table that both engines answer alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from factory import article, says
from queries import CONTENT, CONTEXT, QUOTED, bare, exact, found, prefix, put

from indexer.model import Kind
from indexer.query import AllOf, AnyOf, Condition, Near, Not, Phrase, Prefix, Where, Words
from indexer.store import open_store
from indexer.store.base import Store

Row = tuple[str, Condition, bool]


def rows(text: str, yes: tuple[Condition, ...], no: tuple[Condition, ...] = ()) -> list[Row]:
    return [(text, condition, True) for condition in yes] + [(text, condition, False) for condition in no]


TABLE: list[Row] = [
    # Apostrophes: the printer's and the keyboard's are one, and stay inside the word.
    *rows(
        "We don’t bargain.", (exact("don't"), exact("don’t"), bare("don‘t")), (exact("don"), bare("dont"), bare("t"))
    ),
    *rows("The harbour's crane fell.", (bare("harbour"), exact("harbour’s"), bare("harbour's")), (exact("harbour"),)),
    *rows("He called it ‘hopeless’.", (exact("hopeless"), exact("'hopeless'"), exact("it hopeless"))),
    *rows("Rock 'n' roll is O’Neill’s", (exact("rock n roll"), bare("o'neill"), exact("O'Neill's")), (exact("neill"),)),
    # Accents and case.
    *rows(
        "Señor Muñoz ate crème brûlée.", (bare("senor"), exact("MUNOZ"), exact("creme brulee"), exact("crème BRÛLÉE"))
    ),
    *rows("The café was naive", (exact("cafe"), bare("Café"), exact("naïve"), bare("cafe\u0301"))),
    *rows("Straße, ŁÓDŹ, Ærø", (exact("łódź"), exact("lodz"), bare("straße"))),
    *rows("NATO met; Nato left", (bare("nato"), exact("nato met nato"), exact("Nato LEFT"))),
    *rows("İstanbul and Iğdır", (exact("istanbul"), exact("igdir"))),
    # Hyphens and dashes part words; so does all other punctuation.
    *rows(
        "a long-term plan",
        (bare("long-term"), exact("long term"), bare("term"), exact("term plan")),
        (bare("longterm"),),
    ),
    *rows("a long–term loan", (bare("long-term"), exact("long‑term loan"))),
    *rows("peace—at last/finally", (exact("peace at last finally"), exact("peace"), bare("finally"))),
    *rows("the U.S. and the U.N.", (bare("us"), exact("U.S."), exact("us and the un"), bare("U.N.")), (bare("u"),)),
    *rows(
        "3.5 million, 1,000 and 24/7", (exact("3.5 million"), bare("1,000"), exact("24 7")), (bare("3"), bare("000"))
    ),
    *rows("covid19 on the 21st", (bare("covid19"), exact("21st")), (bare("covid"), bare("19"))),
    # Stop words stay.
    *rows("To be or not to be", (exact("to be or not to be"), bare("not"), exact("be or"), bare("or"))),
    *rows("Who is the who?", (exact("who is the who"), exact("is the")), (exact("the is"),)),
    # The order of a phrase, and words that stand apart.
    *rows(
        "The red fox met the grey wolf",
        (exact("grey wolf"), exact("met the grey")),
        (exact("wolf grey"), exact("red wolf")),
    ),
    *rows("one two one three", (exact("one three"), exact("two one"), exact("one two one three")), (exact("one one"),)),
    # Bare words by their stems, quoted words exactly.
    *rows(
        "The ministers were negotiating",
        (bare("minister"), bare("negotiated"), bare("negotiates")),
        (exact("minister"),),
    ),
    *rows("Elections changed nothing", (bare("election"), exact("elections"), bare("changing")), (exact("change"),)),
    *rows("long-terms plans", (bare("long-term"), bare("plan")), (exact("long-term"), bare("term-long"))),
    # A word's beginning.
    *rows(
        "The unilaterally agreed",
        (prefix("unilat"), prefix("unilaterally"), prefix("UNI")),
        (prefix("nilat"), prefix("unilx")),
    ),
    *rows("Éclairs again", (prefix("ecl"), prefix("écl")), (prefix("clair"),)),
    # Two near one another, in either order.
    *rows(
        "alpha bravo charlie delta echo",
        (
            Near(bare("alpha"), bare("bravo"), 0),
            Near(bare("bravo"), bare("alpha"), 0),
            Near(bare("alpha"), bare("delta"), 2),
            Near(bare("echo"), bare("alpha"), 3),
            Near(exact("delta echo"), exact("alpha bravo"), 1),
            Near(exact("alpha bravo"), prefix("cha"), 0),
            Near(bare("deltas"), exact("bravo"), 1),
            Near(prefix("ec"), bare("bravo"), 2),
            Near(bare("alpha-bravo"), exact("echo"), 2),
            Not(Near(bare("deltas"), exact("bravo"), 0)),
            AllOf((Near(bare("deltas"), exact("bravo"), 1), Near(exact("echo"), bare("charlie"), 1))),
            AnyOf((bare("foxtrot"), AllOf((bare("alpha"), Near(bare("deltas"), exact("bravo"), 1))))),
        ),
        (
            Near(bare("alpha"), bare("delta"), 1),
            Near(exact("delta echo"), exact("alpha bravo"), 0),
            Near(bare("deltas"), exact("bravo"), 0),
            Near(exact("deltas"), bare("bravo"), 9),
            Near(prefix("ec"), bare("bravo"), 1),
            Near(bare("alpha"), bare("foxtrot"), 9),
        ),
    ),
    # Several at once.
    *rows(
        "Copper prices rose sharply",
        (
            AllOf((bare("copper"), bare("rose"))),
            AnyOf((bare("silver"), bare("copper"))),
            AllOf((bare("copper"), Not(bare("silver")))),
            AllOf((AnyOf((bare("tin"), exact("copper prices"))), AnyOf((bare("fell"), prefix("shar"))))),
            AnyOf((AllOf((bare("tin"), bare("copper"))), AllOf((bare("price"), Not(exact("price")))))),
            AllOf((Not(bare("tin")), Not(bare("zinc")), bare("copper"))),
            AllOf((bare("copper"), Not(AllOf((bare("price"), bare("tin")))))),
            AllOf((bare("copper"), Not(Not(bare("price"))))),
            AllOf((AllOf((AllOf((bare("copper"),)),)),)),
        ),
        (
            AllOf((bare("copper"), bare("silver"))),
            AnyOf((bare("silver"), bare("zinc"))),
            AllOf((bare("copper"), Not(bare("prices")))),
            AllOf((bare("copper"), Not(AnyOf((bare("tin"), bare("rose")))))),
            AllOf((bare("copper"), Not(exact("rose sharply")))),
            AnyOf(()),
            AllOf((bare("copper"), AnyOf(()))),
        ),
    ),
    # Scripts without spaces or without case, and words that no language has.
    *rows("शांति की बात", (exact("शांति"), exact("की बात"), bare("शांति")), (exact("शात"),)),
    *rows("Мы победим", (exact("мы ПОБЕДИМ"), bare("победим"), prefix("побе"))),
    *rows("東京で会う", (exact("東京"), exact("京で会"), bare("東")), (exact("京東"),)),
    *rows("السلام عليكم", (exact("السلام عليكم"), bare("عليكم"))),
    *rows("\ufdfa said one letter", (exact("\ufdfa said"), bare("letter"), exact("said one"))),
    *rows("snow\u00a0white and\u2028rose\u3000red", (exact("snow white and rose red"), bare("red"))),
    *rows("aye" + "e" * 100, (exact("aye" + "e" * 100), prefix("aye" + "e" * 50)), (exact("aye"),)),
    # Words that ask for nothing find nothing.
    *rows(
        "Anything at all",
        (),
        (Words(()), Phrase(()), Prefix(""), Phrase(("",)), Words(("any thing",)), Phrase(("at all",))),
    ),
]


@pytest.fixture(scope="module")
def texts(shared: Store) -> Store:
    put(shared, *(article(text[:40], text) for text in dict.fromkeys(text for text, _, _ in TABLE)))
    return shared


@pytest.fixture(scope="module")
def spans(new_url: Callable[[], str]) -> Iterator[Store]:
    with open_store(new_url(), create=True) as store:
        put(store, article("spans", SPANS))
        yield store


@pytest.mark.parametrize(("text", "condition", "is_found"), TABLE)
def test_words(texts: Store, text: str, condition: Condition, is_found: bool) -> None:
    assert (text in found(texts, condition)) is is_found


def test_no_condition_finds_everything(texts: Store) -> None:
    assert len(found(texts)) == len({text for text, _, _ in TABLE})
    assert len(found(texts, AllOf(()))) == len({text for text, _, _ in TABLE})


def test_what_is_only_excluded_leaves_all_the_rest(texts: Store) -> None:
    everything = found(texts)
    assert sorted([*found(texts, Not(bare("copper"))), "Copper prices rose sharply"]) == sorted(everything)
    assert found(texts, Not(Not(bare("copper")))) == ["Copper prices rose sharply"]
    assert sorted(found(texts, AnyOf((Not(bare("copper")), bare("copper"))))) == sorted(everything)


SPANS = says(
    ("“The bridge is", "gone,” she added, “and so is the road”"),
    kind=Kind.MIXED,
    quoted=("The bridge is", "gone,", "and so is the road"),
    before="Engineers spoke",
    after="on Friday evening",
)


@pytest.mark.parametrize(
    ("condition", "where"),
    [
        (bare("bridge"), {CONTENT, QUOTED, CONTEXT}),
        (bare("added"), {CONTENT, CONTEXT}),
        (bare("engineer"), {CONTEXT}),
        (exact("friday evening"), {CONTEXT}),
        (exact("is gone"), {CONTENT, QUOTED, CONTEXT}),
        (exact("gone and so"), {QUOTED}),
        (exact("gone she added and"), {CONTENT, CONTEXT}),
        (exact("spoke the bridge"), {CONTEXT}),
        (exact("road on friday"), {CONTEXT}),
        (prefix("engin"), {CONTEXT}),
        (Near(bare("engineer"), bare("bridge"), 2), {CONTEXT}),
        (Near(bare("engineer"), exact("bridge"), 2), {CONTEXT}),
        (Near(exact("gone"), bare("and"), 0), {QUOTED}),
        (AllOf((bare("bridge"), Not(bare("added")))), {QUOTED}),
        (Not(bare("engineer")), {CONTENT, QUOTED}),
        (exact("bridge engineers"), set()),
    ],
)
def test_where_words_are_asked_for(spans: Store, condition: Condition, where: set[Where]) -> None:
    assert {place for place in Where if found(spans, condition, where=place)} == where


def test_an_indirect_quote_has_no_quoted_words(store: Store) -> None:
    put(store, article("a", says("the ferry would sail", kind=Kind.INDIRECT)))
    assert found(store, bare("ferry"), where=QUOTED) == []
    assert found(store, Not(bare("ferry")), where=QUOTED) == ["the ferry would sail"]


def test_two_quotes_are_two_texts(store: Store) -> None:
    put(store, article("a", "The ferry sails", "tomorrow it rains"))
    assert found(store, exact("sails tomorrow")) == []
    assert found(store, AllOf((bare("ferry"), bare("rain")))) == []


def test_words_of_another_language_are_stemmed_by_it(store: Store) -> None:
    put(store, article("a", "Les négociations continuaient", language="fr"))
    assert found(store, exact("negociations continuaient")) == ["Les négociations continuaient"]
    assert found(store, prefix("continu")) == ["Les négociations continuaient"]
