"""Whether a name is the subject of its clause, as the words beside it tell."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.document import Token
from indexer.english import GRAMMAR, VERBS
from indexer.extract.speakers.names import Mention
from indexer.languages.verbs import Report

LONGEST_APPOSED = 5
"""Words of a subject that a name is in apposition to."""


def is_subject(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a name is the subject of its clause."""
    if words[mention.last].owner:
        return False
    if not mention.head or words[mention.head].opens or _is_apposed_to_subject(words, mention):
        return True
    before = words[mention.head - 1]
    if before.low in GRAMMAR.object_prepositions and before.sentence == words[mention.head].sentence:
        return False
    after = words[mention.last + 1] if mention.last + 1 < len(words) else None
    if after is not None and after.gap == " " and (after.low in VERBS.reporting or after.low in GRAMMAR.auxiliaries):
        return True
    verb = VERBS.reporting.get(before.low)
    if verb is not None and verb.report is Report.SPEECH and words[mention.head].gap == " ":
        return True
    return words[mention.head].gap in (", ", "” ", '" ')


def _is_apposed_to_subject(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a name is in apposition to the subject that opens its sentence: "Her son, the poet Carl Moon, died"."""
    place = mention.head
    if place and words[place].gap == " " and words[place - 1].low in GRAMMAR.articles:
        place -= 1
    if not place or words[place].gap != ", ":
        return False
    for start in range(place - 1, max(-1, place - LONGEST_APPOSED - 1), -1):
        if words[start].gap.strip(" \xa0-’'") and not words[start].opens:
            return False
        if words[start].opens:
            return words[start].low in GRAMMAR.determiners
    return False
