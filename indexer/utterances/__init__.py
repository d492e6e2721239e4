"""Tells which quotes report one utterance, from their words alone; pure functions.

Quotes that print the same words have one ``mark``; two marks are linked if there is sure ``evidence``. A quote's group
is the first quote, by date, of its own mark and of those that are linked with it directly: nothing is grouped that was
not compared. Wordings are compared if they share a key (``keys``). Marks, keys and evidence depend on the texts alone,
so the order of indexing makes no difference.

Raise the versions of ``mappings/`` (``SCHEMA``, ``_meta``) with any change of them, since stores keep what they give.
"""

from indexer.utterances.evidence import Evidence, evidence
from indexer.utterances.groups import First, groups
from indexer.utterances.keys import keys
from indexer.utterances.marks import mark, plain

__all__ = ["Evidence", "First", "evidence", "groups", "keys", "mark", "plain"]
