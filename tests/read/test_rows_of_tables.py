"""Tables: a row is a record, whatever parts its columns; and the schema that names their fields."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from indexer.model import Article
from indexer.read import Reason, Reject, read
from indexer.read.fields import described
from indexer.read.origin import Overrides
from indexer.read.schema import article_schema
from indexer.readings import dry_run

TEXT = "“Half a loaf feeds nobody,” said Maren Oster."


def articles(path: Path) -> list[Article]:
    found = list(read([path]))
    assert all(isinstance(each, Article) for each in found), found
    return [each for each in found if isinstance(each, Article)]


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"),
    [
        ("a.csv", ",", "utf-8"),
        ("a.csv", ";", "utf-8-sig"),
        ("a.csv", ";", "cp1252"),
        ("a.tsv", "\t", "utf-8"),
        ("a.csv", ",", "utf-16"),
    ],
)
def test_the_rows_of_a_table_are_records(tmp_path: Path, name: str, delimiter: str, encoding: str) -> None:
    path = tmp_path / name
    rows = [
        ("id", "date", "Source", "content", "likes"),
        ("1", "2026-03-10", "Mill Post", f'"{TEXT}\n\nNobody, she said, was “hungry” before."', "3"),
        ("2", "", "Mül Post", f'"{TEXT}"', ""),
    ]
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    first, second = articles(path)
    assert (first.id, first.outlet, str(first.published.best.day if first.published else "")) == (
        "1",
        "Mill Post",
        "2026-03-10",
    )
    assert first.text == f"{TEXT}\n\nNobody, she said, was “hungry” before."
    assert (second.id, second.outlet, second.published) == ("2", "Mül Post", None)
    assert first.provenance is not None
    assert (first.provenance.reader, first.provenance.unread) == (name[-3:], ("likes",))


def test_parquet_is_read_with_its_types(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    moment = datetime.datetime(2026, 3, 10, 8, 0)
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"id": ["1"], "published_at": [moment], "body": [TEXT]}), path)
    (found,) = articles(path)
    assert found.published is not None
    assert (found.id, found.published.best.value) == ("1", "2026-03-10T08:00:00")


def test_a_cell_that_python_has_no_value_for_is_left_out(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "text": [TEXT, f"{TEXT} It is old."],
        "published": pyarrow.array([2**62, 0], pyarrow.timestamp("us")),
        "seen": pyarrow.array([0, 2**62], pyarrow.duration("s")),
    }
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table(columns), path)
    one, other = read([path])
    assert isinstance(one, Article)
    assert isinstance(other, Article)
    assert (one.published, other.text) == (None, f"{TEXT} It is old.")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"", Reason.EMPTY),
        ("a.csv", b"text,text\nx,y\n", Reason.WRONG_SHAPE),
        ("a.csv", b"name,size\nx,1\n", Reason.WRONG_SHAPE),
        ("a.csv", b"a" * 6_000_000, Reason.WRONG_SHAPE),
        ("a.csv", "text\nx".encode("utf-16") + b"\n", Reason.WRONG_SHAPE),
        ("a.parquet", b"no parquet", Reason.WRONG_SHAPE),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes, reason: Reason) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = read([path])
    assert isinstance(found, Reject)
    assert found.reason == reason


def test_the_schema_names_every_field_and_its_other_names() -> None:
    properties = article_schema()["properties"]
    for each in described():
        assert each.about
        assert all(name in properties[each.names[0]]["description"] for name in each.names[1:])
    assert properties["text"]["type"] == "string"


def test_a_dry_run_says_what_would_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        f'{{"text": "{TEXT}", "when": "03/10/2026", "likes": 1}}\n{{"text": "{TEXT}", "likes": 2}}\n{{"no": 1}}\n',
        encoding="utf-8",
    )
    found = dry_run([path], Overrides(fields=(("when", "published"),)))
    assert (found.articles, found.undated, found.without_outlet) == (2, 2, 2)
    assert (dict(found.languages), dict(found.unread)) == ({"en": 2}, {"likes": 2})
    assert dict(found.rejected) == {"wrong-shape": 1}
    ((remark, count),) = found.remarks.items()
    assert "--day-first" in remark
    assert count == 1
