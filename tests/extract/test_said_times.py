"""Times beside a verb of speech: the days that they mean, and times that are not when something was said."""

from __future__ import annotations

import pytest
from dating import dates


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
        (
            "“The ferry will sail again,” Marta Lindqvist said the day before yesterday.",
            "2025-02-11",
            "the day before yesterday",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said on Tuesday last week.",
            "2025-02-04",
            "on Tuesday last week",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said on Tuesday night of last week.",
            "2025-02-04",
            "on Tuesday night of last week",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said on Tuesday this week.",
            "2025-02-11",
            "on Tuesday this week",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said over the weekend.",
            "2025-02-08/2025-02-09",
            "the weekend",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said this past weekend.",
            "2025-02-08/2025-02-09",
            "this past weekend",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said a fortnight ago.",
            "2025-01-27/2025-02-02",
            "a fortnight ago",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said on the last day of January.",
            "2025-01-31",
            "on the last day of January",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said on the first day of December.",
            "2024-12-01",
            "on the first day of December",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said on the Monday before last.",
            "2025-02-03",
            "on the Monday before last",
        ),
        ("“The ferry will sail again,” Marta Lindqvist said two Saturdays ago.", "2025-02-01", "two Saturdays ago"),
        (
            "“The ferry will sail again,” Marta Lindqvist said the week before last.",
            "2025-01-27/2025-02-02",
            "week before last",
        ),
        (
            "“The ferry will sail again,” Marta Lindqvist said the night before last.",
            "2025-02-11",
            "the night before last",
        ),
        ("“The ferry will sail again,” Marta Lindqvist said three hours ago.", "2025-02-13", "three hours ago"),
        ("“The ferry will sail again,” Marta Lindqvist said on New Year's Day.", "2025-01-01", "on New Year's Day"),
        ("“The ferry will sail again,” Marta Lindqvist said on Labor Day.", "2024-09-02", "on Labor Day"),
        (
            "“The ferry will sail again,” Marta Lindqvist told Fjord News this week.",
            "2025-02-10/2025-02-13",
            "this week",
        ),
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
        "“The ferry may sail again,” Marta Lindqvist said ahead of Friday’s vote.",
        "“The ferry may sail again,” Marta Lindqvist said of Tuesday’s planned march.",
        "“The ferry may sail again,” Marta Lindqvist said in an interview to be broadcast on Saturday.",
        "Marta Lindqvist, whose trial opens on Monday, said “the ferry may sail again”.",
        "With talks due to resume in Holm on Monday, Marta Lindqvist said “the ferry may sail again”.",
        "The board is to decide on Wednesday. “The ferry may sail again,” Marta Lindqvist said.",
        "“The ferry may sail again,” Marta Lindqvist said as she set out for Saturday’s congress.",
        "Marta Lindqvist asked for the books no later than May 31: “The ferry may sail again.”",
        "The final is on Saturday. “The ferry may sail again,” Marta Lindqvist said.",
        "Before Wednesday’s hearing opens, Marta Lindqvist said “the ferry may sail again”.",
        "With the strike to begin on Friday, Marta Lindqvist said “the ferry may sail again”.",
        "Asked about Sunday’s concert, Marta Lindqvist said “the ferry may sail again”.",
        "Days before Saturday’s derby, Marta Lindqvist said “the ferry may sail again”.",
        "The ban takes effect on Friday. “The ferry may sail again,” Marta Lindqvist said.",
        "The port must answer by Friday. “The ferry may sail again,” Marta Lindqvist said.",
    ],
)
def test_another_time_is_not_when(sentence: str) -> None:
    assert dates(sentence) == [None]
