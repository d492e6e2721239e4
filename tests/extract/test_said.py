"""When words were said: which of several times, and what must hold for any text."""

from __future__ import annotations

from datetime import date

import pytest
from dating import article, attributions, dated, dates
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import Document
from indexer.extract.dates import TRUST, said_all, said_text
from indexer.extract.dates.told import Told
from indexer.extract.speakers import resolve
from indexer.model import (
    WORDS,
    Act,
    Article,
    Attribution,
    Basis,
    Kind,
    Precision,
    Published,
    PublishedDate,
    Said,
    Span,
    Stance,
)


@pytest.mark.parametrize(
    "before",
    [
        "Olof Berg could not be reached on Tuesday. ",
        "Olof Berg met the council on Tuesday.\n\n",
        "Port director Marta Lindqvist told reporters on Tuesday that the ferry was back.\n\n",
        "The council met on Tuesday.\n\nMarta Lindqvist closed the quay that evening. ",
    ],
)
@pytest.mark.parametrize(
    ("sentence", "when", "evidence"),
    [
        ("In a 2021 interview with this station he had said “the piers will last”.", "2021", "2021"),
        ("In a 2021 interview he said “the piers will last”.", "2021", "2021"),
        ("In 2021, Olof Berg told this paper “the piers will last”.", "2021", "In 2021"),
        ("“The piers will last,” Olof Berg had said in 2021.", "2021", "in 2021"),
        ("“The piers will last,” Olof Berg had never said in 2021.", "2021", "in 2021"),
        ("Olof Berg had told the council in May “the piers will last”.", "2024-05", "in May"),
        ("Three years ago Olof Berg warned “the piers will not last”.", "2022", "Three years ago"),
        ("In a letter last month Olof Berg had already warned “the piers will not last”.", "2025-01", "last month"),
        ("He had warned in March 2019 “the piers will not last”.", "2019-03", "in March 2019"),
        ("On Friday he had said “the piers will last”.", "2025-02-07", "On Friday"),
    ],
)
def test_a_time_of_its_own_wins_over_a_day_told_before(before: str, sentence: str, when: str, evidence: str) -> None:
    assert dates(before + sentence)[-1] == (when, evidence)


def test_what_had_been_said_without_a_time_of_its_own_may_still_be_of_that_day() -> None:
    text = "Marta Lindqvist spoke on Tuesday. The ferry was late, and “we are sorry”, Lindqvist had said by then."
    assert dates(text) == [("2025-02-11", "on Tuesday")]


@pytest.mark.parametrize(
    ("published", "when"),
    [
        ("2025-02-13", "2025-02-12"),
        ("2025-02-12", "2025-02-12"),
        ("2025-09-14", "2025-09-10"),
        ("2024-03-01", "2024-02-28"),
    ],
)
def test_a_weekday_counts_back_from_the_day_of_publication(published: str, when: str) -> None:
    assert dates("“We sail,” Marta Lindqvist said on Wednesday.", published) == [(when, "on Wednesday")]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("“We sail,” Marta Lindqvist said on Wednesday.", None),
        ("In November, Marta Lindqvist said “we sail”.", None),
        ("“We sail,” Marta Lindqvist said on Feb. 12.", None),
        ("“We sail,” Marta Lindqvist said two years ago.", None),
        ("“We sail,” Marta Lindqvist said on Feb. 12, 2025.", "2025-02-12"),
        ("In November 2023, Marta Lindqvist said “we sail”.", "2023-11"),
        ("In 2010, Marta Lindqvist said “we sail”.", "2010"),
    ],
)
def test_without_a_day_of_publication_only_what_has_its_own_year_is_dated(sentence: str, when: str | None) -> None:
    assert [found and found[0] for found in dates(sentence, None)] == [when]


def test_a_day_told_once_holds_for_the_quotes_that_follow_from_the_same_speaker() -> None:
    text = (
        "The ferry is back\n\n"
        "Port director Marta Lindqvist told reporters on Tuesday that the ferry was back.\n\n"
        "“It was a long winter,” Lindqvist said.\n\n"
        "“We are glad of every passenger,” she added."
    )
    assert dates(text) == [("2025-02-11", "on Tuesday"), ("2025-02-11", "on Tuesday")]


def test_another_speaker_far_below_is_less_sure_to_have_spoken_that_day() -> None:
    told = "Marta Lindqvist told reporters on Tuesday that the ferry was back."
    between = "\n\n".join(["The harbour is an old one, with a church."] * 6)
    near, far = (
        article(f"{told}\n\n{middle}“It was a long winter,” {name} said.")
        for middle, name in (("", "Lindqvist"), (f"{between}\n\n", "Olof Berg"))
    )
    scores = []
    for one in (near, far):
        found = dated(one)[0]
        scores.append(found[1] if found else 0.0)
    assert scores[0] > 0.5 > scores[1]


def test_a_new_part_of_a_live_report_has_a_time_of_its_own() -> None:
    told = "Olof Berg told reporters on Tuesday that the ferry was back."
    quote = "“The bridge is shut,” Olof Berg said."
    together = article(f"{told}\n\n{quote}")
    apart = article(f"{told}\n\n___\n\n5:20 p.m.\n\n{quote}")
    scores = []
    for one in (together, apart):
        found = dated(one)[0]
        scores.append(found[1] if found else 0.0)
    assert scores[1] < scores[0]


def test_a_statement_has_one_date_throughout() -> None:
    text = (
        "“The ferry is back,” Marta Lindqvist told the council on Tuesday. “It took a year,” she said.\n\n"
        "“Nobody believed us,” she said. “Nobody.”\n"
    )
    found = dated(article(text))
    assert {said_text(each[0]) for each in found if each is not None} == {"2025-02-11"}
    assert len({each[1] for each in found if each is not None}) == 1
    assert None not in found


