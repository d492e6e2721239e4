"""Where and to whom words were said: a table of sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import Document
from indexer.extract.occasion import occasion
from indexer.model import Article, Attribution, Kind, Occasion, Span, Stance

CUE = re.compile(r"\b(?:said|told|wrote|tweeted|posted|says)\b")


def attribution(text: str) -> Attribution:
    quotation = re.search(r"“[^”]*”", text)
    assert quotation is not None
    cue = next(cue for cue in CUE.finditer(text) if not quotation.start() < cue.start() < quotation.end())
    source = re.match(r"The (?:letter|statement|Harbour Post)(?= says)", text)
    return Attribution(
        (Span.of(text, *quotation.span()),),
        (Span.of(text, *source.span()),) if source else (),
        (Span.of(text, *cue.span()),),
        Kind.DIRECT,
        Stance.ASSERTED,
        (),
        1.0,
    )


def found(text: str, language: str = "en") -> Occasion | None:
    article = Article("a", text, language=language)
    return occasion(Document(article), attribution(text))


@pytest.mark.parametrize(
    ("sentence", "hearer", "medium", "event", "words"),
    [
        ("“It is over,” Marta Lindqvist told Al Jazeera on Monday.", "Al Jazeera", None, None, "told Al Jazeera"),
        ("“It is over,” Lindqvist told reporters in Oslo.", "reporters", None, None, "told reporters"),
        ("“It is over,” Lindqvist told CNN’s Ida Moen.", "CNN’s Ida Moen", None, None, "told CNN’s Ida Moen"),
        ("“It is over,” she told a cheering crowd.", "a cheering crowd", None, None, "told a cheering crowd"),
        (
            "“It is over,” she told fellow members of the Harbour Group, a club of 57 towns.",
            "fellow members of the Harbour Group",
            None,
            None,
            "told fellow members of the Harbour Group",
        ),
        (
            "“It is over,” she said in an interview with The Economist.",
            "The Economist",
            "interview",
            None,
            "in an interview with The Economist",
        ),
        (
            "Speaking to journalists after the vote, Lindqvist said “it is over”.",
            "journalists",
            None,
            None,
            "Speaking to journalists",
        ),
        ("In an email to staff, Lindqvist wrote “it is over”.", "staff", "email", None, "In an email to staff"),
        ("In a statement, the ministry said “it is over”.", None, "statement", None, "In a statement"),
        ("In her 2014 book, she wrote “it is over”.", None, "book", None, "In her 2014 book"),
        ("“It is over,” she said during a news conference.", None, "news conference", None, "during a news conference"),
        ("The letter says “it is over”.", None, "letter", None, "The letter"),
        ("“It is over,” she tweeted.", None, "tweet", None, "tweeted"),
        ("“It is over,” she wrote on Twitter.", None, "post on Twitter", None, "on Twitter"),
        ("“It is over,” she wrote on X.", None, "post on X", None, "on X"),
        (
            "“It is over,” she wrote in a post on Truth Social.",
            None,
            "post on Truth Social",
            None,
            "in a post on Truth Social",
        ),
        ("In a Facebook post, Lindqvist said “it is over”.", None, "Facebook post", None, "In a Facebook post"),
        (
            "“It is over,” she said Sunday on CNN’s State of the Union.",
            None,
            "CNN’s State of the Union",
            None,
            "on CNN’s State of the Union",
        ),
        (
            "“It is over,” she said at the Munich Security Conference.",
            None,
            None,
            "Munich Security Conference",
            "at the Munich Security Conference",
        ),
        ("“It is over,” she said at a rally in Ohio on Friday.", None, None, "rally in Ohio", "at a rally in Ohio"),
        (
            "“It is over,” she told the audience at Tuesday night’s debate.",
            "the audience",
            "debate",
            None,
            "told the audience at Tuesday night’s debate",
        ),
        (
            "“It is over,” she said in a speech on Monday at the Bergen Fish Fair festival.",
            None,
            "speech",
            "Bergen Fish Fair festival",
            "in a speech … at the Bergen Fish Fair festival",
        ),
    ],
)
def test_an_occasion_is_told_beside_the_verb(
    sentence: str, hearer: str | None, medium: str | None, event: str | None, words: str
) -> None:
    assert found(sentence) == Occasion(hearer, medium, event, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "“It is over,” she said.",
        "“It is over,” she told him.",
        "“The letter on Twitter is over,” she said.",
        "“I said so at a rally in Ohio,” Lindqvist said.",
        "Lindqvist, who spoke at a conference in Rome in 2010, said “it is over”.",
        "“It is over,” said Marta Lindqvist, the head of the Oslo Forum.",
        "“It is over,” said Lindqvist, who wrote a book about it in an interview.",
        "The Harbour Post says “it is over”.",
        "In a speech on Monday, Olof Berg was silent. “It is over,” Lindqvist said.",
    ],
)
def test_no_occasion_is_made_up(sentence: str) -> None:
    assert found(sentence) is None


def test_of_two_hearers_the_nearer_to_the_verb_is_taken() -> None:
    result = found("After telling voters to wait, Lindqvist told Radio Bergen “it is over”.")
    assert result is not None
    assert result.hearer == "Radio Bergen"


def test_other_languages_are_not_understood() -> None:
    assert found("“Es ist aus,” Lindqvist told reporters.", language="de") is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aA tB.,’“”\nx", max_size=80), st.sampled_from(["told Al Jazeera", "said on X", "wrote"]))
def test_the_words_it_rests_on_are_printed(before: str, cue: str) -> None:
    text = f"{before} “so it is” {cue}"
    article = Article("a", text)
    start = len(text) - len(cue)
    one = Attribution(
        (Span.of(text, start - 11, start - 1),),
        (),
        (Span.of(text, start, start + len(cue.split()[0])),),
        Kind.DIRECT,
        Stance.ASSERTED,
        (),
        1.0,
    )
    result = occasion(Document(article), one)
    if result is not None:
        assert all(piece in text for piece in result.text.split(" … "))
