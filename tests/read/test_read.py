"""The one door: every format, folder, packing and standard input."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from pathlib import Path

import pytest

from indexer.model import Article, Basis
from indexer.read import read
from indexer.read.dates.published import given

PLAIN = "5 June 2026\n\nNo ferry before Monday\n\nThe ferry stays in harbour, “and that is that”, Bo Lind said.\n"
PAGE = """<!doctype html><html lang="en"><head><title>Pier shut</title></head><body><article><h1>Pier shut</h1>
<p>The pier of Lower Brae was shut on Monday after a storm tore planks from it, the harbour master said.</p>
<p>“Nobody may walk on it, and nobody should want to,” Bo Lind told the village at a meeting.</p>
<p>He expects the repairs to take until autumn, and the costs to exceed what the village has.</p>
</article></body></html>"""
RECORD = {"id": "brae/1", "title": "Pier shut", "text": "The pier is shut, Bo Lind said. “For good.”"}


def line(**fields: object) -> str:
    return json.dumps({**RECORD, **fields})


def articles(*paths: Path | str) -> list[Article]:
    found = list(read(paths))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pier.txt", PLAIN),
        ("pier.text", PLAIN),
        ("pier.TXT", PLAIN),
        ("pier.html", PAGE),
        ("pier.htm", PAGE),
        ("pier.json", json.dumps(RECORD, indent=2)),
        ("pier.json", json.dumps(RECORD)),
        ("pier.json", json.dumps([RECORD])),
        ("pier.jsonl", json.dumps(RECORD) + "\n"),
        ("pier.ndjson", "\n" + json.dumps(RECORD)),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_format_packed_and_in_every_encoding(
    tmp_path: Path, name: str, content: str, packed: bool, codec: str
) -> None:
    data = content.encode(codec)
    path = tmp_path / (name + ".gz" if packed else name)
    path.write_bytes(gzip.compress(data) if packed else data)
    (article,) = articles(path)
    assert "Bo Lind" in article.text
    assert all(article.text[span.start : span.end] == span.text for span in article.furniture)


def test_the_text_stays_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    content = PLAIN.replace("\n", "\r\n")
    path.write_bytes(content.encode())
    assert articles(path)[0].text == content


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PLAIN, "harbour"),
        (PAGE, "planks"),
        ("\n  " + PAGE, "planks"),
        ('<?xml version="1.0" encoding="utf-8"?>\n' + PAGE.replace("<!doctype html>", ""), "planks"),
        (json.dumps(RECORD), "pier"),
        (json.dumps(RECORD, indent=1), "pier"),
        (json.dumps([RECORD]), "pier"),
        (json.dumps(RECORD) + "\n" + line(id="brae/2"), "pier"),
        ("[Lower Brae] The pier is shut, Bo Lind said.", "pier"),
        ("{sic} The pier is shut, Bo Lind said.", "pier"),
        ("<b>The pier</b> is shut, Bo Lind said.", "pier"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_recognised_by_its_content(content: str, expected: str, packed: bool) -> None:
    data = content.encode()
    found = list(read(["-"], stdin=io.BytesIO(gzip.compress(data) if packed else data)))
    assert found
    assert all(isinstance(item, Article) and expected in item.text for item in found)


def test_folders_are_read_in_order_of_names_without_what_is_hidden_or_our_own(tmp_path: Path) -> None:
    for name in [
        "b/2.txt",
        "b/1.txt",
        "a.txt",
        "c.txt",
        ".git/x.txt",
        ".hidden.txt",
        "README.md",
        "people.csv",
        "a.db",
        "a.rejects.jsonl",
    ]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{PLAIN}{name}")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    found = [article.text.rpartition(PLAIN)[2] for article in articles(tmp_path)]
    assert found == ["a.txt", "b/1.txt", "b/2.txt", "c.txt"]


# --- Identity --------------------------------------------------------------------------------------


def test_the_id_is_given_else_the_url_else_the_file_s_name_and_the_hash_of_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = "https://gazette.example/pier"
    Path("pier.jsonl").write_text("\n".join([line(url=url), line(id=7), line(id=None, url=url), line(id="")]))
    Path("pier.json").write_text(line(id=None))
    Path("pier.txt").write_text(PLAIN)
    record = json.loads(line())["text"]
    text, plain = (hashlib.sha256(each.encode()).hexdigest()[:16] for each in (record, PLAIN))
    assert [article.id for article in articles("pier.jsonl", "pier.json", "./pier.txt")] == [
        "brae/1", "7", url, f"pier.jsonl#{text}", f"pier.json#{text}", f"pier.txt#{plain}",
    ]  # fmt: skip


def test_a_folder_that_moves_holds_the_same_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "june"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(f"{PLAIN}{number}")
    before = [article.id for article in articles(folder)]
    assert not any("june" in each or "/" in each for each in before)
    moved = folder.rename(tmp_path / "july")
    monkeypatch.chdir(moved)
    assert [article.id for article in articles(".")] == before
    (moved / "2.txt").write_text(f"{PLAIN}3")
    assert next(article.id for article in articles(moved)) == before[0]
    assert [article.id for article in articles(moved)][1] not in before


def test_the_id_of_standard_input_is_the_hash_of_its_text() -> None:
    (article,) = read(["-"], stdin=io.BytesIO(PLAIN.encode()))
    assert isinstance(article, Article)
    assert article.id == hashlib.sha256(PLAIN.encode()).hexdigest()


# --- JSON ------------------------------------------------------------------------------------------


def test_all_fields_of_a_record(tmp_path: Path) -> None:
    path = tmp_path / "2020-01-01.jsonl"
    url = "https://www.harbourgazette.example/2026/06/04/pier"
    path.write_text(line(url=url, authors=["Ana Silva", " ", "Jon Berg"], publisher="Harbour Gazette", language="en-GB",
                         published="2026-06-05T11:33:00+01:00", attributions=[{"source": []}]))  # fmt: skip
    (article,) = articles(path)
    assert (article.url, article.title, article.outlet, article.language) == (url, "Pier shut", "Harbour Gazette", "en")
    assert article.authors == ("Ana Silva", "Jon Berg")
    assert article.published is not None
    assert [(date.value, date.zone, date.basis) for date in (article.published.best, *article.published.others)] == [
        ("2026-06-05T11:33:00", "+01:00", Basis.GIVEN),
        ("2026-06-04", None, Basis.URL),
    ]


def test_the_outlet_is_the_url_s_where_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pier.jsonl"
    path.write_text(line(url="https://www.harbourgazette.example/pier", author="Ana Silva"))
    (article,) = articles(path)
    assert (article.outlet, article.authors) == ("harbourgazette.example", ("Ana Silva",))


def test_what_the_caller_says_outranks_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "2026-06-04.txt"
    path.write_text(PLAIN)
    (article,) = read([path], outlet="Harbour Gazette", published=given("2026-06-06"))
    assert isinstance(article, Article)
    assert article.outlet == "Harbour Gazette"
    assert article.published is not None
    assert [date.basis for date in (article.published.best, *article.published.others)] == [
        Basis.GIVEN, Basis.HEADER, Basis.FILE_NAME,
    ]  # fmt: skip


def test_a_record_with_a_title_keeps_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "pier.jsonl"
    path.write_text(line(title="Pier shut: “For good”", text="Pier shut: “For good”\n\nSo said Bo Lind, the mayor."))
    assert articles(path)[0].furniture == ()


def test_a_list_is_cut_into_its_elements_wherever_its_brackets_stand(tmp_path: Path) -> None:
    texts = ["a [bracket", 'a "quote" and \\', "}, {", "é" * 70_000, "end ]", "\\\\" * 40_000]
    path = tmp_path / "pier.json"
    for indent in (None, 2):
        path.write_text(json.dumps([{"id": str(n), "text": text, "x": [1, {"y": []}]} for n, text in enumerate(texts)],
                                   indent=indent, ensure_ascii=False))  # fmt: skip
        found = list(read([path]))
        assert [item.text for item in found if isinstance(item, Article)] == [
            text for text in texts if any(map(str.isalpha, text))
        ]
