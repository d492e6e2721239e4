"""Quotes set otherwise: turns of a dialogue, block quotes, the source behind a dash or below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from indexer.model import Role
from training.tagger.made.annotated import Annotated, Edit, edited, parts, spans
from training.tagger.made.filling import Part, filled, filled_parts

SET_OTHERWISE = 0.5
"""The share of the paragraphs that hold one quote and nothing else which are set otherwise."""
Set = list[Part]
_PARAGRAPH = re.compile(r"[^\n]+")
_MARKS = "“”„«»\"‘’'` "


@dataclass(frozen=True, slots=True)
class Alone:
    """A paragraph that holds one attribution and nothing beside it.

    Args:
        words: of its content, without marks around it.
    """

    start: int
    end: int
    number: int
    words: str


def otherwise(given: Annotated, random: Random) -> Annotated:
    """The article with some of its quotes set otherwise."""
    edits: list[Edit] = []
    gone: set[int] = set()
    for one in alone(given):
        if random.random() > SET_OTHERWISE:
            continue
        text, attributed = parts(*random.choice((_turn, _below, _block, _behind_dash))(one, random))
        edits.append(Edit(one.start, one.end, text, brings=(attributed,)))
        gone.add(one.number)
    return edited(given, edits, gone)


def alone(given: Annotated) -> Iterator[Alone]:
    """The paragraphs that hold one attribution and nothing beside it."""
    for paragraph in _PARAGRAPH.finditer(given.text):
        inside = [
            number
            for number, one in enumerate(given.attributions)
            if any(start < paragraph.end() and paragraph.start() < end for start, end in spans(one))
        ]
        if len(inside) != 1:
            continue
        one = given.attributions[inside[0]]
        held = spans(one)
        covered = sum(end - start for start, end in held)
        if held[0][0] < paragraph.start() or paragraph.end() < held[-1][1] or not one[Role.CONTENT]:
            continue
        contents = [given.text[start:end] for start, end in one[Role.CONTENT]]
        if paragraph.end() - paragraph.start() - covered < 6 and all(each[0] in _MARKS for each in contents):
            words = " ".join(each.strip(_MARKS) for each in contents)
            if words and not set(words) & set('“”"'):
                yield Alone(paragraph.start(), paragraph.end(), inside[0], _closed(words))


def _closed(words: str) -> str:
    """A content as a sentence of its own."""
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?…" else words.rstrip(",;:") + "."


def _marked(words: str, random: Random) -> str:
    opening, closing = random.choice((("“", "”"), ('"', '"'), ("‘", "’")))
    return f"{opening}{words}{closing}"


def _turn(one: Alone, random: Random) -> Set:
    return [*filled_parts("turn", random), (Role.CONTENT, one.words)]


def _below(one: Alone, random: Random) -> Set:
    return [(Role.CONTENT, _marked(one.words, random)), (None, "\n\n"), *filled_parts("below", random)]


def _behind_dash(one: Alone, random: Random) -> Set:
    return [(Role.CONTENT, _marked(one.words, random)), (None, " "), *filled_parts("below", random)]


def _block(one: Alone, random: Random) -> Set:
    who = filled("form", random).rstrip(",")
    return [*filled_parts("lead", random, who=who[0].upper() + who[1:]), (Role.CONTENT, one.words)]
