"""The judge of stored wordings, and the confidence in its score.

A wording that it cannot judge is set aside with a warning, and the others are judged.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Sequence

from indexer import compare
from indexer.compare import Comparison, Relation, Wording
from indexer.errors import OnrecordError, place

_LOG = logging.getLogger(__name__)

CALIBRATED = (
    (0.0, 0.0),
    (0.1, 0.02),
    (0.3, 0.1),
    (0.6, 0.3),
    (0.8, 0.6),
    (0.9, 0.85),
    (0.97, 0.96),
    (1.0, 1.0),
)
"""Scores, each with the share of texts whose nearest wording reports them, linear in between. Measured by
``bench.check`` and ``bench.judge`` on quotes edited by code and on quotes that the archive does not hold."""

_SCORES = [score for score, _ in CALIBRATED]


def judge(query: Wording, stored: str, quote_id: str = "") -> Comparison:
    """Compare a stored wording with a query; different, with a warning, if an unexpected error prevents it.

    Args:
        quote_id: of a quote that prints the wording, for the warning.
    """
    try:
        return compare.judge(query, stored)
    except OnrecordError:
        raise
    except Exception as error:
        # Whatever one wording does to the judge, all others are judged.
        _LOG.warning("quote %s is set aside: it cannot be judged: %s", quote_id or "of a sentence", place(error))
        return Comparison(Relation.DIFFERENT, 0.0, False, None)


def judge_likeliest(query: Wording, stored: Sequence[str], quote_ids: Sequence[str] = ()) -> dict[int, Comparison]:
    """See ``indexer.compare.judge_likeliest``; if that fails, each wording is judged by itself.

    Args:
        quote_ids: of quotes that print the wordings, for warnings.
    """
    try:
        return compare.judge_likeliest(query, stored)
    except OnrecordError:
        raise
    except Exception:
        ids = quote_ids or [""] * len(stored)
        return {number: judge(query, text, ids[number]) for number, text in enumerate(stored)}


def calibrated(score: float) -> float:
    """How likely the nearest wording reports the text, 0 to 1.

    Args:
        score: of the judge, which by itself is too high for texts that were likely never printed.
    """
    after = min(max(1, bisect_right(_SCORES, score)), len(CALIBRATED) - 1)
    (low, least), (high, most) = CALIBRATED[after - 1], CALIBRATED[after]
    return least + (most - least) * (min(max(score, low), high) - low) / (high - low)
