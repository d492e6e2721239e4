"""Sources resolved to speakers: a row for each way in which articles print who said it.

The rows stand in ``sources.tsv``; ``training/who.py`` learns from them too.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.gold.sources import Row, read, sources
from indexer.document import Document
from indexer.extract.speakers import resolve, speaker_id
from indexer.model import Article, Attribution, Kind, Span, Speaker, SpeakerKind, Stance


def last(marked: str, authors: tuple[str, ...] = ()) -> tuple[Speaker, float]:
    article, attributions = read(marked, authors)
    return resolve(Document(article), attributions)[-1]


ROWS = sources()


@pytest.mark.parametrize("row", ROWS, ids=[row.text for row in ROWS])
def test_a_source_is_whom_it_means(row: Row) -> None:
    speaker, score = last(row.text, row.authors)
    assert speaker.name == row.name
    assert (speaker.id is None) is (row.name is None)
    if row.kind is not None:
        assert speaker.kind is row.kind
    if row.kind is SpeakerKind.AMBIGUOUS:
        assert len(speaker.candidates) == 2
    if row.table == "name":
        assert score >= 0.8


@pytest.mark.parametrize(
    ("source", "others"),
    [
        ("Ann Bell and Otis Byrd", ("Otis Byrd",)),
        ("Ann Bell (D-Ohio), Otis Byrd and Carl Moon", ("Otis Byrd", "Carl Moon")),
        ("Ann Bell, the mayor, and the pilot Otis Byrd", ("Otis Byrd",)),
        ("Ann Bell, who met Otis Byrd and Carl Moon,", ()),
        ("Ann Bell, a friend of Otis Byrd and Carl Moon,", ()),
        ("Ann Bell, head of Trade and Industry,", ()),
    ],
)
def test_others_whom_a_source_joins_are_named_beside_the_first(source: str, others: tuple[str, ...]) -> None:
    speaker, _ = last(f"<{source}> said {{it rained}}.")
    assert (speaker.name, speaker.candidates) == ("Ann Bell", others)


def test_the_writer_of_a_signed_article_is_who_says_i() -> None:
    assert last("<I> said {it rained}.", authors=("Nell Roy",))[0].name == "Nell Roy"


def test_i_inside_a_quotation_is_its_speaker() -> None:
    marked = "<Carl Moon> remembered: {“Then I came.”} "
    article, attributions = read(marked)
    start = article.text.index("I came")
    inner = Attribution(
        (Span.of(article.text, start + 2, start + 6),),
        (Span.of(article.text, start, start + 1),),
        (),
        Kind.INDIRECT,
        Stance.ASSERTED,
        (),
        1.0,
    )
    answers = resolve(Document(article), [*attributions, inner])
    assert answers[1][0].name == "Carl Moon"


def test_the_printed_source_and_the_key_are_kept() -> None:
    speaker, _ = last("Anne-Marie Solís won. {“It rained,”} said <Solís>.")
    assert (speaker.as_printed, speaker.id) == ("Solís", "anne-marie-solis")
    assert speaker_id("Ann O’Neil Jr.") == "ann-oneil-jr"


def test_answers_come_in_the_order_of_the_questions() -> None:
    article, attributions = read("{“A,”} <Ann Bell> said. {“B,”} <Carl Moon> said. {“C,”} <he> said.")
    forward = resolve(Document(article), attributions)
    assert [speaker.name for speaker, _ in forward] == ["Ann Bell", "Carl Moon", "Carl Moon"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Ann Bell.,“”' MrOtis-()he\n", max_size=120), st.integers(0, 100), st.integers(1, 30))
def test_any_text_and_any_span_get_an_answer(text: str, start: int, size: int) -> None:
    if not text.strip():
        return
    start = min(start, len(text) - 1)
    span = Span.of(text, start, min(len(text), start + size))
    attribution = Attribution((span,), (span,), (), Kind.INDIRECT, Stance.ASSERTED, (), 1.0)
    article = Article(id="a", text=text)
    ((speaker, score),) = resolve(Document(article), [attribution])
    assert 0.0 <= score <= 1.0
    assert (speaker.name is None) == (speaker.id is None)
    assert resolve(Document(article), [attribution]) == ((speaker, score),)
