"""Who said something together with others, as pages print it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient

from indexer.model import Speaker, SpeakerKind

BELL = Speaker("ann-bell", "Ann Bell", "Bell", SpeakerKind.PERSON)
BOTH = Speaker("ann-bell", "Ann Bell", "Bell and Byrd", SpeakerKind.PERSON, ("Otis Byrd",))


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (BELL, "Ann Bell"),
        (
            Speaker("ann-bell", "Ann Bell", "Bell and Byrd", SpeakerKind.PERSON, ("Otis Byrd",)),
            "Ann Bell with Otis Byrd",
        ),
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
