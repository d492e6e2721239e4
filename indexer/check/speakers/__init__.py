"""Whom the reports name for the words, whether they agree, and who only repeats what another said."""

from indexer.check.speakers.attributions import agreement, attributions, merge_names
from indexer.check.speakers.conflict import DISPUTED, NamedSpeakers, named_speakers
from indexer.check.speakers.quoted_by import own_and_repeated

__all__ = [
    "DISPUTED",
    "NamedSpeakers",
    "agreement",
    "attributions",
    "merge_names",
    "named_speakers",
    "own_and_repeated",
]
