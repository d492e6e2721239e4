"""The model that ships: sentences that nobody who wrote rules had in mind, and the labels it gives."""

from __future__ import annotations

import pytest

from indexer.document import Document
from indexer.extract import EXTRACTORS, extract, tagger
from indexer.model import Article, Role

INDIRECT = [
    ("The harbour board has promised that the cranes will be repaired before winter.", "The harbour board", "promised"),
    ("Lund conceded the budget had been too small.", "Lund", "conceded"),
    ("Engineers warned that the north wall could fall within a year.", "Engineers", "warned"),
    ("The bread is no dearer than it was, according to the bakers’ guild.", "the bakers’ guild", "according to"),
]


@pytest.mark.parametrize(("text", "source", "cue"), INDIRECT)
def test_indirect_reports_are_found(text: str, source: str, cue: str) -> None:
    (quote,) = extract(Article("a", text))
    assert quote.source[0].text == source
    assert cue in quote.cue[0].text
    assert all(span.text == text[span.start : span.end] for span in (*quote.content, *quote.source, *quote.cue))


def test_labels_name_their_cues() -> None:
    article = Article("a", "Lund said the pier would hold, and Holm replied that it had cracks in every plank.")
    labels = tagger.tag(Document(article))
    cues = [label.span for label in labels if label.role is Role.CUE]
    assert [cue.text for cue in cues] == ["said", "replied"]
    sources = {label.cue: label.span.text for label in labels if label.role is Role.SOURCE}
    assert sources == {cues[0]: "Lund", cues[1]: "Holm"}


def test_a_text_without_attributions_has_none() -> None:
    assert extract(Article("a", "The ferry leaves at eight. It has two decks and a small kitchen.")) == ()


def test_the_same_text_gives_the_same_quotes() -> None:
    article = Article("a", "\n\n".join(text for text, _, _ in INDIRECT) * 5)
    assert extract(article) == extract(article)


def test_the_first_extractor_is_the_learned_one() -> None:
    assert next(iter(EXTRACTORS)) == "learned"
