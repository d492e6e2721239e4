"""The rows of ``tests/extract/sources.tsv``: texts whose sources are marked, and whom the last one means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bench.gold.corpus import ROOT
from bench.gold.truth import Attributed, Label, Truth, plain
from indexer.model import Article, Attribution, Kind, Span, SpeakerKind, Stance

FILE = ROOT / "tests" / "extract" / "sources.tsv"

Place = tuple[int, int]

_MARKUP = re.compile(r"[{}<>]")
_CLOSES = {"{": "}", "<": ">"}
_QUOTED = re.compile(r"“([^“”]*)”")


@dataclass(frozen=True, slots=True)
class Row:
    """A text with its last source's speaker.

    Args:
        table: what kind of source it is.
        text: ``{...}`` is the content and ``<...>`` the source of an attribution, in turn.
        name: None where none is to be claimed.
        kind: what the speaker is, or None where the row does not say.
        authors: who signed the article.
    """

    table: str
    text: str
    name: str | None
    kind: SpeakerKind | None
    authors: tuple[str, ...] = ()


def sources() -> tuple[Row, ...]:
    """All rows."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_row(*line.split("\t")) for line in lines if not line.startswith(("#", "table\t")))


def _row(table: str, text: str, speaker: str, author: str = "") -> Row:
    text, authors = text.replace("\\n", "\n"), (author,) if author else ()
    if speaker == "-":
        return Row(table, text, None, None, authors)
    if speaker.startswith("("):
        return Row(table, text, None, SpeakerKind(speaker.strip("()")), authors)
    kinds = {"name": SpeakerKind.PERSON, "organisation": SpeakerKind.ORGANISATION}
    return Row(table, text, speaker, kinds.get(table), authors)


def read(marked: str, authors: tuple[str, ...] = ()) -> tuple[Article, list[Attribution]]:
    """The article and its attributions of a text in which sources and contents are marked; contents may be nested."""
    text, position = "", 0
    opened: dict[str, list[int]] = {"}": [], ">": []}
    places: dict[str, list[tuple[int, int]]] = {"}": [], ">": []}
    for match in _MARKUP.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match[0] in _CLOSES:
            opened[_CLOSES[match[0]]].append(len(text))
        else:
            places[match[0]].append((opened[match[0]].pop(), len(text)))
    text += marked[position:]
    made = []
    contents = sorted(places["}"])
    pairs = zip(_by_holder(contents, contents), _by_holder(places[">"], contents), strict=True)
    for content, source in sorted(pairs):
        span = Span.of(text, *content)
        quoted = tuple(
            Span.of(text, span.start + m.start(1), span.start + m.end(1)) for m in _QUOTED.finditer(span.text)
        )
        named = (Span.of(text, *source),) if source[0] < source[1] else ()
        made.append(Attribution((span,), named, (), Kind.MIXED, Stance.ASSERTED, quoted, 1.0))
    return Article(id="a", text=text, authors=authors), made


def _by_holder(spans: list[Place], contents: list[Place]) -> list[Place]:
    """The spans in order, those that stand in one content together: the sources within a content are of those in it."""

    def holder(span: Place) -> Place:
        around = [each for each in contents if each[0] <= span[0] and span[1] <= each[1] and each != span]
        return max(around, default=(-1, -1))

    return sorted(spans, key=lambda span: (holder(span), span))


def truths() -> tuple[Truth, ...]:
    """The rows as labelled articles: only the last attribution of each has a label."""
    found = []
    for row in sources():
        article, made = read(row.text, row.authors)
        kind = row.kind or (SpeakerKind.PERSON if row.name else SpeakerKind.UNKNOWN)
        label = Label(frozenset({plain(row.name)} if row.name else ()), kind.value, frozenset())
        labels = [*[None] * (len(made) - 1), label]
        attributed = (
            Attributed(one.content, one.source, one.cue, each) for one, each in zip(made, labels, strict=True)
        )
        found.append(Truth(article, tuple(attributed)))
    return tuple(found)
