"""The fingerprint of a text: two texts are verbatim the same if their fingerprints are."""

from __future__ import annotations

from hashlib import blake2b

from indexer.compare.wording import Wording, wording_texts


def fingerprint(text: str | Wording) -> str:
    """A hash of the words of a text, by which a store finds it.

    Case, accents, marks, dashes, spaces, ellipses and words in square brackets make no difference, nor does a
    contraction spelled out. A text without words has the empty fingerprint.

    Returns:
        32 hexadecimal digits, or nothing.
    """
    words = text.texts if isinstance(text, Wording) else wording_texts(text)
    return blake2b(" ".join(words).encode("utf-8"), digest_size=16).hexdigest() if words else ""
