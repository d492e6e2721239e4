"""Which version of onrecord a store was written by, and what to say of another one's."""

from __future__ import annotations

from indexer.errors import StoreOutdated
from indexer.text import ANALYSIS


def outdated(analysis: str, layout: int, own: int) -> str | None:
    """Why searches of a store are refused until a rebuild; None where this version wrote it.

    Args:
        analysis: the version of ``indexer.text`` that it was written with.
        layout: the version of its tables or mappings.
        own: the version of these that this program makes.
    """
    if analysis == ANALYSIS and layout == own:
        return None
    held, ours = f"{analysis}.{layout}", f"{ANALYSIS}.{own}"
    return (
        f"the store was written by version {held} of the text analysis and this is version {ours};"
        " `onrecord rebuild` renews it"
    )


def refuse_outdated(analysis: str, layout: int, own: int) -> None:
    """Raise StoreOutdated for a store that another version wrote."""
    detail = outdated(analysis, layout, own)
    if detail is not None:
        raise StoreOutdated(detail)
