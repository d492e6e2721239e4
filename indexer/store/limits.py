"""How much an answer holds, whichever engine gives it: what ``indexer.store.base`` promises in numbers."""

from __future__ import annotations

MOST_FACET_VALUES = 20
"""Values of a facet, the most frequent first."""

MOST_PRINTED = 20
"""Forms in which articles print a speaker's name, the most frequent first."""

LONGEST_PHRASE = 64
"""Words of a wording that is looked for as a whole: a longer one is found by its rarer words."""

FOR_ONE = 10
"""Quotes near in meaning that are looked at for each that is wanted, as several may print the same words."""
