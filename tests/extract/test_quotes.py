"""Whole extraction: a text, and the quotes that a careful reader finds in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.extract import EXTRACTORS
from indexer.model import Article, Quote, Span, Stance

extract = EXTRACTORS["rules"]
CAST = "Mayor Ada Lund and the harbour master, Jonas Holm, met on Tuesday.\n"


def quotes(text: str) -> list[Quote]:
    """The quotes of a text behind a first line that names Ada Lund and Jonas Holm."""
    found = extract(Article(id="a", text=CAST + text))
    return [quote for quote in found if quote.content[0].start >= len(CAST)]


def seen(text: str) -> list[tuple[str | None, str, str]]:
    return [(quote.speaker.name, quote.kind.value, quote.text) for quote in quotes(text)]


LUND, HOLM = "Ada Lund", "Jonas Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind a dateline
        (
            "PORT OLAV, Nord., June 3 (Wire) -- The ferry will sail again, Lund said.",
            [(LUND, "indirect", "The ferry will sail again")],
        ),
        ("OSLO - The ferry will sail again, Lund said.", [(LUND, "indirect", "The ferry will sail again")]),
        ("OSLO – the town – will wait, Lund said.", [(LUND, "indirect", "OSLO – the town – will wait")]),
        # before, after and around the cue
        ("Lund said, “The ferry will sail again.”", [(LUND, "direct", "“The ferry will sail again.”")]),
        ("Lund said: “The ferry will sail again.”", [(LUND, "direct", "“The ferry will sail again.”")]),
        ("“The ferry will sail again,” Lund said.", [(LUND, "direct", "“The ferry will sail again,”")]),
        ("“The ferry will sail again,” said Lund.", [(LUND, "direct", "“The ferry will sail again,”")]),
        ("“Will the ferry sail again?” Lund wondered.", [(LUND, "direct", "“Will the ferry sail again?”")]),
        ("‘The ferry will sail again,’ said Lund.", [(LUND, "direct", "‘The ferry will sail again,’")]),
        ('"The ferry will sail again," Lund said.', [(LUND, "direct", '"The ferry will sail again,"')]),
        ("«The ferry will sail again», said Lund.", [(LUND, "direct", "«The ferry will sail again»")]),
        (
            "“The ferry,” Lund said on Friday, “will sail again.”",
            [(LUND, "direct", "“The ferry,” “will sail again.”")],
        ),
        (
            "“The ferry will sail,” Lund said. “We have the money now.”",
            [(LUND, "direct", "“The ferry will sail,” “We have the money now.”")],
        ),
        # what only looks like a cue
        ("They march on “Harbour Workers Day,” a designated day in May.", []),
        ("After a long fight the bill, known as the “Safe Quays and Piers Act” was passed in May.", []),
        # headings
        (
            "“The ferry will sail,” said Lund.\n\n‘Ferry Folk and Their Friends’\n\nThe yard closed.",
            [(LUND, "direct", "“The ferry will sail,”")],
        ),
        # a verb that no list knows
        ("“The ferry will sail again,” Lund trumpeted.", [(LUND, "direct", "“The ferry will sail again,”")]),
        # inverted, with a long apposition
        (
            "“We lost the summer,” said Mira Okafor, a baker from Sandvik who helped to elect Lund, the mayor.",
            [("Mira Okafor", "direct", "“We lost the summer,”")],
        ),
        (
            "“We lost the summer,” Mira Okafor, a baker from Sandvik, told Radio Nord.",
            [("Mira Okafor", "direct", "“We lost the summer,”")],
        ),
        # told OUTLET: the hearer is not the speaker
        ("Holm told Radio Nord: “Nobody asked the crew.”", [(HOLM, "direct", "“Nobody asked the crew.”")]),
        ("Holm told Radio Nord that nobody asked the crew.", [(HOLM, "indirect", "that nobody asked the crew")]),
        # according to
        (
            "According to Holm, the engine is older than the boat.",
            [(HOLM, "indirect", "the engine is older than the boat")],
        ),
        (
            "The engine is “older than the boat”, according to Holm.",
            [(HOLM, "mixed", "The engine is “older than the boat”")],
        ),
        # indirect and mixed
        ("Lund said that the ferry would sail.", [(LUND, "indirect", "that the ferry would sail")]),
        ("Lund said the ferry would sail.", [(LUND, "indirect", "the ferry would sail")]),
        ("The ferry would sail, Lund said.", [(LUND, "indirect", "The ferry would sail")]),
        (
            "The ferry, Lund said, would sail in the spring.",
            [(LUND, "indirect", "The ferry would sail in the spring")],
        ),
        (
            "Lund said the plan was “a gift to the islands” and would be kept.",
            [(LUND, "mixed", "the plan was “a gift to the islands” and would be kept")],
        ),
        (
            "Holm, pointing at the old quay, said chasing a “golden past” would “only cost the town its future”.",
            [(HOLM, "mixed", "chasing a “golden past” would “only cost the town its future”")],
        ),
        (
            "Lund, who added that Holm wants to “make peace”, left early.",
            [(LUND, "mixed", "that Holm wants to “make peace”")],
        ),
        ("Holm called the plan “a shipwreck on paper”.", [(HOLM, "mixed", "the plan “a shipwreck on paper”")]),
        (
            "Holm pointed out that the quay was “older than the town”.",
            [(HOLM, "mixed", "that the quay was “older than the town”")],
        ),
        ("Holm quoted the poster: “Mind the gap.”", [(HOLM, "direct", "“Mind the gap.”")]),
        (
            "Lund said the quay was “a gift to the town” — but Holm said it was “a bill”.",
            [(LUND, "mixed", "the quay was “a gift to the town”"), (HOLM, "mixed", "it was “a bill”")],
        ),
        (
            "In line with Holm, the engine is “older than the boat”.",
            [(HOLM, "mixed", "the engine is “older than the boat”")],
        ),
        ("A third man, who gave only one name, Ivo, shrugged: “I swim.”", [("Ivo", "direct", "“I swim.”")]),
        # a phrase of time before the source is nothing that was said
        ("In the spring of 1987, Holm wrote to the board.", []),
        ("After the storm had passed, Lund continued.", []),
        # nouns that look like cue verbs
        ("The island states of the region claims fees.", []),
        # pronoun and role
        ("“We lost the summer,” she said.", [(LUND, "direct", "“We lost the summer,”")]),
        ("“We lost the summer,” the harbour master said.", [(HOLM, "direct", "“We lost the summer,”")]),
        # colon without a verb, dash without a verb
        ("Lund was clear on this point: “The ferry sails.”", [(LUND, "direct", "“The ferry sails.”")]),
        ("“The ferry sails when it sails.” — Jonas Holm", [(HOLM, "direct", "“The ferry sails when it sails.”")]),
        ("The votes are in - Mira Okafor: “It was close.”", [("Mira Okafor", "direct", "“It was close.”")]),
        ("The vote was late, with Holm calling it “a long night”.", [(HOLM, "mixed", "it “a long night”")]),
        ("Asked about the fare, Lund left.", []),
        ("Asked what she would tell the shops on the quay, the mayor paused.", []),
        # a participle shares the source
        (
            "Lund opened the meeting, saying “the sea has no patience for us”.",
            [(LUND, "direct", "“the sea has no patience for us”")],
        ),
    ],
)
def test_one_sentence(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # continued over paragraphs without a closing mark
        (
            "Lund said: “The ferry will sail.\n“It will be full by noon.”",
            [(LUND, "direct", "“The ferry will sail. “It will be full by noon.”")],
        ),
        # the cue stands in the line above
        ("Lund told the crowd:\n“The ferry will sail again.”", [(LUND, "direct", "“The ferry will sail again.”")]),
        # the speaker of the paragraph above goes on
        (
            "“The ferry will sail,” Lund said.\n“It will be full by noon on Sunday.”",
            [(LUND, "direct", "“The ferry will sail,”"), (LUND, "direct", "“It will be full by noon on Sunday.”")],
        ),
        # nobody is named: nobody is claimed
        (
            "The meeting ended late.\nThere was rain.\n“When we come back, we shall want our chairs.”",
            [(None, "direct", "“When we come back, we shall want our chairs.”")],
        ),
    ],
)
def test_over_paragraphs(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the lead names the role, a later line the person
        (
            "The energy minister denied that a dam was promised.\n“Never,” said Priya Ostrow, the energy minister.",
            ["Priya Ostrow", "Priya Ostrow"],
        ),
        (
            "The minister said that it was late.\nIda Moe, the finance minister, met Knut Berg, the defence minister.",
            [None],
        ),
        ("“We want work,” said one docker.\n“Here,” added another, Tom Bevan, 44.", [None, "Tom Bevan"]),
        ("In her book “Low Water”, Ada Lund wrote: “A dam is a promise.”", ["Ada Lund"]),
    ],
)
def test_who_is_named(text: str, expected: list[str | None]) -> None:
    found = extract(Article(id="a", text=text))
    assert [quote.speaker.name for quote in found] == expected
    assert all("Low Water" not in quote.text for quote in found)


def test_a_garbled_given_name_does_not_keep_he_from_the_last_speaker() -> None:
    text = (
        "Port head Betty Roald spoke in Sandvik. The clerk, Jonas Holm, was there.\n"
        "There was rain.\nNobody else came.\nIt grew late.\n"
        "Roald said that the quay will stay.\nHe added that the ferry would sail."
    )
    assert [(q.speaker.name, q.source[0].text) for q in extract(Article(id="a", text=text))] == [
        ("Betty Roald", "Roald"),
        ("Betty Roald", "He"),
    ]


def test_a_quote_within_a_quote_has_its_own_speaker() -> None:
    outer, inner = quotes("“As Jonas Holm said, ‘the sea keeps no books.’ We agree,” said Lund.")
    assert (outer.speaker.name, inner.speaker.name) == (LUND, HOLM)
    assert inner.text == "‘the sea keeps no books.’"
    assert inner.inside == outer.id
    assert outer.inside is None


@pytest.mark.parametrize(
    "text",
    [
        "The “Sea Bird” is a ferry.",
        "He read “The Old Quay” twice.",
        "The so-called “experts” were late.",
        "Jonas “Tiller” Holm arrived by boat.",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_no_quotes(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lund said that the ferry would sail.", Stance.ASSERTED),
        ("Lund said that she did not sell the ferry.", Stance.ASSERTED),
        ("Lund denied that the ferry had been sold.", Stance.DENIED),
        ("Lund did not say that the ferry had been sold.", Stance.DENIED),
        ("Lund never said “the ferry is mine”.", Stance.DENIED),
        ("Lund hasn’t said that the ferry had been sold.", Stance.DENIED),
        ("Neither Lund nor Holm said that the ferry had been sold.", Stance.DENIED),
        ("None of the sailors said that the ferry had been sold.", Stance.DENIED),
        ("No sailor said that the ferry had been sold.", Stance.DENIED),
        ("It is not true that Lund said “the ferry is mine”.", Stance.DENIED),
        ("It is untrue that Lund said the ferry had been sold.", Stance.DENIED),
        ("Nobody denied that the ferry had been sold.", Stance.ASSERTED),
        ("No Labels said that the ferry had been sold.", Stance.ASSERTED),
        ("Holm asked whether the ferry had been sold.", Stance.ASKED),
        ("“Who sold the ferry?” Holm asked.", Stance.ASKED),
    ],
)
def test_stance(text: str, stance: Stance) -> None:
    assert [quote.stance for quote in quotes(text)] == [stance]


def test_a_question_is_not_its_hearers() -> None:
    (quote,) = quotes("Lund was asked whether the ferry had been sold.")
    assert quote.stance is Stance.ASKED
    assert quote.source == ()
    assert quote.speaker.name is None


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Holm said that it was sold; Lund was asked whether it had sunk.", ["Holm", None]),
        ("Ada Lund was asked whether it had sunk, but Jonas Holm replied “never”.", [None, "Jonas Holm"]),
        ("Ada Lund was asked whether it had sunk, and Holm said that it had been sold.", [None, "Holm"]),
    ],
)
def test_a_question_is_nobody_elses(text: str, sources: list[str | None]) -> None:
    assert [quote.source[0].text if quote.source else None for quote in quotes(text)] == sources


def test_quoted_are_the_parts_between_marks() -> None:
    (quote,) = quotes("Holm said a “golden past” would “only cost the town its future”.")
    assert quote.quoted == ("golden past", "only cost the town its future")


def test_context_is_forty_words_on_each_side() -> None:
    text = " ".join(f"word{n}" for n in range(60)) + ".\nLund said: “The ferry sails.” " + " ".join(["after"] * 60)
    (quote,) = [q for q in quotes(text) if q.quoted]
    assert len(quote.before.split()) == 40
    assert quote.before.endswith("word59. Lund said:")
    assert quote.after.split() == ["after"] * 40


def test_furniture_is_not_quoted() -> None:
    text = "Lund said: “The ferry sails.”\nLund said: “Leave a comment below.”"
    cut = text.index("\n") + 1
    article = Article(id="a", text=text, furniture=(Span.of(text, cut, len(text)),))
    (quote,) = extract(article)
    assert quote.text == "“The ferry sails.”"
    assert quote.after == ""


def test_in_other_languages_the_name_beside_the_verb_speaks() -> None:
    text = "„Die Fähre fährt wieder“, sagte Bürgermeisterin Ada Lund am Dienstag."
    (quote,) = extract(Article(id="a", text=text, language="de"))
    assert (quote.text, quote.speaker.name) == ("„Die Fähre fährt wieder“", "Ada Lund")
    assert [span.text for span in quote.cue] == ["sagte"]


def test_the_same_article_gives_the_same_quotes() -> None:
    text = CAST + "“The ferry,” Lund said, “will sail.” Holm disagreed, saying it was “a wreck”."
    assert extract(Article(id="a", text=text)) == extract(Article(id="a", text=text))


FRAGMENTS = st.sampled_from(
    [
        "Lund said ", "“the ferry sails,” ", "“", "” ", "\"", "‘no’ ", "’", "she added ", "according to ", "that ",
        "Holm ", ". ", ", ", "\n", ": ", "asked ", "— ", "denied ", "on Tuesday ", "(", ")", "told Radio Nord ", "who ",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=25))
def test_spans_always_slice_the_article(pieces: list[str]) -> None:
    article = Article(id="a", text="".join(pieces))
    found = extract(article)
    assert len({quote.id for quote in found}) == len(found)
    for quote in found:
        assert quote.content
        for span in (*quote.content, *quote.source, *quote.cue):
            assert article.text[span.start : span.end] == span.text
            assert span.start < span.end
