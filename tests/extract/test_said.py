"""When words were said: tables of sentences, and what must hold for any text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import Document
from indexer.extract.dates import TRUST, said_all, said_text
from indexer.model import (
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

THURSDAY = "2025-02-13"
QUOTE = re.compile(r"“[^”]*”")
CUE = re.compile(r"\b(?:said|told|wrote|warned|added|argued|asked)\b")


def article(text: str, published: str | None = THURSDAY, basis: Basis = Basis.GIVEN, language: str = "en") -> Article:
    best = Published(PublishedDate(published, None, basis, "")) if published else None
    return Article("a", text, language=language, published=best)


def attributions(text: str) -> tuple[Attribution, ...]:
    """One for each quotation, with the verb of saying that is nearest to it in its line."""
    found = []
    for quotation in QUOTE.finditer(text):
        start, end = text.rfind("\n", 0, quotation.start()) + 1, text.find("\n", quotation.end())
        cues = [
            cue for cue in CUE.finditer(text, start, end if end >= 0 else len(text)) if not inside(text, cue.start())
        ]
        cue = min(cues, key=lambda cue: max(cue.start() - quotation.end(), quotation.start() - cue.end()))
        name = re.search(r"(?:[A-Z]\w+ )?(?:[A-Z]\w+|\b[Ss]?he) $", text[start : cue.start()])
        source = (Span.of(text, start + name.start(), start + name.end() - 1),) if name else ()
        content = (Span.of(text, *quotation.span()),)
        found.append(Attribution(content, source, (Span.of(text, *cue.span()),), Kind.DIRECT, Stance.ASSERTED, (), 1.0))
    return tuple(found)


def inside(text: str, position: int) -> bool:
    return any(quotation.start() < position < quotation.end() for quotation in QUOTE.finditer(text))


def dates(text: str, published: str | None = THURSDAY) -> list[tuple[str, str] | None]:
    """Of each quotation the date as text and the evidence."""
    one = article(text, published)
    found = said_all(Document(one), attributions(text))
    return [(said_text(result[0]), result[0].evidence.text) if result else None for result in found]


@pytest.mark.parametrize(
    ("sentence", "when", "evidence"),
    [
        ("“The ferry will sail again,” Marta Lindqvist said on Wednesday.", "2025-02-12", "on Wednesday"),
        ("“The ferry will sail again,” Marta Lindqvist said Wednesday afternoon.", "2025-02-12", "Wednesday"),
        ("“The ferry will sail again,” Marta Lindqvist said on Thursday.", "2025-02-13", "on Thursday"),
        ("“The ferry will sail again,” Marta Lindqvist said last Thursday.", "2025-02-06", "last Thursday"),
        ("On Friday, Marta Lindqvist said “the ferry will sail again”.", "2025-02-07", "On Friday"),
        ("“The ferry will sail again,” Marta Lindqvist said at Tuesday night’s debate.", "2025-02-11", "Tuesday"),
        ("“The ferry will sail again,” Marta Lindqvist said yesterday.", "2025-02-12", "yesterday"),
        ("“The ferry will sail again,” Marta Lindqvist said last night.", "2025-02-12", "last night"),
        ("“The ferry will sail again,” Marta Lindqvist said today.", "2025-02-13", "today"),
        ("“The ferry will sail again,” Marta Lindqvist said this week.", "2025-02-10/2025-02-13", "this week"),
        ("“The ferry will sail again,” Marta Lindqvist said last week.", "2025-02-03/2025-02-09", "last week"),
        ("“The ferry will sail again,” Marta Lindqvist said last month.", "2025-01", "last month"),
        ("In November, Marta Lindqvist said “the ferry will sail again”.", "2024-11", "In November"),
        ("In a 2014 interview, Marta Lindqvist said “the ferry will sail again”.", "2014", "2014"),
        ("In 2010, Marta Lindqvist said “the ferry will sail again”.", "2010", "In 2010"),
        ("“The ferry will sail again,” Marta Lindqvist said in March 2019.", "2019-03", "in March 2019"),
        ("“The ferry will sail again,” Marta Lindqvist said on Feb. 3.", "2025-02-03", "on Feb. 3"),
        ("“The ferry will sail again,” Marta Lindqvist said on 30 December.", "2024-12-30", "on 30 December"),
        ("“The ferry will sail again,” Marta Lindqvist said on July 6, 2015.", "2015-07-06", "on July 6, 2015"),
        ("“The ferry will sail again,” Marta Lindqvist said on 6 July 2015.", "2015-07-06", "on 6 July 2015"),
        ("Two years ago, Marta Lindqvist said “the ferry will sail again”.", "2023", "Two years ago"),
        ("“The ferry will sail again,” Marta Lindqvist said three days ago.", "2025-02-10", "three days ago"),
        ("“The ferry will sail again,” Marta Lindqvist said last summer.", "2024-06-01/2024-08-31", "last summer"),
    ],
)
def test_a_time_beside_the_verb_is_when(sentence: str, when: str, evidence: str) -> None:
    assert dates(sentence) == [(when, evidence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The ferry will sail again,” Marta Lindqvist said.",
        "Marta Lindqvist said “the boats of Wednesday are late”.",
        "Marta Lindqvist, who has led the port since 2010, said “the ferry will sail again”.",
        "Marta Lindqvist, who was elected in 2010, said “the ferry will sail again”.",
        "“The ferry will sail again,” Marta Lindqvist told USA Today.",
        "“The ferry will sail again,” Marta Lindqvist said of the 2011 collision.",
        "“The ferry may sail again,” Marta Lindqvist said, a march of years behind her.",
    ],
)
def test_another_time_is_not_when(sentence: str) -> None:
    assert dates(sentence) == [None]


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
        found = said_all(Document(one), attributions(one.text))[0]
        scores.append(found[1] if found else 0.0)
    assert scores[0] > 0.5 > scores[1]


def test_a_new_part_of_a_live_report_has_a_time_of_its_own() -> None:
    told = "Marta Lindqvist told reporters on Tuesday that the ferry was back."
    quote = "“The bridge is shut,” Olof Berg said."
    together = article(f"{told}\n\n{quote}")
    apart = article(f"{told}\n\n___\n\n5:20 p.m.\n\n{quote}")
    scores = []
    for one in (together, apart):
        found = said_all(Document(one), attributions(one.text))[0]
        scores.append(found[1] if found else 0.0)
    assert scores[1] < scores[0]


def test_a_day_of_publication_that_is_less_trusted_makes_the_date_less_sure() -> None:
    text = "“We sail,” Marta Lindqvist said on Wednesday."
    scores = []
    for basis in (Basis.METADATA, Basis.HEADER, Basis.URL, Basis.FILE_NAME):
        one = article(text, basis=basis)
        found = said_all(Document(one), attributions(text)[:1])[0]
        assert found is not None
        scores.append(found[1])
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4
    assert scores[1] == pytest.approx(scores[0] * TRUST[Basis.HEADER])


def test_a_date_with_its_own_year_does_not_depend_on_the_day_of_publication() -> None:
    text = "“We sail,” Marta Lindqvist said on July 6, 2015."
    given_, named = (
        said_all(Document(one), attributions(text)[:1])[0]
        for one in (article(text), article(text, basis=Basis.FILE_NAME))
    )
    assert given_ == named


@pytest.mark.parametrize("unset", ["0001-01-01", "9999-12-31"])
def test_a_day_of_publication_that_nobody_set_dates_nothing(unset: str) -> None:
    assert dates("“We sail,” Marta Lindqvist said last winter, a week ago, on Wednesday.", unset) == [None]


def test_other_languages_are_not_dated() -> None:
    text = "“Wir fahren,” Marta Lindqvist said on Wednesday."
    one = article(text, language="de")
    assert said_all(Document(one), attributions(text)[:1])[0] is None


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
    for found in said_all(Document(one), pair):
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
    assert said_all(Document(one), (asserted,)) == (None,)


def test_a_printed_day_is_trusted_less_than_a_stamp_with_the_time_of_day() -> None:
    text = "“We sail,” Marta Lindqvist said on Wednesday."
    scores = []
    for value in ("2025-02-13", "2025-02-13T11:33:00"):
        printed = Published(PublishedDate(value, None, Basis.FOOTER, value))
        one = Article(id="a", text=text, published=printed)
        ((_, score),) = [found for found in said_all(Document(one), attributions(text)) if found]
        scores.append(score)
    assert scores[0] < scores[1]
