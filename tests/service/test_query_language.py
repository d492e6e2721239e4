from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.errors import Invalid
from indexer.model import Kind, Stance
from indexer.query import AllOf, AnyOf, Condition, HasName, InRange, Is, Near, Not, Phrase, Prefix, Words
from service.query import limits, parse

BREAD, BAKER, OVEN = Words(("bread",)), Words(("baker",)), Words(("oven",))
SITE = AnyOf((Words(("websit",)), Words(("web", "site"))))
HEALTHCARE = AnyOf((Words(("healthcar",)), Words(("health", "care"))))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("bread", BREAD),
        ("Breads bakers", AllOf((BREAD, BAKER))),
        ("bread AND baker", AllOf((BREAD, BAKER))),
        ("long-term", AnyOf((Words(("long", "term")), Words(("longterm",))))),
        ("health care", AnyOf((AllOf((Words(("health",)), Words(("care",)))), HEALTHCARE))),
        ("bread health care", AllOf((BREAD, AnyOf((AllOf((Words(("health",)), Words(("care",)))), HEALTHCARE))))),
        ("health AND care", AllOf((Words(("health",)), Words(("care",))))),
        ("health -care", AllOf((Words(("health",)), Not(Words(("care",)))))),
        ("web site", AnyOf((AllOf((Words(("web",)), Words(("site",)))), SITE))),
        ("may be", AllOf((Words(("may",)), Words(("be",))))),
        ("bread ANDNOT oven", AllOf((BREAD, Not(OVEN)))),
        ("bread BUT NOT oven", AllOf((BREAD, Not(OVEN)))),
        ("U.S.", Words(("us",))),
        ("don’t", Words(("don't",))),
        ("café", Words(("cafe",))),
        ("10:30", Words(("10:30",))),
        ("mayor:harbour", Words(("mayor", "harbour"))),
        ("bread - baker", AllOf((BREAD, BAKER))),
        ("bread -- baker !!", AllOf((BREAD, BAKER))),
        ("", AllOf(())),
        ("... – ?!", AllOf(())),
        ("near the oven", AllOf((Words(("near",)), Words(("the",)), OVEN))),
        # quotation marks of every family are one
        ('"the bakers"', Phrase(("the", "bakers"))),
        ("“the bakers”", Phrase(("the", "bakers"))),
        ("„the bakers“", Phrase(("the", "bakers"))),
        ("« the bakers »", Phrase(("the", "bakers"))),
        ("»the bakers«", Phrase(("the", "bakers"))),
        ("「the bakers」", Phrase(("the", "bakers"))),
        ("‘we’ll bake it’", Phrase(("we'll", "bake", "it"))),
        ("‚the bakers‘", Phrase(("the", "bakers"))),
        ("‹the bakers›", Phrase(("the", "bakers"))),
        ("'the bakers' bread", AllOf((Phrase(("the", "bakers")), BREAD))),
        ("'tis bread", AllOf((Words(("tis",)), BREAD))),
        ("bakers' bread", AllOf((BAKER, BREAD))),
        ('bread"the oven"', AllOf((BREAD, Phrase(("the", "oven"))))),
        # not
        ("-bread", Not(BREAD)),
        ("−bread", Not(BREAD)),
        ("NOT bread baker", AllOf((Not(BREAD), BAKER))),
        ("NOT -bread", BREAD),
        ('-"the oven"', Not(Phrase(("the", "oven")))),
        ("-(bread OR oven)", Not(AnyOf((BREAD, OVEN)))),
        ("-speaker:quill", Not(HasName("speaker", ("quill",), id="quill"))),
        # or, and parentheses
        ("bread OR oven", AnyOf((BREAD, OVEN))),
        ("bread or oven", AllOf((BREAD, Words(("or",)), OVEN))),
        ("bread OR oven baker", AnyOf((BREAD, AllOf((OVEN, BAKER))))),
        ("(bread OR oven) baker", AllOf((AnyOf((BREAD, OVEN)), BAKER))),
        ("((bread))", BREAD),
        ("(bread baker) oven", AllOf((BREAD, BAKER, OVEN))),
        # prefixes
        ("bak*", Prefix("bak")),
        ("Éco*", Prefix("eco")),
        ("long-ter*", Near(Phrase(("long",)), Prefix("ter"), 0)),
        # near
        ("bread NEAR/5 oven", Near(BREAD, OVEN, 5)),
        ("bread near/0 oven", Near(BREAD, OVEN, 0)),
        ('"the oven" NEAR/3 bak*', Near(Phrase(("the", "oven")), Prefix("bak"), 3)),
        ("bread NEAR/5 oven NEAR/2 baker", AllOf((Near(BREAD, OVEN, 5), Near(OVEN, BAKER, 2)))),
        (
            "bread NEAR/5 long-ter*",
            AllOf((Near(BREAD, Prefix("ter"), 5), Near(Phrase(("long",)), Prefix("ter"), 0))),
        ),
        # fields
        ("speaker:quill", HasName("speaker", ("quill",), id="quill")),
        ("Speaker: quill", HasName("speaker", ("quill",), id="quill")),
        ("speaker:ana-quill", HasName("speaker", ("ana", "quill"), id="ana-quill")),
        ("speaker:“Ana O’Quill”", HasName("speaker", ("ana", "o'quill"), id="Ana O’Quill")),
        ("outlet:'Harbour Post'", HasName("outlet", ("harbour", "post"))),
        ("outlet:'id:Harbour Post'", HasName("outlet", (), id="Harbour Post")),
        ("kind:Direct", Is("kind", Kind.DIRECT)),
        ("stance:denied", Is("stance", Stance.DENIED)),
        ("after:2025", InRange("when", from_=date(2025, 1, 1))),
        ("after:2025-02", InRange("when", from_=date(2025, 2, 1))),
        ('after:"2025-02-12"', InRange("when", from_=date(2025, 2, 12))),
        ("before:2024", InRange("when", to=date(2024, 12, 31))),
        ("before:2024-02", InRange("when", to=date(2024, 2, 29))),
        ("before:2024-2-9", InRange("when", to=date(2024, 2, 9))),
        ("before:02/2024", InRange("when", to=date(2024, 2, 29))),
        ('after:"February 2025"', InRange("when", from_=date(2025, 2, 1))),
        ("before:February 2025", InRange("when", to=date(2025, 2, 28))),
        ("after:12th of February 2025", InRange("when", from_=date(2025, 2, 12))),
        ("after:12 February 2025 bread", AllOf((InRange("when", from_=date(2025, 2, 12)), BREAD))),
        ("(before:February 12, 2025) bread", AllOf((InRange("when", to=date(2025, 2, 12)), BREAD))),
        ("after:2025 bread", AllOf((InRange("when", from_=date(2025, 1, 1)), BREAD))),
        (
            "bread (after:2024 before:2025)",
            AllOf((BREAD, InRange("when", from_=date(2024, 1, 1)), InRange("when", to=date(2025, 12, 31)))),
        ),
    ],
)
def test_means(text: str, condition: Condition) -> None:
    assert parse(text) == condition


