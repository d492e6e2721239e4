"""The service behind a proxy: what it shows, and how it names itself."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import proxies
import pytest
import served
from flask import redirect, url_for
from serving import Serving, free_port, serving

from indexer.settings import Settings, from_environment
from indexer.store import open_store
from indexer.store.identifying import identify
from service import create_app

ARTICLE = f"/articles/{quote(served.MILL, safe='')}"
ALTOGETHER = "The workers were told by letter.\nthe owner said."
"""What only a whole article has."""

LIES = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "X-Forwarded-Prefix": "/evil"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds ``served.articles()``."""
    folder = tmp_path_factory.mktemp("proxied")
    with open_store(f"sqlite:///{folder}/onrecord.db", create=True) as store:
        store.replace(served.articles())
        store.flush()
        identify(store)
    return folder


class Site:
    """What a client of the proxy gets."""

    def __init__(self, port: int, host: str) -> None:
        self._port, self._host = port, host

    def get(self, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        try:
            connection.request("GET", path, headers={"Host": self._host, **headers})
            response = connection.getresponse()
            return response.status, response.read().decode(), {k.lower(): v for k, v in response.headers.items()}
        finally:
            connection.close()

    def json(self, path: str, **headers: str) -> Any:
        status, text, _ = self.get(path, **headers)
        assert status == 200, text
        return json.loads(text)


@pytest.fixture(scope="module")
def untrusting(archive: Path) -> Iterator[Serving]:
    with serving(archive) as service:
        yield service


@pytest.fixture(scope="module")
def trusting(archive: Path) -> Iterator[Serving]:
    with serving(archive, "--trust-proxy") as service:
        yield service


@pytest.fixture
def plain(untrusting: Serving, tmp_path: Path) -> Iterator[Site]:
    """``proxy_pass`` and nothing else."""
    port = free_port()
    server = f"server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://127.0.0.1:{untrusting.port}; }} }}"
    with proxies.proxying(tmp_path, port, server):
        yield Site(port, "archive.example")


@pytest.fixture
def on_a_host(trusting: Serving, tmp_path: Path) -> Iterator[Site]:
    port = free_port()
    with proxies.proxying(tmp_path, port, proxies.example("host.conf", port=port, service=trusting.port)):
        yield Site(port, f"archive.example:{port}")


@pytest.fixture
def under_a_path(trusting: Serving, tmp_path: Path) -> Iterator[Site]:
    port = free_port()
    with proxies.proxying(tmp_path, port, proxies.example("path.conf", port=port, service=trusting.port)):
        yield Site(port, f"paper.example:{port}")


def links_of(html: str) -> set[str]:
    return {
        link
        for link in re.findall(r'(?:href|src|action)="([^"#]+)', html)
        if not link.startswith(("http", "javascript:"))
    }


def follow_all(site: Site, root: str) -> None:
    """Follow the links of pages and of the API; all must stay under the root and lead somewhere."""
    for page in ("/", "/?q=mill", ARTICLE, "/docs", "/check", "/none"):
        _, html, _ = site.get(root + page, Accept="text/html")
        for link in links_of(html):
            assert link.startswith(f"{root}/")
            assert site.get(link.replace("&amp;", "&"))[0] == 200
    for hit in site.json(f"{root}/v1/quotes?q=mill OR tired".replace(" ", "%20"))["hits"]:
        for link in filter(None, hit["links"].values()):
            assert link.startswith(f"{root}/")
            assert site.get(link)[0] == 200


@pytest.mark.nginx
@pytest.mark.parametrize("path", ["/v1" + ARTICLE, ARTICLE])
@pytest.mark.parametrize("headers", [{}, {"X-Forwarded-For": "127.0.0.1"}, {"X-Real-IP": "::1"}, LIES])
def test_a_plain_proxy_shows_no_whole_article(plain: Site, path: str, headers: dict[str, str]) -> None:
    status, text, _ = plain.get(path, **headers)
    assert status == 200
    assert "The mill will" in text
    assert ALTOGETHER not in text.replace("\\n", "\n")


@pytest.mark.nginx
def test_a_plain_proxy_is_enough_for_a_host_of_its_own(plain: Site) -> None:
    follow_all(plain, "")
    assert "evil" not in plain.get("/?q=mill", **LIES)[1]


@pytest.mark.nginx
def test_the_example_of_a_host(on_a_host: Site) -> None:
    follow_all(on_a_host, "")
    assert "evil" not in on_a_host.get("/?q=mill", **LIES)[1]


@pytest.mark.nginx
def test_the_example_of_a_path(under_a_path: Site) -> None:
    follow_all(under_a_path, "/archive")
    assert "evil" not in under_a_path.get("/archive/?q=mill", **LIES)[1]
    assert under_a_path.get("/archive")[0] == 308
    assert under_a_path.json("/archive/openapi.json")["servers"] == [{"url": "/archive"}]
    assert under_a_path.json(f"/archive/v1{ARTICLE}")["id"] == served.MILL
    status, text, _ = under_a_path.get("/archive/v1/quotes")
    assert (status, json.loads(text)["type"]) == (400, "/archive/docs#invalid")


@pytest.mark.nginx
def test_a_long_draft_is_refused_by_the_service_itself(on_a_host: Site) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", on_a_host._port, timeout=20)
    connection.request("POST", "/v1/check", b'{"text": "' + b"a" * 1_500_000 + b'"}', {"Content-Type": "text/json"})
    response = connection.getresponse()
    assert (response.status, response.headers["Content-Type"]) == (413, "application/problem+json")
    connection.close()


@pytest.mark.parametrize(
    ("trust", "headers", "shown"),
    [
        (False, LIES, "http://localhost/"),
        (True, {}, "http://localhost/"),
        (True, {"X-Forwarded-Proto": "https"}, "https://localhost/"),
        (True, {"X-Forwarded-Host": "archive.example:8443"}, "http://archive.example:8443/"),
        (
            True,
            {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "paper.example", "X-Forwarded-Prefix": "/archive"},
            "https://paper.example/archive/",
        ),
        (True, {"X-Forwarded-Host": "evil.example, archive.example"}, "http://archive.example/"),
    ],
)
def test_absolute_links_and_redirects(settings: Settings, trust: bool, headers: dict[str, str], shown: str) -> None:
    app = create_app(Settings(store=settings.store, trust_proxy=trust))
    app.add_url_rule("/elsewhere", view_func=lambda: redirect(url_for("pages.search", _external=True), 308))
    response = app.test_client().get("/elsewhere", headers=headers)
    assert response.headers["Location"] == shown


def test_one_request_does_not_tell_the_next_where_it_is(settings: Settings) -> None:
    client = create_app(Settings(store=settings.store, trust_proxy=True)).test_client()
    for prefix in ("/archive", "", "/other"):
        hit = client.get("/v1/quotes?q=debts", headers={"X-Forwarded-Prefix": prefix}).get_json()["hits"][0]
        assert hit["links"]["self"] == f"{prefix}/v1/quotes/{hit['id']}"


def test_no_proxy_is_trusted_by_default() -> None:
    assert [Settings().trust_proxy, from_environment({}).trust_proxy] == [False, False]
    assert from_environment({"ONRECORD_TRUST_PROXY": "1"}).trust_proxy
