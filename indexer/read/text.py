"""Plain text -> Article."""

from __future__ import annotations

from indexer.model import Article
from indexer.read.compose import Stated, compose
from indexer.read.decode import decode
from indexer.read.origin import Origin, Told


def read_text(data: bytes, origin: Origin, told: Told) -> Article:
    """The article in a plain text, whose header and footer say what is known of it.

    Raises:
        Unreadable: the bytes are no text, or there is no article in it.
    """
    return compose(decode(data), Stated(), origin, told)
