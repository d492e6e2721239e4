"""Quotes that the layout attributes: transcripts, signed quotes, embedded posts, and lines that only look like them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import Document
from indexer.extract.forms import formed, unclaimed
from indexer.model import Article, Attribution, Kind, Label, Role, Span


def forms(text: str) -> tuple[Attribution, ...]:
    article = Article(id="a", text=text)
    return formed(Document(article))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "HOLM: Who sold it?\n\nLUND: Nobody.\n\nHOLM: Nobody?",
            [("HOLM", "Who sold it?"), ("LUND", "Nobody."), ("HOLM", "Nobody?")],
        ),
        (
            "“HOLM: Who sold it?\n\n“LUND: Nobody.\n\n“HOLM: Nobody?”",
            [("HOLM", "Who sold it?"), ("LUND", "Nobody."), ("HOLM", "Nobody?”")],
        ),
        ("Q: Who sold it?\n\nA: Nobody.", [("Q", "Who sold it?"), ("A", "Nobody.")]),
        ("“It sails.” – Jonas Holm", [("Jonas Holm", "“It sails.”")]),
        ("“It sails.”\n\n– Jonas Holm, pilot", [("Jonas Holm, pilot", "“It sails.”")]),
        ("“It sails.” (Jonas Holm)", [("Jonas Holm", "“It sails.”")]),
        ("It sails at last — Jonas Holm (@holm) May 2, 2020", [("Jonas Holm (@holm)", "It sails at last")]),
        ("“It ‘sails” at last.” ― Jonas Holm", [("Jonas Holm", "“It ‘sails” at last.”")]),
        (
            "ADA HOLM, HOST: Who sold it?\n\nLUND (laughing): Nobody.\n\nHOLM: Nobody?",
            [("ADA HOLM, HOST", "Who sold it?"), ("LUND", "Nobody."), ("HOLM", "Nobody?")],
        ),
        (
            "Mr Holm: Who sold it?\n\nThe Minister of Piers (Ms Lund): Nobody.\n\nMr Holm: Nobody?",
            [("Mr Holm", "Who sold it?"), ("Ms Lund", "Nobody."), ("Mr Holm", "Nobody?")],
        ),
        (
            "Mr. HOLM (interrupting). Who sold it?\n\nThe CLERK. Nobody.",
            [("Mr. HOLM", "Who sold it?"), ("The CLERK", "Nobody.")],
        ),
        (
            "Mr. HOLM. Who sold it?\n\nThe PRESIDENT pro tempore. Nobody.\n\nMr. HOLM. Nobody?",
            [("Mr. HOLM", "Who sold it?"), ("The PRESIDENT pro tempore", "Nobody."), ("Mr. HOLM", "Nobody?")],
        ),
        (
            "Ms. HOLM of Tern. Who sold it?\n\nThe CLERK. Nobody.\n\nMs. HOLM of Tern. Nobody?",
            [("Ms. HOLM of Tern", "Who sold it?"), ("The CLERK", "Nobody."), ("Ms. HOLM of Tern", "Nobody?")],
        ),
        (
            "10:02 Ada Holm: Who sold it?\n\n[10:04] Jonas Lund: Nobody.",
            [("Ada Holm", "Who sold it?"), ("Jonas Lund", "Nobody.")],
        ),
        ("Mr. HOLM. Who sold it?\n\nNobody knows.", []),
        ("On Monday, Holm said: It sails.\n\nOn Tuesday, Lund said: It sinks.\n\nOn Monday, Holm said: Oh.", []),
        # one line proves nothing, nor do rubrics, nor two that only one could have said
        ("HOLM: Who sold it?\n\nNobody knows.", []),
        ("WHEN: On Friday.\n\nWHERE: At the quay.\n\nWHEN: Again on Sunday.", []),
        ("Sandvik: The town.\n\nAlmby: The other town.", []),
        ("Q. Smith left.\n\nA long time passed.", []),
        # a dash that goes on with the sentence
        ("“The Last Ferry” – the play of the year, and it is dull: nobody laughed", []),
        ("“It sails,” Lund said – and it did.", []),
    ],
)
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(a.source[0].text, " ".join(span.text for span in a.content)) for a in forms(text)] == expected


def test_a_turn_without_marks_is_no_direct_quote() -> None:
    kinds = [form.kind for form in forms("HOLM: It sails.\n\nLUND: “It sinks.”\n\nHOLM: It “sails”.")]
    assert kinds == [Kind.INDIRECT, Kind.DIRECT, Kind.MIXED]


def test_what_a_tagger_found_in_a_form_is_left_out_save_between_marks() -> None:
    text = "HOLM: Lund said it sails.\n\nLUND: He said, “I said no.”\n\nHOLM: No.\n\nLund said no."
    document = Document(Article("a", text))
    places = [n for n in range(len(text)) if text.startswith("said", n)]
    labels = [Label(Span.of(text, n, n + 4), Role.CUE, 0.9) for n in places]
    kept = [label.span.start for label in unclaimed(document, labels, forms(text))]
    assert kept == places[2:]


PIECES = st.sampled_from(
    ["HOLM: ", "LUND: ", "Q: ", "A. ", "\n\n", "It sails. ", "“", "” ", "– ", "Jonas Holm ", "(", ")", "(@holm) ", "? "]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=20))
def test_spans_slice_the_text_and_do_not_cross(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = forms(text)
    for form in found:
        spans = (*form.content, *form.source, *form.cue)
        assert all(text[span.start : span.end] == span.text and span.text for span in spans)
    whole = [(form.content[0].start, form.content[-1].end) for form in found]
    assert all(a[1] <= b[0] for a, b in pairwise(whole))
