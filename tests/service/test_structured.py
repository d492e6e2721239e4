"""A quote for search engines: stated as a fact only where a person confirmed whose words it is."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from command import run
from factory import article, says

from indexer.model import Act, Correction, Stance
from indexer.query import Hit
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import without_text
from service import create_app
from service.answers.make_quotes import of_hit
from service.pages.structured import quotation


def page_of(folder: Path, quote_id: str) -> str:
    settings = Settings(store=f"sqlite:///{folder / 'onrecord.db'}")
    with open_store(settings) as store:
        response = create_app(settings, store).test_client().get(f"/quotes/{quote_id}")
    assert response.status_code == 200
    return response.text


def described(page: str) -> list[str]:
    return re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)


def test_a_confirmed_quote_is_described(indexed: Path) -> None:
    hit = json.loads(run("search", "kind:direct", "--size", "1", "--format", "jsonl").stdout.splitlines()[0])
    assert described(page_of(indexed, hit["id"])) == []
    run("correct", hit["id"], "--speaker", "Ida </script> Brandt", "--who", "desk", "--reason", "on the tape")
    page = page_of(indexed, hit["id"])
    (block,) = described(page)
    made = json.loads(block)
    assert (made["@context"], made["@type"], made["text"]) == ("https://schema.org", "Quotation", hit["text"])
    assert made["creator"]["@type"] == "Person"
    assert made["creator"]["name"].startswith("Ida")
    assert made["url"] == f"http://localhost/quotes/{hit['id']}"
    assert made["isPartOf"]["@type"] == "NewsArticle"
    assert "was decided by desk" in page
    assert "on the tape" in page
    assert "None" not in block


CORRECTION = Correction("desk", "2026-03-01T10:00:00+00:00", "on the tape")


@pytest.mark.parametrize(
    ("stance", "act", "is_described"),
    [
        (Stance.ASSERTED, Act.SAID, True),
        (Stance.ASSERTED, Act.WROTE, True),
        (Stance.DENIED, Act.SAID, False),
        (Stance.ASKED, Act.SAID, False),
        (Stance.ASSERTED, Act.THOUGHT, False),
        (Stance.ASSERTED, Act.DID, False),
    ],
)
def test_only_what_somebody_states_is_described(stance: Stance, act: Act, is_described: bool) -> None:
    stored = article("a", says("The mill will close", "Ida Brandt", stance=stance, act=act))
    confirmed = replace(stored.quotes[0], correction=CORRECTION)
    quote = of_hit(Hit(confirmed, without_text(stored.article)))
    assert (quotation(quote, "https://archive.example/quotes/1") is not None) is is_described
