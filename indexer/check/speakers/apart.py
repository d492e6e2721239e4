"""Whether two speakers of the archive are certainly not one."""

from __future__ import annotations

from typing import NamedTuple

from indexer.check.records import AttributionCount
from indexer.model import Speaker, SpeakerKind
from indexer.names import can_be_one
from indexer.text import word_texts


class Named(NamedTuple):
    """A speaker by the id that the archive has for them, and a name.

    Args:
        id: None where nobody was resolved.
        beside: the others whom the same source names.
    """

    id: str | None
    name: str
    organisation: bool = False
    beside: tuple[str, ...] = ()


def named(speaker: AttributionCount | Speaker) -> Named | None:
    """The speaker as they are compared; None for one without a name."""
    if speaker.name is None:
        return None
    known = speaker.speaker_id if isinstance(speaker, AttributionCount) else speaker.id
    return Named(known, speaker.name, speaker.kind is SpeakerKind.ORGANISATION, tuple(speaker.candidates))


def are_two(one: Named, other: Named) -> bool:
    """Whether two speakers are certainly not one.

    One id is one person, whatever the names are. Two ids may be one person whose names were not joined, unless the
    names cannot be one, or are the same: then the archive keeps two people of that name apart.
    """
    if one.id is not None and one.id == other.id:
        return False
    if word_texts(one.name) == word_texts(other.name):
        return one.id is not None and other.id is not None
    return not can_be_one(one.name, other.name, organisation=one.organisation and other.organisation)


def contradict(one: Named, other: Named) -> bool:
    """Whether two cannot both be who said the same words: they are two, and no source names them together."""
    return are_two(one, other) and not (_together(one, other) or _together(other, one))


def _together(one: Named, other: Named) -> bool:
    return any(can_be_one(name, other.name) for name in one.beside)
