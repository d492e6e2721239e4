"""The page of the check: verdict first, yours over printed, and a draft whose quotes can be put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from factory import article, says
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from test_pages import Outline, sound

from indexer.compare import EditKind
from indexer.store import open_store
from service import create_app
from service.answers import Span, Speaker
from service.answers.checks import Change, Place
from service.answers.drafts import DraftQuote
from service.pages import diffs, outcomes

LOCKS = "“We will not open the locks to barges before the last bolt is tight,”"
FERRY = "“The ferry has never once been late on a Sunday in all my years.”"
GATES = ("“We shall paint the old lock gates green before the summer regatta,”", "“and nobody will be asked twice.”")
DRAFT = (
    "The locks\r\n\r\n“We will open the locks to barges before the last bolt is tight,” said Ida Brandt.\r\n\r\n"
    "“The ferry has never once been late on a Sunday in all my years.” said Otto Lind.\r\n\r\n"
    "“Nobody ever asked the lock keeper's cat what it thought of the river,” said Mona Lie.\r\n"
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('checks') / 'a.db'}", create=True) as store:
        store.replace(
            [
                article("a", says(LOCKS, "Ida Brandt"), outlet="Alba", published="2025-03-02"),
                article("b", says(LOCKS, "Ida Brandt"), outlet="Zenit", published="2025-03-04"),
                article("c", says(FERRY, "Otto Lind"), outlet="Alba", published="2025-04-01"),
                article("d", says(GATES, "Ida Brandt"), outlet="Alba", published="2025-05-01"),
            ]
        )
        store.flush()
        yield create_app(store=store).test_client()


def posted(client: FlaskClient, **data: str) -> Outline:
    response = client.post("/check", data=data)
    assert response.status_code == 200
    return Outline(response.text)


def checked_soundly(page: Outline) -> None:
    scripts = [element for element in page.elements if element[0] == "script"]
    assert [attributes["src"] for _, attributes in scripts] == ["/static/check.js"]
    page.elements = [
        element
        for element in page.elements
        if element not in scripts and not str(element[1].get("href", "")).startswith("javascript:")
    ]
    sound(page)


@pytest.mark.parametrize(
    "data", [{"text": LOCKS}, {"text": LOCKS.replace("not ", "")}, {"draft": DRAFT}, {"text": "?!"}]
)
def test_an_answer_is_sound(client: FlaskClient, data: dict[str, str]) -> None:
    checked_soundly(Outline(client.post("/check", data=data).text))
    checked_soundly(Outline(client.get("/check").text))


def test_the_verdict_stands_first_and_what_differs_in_its_place(client: FlaskClient) -> None:
    html = client.post("/check", data={"text": LOCKS.replace("not ", "")}).text
    assert re.search(r'<section class="band bad"[^>]*>\s*<h1 id="verdict"><span[^>]*>✕</span> Sense altered</h1>', html)
    assert html.index("band bad") < html.index("<textarea")
    assert "We will <ins>not</ins> open the locks" in html
    page = Outline(html)
    assert "First report in this archive Alba, 2 March 2025" in page.text
    assert "Ida Brandt: 2 reports, the first of 2 March 2025" in page.text
    assert "2 reports, by date" in page.text


def test_printed_word_for_word(client: FlaskClient) -> None:
    html = client.post("/check", data={"text": FERRY}).text
    assert '<section class="band ok"' in html
    assert "<ins>" not in html
    assert "<del>" not in html


def test_a_draft_is_headed_by_its_worst_quote(client: FlaskClient) -> None:
    page = posted(client, draft=DRAFT)
    html = client.post("/check", data={"draft": DRAFT}).text
    assert '<section class="band bad"' in html
    labels = re.findall(r'<h2 class="tag (\w+)" id="quote-(\d+)">', html)
    assert labels == [("bad", "0"), ("ok", "1"), ("none", "2")]
    assert "paragraph 2 Ida Brandt in your draft" in page.text
    assert "paragraph 3 Otto Lind in your draft" in page.text
    assert "What Mona Lie is on record with" in page.text


def test_the_printed_wording_can_be_put_in(client: FlaskClient) -> None:
    page = posted(client, draft=DRAFT)
    (use,) = [str(button["value"]) for button in page.all("button") if button.get("name") == "use"]
    mended = client.post("/check", data={"draft": DRAFT, "use": use}).text
    assert '<section class="band none"' in mended
    (field,) = re.findall(r"<textarea[^>]*name=\"draft\".*?</textarea>", mended, re.S)
    assert "“We will not open the locks to barges" in field
    assert "2 word for word" in mended


@pytest.mark.parametrize("use", ["x", "0-0:a", "5-2:a", "0-99999:a", "٠-١:a", "1-2:"])
def test_a_place_that_is_none_is_refused(client: FlaskClient, use: str) -> None:
    response = client.post("/check", data={"draft": DRAFT, "use": use})
    assert response.status_code == 400
    assert "names no place of the draft" in response.text


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        (
            "“We shall paint the new lock gates green before the summer regatta,” said Ida Brandt.",
            "“We shall paint the old lock gates green before the summer regatta,” said Ida Brandt.",
        ),
        (
            'Ida Brandt said: "We shall paint the new lock gates green before the summer regatta."',
            'Ida Brandt said: "We shall paint the old lock gates green before the summer regatta,"',
        ),
        (
            "“Paint the new lock gates green before the summer regatta,” said Ida Brandt.",
            "“paint the old lock gates green before the summer regatta,” said Ida Brandt.",
        ),
    ],
)
def test_what_a_draft_leaves_out_stays_out(client: FlaskClient, draft: str, mended: str) -> None:
    html = client.post("/check", data={"draft": draft}).text
    (use,) = re.findall(r'name="use" value="([^"]*)"', html)
    changed = client.post("/check", data={"draft": draft, "use": use}).text
    (field,) = re.findall(r"<textarea[^>]*name=\"draft\"[^>]*>(.*?)</textarea>", changed, re.S)
    assert unescape(field) == mended


def test_a_quote_that_is_gone_is_named(client: FlaskClient) -> None:
    assert client.post("/check", data={"draft": DRAFT, "use": "1-2:gone:0-9"}).status_code == 404


PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans()), max_size=5)


@given(st.text(max_size=40), st.text(max_size=40), PLACES, PLACES)
def test_the_sides_joined_are_the_texts(
    asked: str, printed: str, ours: list[tuple[int, int, bool]], theirs: list[tuple[int, int, bool]]
) -> None:
    changes = [
        Change(
            kind=EditKind.REPLACED,
            asked=Place(start=min(a, b), end=max(a, b), text=""),
            printed=Place(start=min(c, d), end=max(c, d), text=""),
            cut=cut,
        )
        for (a, b, cut), (c, d, _) in zip(ours, theirs, strict=False)
    ]
    both = diffs.sides(asked, printed, changes)
    assert "".join(piece.text for piece in both.asked) == asked
    assert "".join(piece.text for piece in both.printed) == printed


@pytest.mark.parametrize(
    ("draft", "number"),
    [
        ("“Here”", 1),
        ("A head\n\n“Here”", 2),
        ("\n\n\n“Here”", 1),
        ("A head\r\n\r\n\r\nWe say “Here”", 2),
        ("One\n\nTwo\n \nThree: “Here”", 3),
        ("One\nstill one “Here”", 1),
    ],
)
def test_the_paragraph_of_a_quote(client: FlaskClient, draft: str, number: int) -> None:
    at = draft.index("“Here”")
    span = Span(start=at, end=at + 6, text="“Here”")
    nobody = Speaker.model_construct(id=None, name=None, as_printed=None)
    quote = DraftQuote.model_construct(spans=[span], text="“Here”", speaker=nobody, counterparts=[])
    assert outcomes.paragraph(draft, quote) == number