def test_what_is_not_said_in_words_has_no_date() -> None:
    text = "Marta Lindqvist voted for “the free ferry” on Tuesday.\n"
    start, end = text.index("“"), text.index("”") + 1
    vote = Attribution(
        (Span.of(text, start, end),),
        (Span.of(text, 0, 15),),
        (Span.of(text, 16, 25),),
        Kind.MIXED,
        Stance.ASSERTED,
        (),
        1.0,
    )
    document = Document(article(text))
    (speaker,) = (each for each, _ in resolve(document, (vote,)))
    assert [found is None for act in Act for found in said_all(document, [Told(vote, speaker, act)])] == [
        act not in WORDS for act in Act
    ]


def test_a_day_of_publication_that_is_less_trusted_makes_the_date_less_sure() -> None:
    text = "“We sail,” Marta Lindqvist said on Wednesday."
    scores = []
    for basis in (Basis.METADATA, Basis.HEADER, Basis.URL, Basis.FILE_NAME):
        one = article(text, basis=basis)
        found = dated(one, attributions(text)[:1])[0]
        assert found is not None
        scores.append(found[1])
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4
    assert scores[1] == pytest.approx(scores[0] * TRUST[Basis.HEADER])


def test_a_date_with_its_own_year_does_not_depend_on_the_day_of_publication() -> None:
    text = "“We sail,” Marta Lindqvist said on July 6, 2015."
    given_, named = (
        dated(one, attributions(text)[:1])[0] for one in (article(text), article(text, basis=Basis.FILE_NAME))
    )
    assert given_ == named


@pytest.mark.parametrize("unset", ["0001-01-01", "9999-12-31"])
def test_a_day_of_publication_that_nobody_set_dates_nothing(unset: str) -> None:
    assert dates("“We sail,” Marta Lindqvist said last winter, a week ago, on Wednesday.", unset) == [None]


def test_other_languages_are_not_dated() -> None:
    text = "“Wir fahren,” Marta Lindqvist said on Wednesday."
    one = article(text, language="de")
    assert dated(one, attributions(text)[:1])[0] is None


@pytest.mark.parametrize(
    ("first", "last", "precision", "text"),
    [
        (date(2025, 2, 12), date(2025, 2, 12), Precision.DAY, "2025-02-12"),
        (date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH, "2025-02"),
        (date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR, "2025"),
        (date(2025, 2, 10), date(2025, 2, 13), Precision.WEEK, "2025-02-10/2025-02-13"),
        (date(2025, 6, 1), date(2025, 8, 31), Precision.SEASON, "2025-06-01/2025-08-31"),
        (date(2025, 2, 8), date(2025, 2, 9), Precision.INTERVAL, "2025-02-08/2025-02-09"),
        (date(2025, 2, 10), date(2025, 2, 10), Precision.WEEK, "2025-02-10"),
    ],
)
def test_the_text_of_a_date_shows_its_precision(first: date, last: date, precision: Precision, text: str) -> None:
    assert said_text(Said(first, last, precision, Span(0, 0, ""))) == text


PIECES = (
    "“We sail”",
    "“We sail in May,”",
    "said",
    "told",
    "Marta Lindqvist",
    "she",
    "who",
    ", ",
    ". ",
    "\n\n",
    "on Wednesday",
    "last week",
    "in 2010",
    "in November",
    "Feb. 30",
    "Feb. 29",
    "July 6, 2015",
    "since Monday",
    "a few days ago",
    "two years ago",
    "this weekend",
    "’s debate",
    "___",
    "ninety days ago",
    "the 1990s",
    "last winter",
    "2016-02-30",
    "“",
    "”",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.dates(date(1900, 1, 1), date(2090, 12, 31)),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)
def test_evidence_is_a_slice_and_no_interval_runs_backwards(text: str, published: date, start: int, size: int) -> None:
    text = f"{text} said"
    one = article(text, published.isoformat())
    start %= len(text)
    content = (Span.of(text, start, min(len(text), start + 1 + size % 40)),)
    cue = (Span.of(text, len(text) - 4, len(text)),)
    pair = tuple(Attribution(content, (), each, Kind.DIRECT, Stance.ASSERTED, (), 1.0) for each in (cue, ()))
    for found in dated(one, pair):
        if found is not None:
            result, score = found
            assert text[result.evidence.start : result.evidence.end] == result.evidence.text != ""
            assert result.from_ <= result.to
            assert result.from_ <= published
            assert 0.0 < score <= 1.0


def test_a_day_within_the_words_is_not_when_they_were_said() -> None:
    text = "The committee will publish the report in April, its agenda said."
    content = Span.of(text, 0, text.index(","))
    source, cue = (
        Span.of(text, text.index("its"), text.index(" said")),
        Span.of(text, text.index("said"), len(text) - 1),
    )
    asserted = Attribution((content,), (source,), (cue,), Kind.INDIRECT, Stance.ASSERTED, (), 1.0)
    one = article(text, "2026-03-19")
    assert dated(one, (asserted,)) == (None,)


def test_a_printed_day_is_trusted_less_than_a_stamp_with_the_time_of_day() -> None:
    text = "“We sail,” Marta Lindqvist said on Wednesday."
    scores = []
    for value in ("2025-02-13", "2025-02-13T11:33:00"):
        printed = Published(PublishedDate(value, None, Basis.FOOTER, value))
        one = Article(id="a", text=text, published=printed)
        ((_, score),) = [found for found in dated(one) if found]
        scores.append(score)
    assert scores[0] < scores[1]
