"""Who says a passage that nobody is named for, as the narrative around it tells; all sentences are invented."""

from __future__ import annotations

import pytest

from indexer.document import Document
from indexer.extract.attribution import attribution
from indexer.extract.speakers import resolve
from indexer.model import Article, Span

KNOT = "“My hands know the knot before I do.”"


def speaker(text: str) -> str | None:
    """Who says the one passage of a text."""
    document = Document(Article("a", text))
    (passage,) = document.outer
    content = Span.of(text, passage.start, passage.end)
    ((found, _),) = resolve(document, [attribution(document, (content,), (), (), quoted=(passage,), score=0.9)])
    return found.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Mary Ebsen mended nets by lamplight.\n\n{KNOT}\n\nShe has mended them for forty years.", "Mary Ebsen"),
        (f"Mary Ebsen mended nets by lamplight.\n\n{KNOT}\n\nEbsen has mended them for forty years.", "Mary Ebsen"),
        (f"Mary Ebsen mended nets. She hummed as she did.\n\n{KNOT}\n\nEbsen has mended them for years.", "Mary Ebsen"),
        (f"Mary Ebsen mended nets by lamplight.\n\n{KNOT}\n\nHe has mended them for forty years.", None),
        (f"Mary Ebsen mended nets by lamplight.\n\n{KNOT}\n\nJohn Kuiper has run the mill since May.", None),
        (f"Mary Ebsen mended nets by lamplight.\n\n{KNOT}\n\nThe nets hung on Ebsen’s boat.", None),
        (f"Mary Ebsen mended nets by lamplight.\n\n{KNOT}\n\nThe nets were made for Ebsen.", None),
        (f"Mary Ebsen mended nets by lamplight.\n\n{KNOT}", None),
        (f"Mary Ebsen turned to John Kuiper. {KNOT} Kuiper nodded.", "Mary Ebsen"),
        (f"Mary Ebsen asked John Kuiper how he did it. {KNOT} Ebsen nodded.", "John Kuiper"),
        ("Mary Ebsen asked John Kuiper about it. “Do your hands know the knot?” Kuiper nodded.", "Mary Ebsen"),
    ],
)
def test_whoever_the_narrative_is_about_speaks(text: str, expected: str | None) -> None:
    assert speaker(text) == expected
