"""Any condition, put to both engines and to the plainest reading of what it means."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from factory import article, says
from hypothesis import given, settings
from hypothesis import strategies as st
from queries import CONTENT, QUOTED, folded, put, query

from indexer.model import Article, Kind, Quote, Stance
from indexer.query import (
    AllOf,
    AnyOf,
    Condition,
    HasName,
    InRange,
    Is,
    Near,
    Not,
    Phrase,
    Prefix,
    Sort,
    StoredArticle,
    Where,
    Words,
)
from indexer.store.base import Store
from indexer.text import stem

VOCABULARY = ("ferry", "ferries", "sail", "sails", "sailed", "bridge", "bridges", "don't", "old")
NAMES = ("Ida Brandt", "Ida Lund", "Brandt Old", None)
FIRST = date(2025, 1, 1)


def meets(condition: Condition, quote: Quote, printed: Article, where: Where) -> bool:
    def also(part: Condition) -> bool:
        return meets(part, quote, printed, where)

    published = printed.published.best.day if printed.published else None
    match condition:
        case AllOf(parts):
            return all(map(also, parts))
        case AnyOf(parts):
            return any(map(also, parts))
        case Not(part):
            return not also(part)
        case Near(left, right, distance):
            held = searched(quote, where)
            ends = [(a, b) for a in places(left, held) for b in places(right, held)]
            return any(max(a[0], b[0]) - min(a[1], b[1]) <= distance for a, b in ends)
        case Words() | Phrase() | Prefix():
            return bool(places(condition, searched(quote, where)))
        case HasName("speaker", words, speaker_id):
            names = [set(folded(name or "")) for name in (quote.speaker.name, quote.speaker.as_printed)]
            by_id = speaker_id is not None and quote.speaker.id == speaker_id
            return by_id or any(words and set(words) <= name for name in names)
        case HasName("outlet", words):
            return bool(words) and set(words) <= set(folded(printed.outlet or ""))
        case Is("kind", kind):
            return quote.kind == kind
        case Is("stance", stance):
            return quote.stance is stance
        case InRange(field):
            said = (quote.said.from_, quote.said.to) if quote.said is not None else None
            printed_on = (published, published) if published is not None else None
            dates = {"said": said, "published": printed_on, "when": said or printed_on}[field]
            return dates is not None and overlap(*dates, condition)


def searched(quote: Quote, where: Where) -> list[str]:
    if where is CONTENT:
        return list(folded(quote.text))
    if where is QUOTED:
        return [word for part in quote.quoted for word in folded(part)]
    return [*folded(quote.before), *folded(quote.text), *folded(quote.after)]


def places(leaf: Words | Phrase | Prefix, held: list[str]) -> list[tuple[int, int]]:
    """(first, one past the last) of each place."""
    match leaf:
        case Prefix(start):
            return [(n, n + 1) for n, word in enumerate(held) if start and word.startswith(start)]
        case Words(wanted):
            held = [stem(word) for word in held]
        case Phrase(wanted):
            pass
    size = len(wanted)
    return [(n, n + size) for n in range(len(held)) if wanted and tuple(held[n : n + size]) == wanted]


def overlap(first: date, last: date, interval: InRange) -> bool:
    return (interval.to is None or first <= interval.to) and (interval.from_ is None or last >= interval.from_)


def made() -> list[StoredArticle]:
    chance = random.Random(3)

    def some_words(most: int) -> str:
        return " ".join(chance.choices(VOCABULARY, k=chance.randint(0, most)))

    def some_day() -> date:
        return FIRST + timedelta(days=chance.randrange(6))

    articles = []
    for number in range(20):
        lines = []
        for _ in range(3):
            name, kind = chance.choice(NAMES), chance.choice(list(Kind))
            spans = ("old " + some_words(5), some_words(4) + " end")
            first = some_day()
            lines.append(
                says(
                    spans,
                    name,
                    as_printed=chance.choice((name, "Brandt", "the old ferry", None)),
                    kind=kind,
                    stance=chance.choice(list(Stance)),
                    quoted=spans if kind is Kind.DIRECT else spans[1:] if kind is Kind.MIXED else (),
                    said=chance.choice((None, f"{first}/{first + timedelta(days=chance.randrange(3))}")),
                    before=some_words(5),
                    after=some_words(5),
                )
            )
        published = chance.choice((None, str(some_day())))
        articles.append(
            article(f"a{number}", *lines, outlet=chance.choice((None, "Old Post", "Ferry")), published=published)
        )
    return articles


ARCHIVE = made()


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    put(shared, *ARCHIVE)
    return shared


WORD = st.sampled_from((*VOCABULARY, "end", "nowhere"))
DAY = st.none() | st.integers(-1, 7).map(lambda days: FIRST + timedelta(days=days))
SIMPLE = st.one_of(
    st.builds(Words, st.lists(WORD.map(stem), min_size=1, max_size=2).map(tuple)),
    st.builds(Phrase, st.lists(WORD, min_size=1, max_size=3).map(tuple)),
    st.builds(Prefix, st.sampled_from(("fer", "sail", "b", "x", "ferries"))),
)
LEAVES = st.one_of(
    SIMPLE,
    # Of words that differ: whether a word is near itself is asked by nobody.
    st.builds(
        Near, st.just(Words(("ferri",))), st.sampled_from((Phrase(("sails",)), Words(("old",)))), st.integers(0, 4)
    ),
    st.builds(
        Near, st.sampled_from((Prefix("bri"), Phrase(("old", "sail")))), st.just(Phrase(("end",))), st.integers(0, 4)
    ),
    st.builds(
        HasName,
        st.just("speaker"),
        st.lists(st.sampled_from(("ida", "brandt", "old", "the")), max_size=2).map(tuple),
        st.sampled_from(("ida-brandt", "brandt-old", "nobody", None)),
    ),
    st.builds(HasName, st.just("outlet"), st.lists(st.sampled_from(("old", "post", "ferry")), max_size=2).map(tuple)),
    st.builds(Is, st.just("kind"), st.sampled_from(Kind)),
    st.builds(Is, st.just("stance"), st.sampled_from(Stance)),
    st.builds(InRange, st.sampled_from(("said", "published", "when")), DAY, DAY),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(AllOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=7,
)


@settings(max_examples=150, deadline=None)
@given(
    conditions=st.lists(CONDITIONS, min_size=1, max_size=3), where=st.sampled_from(Where), sort=st.sampled_from(Sort)
)
def test_every_condition_means_what_it_says(
    archive: Store, conditions: list[Condition], where: Where, sort: Sort
) -> None:
    page = archive.search(query(*conditions, where=where, sort=sort))
    every = [(quote, stored.article) for stored in ARCHIVE for quote in stored.quotes]
    expected = {quote.id for quote, printed in every if meets(AllOf(tuple(conditions)), quote, printed, where)}
    assert {hit.quote.id for hit in page.hits} == expected
    assert page.total == len(page.hits) == len(expected)
