"""Each input that is refused has its reason, and stops no other."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest

from indexer.model import Article
from indexer.read import Reason, Reject, compose, each, read
from indexer.read.decode import LARGEST
from indexer.read.origin import Origin, Overrides

PLAIN = "5 June 2026\n\nNo ferry before Monday\n\nThe ferry stays in harbour, “and that is that”, Bo Lind said.\n"
RECORD = {"id": "brae/1", "title": "Pier shut", "text": "The pier is shut, Bo Lind said. “For good.”"}


def line(**fields: object) -> str:
    return json.dumps({**RECORD, **fields})


def articles(*paths: Path | str) -> list[Article]:
    found = list(read(paths))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def reject(*paths: Path | str) -> Reject:
    (found,) = read(paths)
    assert isinstance(found, Reject)
    return found


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", Reason.EMPTY),
        ("a.txt", b" \n", Reason.EMPTY),
        ("a.html", b"", Reason.EMPTY),
        ("a.html", b"<html><body><p>The pier is shut." + b"<a href=b>c</a>" * 26_000, Reason.TOO_LARGE),
        ("a.html", b"<html><body><p " + b" ".join(b"a%d" % n for n in range(300)) + b">It is shut.", Reason.TOO_LARGE),
        ("a.html", b"<html><body>" + b"<p a b c d e f g h i j>It is shut.</p>" * 11_000, Reason.TOO_LARGE),
        ("a.json", b"", Reason.EMPTY),
        ("a.json", b" ", Reason.EMPTY),
        ("a.jsonl", b"\n\n", Reason.EMPTY),
        ("a.jsonl", line(text="  ").encode(), Reason.EMPTY),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", Reason.BINARY),
        ("a.jsonl", b"\xff\xfe{\x00\"\x00\x00\xd8\"\x00", Reason.UNDECODABLE),
        ("a.txt", "Мост закрыт до весны".encode("cp1251"), Reason.UNDECODABLE),
        ("a.txt", b"a" * (LARGEST + 1), Reason.TOO_LARGE),
        ("a.html", b"<p>" + b"a" * LARGEST, Reason.TOO_LARGE),
        ("a.jsonl", line(text="a" * LARGEST).encode(), Reason.TOO_LARGE),
        ("a.json", json.dumps({"text": "a" * LARGEST}, indent=1).encode(), Reason.TOO_LARGE),
        ("a.json", json.dumps([{"text": "a" * LARGEST}]).encode(), Reason.TOO_LARGE),
        ("a.txt.gz", gzip.compress(b"a" * (20 * LARGEST)), Reason.TOO_LARGE),
        ("a.jsonl", b'{"text": "cut o', Reason.BROKEN_JSON),
        ("a.json", b'{\n"text": "cut o', Reason.BROKEN_JSON),
        ("a.json", b"[", Reason.BROKEN_JSON),
        ("a.jsonl", b'{"text": ' + b"9" * 5_000 + b"}", Reason.BROKEN_JSON),
        ("a.jsonl", b'{"text": ' + b"[" * 200_000, Reason.BROKEN_JSON),
        ("a.jsonl", b"not json", Reason.BROKEN_JSON),
        ("a.jsonl", b'["a", "list"]', Reason.WRONG_SHAPE),
        ("a.jsonl", b"17", Reason.WRONG_SHAPE),
        ("a.jsonl", b"null", Reason.WRONG_SHAPE),
        ("a.jsonl", b'{"id": "1"}', Reason.WRONG_SHAPE),
        ("a.jsonl", line(id=["a"]).encode(), Reason.WRONG_SHAPE),
        ("a.html", b"<html><head><title>Pier</title></head><body></body></html>", Reason.NO_ARTICLE),
        ("a.html", b"<html><body><nav><a href='/'>Home</a></nav><script>1</script></body></html>", Reason.NO_ARTICLE),
        ("a.html", b"\xef\xbb\xbf<!-- -->", Reason.NO_ARTICLE),
        ("a.txt", b"5 June 2026\n\nWorld\n\nBy Ana Silva\n", Reason.NO_ARTICLE),
        ("a.txt", b"*** --- 12345 ---", Reason.NO_ARTICLE),
        ("a.txt.gz", b"The pier is shut.", None),
        ("a.txt.gz", gzip.compress(b"The pier is shut. " * 999)[:-20], Reason.UNREADABLE),
        ("a.txt.gz", gzip.compress(os.urandom(50_000))[:20_000] + b"no gzip" * 2_000, Reason.UNREADABLE),
        ("a.docx", b"PK", Reason.UNKNOWN_FORMAT),
        ("a", b"The pier is shut.", Reason.UNKNOWN_FORMAT),
        ("a.gz", gzip.compress(b"The pier is shut."), Reason.UNKNOWN_FORMAT),
    ],
)  # fmt: skip
def test_every_refusal_has_its_reason(tmp_path: Path, name: str, data: bytes, reason: Reason | None) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    if reason is None:
        assert articles(path)
        return
    found = reject(path)
    assert (found.path, found.reason) == (str(path), reason)
    assert found.detail


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert reject(tmp_path / "no.txt").reason == Reason.MISSING


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reject(tmp_path).reason == Reason.UNREADABLE


def test_a_system_error_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    found = reject(tmp_path / "a.txt")
    assert (found.reason, found.detail) == (Reason.UNREADABLE, "Permission denied")


def test_a_folder_that_may_not_be_entered_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pier.txt").write_text(PLAIN)
    real = Path.is_dir

    def is_dir(path: Path, **options: bool) -> bool:
        if path.name == "b":
            raise PermissionError(13, "Permission denied")
        return real(path, **options)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    found = list(read([tmp_path]))
    assert [isinstance(item, Article) for item in found] == [True, False, True]
    (refused,) = (item for item in found if isinstance(item, Reject))
    assert (refused.path, refused.detail) == (str(tmp_path / "b"), "Permission denied")
    assert refused.reason == Reason.UNREADABLE


def test_one_bad_line_stops_no_other(tmp_path: Path) -> None:
    path = tmp_path / "pier.jsonl"
    bad = ["{", line(text=None), line(text="a" * LARGEST), '{"id": "x", "text": ["a", 1]}', "[]"]
    lines = [piece for number, each in enumerate(bad) for piece in (line(id=f"good/{number}"), each)]
    path.write_text("\n".join([*lines, line(id="last")]))
    found = list(read([path]))
    assert [item.id for item in found if isinstance(item, Article)] == [*(f"good/{n}" for n in range(len(bad))), "last"]
    refused = [item for item in found if isinstance(item, Reject)]
    assert [(item.line, item.reason, item.id) for item in refused] == [
        (2, Reason.BROKEN_JSON, None),
        (4, Reason.WRONG_SHAPE, "brae/1"),
        (6, Reason.TOO_LARGE, None),
        (8, Reason.WRONG_SHAPE, "x"),
        (10, Reason.WRONG_SHAPE, None),
    ]


def test_what_breaks_a_reader_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join([line(id="1"), line(id="2"), line(id="3")]))
    (tmp_path / "b.txt").write_text(PLAIN)
    (tmp_path / "c.jsonl").write_text(line(id="4"))
    real = compose.compose

    def breaks(text: str, metadata: compose.Metadata, origin: Origin, overrides: Overrides) -> Article:
        if origin.line == 2 or origin.path.endswith("b.txt"):
            raise ZeroDivisionError("nobody thought of this")
        return real(text, metadata, origin, overrides)

    for name in ("record", "text"):
        monkeypatch.setattr(f"indexer.read.{name}.compose", breaks)
    found = list(read([tmp_path]))
    assert [item.id for item in found if isinstance(item, Article)] == ["1", "3", "4"]
    refused = [item for item in found if isinstance(item, Reject)]
    assert [(item.line, item.id, item.reason) for item in refused] == [
        (2, "2", Reason.READING_FAILED),
        (None, None, Reason.READING_FAILED),
    ]
    assert all("ZeroDivisionError: nobody thought of this (test_refusals.py, line" in item.detail for item in refused)


def test_a_line_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pier.jsonl"
    path.write_text(
        line(text="a " * 10) + "\n" + line(text="a" * (LARGEST - len(line(text="")))) + "\r\n" + line(text="a")
    )
    assert [len(article.text) for article in articles(path)] == [20, LARGEST - len(line(text="")), 1]


def test_one_bad_input_stops_no_other(tmp_path: Path) -> None:
    for name, data in {"a.txt": b"", "b.gz": b"x", "c.txt": PLAIN.encode(), "d.html": b"", "e.json": b"{"}.items():
        (tmp_path / name).write_bytes(data)
    found = list(read([tmp_path / "none", tmp_path]))
    assert [type(item) for item in found] == [Reject, Reject, Reject, Article, Reject, Reject]


def test_lines_before_a_cut_in_the_archive_are_read(tmp_path: Path) -> None:
    lines = "".join(line(id=str(n), x=hashlib.sha256(str(n).encode()).hexdigest()) + "\n" for n in range(5_000))
    path = tmp_path / "pier.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-5_000])
    *found, last = read([path])
    assert len(found) > 1_000
    assert isinstance(last, Reject)
    assert last.reason == Reason.UNREADABLE


def test_a_name_that_is_no_text_is_shown_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"pier-\xff.txt")).write_text(PLAIN)
    (found,) = each([tmp_path], Overrides())
    assert found.path.endswith("pier-\\xff.txt")
    found.path.encode()
