"""Store URLs: which are taken, and that none is printed with its secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import StoreMissing
from indexer.settings import Settings
from indexer.store import open_store, redact


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("sqlite:///quotes.db", "sqlite:///quotes.db"),
        ("http://localhost:9200/onrecord", "http://localhost:9200/onrecord"),
        ("https://elastic:s3cret@es.example:9200/x", "https://***@es.example:9200/x"),
        ("https://elastic:pa/ss@w?rd#@es.example/x", "https://***@es.example/x"),
        ("http://token@es.example", "http://***@es.example"),
        ("nonsense", "nonsense"),
    ],
)
def test_secrets_are_not_printed(url: str, printed: str) -> None:
    assert redact(url) == printed


def test_relative_and_absolute_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_store("sqlite:///here.db", create=True).close()
    assert (tmp_path / "here.db").is_file()
    open_store(f"sqlite:///{tmp_path}/there%20too.db", create=True).close()
    assert (tmp_path / "there too.db").is_file()
    open_store(Settings(store=f"sqlite:///{tmp_path}/here.db")).close()
    with pytest.raises(StoreMissing):
        open_store("sqlite:///elsewhere.db")
