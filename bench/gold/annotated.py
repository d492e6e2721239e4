"""Articles with their quotes marked in place: the tables of ``tests/extract`` as records.

A row's text marks the parts of each quote by its number: ``{1:…}`` is content, ``{1s:…}`` source and ``{1c:…}`` cue;
parts may hold others, and ``{1s,2s:…}`` belongs to two quotes. ``speakers`` names who says them, in order: "Ada Lund",
"Tern Institute (organisation)", or a kind alone for somebody without a name, "(group)"; alternatives are parted by " /
". ``language`` is the article's (ISO 639-1), English if it is not given. ``denied`` and ``asked`` list the numbers of
the quotes with that stance, ``said`` gives dates by number.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold.corpus import ROOT
from indexer.languages import ENGLISH
from indexer.model import Article, Basis, Published, PublishedDate, Span, SpeakerKind, Stance

TABLES = ROOT / "tests" / "extract" / "classes"
ARTICLES = ROOT / "tests" / "extract" / "articles"

_MARK = re.compile(r"\{(\d+[sc]?(?:,\d+[sc]?)*):|\}")
_SPEAKER = re.compile(r"(?P<name>[^()]*?)\s*(?:\((?P<kind>[a-z]+)\))?")


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker as a reader names it: the name, or None where none is to be claimed, and the kind."""

    name: str | None
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quote that a reader finds.

    Args:
        cue: empty where any will do.
        who: the answers that are right.
        said: when the words were said, as ``indexer.extract.dates.said_text`` prints it, or None.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    who: tuple[Who, ...]
    stance: Stance
    said: str | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and all of its quotes; ``name`` is the table's and the row's."""

    name: str
    article: Article
    wanted: tuple[Wanted, ...]


def tables(folder: Path) -> tuple[Annotated, ...]:
    """The rows of every table in a folder, in the order of the files' names.

    Raises:
        ValueError: a row's marks and its speakers do not fit together.
    """
    return tuple(row for path in sorted(folder.glob("*.toml")) for row in _rows(path))


def _rows(path: Path) -> Iterator[Annotated]:
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["row"]:
        yield _annotated(f"{path.stem}: {row['case']}", row)


def _annotated(name: str, row: Mapping[str, Any]) -> Annotated:
    text, parts = read_marked(row["text"].strip())
    numbers = sorted({number for number, _ in parts})
    if numbers != list(range(1, len(row["speakers"]) + 1)):
        raise ValueError(f"{name}: quotes {numbers}, but {len(row['speakers'])} speakers")
    stances = {
        **dict.fromkeys(row.get("denied", ()), Stance.DENIED),
        **dict.fromkeys(row.get("asked", ()), Stance.ASKED),
    }
    wanted = tuple(
        Wanted(
            content=parts[number, ""],
            source=parts.get((number, "s"), ()),
            cue=parts.get((number, "c"), ()),
            who=tuple(_who(answer) for answer in row["speakers"][number - 1].split(" / ")),
            stance=stances.get(number, Stance.ASSERTED),
            said=row.get("said", {}).get(str(number)),
        )
        for number in numbers
    )
    article = Article(
        id=name,
        text=text,
        language=row.get("language", ENGLISH),
        title=row.get("title"),
        authors=tuple(row.get("authors", ())),
        published=_published(row.get("published")),
    )
    return Annotated(name, article, wanted)


def read_marked(marked: str) -> tuple[str, dict[tuple[int, str], tuple[Span, ...]]]:
    """The text without its marks, and the spans of each (number of the quote, part): "" content, "s" source, "c" cue.

    Raises:
        ValueError: a mark is not closed, or closes nothing.
    """
    text = ""
    opened: list[tuple[str, int]] = []
    places: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match[1]:
            opened.append((match[1], len(text)))
            continue
        if not opened:
            raise ValueError(f"a mark closes nothing: {marked[:position]!r}")
        keys, start = opened.pop()
        for key in keys.split(","):
            places[int(key.rstrip("sc")), key.lstrip("0123456789")].append((start, len(text)))
    if opened:
        raise ValueError(f"a mark is not closed: {marked!r}")
    text += marked[position:]
    return text, {key: tuple(Span.of(text, *place) for place in sorted(found)) for key, found in places.items()}


def _who(answer: str) -> Who:
    match = _SPEAKER.fullmatch(answer)
    if match is None:
        raise ValueError(f"not a speaker: {answer!r}")
    return Who(match["name"] or None, SpeakerKind(match["kind"] or "person"))


def _published(day: str | None) -> Published | None:
    return None if day is None else Published(PublishedDate(day, None, Basis.GIVEN, day))
