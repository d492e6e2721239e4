"""What stands around an article: found where it is, and nothing of the article taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Basis
from indexer.read.furniture import byline, furniture

BODY = (
    "The ferry to Lower Brae will not sail before Monday, the harbour master said.\n\n"
    "What happens to the mail?\n\n"
    "“The mail can wait,” Bo Lind said. “It has waited before.”\n\n"
    "Nobody in the village disagreed with him on the matter of the mail."
)


def kept(text: str, *, title: str | None = None, headline: bool = True) -> str:
    """The text without its furniture."""
    found = furniture(text, title=title, headline=headline)
    pieces, position = [], 0
    for span in found.spans:
        pieces.append(text[position : span.start])
        position = span.end
    return "".join([*pieces, text[position:]]).strip()


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Friday, June 5, 2026\n\n",
        "No ferry before Monday\n\n",
        "No ferry before Monday\n",
        "Friday, June 5, 2026\n\nNo ferry before Monday | Harbour News\n\n",
        "No ferry before Monday: storm keeps boats in harbour\n5 June 2026\n",
        "World\n\nNo ferry before Monday\n\nBy Ana Silva\n\nPublished 5 June 2026\n\n",
        "News | Region | Lower Brae\n\nNo ferry before Monday\n\n",
        "Home > News > Lower Brae\n\nCan the island wait?\n\n",
        "Politics\nNo ferry before Monday\nBy Ana Silva and Jon Berg, Gazette\n3 min read\nShare this article\n\n",
        "Updated 7 June 2026\n\nNo ferry before Monday\n\n",
        "https://cdn.gazette.example/boats.jpg\nNo ferry before Monday\n\n",
        "‘Not one boat’: harbour master shuts the pier\n\n",
    ],
)
@pytest.mark.parametrize(
    "footer",
    [
        "",
        "\n\nRelated Articles\n\nLEAVE A REPLY\n\nPlease enter your comment!",
        "\n\nLeave a comment\n\nYour name\n\nGreat boats. We had fun. 3 June 2026.",
        "\nhttps://cdn.gazette.example/pier.jpg?resize=1200%2C800\n2026-06-05 11:33:00",
        "\n2026-06-05 11:33:00\n",
        "\n\nShare this:\n\nTweet\n\nRELATED POSTS:\nOther ferries\n",
        "\n\nRelated Articles\n\nHerring is back\n\nhttps://cdn.gazette.example/pier.png\n2026-06-05 11:33:00",
        "\r\n\r\nAdvertisement\r\n",
    ],
)
def test_only_the_article_is_kept(header: str, footer: str) -> None:
    assert kept(header + BODY + footer) == BODY


def test_windows_line_ends_make_no_difference() -> None:
    text = f"5 June 2026\n\nNo ferry before Monday\n\n{BODY}\n\nRelated Articles\n\nHerring".replace("\n", "\r\n")
    assert kept(text) == BODY.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "The ferry will not sail before Monday.\n\nNobody minds, the mayor said.",
        "“We wait,” said Bo Lind.\n\nAnd they did wait for the boat.",
        "ANA: Will it sail?\nBO: Not before Monday.\nANA: And the mail?\nBO: It can wait.",
        "Q: Will it sail?\nA: Not before Monday.",
        "a line without an end\nanother line without an end\na third",
        "One line alone",
        "By the time the ferry came, everybody had left.\n\nThey had walked home.",
        "On Monday:\n\nThe ferry sails again, and the mail with it.",
    ],
)
def test_an_article_without_furniture_is_left_alone(text: str) -> None:
    assert furniture(text).spans == ()


@pytest.mark.parametrize(
    ("line", "is_furniture"),
    [
        ("» Read more: the pier and its cats", True),
        ("→ The pier and its cats", True),
        ("[Watch: ‘The pier fell on us,’ a sailor says]", True),
        ("Most read: “I sold my boat,” says the man without a boat", True),
        ("Get the Harbour News in your inbox: “short and salty”.", True),
        # words of the article that begin alike
        ("»The pier is shut«, said Bo Lind.", False),
        ("More on this: “it is forty pages long,” he added.", False),
        ("Watch the pier, she said: “it moves.”", False),
        ("Get well soon, she wrote.", False),
        ("Read the letter before you sign, he said.", False),
    ],
)
def test_a_line_within_the_text_that_leads_elsewhere_is_furniture(line: str, is_furniture: bool) -> None:
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert kept(text) == (f"{BODY}\n\n\n\n{BODY}" if is_furniture else text)


def test_a_list_of_articles_in_the_first_half_ends_nothing() -> None:
    text = f"The pier is shut, the mayor said.\n\nRelated Articles\n\n{BODY}"
    assert kept(text) == text


def test_a_dated_line_inside_the_article_stays() -> None:
    text = f"{BODY}\n\n5 June 2026\n\nThat was the day on which the pier was shut, she said."
    assert kept(text) == text


def test_what_the_header_and_footer_tell() -> None:
    found = furniture(
        "Friday, June 5, 2026\n\nNo ferry before Monday | Harbour News\n\nBy Ana Silva, Harbour Gazette\n\n"
        f"{BODY}\n\nhttps://cdn.gazette.example/2026/06/01/pier.jpg\n2026-06-06 11:33:00"
    )
    assert found.title == "No ferry before Monday | Harbour News"
    assert found.authors == ("Ana Silva",)
    assert [(date.value, date.basis, date.evidence) for date in found.dates] == [
        ("2026-06-05", Basis.HEADER, "Friday, June 5, 2026"),
        ("2026-06-06T11:33:00", Basis.FOOTER, "2026-06-06 11:33:00"),
    ]
    assert found.origin_hint == "https://cdn.gazette.example/2026/06/01/pier.jpg"


def test_the_day_of_an_update_is_no_day_of_publication() -> None:
    assert furniture(f"Last updated 7 June 2026\n\n{BODY}").dates == ()


def test_an_address_that_is_no_image_hints_at_nothing() -> None:
    assert furniture(f"{BODY}\nhttps://gazette.example/more").origin_hint is None


def test_a_known_title_alone_is_the_headline() -> None:
    text = f"The ferry will not sail.\n\n{BODY}"
    assert kept(text, title="The ferry will not sail") == BODY
    assert kept(f"No ferry before Monday\n\n{BODY}", title="Storm") == f"No ferry before Monday\n\n{BODY}"


def test_a_headline_that_is_to_stay_stays_and_still_names_the_article() -> None:
    text = f"5 June 2026\n\nNo ferry before Monday\n\n{BODY}"
    assert kept(text, headline=False) == f"No ferry before Monday\n\n{BODY}"
    assert furniture(text, headline=False).title == "No ferry before Monday"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Silva", ("Ana Silva",)),
        ("by Ana Silva", ("Ana Silva",)),
        ("BY ANA SILVA", ("ANA SILVA",)),
        ("By Ana Silva and Jon Berg", ("Ana Silva", "Jon Berg")),
        ("By Ana Silva, Jon Berg and Ola van der Meer", ("Ana Silva", "Jon Berg", "Ola van der Meer")),
        ("By Ana Silva, Upland Gazette", ("Ana Silva",)),
        ("By Ana Silva, Upland Gazette, 9 June 2026", ("Ana Silva",)),
        ("By Ana O’Neill | Harbour Gazette", ("Ana O’Neill",)),
        ("Written by Ana de Silva", ("Ana de Silva",)),
        ("By the sea, nobody hurries", ()),
        ("By 2030 the pier will be gone", ()),
        ("Bystanders saw it", ()),
        ("By Ana Silva walked home.", ()),
        ("Ana Silva", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert byline(line) == names


LINES = st.sampled_from(
    [
        "", "World", "By Ana Silva", "5 June 2026", "2026-06-05 11:33:00", "Related Articles", "LEAVE A REPLY",
        "https://cdn.gazette.example/a.jpg", "A headline", "Bo Lind said it was late.", "Updated 5 June 2026", "\t",
    ]
)  # fmt: skip


@given(
    st.lists(LINES | st.text(max_size=30), max_size=16).map("\n".join), st.none() | st.text(max_size=20), st.booleans()
)
def test_spans_are_slices_in_order_and_apart(text: str, title: str | None, headline: bool) -> None:
    found = furniture(text, title=title, headline=headline)
    position = 0
    for span in found.spans:
        assert span.text == text[span.start : span.end]
        assert span.text.strip()
        assert span.start >= position
        position = span.end
