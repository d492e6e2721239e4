"""Worker processes: what an article can do to its reader or extractor refuses this article, and nothing else."""

from __future__ import annotations

import json
import multiprocessing.process
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import misbehaving
import pytest

from indexer import pipeline, workers
from indexer.errors import EncoderUnavailable, WorkersUnavailable
from indexer.limits import Limits
from indexer.model import Article
from indexer.one_article import Outcome, ReadAndExtract
from indexer.query import StoredArticle
from indexer.read import Overrides, Raw, Reason, Reject
from indexer.report import Report
from indexer.store.base import Writer, Written

SECONDS, MEMORY = 4.0, 500_000_000
LIMITS = Limits(SECONDS, MEMORY)

SLOW = "it takes more than 4 seconds"
MUCH = "it takes more memory than one article may"

ANYWHERE = [
    ("loop", Reason.TOO_SLOW, SLOW),
    ("sleep", Reason.TOO_SLOW, SLOW),
    ("allocate", Reason.TOO_MUCH_MEMORY, MUCH),
    ("leave", Reason.EXTRACTION_FAILED, "SystemExit: done (misbehaving.py, line"),
    ("recurse", Reason.EXTRACTION_FAILED, "RecursionError: maximum recursion depth exceeded"),
    ("odd", Reason.EXTRACTION_FAILED, "OddError:  (misbehaving.py, line"),
    ("panic", Reason.EXTRACTION_FAILED, "Panic: index out of bounds (misbehaving.py, line"),
    ("nothing", Reason.EXTRACTION_FAILED, "TypeError: 'NoneType' object is not iterable"),
    ("garbage", Reason.EXTRACTION_FAILED, "TypeError: the extractor returned function instead of a quote"),
]
"""What a text asks for, and how it is refused, whether in a process of its own or not."""

APART = [
    *ANYWHERE,
    ("swallow", Reason.TOO_SLOW, SLOW),
    ("loop-in-c", Reason.TOO_SLOW, SLOW),
    ("exit", Reason.WORKER_DIED, "its worker process ended with exit code 3"),
    ("succeed", Reason.WORKER_DIED, "its worker process ended with exit code 0"),
    ("segfault", Reason.WORKER_DIED, "its worker process was killed by SIGSEGV"),
    ("real-time", Reason.WORKER_DIED, f"its worker process was killed by signal {signal.SIGRTMIN + 1}"),
    ("kill", Reason.WORKER_DIED, "its worker process was killed by SIGKILL, possibly out of memory"),
    ("close", Reason.WORKER_DIED, "its worker process ended"),
]
"""And what only a process of its own survives."""


class Recorder(Writer):
    """A writer that keeps what it is given."""

    def __init__(self) -> None:
        self.stored: list[StoredArticle] = []

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        self.stored += batch
        return Written(added=tuple(item.article.id for item in batch))

    def flush(self) -> None:
        pass


def file_of(folder: Path, *texts: str) -> Path:
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts, 1)))
    return path


def indexed(path: Path, count: int) -> tuple[Report, list[StoredArticle], list[Reject]]:
    writer, rejects = Recorder(), list[Reject]()
    report = pipeline.run(
        [path], writer, extract=misbehaving.extract, rejects=rejects.append, workers=count, limits=LIMITS
    )
    return report, writer.stored, rejects


@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_an_article_does_to_its_extractor_refuses_it_alone(tmp_path: Path, count: int) -> None:
    table = ANYWHERE if count == 1 else APART
    texts = [text for name, _, _ in table for text in ("The pier holds.", f"please {name}")]
    report, stored, rejects = indexed(file_of(tmp_path, *texts, "The dam holds."), count)
    assert [each.article.id for each in stored] == [str(n) for n in range(1, len(texts) + 2, 2)]
    assert [quote.id for quote in stored[0].quotes] == ["1-0", "1-1"]
    assert [(each.line, each.reason) for each in rejects] == [(2 * n, row[1]) for n, row in enumerate(table, 1)]
    assert all(said in each.detail for each, (_, _, said) in zip(rejects, table, strict=True)), rejects
    assert report.stored == len(table) + 1
    assert report.refused == len(table)


@pytest.mark.parametrize("count", [1, 2])
def test_no_article_pays_for_the_memory_of_those_before_it(tmp_path: Path, count: int) -> None:
    report, stored, _ = indexed(file_of(tmp_path, *["please keep"] * 4), count)
    misbehaving.KEPT.clear()
    assert (report.refused, len(stored)) == (0, 4)


@dataclass(frozen=True, slots=True)
class BadReader(ReadAndExtract):
    """Reading that does what the bytes say, before there is an article."""

    def __call__(self, task: Raw | Article) -> Outcome:
        if isinstance(task, Raw) and task.data.startswith(b"please "):
            misbehaving.MISBEHAVIOUR[task.data.decode().split()[1]]()
        return ReadAndExtract.__call__(self, task)


