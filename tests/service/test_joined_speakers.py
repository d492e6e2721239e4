"""Who said something together with others, as pages and references print it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from factory import article, says
from flask.testing import FlaskClient
from outlines import outline

from indexer.model import Speaker, SpeakerKind

BELL = Speaker("ann-bell", "Ann Bell", "Bell", SpeakerKind.PERSON)
BOTH = Speaker("ann-bell", "Ann Bell", "Bell and Byrd", SpeakerKind.PERSON, ("Otis Byrd",))
WORDS = "“We shall paint the old lock gates green before the summer regatta.”"


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (BELL, "Ann Bell"),
        (BOTH, "Ann Bell with Otis Byrd"),
        (
            Speaker(None, None, "Bell", SpeakerKind.AMBIGUOUS, ("Ann Bell", "Tom Bell")),
            "“Bell”, who may be Ann Bell or Tom Bell",
        ),
    ],
)
def test_those_whom_a_source_joins_are_printed(client: FlaskClient, speaker: Speaker, shown: str) -> None:
    with client.application.app_context():
        macros = client.application.jinja_env.get_template("_quote.html").make_module()
        assert str(macros.plain_speaker(SimpleNamespace(speaker=speaker))).strip() == shown


def test_every_face_names_both(serving: Callable[..., FlaskClient]) -> None:
    client = serving(article("gates", says(WORDS, "Ann Bell", as_printed="Bell and Byrd", beside=("Otis Byrd",))))
    (quote,) = client.get("/v1/quotes?q=gates").get_json()["hits"]
    for path in ("/?q=gates", "/speakers/ann-bell", f"/quotes/{quote['id']}", f"/check?quote={quote['id']}"):
        assert "Ann Bell with Otis Byrd" in outline(client, path).text
    assert "attributed to Ann Bell with Otis Byrd" in outline(client, f"/check?quote={quote['id']}").text
    for ending in ("bib", "ris"):
        assert "Attributed to Ann Bell with Otis Byrd" in client.get(f"/v1/quotes.{ending}?q=gates").text
