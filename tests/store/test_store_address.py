"""Store URLs: which are taken, and that none is printed with its secrets."""

from __future__ import annotations

from pathlib import Path

import pytest
from elastic_transport import TransportError, Urllib3HttpNode
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import Invalid, OnrecordError, StoreMissing
from indexer.settings import LONGEST_URL, Settings, from_environment, url_in
from indexer.store import open_store, redact


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("sqlite:///quotes.db", "sqlite:///quotes.db"),
        ("sqlite:////data/my%20quotes.db", "sqlite:////data/my%20quotes.db"),
        ("sqlite:////home/ida@work/2026:01.db", "sqlite:////home/ida@work/2026:01.db"),
        ("sqlite:///C:/data/quotes.db", "sqlite:///C:/data/quotes.db"),
        ("http://localhost:9200/onrecord", "http://localhost:9200/onrecord"),
        ("http://[::1]:9200/x", "http://[::1]:9200/x"),
        ("https://elastic:s3cret@es.example:9200/x", "https://***@es.example:9200/x"),
        ("https://elastic:pa/ss@w?rd#@es.example/x", "https://***@es.example/x"),
        ("http://token@es.example", "http://***@es.example"),
        ("http:/elastic:s3cret@es.example/x", "http:/***@es.example/x"),
        ("http//elastic:s3cret@es.example/x", "http//***@es.example/x"),
        ("http:elastic:s3cret@es.example/x", "http:***@es.example/x"),
        ("htp://elastic:s3cret@es.example/x", "htp://***@es.example/x"),
        ("://elastic:s3cret@es.example/x", "***@es.example/x"),
        ("//elastic:s3cret@es.example/x", "//***@es.example/x"),
        ("sqlite://elastic:s3cret@es.example/x.db", "sqlite://***@es.example/x.db"),
        ("sqlite:///elastic:s3cret@es.example/x.db", "sqlite:///***@es.example/x.db"),
        ("http://elastic%3As3cret%40es.example/x", "http://***@es.example/x"),
        ("http://elastic%253As3cret%2540es.example/x", "http://***@es.example/x"),
        ("http://elastic:s3cret", "http://elastic***"),
        ("http://elastic:s3cret#es.example:9200/x", "http://elastic***"),
        ("http://es.example/x?password=s3cret", "http://es.example/x***"),
        ("nonsense", "nonsense"),
    ],
)
def test_secrets_are_not_printed(url: str, printed: str) -> None:
    assert redact(url) == printed


def nobody_there(*_: object, **__: object) -> None:
    raise TransportError("nobody there")


SECRETS = st.from_regex(r"s3cret[A-Za-z0-9:/?#%@. ~-]{0,6}", fullmatch=True)
GOOD = st.builds(
    "{}://{}:{}@{}{}/{}".format,
    st.sampled_from(["http", "https", "sqlite", "HTTP", "htp"]),
    st.sampled_from(["elastic", "ida", ""]),
    SECRETS,
    st.sampled_from(["es.example", "127.0.0.1", "[::1]"]),
    st.sampled_from(["", ":9200", ":99999"]),
    st.sampled_from(["", "news", "News", "x/y", "quotes.db"]),
)


@settings(deadline=None)
@given(GOOD, st.integers(0, 60), st.sampled_from(["delete", "double", "insert"]), st.sampled_from(":/@#?;, x%"))
def test_a_mistyped_url_tells_no_secret(url: str, at: int, slip: str, typed: str) -> None:
    """The secret stands behind the user's colon, and no slip of one key makes it readable."""
    secret = url.index("s3cret")
    if at < len(url) and not secret <= at < secret + 6:
        url = url[:at] + {"delete": "", "double": url[at] * 2, "insert": typed + url[at]}[slip] + url[at + 1 :]
    assert "s3cret" not in redact(url)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Urllib3HttpNode, "perform_request", nobody_there)
        with pytest.raises(OnrecordError) as caught:
            open_store(url)
    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in repr(Settings(store=url))


def test_relative_and_absolute_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_store("sqlite:///here.db", create=True).close()
    assert (tmp_path / "here.db").is_file()
    open_store(f"sqlite:///{tmp_path}/there%20too.db", create=True).close()
    assert (tmp_path / "there too.db").is_file()
    open_store(Settings(store=f"sqlite:///{tmp_path}/here.db")).close()
    with pytest.raises(StoreMissing):
        open_store("sqlite:///elsewhere.db")


# --- Files that name a store ----------------------------------------------------------------------


def test_the_first_line_of_a_file_names_the_store(tmp_path: Path) -> None:
    file = tmp_path / "store"
    file.write_text("  http://elastic:s3cret@es.example/x \r\nanything else\n", encoding="utf-8")
    assert url_in(file, "--store-file") == "http://elastic:s3cret@es.example/x"
    assert from_environment({"ONRECORD_STORE_FILE": str(file)}).store == "http://elastic:s3cret@es.example/x"
    assert from_environment({"ONRECORD_STORE_FILE": "no such file"}, store="sqlite:///a.db").store == "sqlite:///a.db"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read: No such file"),
        (b"", "is empty"),
        (b"\n http://elastic:s3cret@es.example/x\n", "is empty"),
        (b"\xff\xfes3cret", "is not UTF-8"),
        (b"s3cret" * LONGEST_URL, "is too long"),
    ],
)
def test_a_file_that_names_no_store_is_told_without_its_content(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    file = tmp_path / "store"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Invalid, match=told) as caught:
        from_environment({"ONRECORD_STORE_FILE": str(file)})
    assert str(file) in str(caught.value)
    assert caught.value.field == "ONRECORD_STORE_FILE"
    assert "s3cret" not in str(caught.value)


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be read"):
        url_in(tmp_path, "--store-file")
    with pytest.raises(Invalid, match="cannot be read"):
        url_in("\0", "--store-file")


def test_a_file_has_no_password(tmp_path: Path) -> None:
    folder = tmp_path / "ida@work"
    folder.mkdir()
    open_store(f"sqlite:///{folder}/a.db", create=True).close()
    assert (folder / "a.db").is_file()
    with pytest.raises(Invalid, match="does not name a file") as caught:
        open_store(f"sqlite:///elastic:s3cret@{folder}/a.db", create=True)
    assert "s3cret" not in str(caught.value)


def test_a_store_that_is_named_twice_is_refused() -> None:
    with pytest.raises(Invalid, match="both set"):
        from_environment({"ONRECORD_STORE_FILE": "a", "ONRECORD_STORE": "sqlite:///b.db"})
