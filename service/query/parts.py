"""The parts of a query: what each stands for, and how it is written in a repaired query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.query import AllOf, AnyOf, Condition, Near, Not, Phrase, Prefix, Term, Words
from indexer.text import stems, word_texts
from service.query.filters import Filter
from service.query.limits import SHORTEST_PREFIX
from service.query.spellings import any_spelling, joined


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query.

    Args:
        condition: what it stands for.
        text: a query that stands for the same, in its writer's words.
        term: the end of it that NEAR measures to; None where NEAR cannot stand beside it.
        plain: whether it is a word as typed, without an operator.
    """

    condition: Condition
    text: str
    term: Term | None = None
    plain: bool = False


def word(text: str) -> Part:
    """A word as typed, such as ``long-term``."""
    return Part(any_spelling(text), text, Words(stems(text)), plain=True)


def as_one_word(left: Part, right: Part) -> Part | None:
    """Two words that follow one another and may be written as one: "health care"; None for others."""
    whole = joined(left.text, right.text) if left.plain and right.plain else None
    if whole is None:
        return None
    both = AllOf((left.condition, right.condition))
    return Part(AnyOf((both, any_spelling(whole))), f"{left.text} {right.text}", right.term)


def phrase(text: str) -> Part:
    """Words that stood between quotation marks, without these."""
    term = Phrase(tuple(word_texts(text)))
    return Part(term, f'"{text}"', term)


def prefix(text: str) -> Part:
    """What stood before a ``*``: ``long-ter*`` is the word "long" right before a word that begins with "ter"."""
    *before, start = word_texts(text)
    term = Prefix(start)
    return Part(Near(Phrase(tuple(before)), term, 0) if before else term, f"{text}*", term)


def open_phrase(text: str) -> Part | None:
    """What a phrase with ``*`` in it may mean: its words next to one another, with a gap for each ``*`` that stands
    alone; None where no word is left."""
    found: Part | None = None
    run: list[str] = []
    gap = 0

    def add(term: Part) -> None:
        nonlocal found, gap
        chained = term if found is None else near(found, term, gap)
        found, gap = (every([found, term]) if chained is None and found is not None else chained), 0

    for piece in text.split():
        starred = piece.endswith("*") and len("".join(word_texts(piece.rstrip("*")))) >= SHORTEST_PREFIX
        if word_texts(piece) and not starred:
            run.append(piece.replace("*", ""))
            continue
        if run:
            add(word(run[0]) if len(run) == 1 else phrase(" ".join(run)))
            run = []
        if starred:
            add(prefix(piece.rstrip("*")))
        elif "*" in piece:
            gap += 1
    if run:
        add(word(run[0]) if len(run) == 1 else phrase(" ".join(run)))
    return found


def near(left: Part | None, right: Part | None, distance: int) -> Part | None:
    """Two terms with at most ``distance`` words between them; None where one of the parts is no term."""
    if left is None or right is None or left.term is None or right.term is None:
        return None
    link = Near(left.term, right.term, distance)
    # Of a prefix with several words only the last stands near; the whole of it must occur besides.
    whole = tuple(side.condition for side in (left, right) if isinstance(side.condition, Near))
    return Part(AllOf((link, *whole)) if whole else link, f"{left.text} NEAR/{distance} {right.text}")


def field(filter_: Filter, text: str) -> Part:
    """A filter with its value, such as ``speaker:"Ada Byron"``.

    Raises:
        ValueError: the text is no value of this filter.
    """
    return Part(filter_.condition(filter_.type.read(text)), written(filter_, text))


def written(filter_: Filter, text: str) -> str:
    """A filter and a value as they stand in a query."""
    text = text.strip()
    plain = text.replace("-", "").replace(".", "").isalnum()
    return f"{filter_.name}:{text}" if plain else f'{filter_.name}:"{text}"'


def without(part: Part) -> Part:
    """What does not meet the part."""
    single = part.term is not None or not isinstance(part.condition, AllOf | AnyOf | Near | Not)
    return Part(Not(part.condition), f"-{part.text}" if single else f"-({part.text})")


def every(parts: Sequence[Part]) -> Part | None:
    """All of the parts; None of none.

    They are one flat ``AllOf``, so that their dates stand at the top of the query, where ``Page.undated`` counts them.
    """
    if len(parts) < 2:
        return parts[0] if parts else None
    together = AllOf(tuple(part.condition for part in parts))
    return Part(AllOf(tuple(together.flat())), " ".join(map(_grouped, parts)))


def either(parts: Sequence[Part]) -> Part | None:
    """At least one of the parts; None of none."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return Part(AnyOf(tuple(part.condition for part in parts)), " OR ".join(map(_grouped, parts)))


def _grouped(part: Part) -> str:
    return f"({part.text})" if isinstance(part.condition, AnyOf) and part.term is None else part.text
