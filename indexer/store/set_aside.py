"""Stored records that cannot be read or shown are set aside with their reason, so that the others go on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from indexer.errors import place

_LOG = logging.getLogger(__name__)

T = TypeVar("T")


def warn(quote_id: str, reason: str) -> None:
    """Log that a quote is set aside."""
    _LOG.warning("quote %s is set aside: %s", quote_id, reason)


def shown(quote_id: str, make: Callable[[], T]) -> T | None:
    """What ``make`` makes of a stored quote, or None with a warning where its record cannot be read."""
    try:
        return make()
    except Exception as error:
        # A record that another program or a damaged disk has changed may raise anything.
        warn(quote_id, f"its record cannot be read: {place(error)}")
        return None
