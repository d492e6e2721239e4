"""Whatever is read, each input is an article whose parts are slices of it, or is refused with a reason."""

from __future__ import annotations

import gzip
import io
import json

from hypothesis import given
from hypothesis import strategies as st
from texts_to_break import ANYTHING, TEXTS, examples

from indexer.model import Article
from indexer.read import STANDARD_INPUT, Reason, Reject, read

TAGS = st.sampled_from(
    ["<html>", "<head>", "<body>", "<p>", "</p>", "<div class='date'>", "</div>", "<h1>", "<a href='/2026/03/03/'>",
     "<br>", "<time datetime='2026-03-03'>", "<meta name='author' content='Ida", "'>", "<!--", "-->", "<![CDATA[",
     "<script type='application/ld+json'>", "</script>", "<?xml version='1.0'?>", "&#0;", "&lt;", "&#xd800;", "<b",
     "<table><tr><td>", "<title>", "</title>", "<blockquote>", " a=", '"', "<svg>", "<template>", "<frameset>"]
)  # fmt: skip
PAGES = st.lists(st.one_of(TAGS, TEXTS), max_size=15).map(lambda pieces: "<html><body>" + "".join(pieces))
FIELDS = st.sampled_from(["text", "id", "url", "title", "author", "authors", "outlet", "published", "language", "x"])
VALUES = st.one_of(ANYTHING, st.none(), st.booleans(), st.integers(), st.floats(), st.lists(ANYTHING, max_size=3))
TOKENS = st.sampled_from(
    ["{", "}", "[", "]", '"', ",", ":", "\\", "\n", "1", "1e999", "NaN", '"text"', "\\u0000", "\\ud800"]
)
RECORDS = st.dictionaries(FIELDS, VALUES, max_size=6)


def outcomes(data: bytes) -> list[Article | Reject]:
    found = list(read([STANDARD_INPUT], stdin=io.BytesIO(data)))
    for outcome in found:
        if isinstance(outcome, Reject):
            assert outcome.reason in tuple(Reason)
            assert outcome.detail
        else:
            text = outcome.text
            text.encode("utf-8")
            assert text.strip()
            for span in outcome.furniture:
                assert span.text == text[span.start : span.end]
    return found


@examples(200)
@given(TEXTS)
def test_any_text(text: str) -> None:
    assert len(outcomes(text.encode())) == 1


@examples(100)
@given(ANYTHING, st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "shift-jis", "utf-7"]))
def test_any_encoding(text: str, encoding: str) -> None:
    outcomes(text.encode(encoding, "replace"))
    outcomes(text.encode("utf-8", "surrogatepass"))


@examples(100)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    outcomes(data)
    outcomes(b"\x1f\x8b" + data)
    outcomes(gzip.compress(data))
    outcomes(gzip.compress(data)[: len(data) // 2 + 4])


@examples(100)
@given(PAGES)
def test_any_page(page: str) -> None:
    assert len(outcomes(page.encode())) == 1


@examples(150)
@given(st.lists(RECORDS, min_size=1, max_size=4))
def test_any_records(records: list[dict[str, object]]) -> None:
    assert len(outcomes(json.dumps(records).encode())) == len(records)
    assert len(outcomes("".join(json.dumps(record) + "\n" for record in records).encode())) >= 1


@examples(100)
@given(st.lists(TOKENS))
def test_any_broken_json(pieces: list[str]) -> None:
    outcomes(("[" + "".join(pieces)).encode())
    outcomes(('{"text": ' + "".join(pieces)).encode())
