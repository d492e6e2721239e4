"""The version of onrecord that wrote a store, and the error for a store of another version."""

from __future__ import annotations

from indexer.errors import StoreOutdated
from indexer.text import ANALYSIS


def outdated(analysis: str, layout: int, own: int) -> str | None:
    """Why searches of a store are refused until a rebuild; None if this version wrote it.

    Args:
        analysis: the version of ``indexer.text`` that wrote it.
        layout: the version of its tables or mappings.
        own: the current version of these.
    """
    if analysis == ANALYSIS and layout == own:
        return None
    return (
        f"the store was written by version {analysis}.{layout} of the text analysis and this is version "
        f"{ANALYSIS}.{own}; `onrecord rebuild` renews it"
    )


def refuse_outdated(analysis: str, layout: int, own: int) -> None:
    """Raise StoreOutdated for a store that another version wrote."""
    detail = outdated(analysis, layout, own)
    if detail is not None:
        raise StoreOutdated(detail)
