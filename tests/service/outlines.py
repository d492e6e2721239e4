"""Pages as their elements and text, checked to be sound."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient


class Outline(HTMLParser):
    """Checks that elements are closed in order, and gathers what they are."""

    EMPTY = frozenset({"meta", "link", "input", "br"})
    CLOSED = frozenset({"rect", "path", "polyline"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.CLOSED
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.texts))


def outline(client: FlaskClient, path: str, status: int = 200, **parameters: Any) -> Outline:
    response = client.get(path, query_string=parameters or None)
    assert response.status_code == status
    assert response.content_type == "text/html; charset=utf-8"
    return Outline(response.text)


def quote_pages(client: FlaskClient) -> list[str]:
    hits = client.get("/v1/quotes?q=mill OR depot OR tired").get_json()["hits"]
    assert len(hits) == 4
    return [hit["links"]["page"] for hit in hits]


def sound(page: Outline) -> None:
    """What every page must be: titled, without scripts, with a name for each field, and no foreign address."""
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("h1")) == 1
    assert page.all("script") == []
    labelled = {label.get("for") for label in page.all("label")}
    for field in page.all("input") + page.all("select"):
        assert field.get("type") in ("checkbox", "hidden") or "aria-label" in field or field["id"] in labelled
    identities = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(identities) == len(set(identities))
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    for link in page.all("a"):
        target = link["href"] or ""
        assert target.startswith(("/", "#", "https://courier.example/", "http://localhost/"))
    for anchor in (link["href"] or "" for link in page.all("a")):
        assert not anchor.startswith("#") or anchor[1:] in identities
        assert not re.search(r"[?&]\w+=(&|$)", anchor), "an address has an empty parameter"
