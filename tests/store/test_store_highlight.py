"""Highlights: places in the text, for any text and any words."""

from __future__ import annotations

from itertools import pairwise

from factory import article, says
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Kind
from indexer.query import AllOf, AnyOf, Condition, Near, Not, Phrase, Prefix, Where, Words
from indexer.store.highlight import highlights, matches
from indexer.text import fold, stem

WORDS = st.sampled_from(["war", "peac", "end", "wars", "peace", "don't", "é", "u", "1,5"])
LEAVES = st.one_of(
    st.builds(Words, st.lists(WORDS, max_size=2).map(tuple)),
    st.builds(Phrase, st.lists(WORDS, max_size=2).map(tuple)),
    st.builds(Prefix, WORDS),
)
CONDITIONS = st.recursive(
    LEAVES | st.builds(Near, LEAVES, LEAVES, st.integers(0, 3)),
    lambda inner: st.one_of(
        st.builds(AllOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=4,
)
TEXTS = st.lists(st.sampled_from(["war", "Wars", "peace", "“end”", "don’t", "É", "u-u", "1,5", "—", "😀"])).map(
    " ".join
)


@given(CONDITIONS, TEXTS, TEXTS, st.sampled_from(Where))
def test_places_are_in_order_apart_and_inside_the_text(
    condition: Condition, first: str, second: str, where: Where
) -> None:
    quote = article("a", says((first, second), kind=Kind.DIRECT, before="war", after="peace")).quotes[0]
    places = highlights(condition, where, quote, "en")
    assert list(places) == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    for start, end in places:
        assert 0 <= start < end <= len(quote.text)
        assert quote.text[start:end] == quote.text[start:end].strip()
    if isinstance(condition, Prefix):
        assert all(fold(quote.text[start:end]).startswith(condition.start) for start, end in places)
    if isinstance(condition, Not):
        assert places == ()


@given(st.lists(WORDS, max_size=9), LEAVES, LEAVES, st.integers(0, 4))
def test_near_is_the_number_of_words_between(
    words: list[str], left: Words | Phrase | Prefix, right: Words | Phrase | Prefix, distance: int
) -> None:
    stems = [stem(word) for word in words]
    one, other = list(matches(left, words, stems)), list(matches(right, words, stems))
    near = any(len(range(min(a[1], b[1]) + 1, max(a[0], b[0]))) <= distance for a in one for b in other)
    assert bool(list(matches(Near(left, right, distance), words, stems))) is near
    assert bool(list(matches(Near(right, left, distance), words, stems))) is near
