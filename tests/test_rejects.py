"""The file of what was refused: when it is made, what it says, and what it never overwrites."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.errors import Invalid, RejectsUnwritable
from indexer.read import Reason, Reject
from indexer.rejects import RejectsFile, default_path

REJECT = Reject("a.jsonl", 3, "x", Reason.EMPTY, "“text” has nothing in it")


def write(path: Path, *rejects: Reject) -> None:
    with RejectsFile(path) as file:
        for each in rejects:
            file.write(each)


def test_the_rejects_file_is_made_only_when_there_is_one(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    write(path)
    assert not path.exists()
    write(path, REJECT, REJECT)
    assert [json.loads(line) for line in path.read_text().splitlines()] == [
        {"path": "a.jsonl", "line": 3, "id": "x", "reason": "empty", "detail": "“text” has nothing in it"}
    ] * 2


def test_the_rejects_file_speaks_of_the_last_run(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    write(path, REJECT, REJECT)
    write(path, replace(REJECT, line=4))
    assert len(path.read_text().splitlines()) == 1
    write(path)
    assert not path.exists()


def test_a_rejects_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    write(path, REJECT)
    assert path.stat().st_mode & 0o777 == 0o600


def test_rejects_are_on_disk_as_soon_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "rejects.jsonl"
    with RejectsFile(path) as file:
        file.write(REJECT)
        assert len(path.read_text().splitlines()) == 1


@pytest.mark.parametrize("content", ['{"id": "1", "text": "The pier holds."}\n', "The pier holds.", "\x00\xff", "[[["])
def test_what_is_no_rejects_file_is_never_overwritten(tmp_path: Path, content: str) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(content)
    with pytest.raises(Invalid) as refused:
        write(path, REJECT)
    assert refused.value.field == "rejects"
    assert path.read_text() == content


def test_a_rejects_file_that_cannot_be_written_any_more_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    with RejectsFile(tmp_path / "rejects.jsonl") as file:
        monkeypatch.setattr(Path, "open", lambda *_, **__: Full())
        with pytest.raises(RejectsUnwritable, match=r"rejects\.jsonl cannot be written: No space left on device"):
            file.write(REJECT)


@pytest.mark.parametrize("name", ["no-folder/rejects.jsonl", "."])
def test_a_rejects_file_that_cannot_be_is_refused_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(Invalid):
        RejectsFile(tmp_path / name)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///archive.db", "archive.db.rejects.jsonl"),
        ("sqlite:////data/my%20archive.db", "/data/my archive.db.rejects.jsonl"),
        ("http://user:secret@host:9200/prefix", "onrecord.rejects.jsonl"),
    ],
)
def test_where_rejects_are_kept(url: str, path: str) -> None:
    assert default_path(url) == Path(path)
