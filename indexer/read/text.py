"""Plain text -> ``Article``."""

from __future__ import annotations

from indexer.model import Article
from indexer.read.compose import Metadata, compose
from indexer.read.decode import decode
from indexer.read.mend import mended, without_references
from indexer.read.origin import Origin, Overrides


def read_text(data: bytes, origin: Origin, overrides: Overrides) -> Article:
    """The article in a plain text, with the metadata in its header and footer.

    Raises:
        Unreadable: the bytes cannot be decoded, or contain no article.
    """
    found = without_references(mended(decode(data)))
    return compose(found.text, Metadata(reader="text", remarks=found.remarks), origin, overrides)
