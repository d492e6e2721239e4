"""A quote for search engines: stated as a fact only where a person confirmed whose words it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

from command import run

from indexer.settings import Settings
from indexer.store import open_store
from service import create_app


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
