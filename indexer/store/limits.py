"""Limits of answers that both engines keep."""

from __future__ import annotations

MOST_FACET_VALUES = 20
"""Values of a facet, the most frequent first."""

MOST_MONTHS = 1_200
"""Months that are counted, the last ones: a hundred years."""

LONGEST_PHRASE = 64
"""Words of a wording that is searched as a phrase; a longer one is found by its rarer words."""

NEAR_READ = 10
"""Quotes near in meaning that are read for each one wanted, as several may print the same words."""
