"""The judge of stored wordings: one that it cannot judge is set aside with a warning, and the others are judged."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from indexer import compare
from indexer.compare import Comparison, Relation, Wording
from indexer.errors import OnrecordError, place

_LOG = logging.getLogger(__name__)


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
