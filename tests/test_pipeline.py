"""The pipeline: what is stored, counted and refused, and what happens when the engine goes away."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from factory import lines, two_quotes

from indexer import pipeline
from indexer.errors import StoreUnavailable
from indexer.model import Article, Quote
from indexer.query import StoredArticle
from indexer.read import Reason, Reject
from indexer.report import Report, Stopped
from indexer.store import open_store
from indexer.store.base import Store, Writer, Written


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/archive.db", create=True) as opened:
        yield opened


class Recorder(Writer):
    """A writer that keeps what it is given, and fails when told to."""

    def __init__(self, fail_at: int | None = None, refuse: str | None = None) -> None:
        self.batches: list[list[StoredArticle]] = []
        self.flushes: list[int] = []
        self._fail_at = fail_at
        self._refuse = refuse

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        if self._fail_at == len(self.batches):
            raise StoreUnavailable("http://***@host:9200 does not answer")
        self.batches.append(list(batch))
        ids = [item.article.id for item in batch]
        failed = tuple((each, "document too strange") for each in ids if each == self._refuse)
        return Written(added=tuple(each for each in ids if each != self._refuse), failed=failed)

    def flush(self) -> None:
        self.flushes.append(len(self.batches))


def test_what_is_new_changed_and_unchanged_is_counted(store: Store, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", "The pier holds.", "The dam holds.")
    assert pipeline.run([path], store, extract=two_quotes) == Report(read=2, added=2, quotes=4)
    assert pipeline.run([path], store, extract=two_quotes) == Report(read=2, unchanged=2, quotes=4)
    lines(path, "The pier holds.", "The dam is gone.", "The mill holds.")
    assert pipeline.run([path], store, extract=two_quotes) == Report(read=3, added=1, changed=1, unchanged=1, quotes=6)
    assert (store.counts().articles, store.counts().quotes) == (3, 6)


def test_refusals_are_reported_as_they_happen_and_stop_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    lines(tmp_path / "b.jsonl", "The pier holds.", "", "Texts that break.")
    refused: list[Reject] = []
    report = pipeline.run([tmp_path / "none", tmp_path / "a.txt", tmp_path / "b.jsonl"], store, extract=two_quotes,
                          rejects=refused.append)  # fmt: skip
    assert report == Report(read=2, added=1, quotes=2, rejected={"missing": 1, "empty": 2, "extraction-failed": 1})
    assert report.refused == 4
    assert [(Path(each.path).name, each.line, each.id, each.reason) for each in refused] == [
        ("none", None, None, Reason.MISSING),
        ("a.txt", None, None, Reason.EMPTY),
        ("b.jsonl", 2, "2", Reason.EMPTY),
        ("b.jsonl", 3, "3", Reason.EXTRACTION_FAILED),
    ]
    assert "ValueError: this text breaks the extractor (factory.py, line " in refused[-1].detail


def test_what_the_engine_refuses_is_a_reject_and_the_rest_is_stored(tmp_path: Path) -> None:
    refused: list[Reject] = []
    path = lines(tmp_path / "a.jsonl", "The pier holds.", "The dam holds.")
    report = pipeline.run([path], Recorder(refuse="2"), extract=two_quotes, rejects=refused.append)
    assert report == Report(read=2, added=1, quotes=2, rejected={"store-refused": 1}, failed=1)
    assert refused == [Reject(str(path), 2, "2", Reason.STORE_REFUSED, "document too strange")]


def test_batches_are_bounded_by_articles_and_by_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 3)
    monkeypatch.setattr(pipeline, "BATCH_CHARACTERS", 1_000)
    writer = Recorder()
    path = lines(tmp_path / "a.jsonl", *["short"] * 5, *["long " * 150] * 4)
    pipeline.run([path], writer, extract=two_quotes)
    assert [len(batch) for batch in writer.batches] == [3, 3, 2, 1]


def test_it_reads_no_further_than_it_has_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 10)
    path = lines(tmp_path / "a.jsonl", *["The pier holds."] * 95)
    begun: list[str] = []
    held: list[int] = []

    class Watching(Recorder):
        def replace(self, batch: Sequence[StoredArticle]) -> Written:
            held.append(len(begun) - sum(map(len, self.batches)))
            return super().replace(batch)

    def watched(article: Article) -> tuple[Quote, ...]:
        begun.append(article.id)
        return ()

    pipeline.run([path], Watching(), extract=watched)
    assert held == [10] * 9 + [5]


def test_it_flushes_at_the_end_and_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 2)
    monkeypatch.setattr(pipeline, "FLUSH_AFTER", 4)
    writer = Recorder()
    pipeline.run([lines(tmp_path / "a.jsonl", *["The pier holds."] * 9)], writer, extract=two_quotes)
    assert writer.flushes == [2, 4, 5]


def test_an_article_twice_in_one_batch_counts_once_and_its_last_version_stays(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    texts = ["The pier holds.", "The pier holds.", "The pier is gone."]
    path.write_text("\n".join(json.dumps({"id": "pier", "text": text}) for text in texts))
    assert pipeline.run([path], store, extract=two_quotes) == Report(read=3, added=1, changed=1, unchanged=1, quotes=4)
    found = store.article("pier")
    assert found is not None
    assert found.article.text == "The pier is gone."


def test_progress_is_told_after_batches_and_rejects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 1)
    seen: list[Report] = []
    path = lines(tmp_path / "a.jsonl", "The pier holds.", "", "The dam holds.")
    report = pipeline.run([path], Recorder(), extract=two_quotes, progress=seen.append)
    assert [(each.added, each.refused) for each in seen] == [(1, 0), (1, 1), (2, 1)]
    assert seen[-1] == report


def test_progress_moves_while_a_batch_is_being_filled(tmp_path: Path) -> None:
    seen: list[Report] = []
    path = lines(tmp_path / "a.jsonl", *["The pier holds."] * 25)
    pipeline.run([path], Recorder(), extract=two_quotes, progress=seen.append)
    assert [each.read for each in seen] == [10, 20, 25]


def test_an_article_that_upsets_the_store_is_refused_alone(tmp_path: Path) -> None:
    class Upset(Recorder):
        def replace(self, batch: Sequence[StoredArticle]) -> Written:
            if {"3", "8"} & {each.article.id for each in batch}:
                raise IndexError("string index out of range")
            return super().replace(batch)

    refused: list[Reject] = []
    writer = Upset()
    path = lines(tmp_path / "a.jsonl", *["The pier holds."] * 9)
    report = pipeline.run([path], writer, extract=two_quotes, rejects=refused.append)
    assert [each.article.id for batch in writer.batches for each in batch] == ["1", "2", "4", "5", "6", "7", "9"]
    assert [(each.line, each.id, each.reason) for each in refused] == [
        (3, "3", Reason.STORE_REFUSED),
        (8, "8", Reason.STORE_REFUSED),
    ]
    assert refused[0].detail.startswith("IndexError: string index out of range (test_pipeline.py, line ")
    assert report == Report(read=9, added=7, quotes=14, rejected={"store-refused": 2}, failed=2)


# --- The engine goes away -------------------------------------------------------------------------


def test_an_engine_that_goes_away_stops_the_run_which_says_how_far_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 2)
    path = lines(tmp_path / "a.jsonl", *["The pier holds."] * 9)
    writer = Recorder(fail_at=2)
    with pytest.raises(Stopped) as stopped:
        pipeline.run([path], writer, extract=two_quotes)
    assert stopped.value.report == Report(read=6, added=4, quotes=8)
    assert stopped.value.pending == 2
    said = str(stopped.value)
    assert "does not answer" in said
    assert "articles stored: 4, with 8 quotes" in said
    assert "the 2 read after them may not be" in said
    assert isinstance(stopped.value, StoreUnavailable)


def test_running_it_again_completes_it(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 2)
    path = lines(tmp_path / "a.jsonl", *["The pier holds."] * 5)
    whole, calls = store.replace, []

    def failing(batch: Sequence[StoredArticle]) -> Written:
        calls.append(batch)
        if len(calls) == 2:
            raise StoreUnavailable("away")
        return whole(batch)

    monkeypatch.setattr(store, "replace", failing)
    with pytest.raises(Stopped):
        pipeline.run([path], store, extract=two_quotes)
    assert pipeline.run([path], store, extract=two_quotes) == Report(read=5, added=3, unchanged=2, quotes=10)


def test_an_engine_that_goes_away_at_the_last_flush_is_said_too(tmp_path: Path) -> None:
    class Deaf(Recorder):
        def flush(self) -> None:
            raise StoreUnavailable("away")

    with pytest.raises(Stopped) as stopped:
        pipeline.run([lines(tmp_path / "a.jsonl", "The pier holds.")], Deaf(), extract=two_quotes)
    assert (stopped.value.report.added, stopped.value.pending) == (1, 0)


def test_articles_are_extracted_without_being_told_how(tmp_path: Path) -> None:
    text = "Bo Lind is the harbour master.\n\n“The pier will hold,” said Bo Lind."
    writer = Recorder()
    pipeline.run([lines(tmp_path / "a.jsonl", text)], writer)
    assert [quote.text for quote in writer.batches[0][0].quotes] == ["“The pier will hold,”"]
