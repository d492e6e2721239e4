"""Which quotes report the same words: pure, and a matter of the words alone.

Quotes whose words are printed alike have one ``mark``; two marks are linked where ``evidence`` is sure. A quote's group
is the first, by date, among those of its own mark and of the marks that its own is linked with: there is no chain, as
nothing is grouped that was not compared. Two wordings are compared where they share a key (``keys``), which, as the
judge does, depends on nothing but the two texts: so the order in which articles were indexed makes no difference.

Raise the versions of ``mappings/`` (``SCHEMA``, ``_meta``) with any change of marks, keys or evidence: what a store
keeps was made by those of its version.
"""

from indexer.utterances.evidence import Evidence, evidence
from indexer.utterances.groups import First, groups
from indexer.utterances.keys import keys
from indexer.utterances.marks import mark, plain

__all__ = ["Evidence", "First", "evidence", "groups", "keys", "mark", "plain"]
