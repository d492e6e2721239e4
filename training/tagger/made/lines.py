"""Lines that nobody said: headings in marks, captions, teasers, datelines, and what somebody does beside a quote."""

from __future__ import annotations

import re
from random import Random

from indexer.model import Role
from training.tagger.made.annotated import Annotated, Edit, edited
from training.tagger.made.filling import filled

PUT_IN = 0.25
"""The share of paragraphs that a line is put behind in an article that is made so."""
LONGEST_HEADING = 9
"""Words of a heading."""
_BREAK = re.compile(r"\n\n+")


def lines_of_nobody(given: Annotated, random: Random) -> Annotated:
    """The article with such lines between its paragraphs, and with a dateline."""
    edits = [
        Edit(gap.start(), gap.start(), line)
        for gap in _BREAK.finditer(given.text)
        if random.random() < PUT_IN and (line := _line(given, random))
    ]
    first = _BREAK.search(given.text)
    if first is not None and given.text[first.end() : first.end() + 1].isalpha():
        edits.append(Edit(first.end(), first.end(), filled("dateline", random)))
    return edited(given, edits)


def _line(given: Annotated, random: Random) -> str:
    heading, second = _heading(given, random), _heading(given, random)
    match random.choice(("heading", "beat", "caption", "teaser")):
        case "heading":
            opening, closing = random.choice(("‘’", "“”", '""', "''"))
            return f"\n\n{opening}{heading}{closing}" if heading else ""
        case "beat":
            return " " + filled("beat", random)
        case kind:
            return "\n\n" + filled(
                kind, random, heading=heading or "The week in pictures", heading2=second or "Weather"
            )


def _heading(given: Annotated, random: Random) -> str:
    """Some words of a content of the article in a row."""
    contents = [one[Role.CONTENT] for one in given.attributions if one[Role.CONTENT]]
    if not contents:
        return ""
    start, end = random.choice(random.choice(contents))
    words = re.findall(r"[^\W_][\w’'-]*", given.text[start:end])
    at = random.randrange(max(1, len(words) - LONGEST_HEADING))
    return " ".join(words[at : at + random.randint(3, LONGEST_HEADING)])