@pytest.mark.parametrize(
    ("text", "position", "repaired"),
    [
        ('bread "the oven', 6, 'bread "the oven"'),
        ("(bread OR oven", 0, "bread OR oven"),
        ("bread)", 5, "bread"),
        ("bread OR", 6, "bread"),
        ("OR bread", 0, "bread"),
        ("bread OR OR oven", 6, "bread OR oven"),
        ("bread AND", 6, "bread"),
        ("AND bread", 0, "bread"),
        ("bread NOT", 6, "bread"),
        ("bread (NOT)", 7, "bread"),
        ('bread ""', 6, "bread"),
        ('bread "?!"', 6, "bread"),
        ('""', 0, None),
        ("NEAR/3 bread", 0, "bread"),
        ("bread NEAR/3", 6, "bread"),
        ("bread NEAR/3 (oven OR baker)", 6, "bread (oven OR baker)"),
        ("kind:direct NEAR/3 bread", 12, "kind:direct bread"),
        ("bread NEAR/500 oven", 6, "bread NEAR/100 oven"),
        ("b*d", 0, "b"),
        ("br*ead", 0, "br*"),
        ("f*rry boat", 0, "f boat"),
        ("dam /s gate", 4, "dam NEAR/15 gate"),
        ("dam /10 gate", 4, "dam NEAR/10 gate"),
        ("dam ADJ5 gate", 4, "dam NEAR/5 gate"),
        ("dam w/5 gate", 4, "dam NEAR/5 gate"),
        ("dam W/S gate", 4, "dam NEAR/15 gate"),
        ("dam pre/p gate", 4, "dam NEAR/50 gate"),
        ("dam near5 gate", 4, "dam NEAR/5 gate"),
        ("dam WITHIN 5 gate", 4, "dam NEAR/5 gate"),
        ("dam AROUND(5) gate", 4, "dam NEAR/5 gate"),
        ("dam <near/5> gate", 4, "dam NEAR/5 gate"),
        ("NEAR((dam gate), 4)", 0, "dam NEAR/4 gate"),
        ("dam NEAR gate", 4, "dam NEAR/10 gate"),
        ("NEAR(dam gate, 4)", 0, "dam NEAR/4 gate"),
        ('"dam gate"~7', 0, "dam NEAR/7 gate"),
        ('"dam gat*"', 0, "dam NEAR/0 gat*"),
        ('"edge of * dam"', 0, '"edge of" NEAR/1 dam'),
        ("b* oven", 0, "b oven"),
        ("speaker: (bread)", 0, "bread"),
        ('speaker:"" bread', 0, "bread"),
        ("bread outlet:", 6, "bread"),
        ("outlet:?? bread", 0, "bread"),
        ("kind:loud bread", 0, "bread"),
        ("stance:loud bread", 0, "bread"),
        ("after:yesterday bread", 0, "bread"),
        ("after:2025-13 bread", 0, "bread"),
        ("after:03/10/2025 bread", 0, "bread"),
        ("after:2025-02-30 -bread", 0, "-bread"),
        ("before:0000", 0, None),
        ('speaker:"Ana Quill bread', 8, 'speaker:"Ana Quill bread"'),
        ("-(bread OR", 1, "-bread"),
        ("a (b OR (c d", 2, "a (b OR c d)"),
    ],
)
def test_names_the_place_and_proposes_a_repair(text: str, position: int, repaired: str | None) -> None:
    with pytest.raises(Invalid) as caught:
        parse(text)
    assert (caught.value.field, caught.value.position, caught.value.repaired) == ("q", position, repaired)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("bread " * 400, "characters"),
        ("o " * 300, "words"),
        ('"' + "o " * 300 + '"', "words"),
        ("(" * 40 + "bread" + ")" * 40, "deep"),
        ("x" * 5_000, "characters"),
    ],
)
def test_has_bounds(text: str, detail: str) -> None:
    with pytest.raises(Invalid, match=detail) as caught:
        parse(text)
    if caught.value.repaired is not None:
        parse(caught.value.repaired)


