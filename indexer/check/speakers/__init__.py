"""Whom the reports name for the words, whether they agree, and who only repeats what another said."""

from indexer.check.speakers.attributions import agreement, attributions, merge_names
from indexer.check.speakers.conflict import NamedSpeakers, named_speakers

__all__ = ["NamedSpeakers", "agreement", "attributions", "merge_names", "named_speakers"]
