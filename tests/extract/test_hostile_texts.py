"""Texts that nobody wrote to be read: no step of the extraction may fail or lose its place in them."""

from __future__ import annotations

import pytest

from indexer.extract import EXTRACTORS
from indexer.model import Article

extract = EXTRACTORS["rules"]
SAID = "“The quay is closed,” said Ida Brandt. "


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "“" * 20_000,
        "“”" * 10_000,
        "‘a " * 7_000,
        "«a»" * 7_000,
        "“a ‘b " * 2_000 + "c’ d” " * 2_000,
        SAID * 1_000,
        SAID.replace(" ", "\t") * 100,
        SAID.replace(" ", "\xa0") * 100,
        SAID.replace("a", "a\u0301\u200d") * 100,
        (SAID + "\r\n") * 100,
        (SAID + "\r") * 100,
        "according to " * 2_000,
        "he said that " * 2_000,
        "Ida Brandt and " * 2_000,
        "on Tuesday 3 May 2014 " * 1_000,
        "קֹרֶא אמר «לא» " * 1_000,
        "「閉まっている」と彼は言った。" * 1_000,
        "🙂" * 20_000,
        "." * 20_000,
        "harbour" * 5_000,
    ],
)
def test_every_span_is_a_slice(text: str) -> None:
    for name, article in (("rules", text), ("learned", text[:3_000])):
        for quote in EXTRACTORS[name](Article(id="a", text=article)):
            for span in (*quote.content, *quote.source, *quote.cue):
                assert span.text
                assert span.text == text[span.start : span.end]


def test_ten_thousand_characters_in_one_line_lose_no_quote() -> None:
    assert len(extract(Article(id="a", text=SAID * 1_000))) == 1_000


def test_the_innermost_quote_holds_a_nested_one() -> None:
    text = "Holm said: “Ida Brandt told me, ‘The quay is closed for good.’ I believe her.”"
    quotes = {quote.text: quote for quote in extract(Article(id="a", text=text))}
    outer = next(quote for text, quote in quotes.items() if text.startswith("“Ida"))
    inner = next(quote for text, quote in quotes.items() if text.startswith("‘The"))
    assert (outer.inside, inner.inside) == (None, outer.id)