def test_thousands_of_negations_are_no_recursion() -> None:
    assert parse("NOT " * 240 + "bread") == BREAD


PIECES = st.sampled_from(
    [
        *'()"*-: \u201c\u2018\u2019«»\x00',
        "OR",
        "AND",
        "NOT",
        "NEAR/2",
        "speaker:",
        "kind:",
        "after:",
        "2025",
        "bread",
        "1:",
    ]
)


def refused(text: str) -> Invalid | None:
    try:
        parse(text)
    except Invalid as error:
        return error
    return None


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES).map(" ".join)))
@example("a*!!!!")
@example("\u0301*")
@example("\ud800")
@example("'a\"b'")
@example(" " * (limits.LONGEST + 1))
def test_any_text_parses_or_is_repaired(text: str) -> None:
    if error := refused(text):
        assert error.position is not None
        assert 0 <= error.position <= len(text)
        if error.repaired is not None:
            assert len(error.repaired) <= limits.LONGEST
            assert refused(error.repaired) is None


@given(st.lists(st.sampled_from(["(", ")", "-", "OR", "AND", "NOT", "NEAR/2", '""', "*"]), max_size=12).map(" ".join))
def test_a_repair_keeps_the_words(noise: str) -> None:
    if error := refused(f"{noise} bread"):
        assert "bread" in (error.repaired or "")


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("labor", ("labour",)),
        ("organised", ("organiz",)),
        ("grey", ("gray",)),
        ("e-mail", ("email",)),
        ("cooperate", ("co", "oper")),
        ("co-operate", ("cooper",)),
        ("healthcare", ("health", "care")),
        ("website", ("web", "site")),
        ("percent", ("per", "cent")),
        ("long-term", ("longterm",)),
    ],
)
def test_a_word_is_found_in_its_other_spelling(asked: str, other: tuple[str, ...]) -> None:
    condition = parse(asked)
    assert isinstance(condition, AnyOf)
    assert Words(other) in condition.parts


@pytest.mark.parametrize(
    "asked", ["together", "weather", "colleague", "four", "hour", "maybe", "notable", "reader", "office"]
)
def test_a_word_without_another_spelling_stays_alone(asked: str) -> None:
    assert isinstance(parse(asked), Words)
