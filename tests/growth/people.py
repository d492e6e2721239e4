"""Names that may be one, and the people of an archive: who is whom, and who is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from family import Family
from measure import timed

from indexer.extract.speakers import speaker_id
from indexer.identity.mentions import WORD_BYTES, Mention
from indexer.identity.resolve import resolve
from indexer.model import SpeakerKind
from indexer.names import compare_names
from indexer.store.base import Store

OF_ONE_STATEMENT = 3
"""Mentions whose quotes share a word."""


def compared(family: Family, size: int) -> dict[str, float]:
    """Two names, as people's and as bodies'."""
    one, other = family.texts(size)
    return {
        "person": timed(lambda: compare_names(one, other)),
        "organisation": timed(lambda: compare_names(one, other, organisation=True)),
    }


def resolved(text: str, kind: SpeakerKind) -> object:
    """Each line as the name of a speaker in an article of its own."""
    return resolve(_mentions(text, kind))


def found(store: Store, text: str) -> None:
    """Whoever is found by what somebody types."""
    directory = store.directory()
    directory.find(text)
    directory.named_in(text.split())
    directory.meant(text.split())


def _mentions(text: str, kind: SpeakerKind) -> Iterator[Mention]:
    for number, name in enumerate(text.split("\n")):
        if name.strip():
            yield Mention(
                article=f"a{number}",
                key=speaker_id(name),
                name=name,
                kind=kind,
                quotes=(f"q{number}",),
                printed=((name, 1),),
                roles=("the mayor",),
                outlet=f"Gazette {number % 7}",
                day=date(2026, 1 + number % 12, 1 + number % 28),
                words=(number // OF_ONE_STATEMENT).to_bytes(WORD_BYTES, "big"),
            )
