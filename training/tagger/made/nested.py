"""Quotes in quotes: somebody tells what somebody else said, in marks within marks or without."""

from __future__ import annotations

from random import Random

from indexer.model import Role
from training.tagger.made.annotated import Annotated, Attributed, Edit, edited, parts
from training.tagger.made.filling import filled, filled_parts
from training.tagger.made.layout import alone

NESTED = 0.6
"""The share of the paragraphs with one quote and nothing else that become somebody else's words told."""
UNTOLD, RETOLD = 0.2, 0.25
"""The shares of these whose inner marks are about a title or a word, and of those that have no inner marks."""
MARKS = (("“", "”", "‘", "’"), ('"', '"', "'", "'"), ("‘", "’", "“", "”"), ("“", "”", "“", "”"))


def nested(given: Annotated, random: Random) -> Annotated:
    """The article with some of its quotes told by somebody."""
    edits: list[Edit] = []
    gone: set[int] = set()
    for one in alone(given):
        if random.random() < NESTED:
            edits.append(_told(one.start, one.end, one.words, random))
            gone.add(one.number)
    return edited(given, edits, gone)


def _told(start: int, end: int, words: str, random: Random) -> Edit:
    outer_open, outer_close, inner_open, inner_close = random.choice(MARKS)
    chance = random.random()
    if chance < UNTOLD:
        told, inner = filled("untold", random, heading=" ".join(words.strip(".!?…").split()[:5])) + words, None
        told = told.replace("‘", inner_open).replace("’ ", f"{inner_close} ")
    elif chance < UNTOLD + RETOLD:
        told, inner = parts(*filled_parts("retold", random), (Role.CONTENT, words.rstrip(".")))
        told += "."
    else:
        marked = (Role.CONTENT, f"{inner_open}{words}{inner_close}")
        told, inner = parts(*filled_parts("teller", random), marked, (None, filled("after", random)))
    content = f"{outer_open}{told}{outer_close}"
    if random.random() < 0.5:
        text, attributed = parts(*filled_parts("outer", random), (Role.CONTENT, content))
    else:
        before = content[:-2] + "," + content[-1] if content[-2] == "." else content
        text, attributed = parts((Role.CONTENT, before), *filled_parts("behind", random))
    shift = attributed[Role.CONTENT][0][0] + len(outer_open)
    return Edit(start, end, text, brings=(attributed,), inner=() if inner is None else (_by(inner, shift),))


def _by(one: Attributed, by: int) -> Attributed:
    return {role: [(start + by, end + by) for start, end in one[role]] for role in one}
