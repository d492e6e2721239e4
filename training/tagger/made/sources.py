"""Other sources: names of other kinds, roles, offices, ages and bodies in place of those that are printed."""

from __future__ import annotations

import re
from random import Random

from indexer.model import Role
from training.tagger.made.annotated import Annotated, Edit, edited
from training.tagger.made.filling import filled

RENAMED = 0.6
"""The share of sources that get another form in an article that is made so."""

_NAME = re.compile(r"(?:[A-Z][\w’'.-]*[ \xa0]){0,3}[A-Z][\w’'-]*")


def other_sources(given: Annotated, random: Random) -> Annotated:
    """The article with other forms of the sources that are names, before or behind their cues."""
    edits = {}
    for one in given.attributions:
        if len(one[Role.SOURCE]) != 1 or len(one[Role.CUE]) != 1 or random.random() > RENAMED:
            continue
        start, end = one[Role.SOURCE][0]
        if _NAME.fullmatch(given.text[start:end]) and _is_beside(given.text, (start, end), one[Role.CUE][0]):
            edits[start, end] = _edits(given.text, start, end, random)
    return edited(given, [edit for both in edits.values() for edit in both])


def _is_beside(text: str, source: tuple[int, int], cue: tuple[int, int]) -> bool:
    between = text[source[1] : cue[0]] if source < cue else text[cue[1] : source[0]]
    return not between.strip()


def _edits(text: str, start: int, end: int, random: Random) -> list[Edit]:
    """The new source, and behind it the comma that closes what describes it, where none is printed."""
    form = filled("form", random)
    phrase = form.rstrip(",")
    if not text[:start].rstrip(" “‘\"'") or text[:start].rstrip(" “‘\"'")[-1] in ".!?\n”":
        phrase = phrase[0].upper() + phrase[1:]
    comma = "," if form.endswith(",") and text[end : end + 1] not in (",", ".", ";", ":", "") else ""
    return [Edit(start, end, phrase)] + ([Edit(end, end, comma)] if comma else [])
