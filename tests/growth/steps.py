"""What each table of the families is put through."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from tempfile import NamedTemporaryFile

import articles
import asked
import people
from family import Family
from measure import timed

from indexer.errors import Invalid
from indexer.model import SpeakerKind
from indexer.read import STANDARD_INPUT, read
from indexer.read_people import read_people
from indexer.store.base import Store
from service.cli.check_lists import lines

Step = Callable[[Family, int], Mapping[str, float]]
"""Does the work of a step with an input of a family of some size; gives CPU seconds by the name of what was done."""

OF_ARTICLES = frozenset(
    ("marks", "layout", "rules", "forms", "link", "speakers", "act", "dates", "stance", "hearsay", "occasion")
)
"""Tables of articles; each goes through all of extraction, whatever step it is made for."""


OF_AN_ARCHIVE = 8
"""How many times as long the names of an archive are: of a few hundred that are alike, each is compared with each."""

PAGE = "<html><body><h1>The quay</h1><p>It is shut for good, said Ida Brandt on Monday.</p>"


def steps_of(family: Family, store: Store) -> tuple[Step, ...]:
    """What a family goes through.

    Args:
        store: with ``asked.archived()`` in it.
    """
    if family.step in OF_ARTICLES:
        return articles.by_rules, articles.by_labels
    archive = asked.Archive(store)
    steps: dict[str, Step] = {
        "learned": articles.by_model,
        "text": _text(_read),
        "html": _text(lambda text: _read(PAGE + text)),
        "json": _text(_read),
        "jsonl": _text(_read),
        "gzip": _text(lambda text: _read_bytes(gzip.compress(text.encode("utf-8", "surrogatepass")))),
        "list": _text(_list),
        "csv": _text(_table),
        "people": _text(_people),
        "names": people.compared,
        "identity": _text(lambda text: people.resolved(text, SpeakerKind.PERSON), OF_AN_ARCHIVE),
        "bodies": _text(lambda text: people.resolved(text, SpeakerKind.ORGANISATION), OF_AN_ARCHIVE),
        "find people": _text(lambda text: people.found(store, text)),
        "query": _text(asked.query),
        "compare": asked.compared,
        "strip_attribution": _text(asked.stripped),
        "highlight": _text(asked.highlighted),
        "long query": _text(asked.highlighted_for),
        "passages": _text(asked.passages),
        "store": archive.stored,
        "draft": _text(archive.draft),
        "check": _text(archive.text),
    }
    return (steps[family.step],)


def _text(work: Callable[[str], object], times: int = 1) -> Step:
    """The step that does one thing with a text, so many times as long as is asked for."""

    def step(family: Family, size: int) -> Mapping[str, float]:
        text = family.text(times * size)
        return {family.step: timed(partial(work, text))}

    return step


def _read(text: str) -> None:
    _read_bytes(text.encode("utf-8", "surrogatepass"))


def _read_bytes(data: bytes) -> None:
    for _ in read([STANDARD_INPUT], stdin=io.BytesIO(data)):
        pass


def _table(text: str) -> None:
    with NamedTemporaryFile(suffix=".csv") as file:
        file.write(text.encode("utf-8", "surrogatepass"))
        file.flush()
        for _ in read([file.name]):
            pass


def _people(text: str) -> None:
    with suppress(Invalid):
        read_people(io.StringIO(text, newline=""))


def _list(text: str) -> None:
    for _ in lines(io.BufferedReader(io.BytesIO(text.encode())), table=True, shared={}):
        pass