@pytest.mark.parametrize("count", [1, 2])
def test_what_an_input_does_to_its_reader_refuses_it_alone(tmp_path: Path, count: int) -> None:
    table = {"loop": Reason.TOO_SLOW, "allocate": Reason.TOO_MUCH_MEMORY, "odd": Reason.EXTRACTION_FAILED}
    if count > 1:
        table |= {"segfault": Reason.WORKER_DIED, "loop-in-c": Reason.TOO_SLOW}
    for n, name in enumerate(table):
        (tmp_path / f"{n}-a.txt").write_text(f"please {name}")
        (tmp_path / f"{n}-b.txt").write_text("The pier holds.")
    work = BadReader(misbehaving.quotes, Overrides())
    found = list(pipeline.outcomes([tmp_path], work, workers=count, limits=LIMITS))
    assert [each.reject.reason if each.reject else None for each in found] == [
        reason for pair in ((reason, None) for reason in table.values()) for reason in pair
    ]
    assert [Path(each.path).name for each in found] == [f"{n}-{half}.txt" for n in range(len(table)) for half in "ab"]


def test_order_and_records_do_not_depend_on_how_many_work(tmp_path: Path) -> None:
    texts = [f"The pier of {n} holds.\n\n“It will hold for {n} years,” said Ida Brandt." for n in range(40)]
    texts[7:7] = ["", "   ", "please"]
    path = file_of(tmp_path, *texts)
    (tmp_path / "b.docx").touch()
    (tmp_path / "c.html").write_text("<html><body><p>“The dam will hold,” said the engineer Ida Brandt of Brae.")
    found = []
    for count in (1, 2, 3):
        writer, rejects = Recorder(), list[Reject]()
        report = pipeline.run([path, tmp_path], writer, rejects=rejects.append, workers=count, limits=LIMITS)
        found.append((report, writer.stored, rejects))
    assert found[0][0].refused == 5
    assert len(found[0][1]) == 42
    assert found[1] == found[0]
    assert found[2] == found[0]


def test_a_rebuild_keeps_the_quotes_of_an_article_that_brings_its_worker_down(tmp_path: Path) -> None:
    from indexer.store import open_store

    with open_store(f"sqlite:///{tmp_path}/archive.db", create=True) as store:
        texts = ["The pier holds.", "please segfault", "please loop", "The dam holds."]
        pipeline.run([file_of(tmp_path, *texts)], store, extract=misbehaving.quotes)
        rejects: list[Reject] = []
        report = pipeline.rebuild(store, extract=misbehaving.extract, rejects=rejects.append, workers=2, limits=LIMITS)
        assert sorted((each.id, each.reason) for each in rejects) == [("2", "worker-died"), ("3", "too-slow")]
        assert (report.added, store.counts().articles, store.counts().quotes) == (4, 4, 8)


@dataclass(frozen=True, slots=True)
class Twice:
    """Work for the tests of what surrounds it: twice a number."""

    def __call__(self, task: int) -> int:
        if task < 0:
            raise EncoderUnavailable("install it again")
        return 2 * task

    def load(self) -> None:
        pass

    def failed(self, task: int, why: object) -> int:
        raise AssertionError(why)

    def size(self, task: int) -> int:
        return 1_000


@pytest.mark.parametrize("count", [1, 2])
def test_what_no_task_can_do_ends_the_run(count: int) -> None:
    with pytest.raises(EncoderUnavailable, match="install it again"):
        list(workers.results(Twice(), [1, 2, -1, 3], workers=count, limits=Limits()))


@dataclass(frozen=True, slots=True)
class SlowToLoad(Twice):
    def load(self) -> None:
        time.sleep(1.5)


@pytest.mark.parametrize("count", [1, 2])
def test_loading_is_not_part_of_any_task(count: int) -> None:
    assert list(workers.results(SlowToLoad(), [1, 2], workers=count, limits=Limits(1.0))) == [2, 4]


@pytest.mark.parametrize(
    ("error", "said"), [(OSError("AF_UNIX path too long"), "AF_UNIX path too long"), (EOFError(), "has ended")]
)
def test_where_no_process_can_be_started_it_says_so(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def start(_: object) -> None:
        raise error

    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", start)
    with pytest.raises(WorkersUnavailable, match=rf"{said}\); use one worker"):
        list(workers.results(Twice(), [1, 2], workers=2, limits=Limits()))


def test_tasks_are_read_ahead_so_far_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "AHEAD", 10)
    given: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(200):
            given.append(number)
            yield number

    with closing(workers.results(Twice(), tasks(), workers=2, limits=Limits())) as found:
        for number, result in enumerate(found):
            assert result == 2 * number
            assert len(given) <= number + 10
    assert len(given) == 200


def test_so_much_is_read_ahead_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "AHEAD_BYTES", 5_000)
    given = iter(range(100))
    with closing(workers.results(Twice(), given, workers=2, limits=Limits())) as found:
        assert next(found) == 0
        assert next(given) <= 6
