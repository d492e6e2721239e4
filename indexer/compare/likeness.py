"""Measures how alike two wordings are in meaning: each word piece of one is compared with the nearest of the other.

In the model's last layer, which knows the sentence, "boundaries" is near "borders" and "drinks" near "beverage". A word
without counterpart shows in the least matched fourth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.compare.reading import Reading
from indexer.compare.records import Likeness

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 0.25
"""The share of a wording's weight that is matched worst."""


def likeness(query: Reading, stored: Reading) -> Likeness:
    """The measures of meaning of two wordings."""
    alike = query.states @ stored.states.T
    of_query = _best(alike, stored.weights)
    of_stored = _best(alike.T, query.weights)
    return Likeness(
        query_meant=_mean(of_query, query.weights),
        stored_meant=_mean(of_stored, stored.weights),
        query_least=_least(of_query, query.weights),
        stored_least=_least(of_stored, stored.weights),
        sentences=float(query.sentence @ stored.sentence),
    )


def _best(alike: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The best of each row among the columns that have weight."""
    import numpy as np

    return np.asarray(alike[:, weights > 0].max(axis=1, initial=-1.0))


def _mean(best: NDArray[np.float32], weights: NDArray[np.float32]) -> float:
    mass = float(weights.sum())
    return float(best @ weights) / mass if mass else 0.0


def _least(best: NDArray[np.float32], weights: NDArray[np.float32]) -> float:
    """The likeness that a fourth of the weight stays below."""
    import numpy as np

    if not weights.any():
        return 0.0
    order = np.argsort(best, kind="stable")
    reached = np.cumsum(weights[order])
    return float(best[order][min(np.searchsorted(reached, LEAST * reached[-1]), len(best) - 1)])
