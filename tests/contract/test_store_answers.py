"""What comes with an answer: totals, facets, marks, speakers, counts, and everything in order."""

from __future__ import annotations

from datetime import date

import pytest
from factory import article, says
from queries import bare, by, exact, found, prefix, put, query, search, when

from indexer.model import Kind, SpeakerKind
from indexer.query import AllOf, AnyOf, Condition, Facet, FacetCount, Near, Not, Query, Where
from indexer.store.base import Store
from indexer.store.identifying import identify

# --- Totals and facets ---------------------------------------------------------------------------


def test_totals_are_exact_whatever_the_page(store: Store) -> None:
    put(store, *(article(f"a{number}", *(f"ferry {number} {line}" for line in range(7))) for number in range(40)))
    for size in (1, 100):
        assert search(store, bare("ferry"), size=size).total == 280
        assert len(search(store, bare("ferry"), size=size).hits) == size
    assert search(store, prefix("ferr"), size=1).total == 280
    assert search(store, size=1).total == 280


def test_facets_count_all_matches_most_frequent_first(store: Store) -> None:
    put(
        store,
        article(
            "a",
            says("ferry one", "José Núñez", said="2019-12-31/2020-06-01"),
            says("ferry two", "Jose Nunez", kind=Kind.MIXED),
            says("ferry three", "Jose Nunez"),
            says("ferry four", "Ida Brandt"),
            says("tunnel five", "Olof Öst"),
            outlet="Zenit",
            published="2021-05-05",
        ),
        article("b", says("ferry six", None), outlet=None, published=None),
        article("c", says("ferry seven", "Ada Crane", said="2020-02-02"), outlet="Alba", published=None),
    )
    page = search(store, bare("ferry"), size=1, facets=tuple(Facet))
    assert page.facets == {
        Facet.SPEAKER: (
            FacetCount("jose-nunez", "Jose Nunez", 3),
            FacetCount("ada-crane", "Ada Crane", 1),
            FacetCount("ida-brandt", "Ida Brandt", 1),
        ),
        Facet.OUTLET: (FacetCount("Zenit", "Zenit", 4), FacetCount("Alba", "Alba", 1)),
        Facet.KIND: (FacetCount("direct", "direct", 5), FacetCount("mixed", "mixed", 1)),
        Facet.ACT: (FacetCount("said", "said", 6),),
        Facet.STANCE: (FacetCount("asserted", "asserted", 6),),
        Facet.YEAR: (FacetCount("2021", "2021", 3), FacetCount("2019", "2019", 1), FacetCount("2020", "2020", 1)),
        Facet.MONTH: tuple(FacetCount(month, month, count) for month, count in (("2020-02", 1), ("2021-05", 3))),
    }


def test_facets_are_counted_only_when_asked_for(store: Store) -> None:
    put(store, article("a", "The ferry sails."))
    assert search(store).facets == {}
    assert set(search(store, facets=(Facet.YEAR,)).facets) == {Facet.YEAR}
    assert search(store, bare("tunnel"), facets=(Facet.SPEAKER,)).facets == {Facet.SPEAKER: ()}
    assert search(store, Not(bare("tunnel")), facets=(Facet.KIND,)).facets[Facet.KIND][0].count == 1


def test_facets_stop_at_twenty_values(store: Store) -> None:
    put(store, *(article(f"a{n}", *(["one"] * (1 + (n == 24))), outlet=f"Outlet {n:02}") for n in range(25)))
    counted = search(store, facets=(Facet.OUTLET,)).facets[Facet.OUTLET]
    assert counted[0] == FacetCount("Outlet 24", "Outlet 24", 2)
    assert [value.value for value in counted[1:]] == [f"Outlet {n:02}" for n in range(19)]


def test_of_many_months_the_last_are_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for engine in ("sqlite.sql", "elastic.requests"):
        monkeypatch.setattr(f"indexer.store.{engine}.facets.MOST_MONTHS", 2)
    put(store, *(article(day, "one", published=day) for day in ("2021-03-01", "2019-05-01", "2020-04-01")))
    counted = search(store, facets=(Facet.MONTH,)).facets[Facet.MONTH]
    assert [value.value for value in counted] == ["2020-04", "2021-03"]


def test_facets_are_of_the_whole_answer_on_every_page(store: Store) -> None:
    put(store, *(article(f"a{n}", "ferry") for n in range(5)))
    first = search(store, bare("ferry"), size=2, facets=(Facet.KIND,))
    second = search(store, bare("ferry"), size=2, facets=(Facet.KIND,), cursor=first.next_cursor)
    assert first.facets == second.facets == {Facet.KIND: (FacetCount("direct", "direct", 5),)}


# --- Marks ---------------------------------------------------------------------------------------

MARKED = says(
    ("“Don’t blame the long-term", "ferries,” she said, “ferries sink”"),
    kind=Kind.MIXED,
    quoted=("Don’t blame the long-term", "ferries,", "ferries sink"),
    before="Ferries again",
    after="of blame",
)


@pytest.mark.parametrize(
    ("conditions", "where", "marked"),
    [
        ((bare("ferry"),), Where.CONTENT, ["ferries", "ferries"]),
        ((exact("don't blame"),), Where.CONTENT, ["Don’t blame"]),
        ((bare("long-term"),), Where.CONTENT, ["long-term"]),
        ((prefix("fe"), exact("blame")), Where.CONTENT, ["blame", "ferries", "ferries"]),
        ((exact("long term ferries"),), Where.CONTENT, ["long-term ferries"]),
        ((exact("blame the"), exact("the long")), Where.CONTENT, ["blame the long"]),
        ((Near(bare("blame"), exact("term"), 2),), Where.CONTENT, ["blame", "term"]),
        ((Near(bare("sink"), bare("ferry"), 0),), Where.CONTENT, ["ferries", "sink"]),
        ((AnyOf((bare("tunnel"), bare("sink"))),), Where.CONTENT, ["sink"]),
        ((bare("sink"), Not(bare("tunnel"))), Where.CONTENT, ["sink"]),
        ((Not(bare("tunnel")),), Where.CONTENT, []),
        ((by("Ida Brandt"),), Where.CONTENT, []),
        ((bare("ferry"), exact("ferries ferries")), Where.QUOTED, ["ferries", "ferries"]),
        ((bare("blame"),), Where.QUOTED, ["blame"]),
        ((bare("ferry"), bare("again")), Where.CONTEXT, ["ferries", "ferries"]),
        ((exact("sink of blame"),), Where.CONTEXT, ["sink"]),
        ((exact("of blame"),), Where.CONTEXT, []),
    ],
)
def test_highlights(marks: Store, conditions: tuple[Condition, ...], where: Where, marked: list[str]) -> None:
    (hit,) = marks.search(Query(AllOf(conditions), where=where)).hits
    assert [hit.quote.text[start:end] for start, end in hit.highlights] == marked


@pytest.fixture(scope="module")
def marks(shared: Store) -> Store:
    put(shared, article("marked", MARKED))
    return shared


# --- Speakers ------------------------------------------------------------------------------------

SPEAKERS = (
    article(
        "a",
        says("one", "José Núñez", as_printed="Mr Núñez", said="2020-01-05/2020-01-09"),
        says("two", "José Núñez", as_printed="he"),
        says("three", "Jose Nunez", as_printed="Jose Nunez"),
        says("four", "Ida Brandt"),
        published="2021-01-01",
    ),
    article(
        "b", says("five", "José Núñez", as_printed="Mr Núñez"), says("six", None, as_printed="they"), published=None
    ),
    article("c", says("seven", "Idaho Council", speaker_kind=SpeakerKind.ORGANISATION), published=None),
)


@pytest.fixture(scope="module")
def spoken(new_store: Store) -> Store:
    put(new_store, *SPEAKERS)
    identify(new_store)
    return new_store


def test_a_speaker_is_summed_up(spoken: Store) -> None:
    one = spoken.person("jose-nunez")
    assert one is not None
    assert (one.name, one.kind, one.quotes, one.articles) == ("José Núñez", SpeakerKind.PERSON, 4, 2)
    assert [(form.text, form.count) for form in one.printed] == [("Núñez", 2), ("Jose Nunez", 1)]
    assert (one.first, one.last) == (date(2021, 1, 1), date(2021, 1, 1))
    council = spoken.person("idaho-council")
    assert council is not None
    assert (council.kind, council.first, council.last) == (SpeakerKind.ORGANISATION, None, None)
    assert spoken.person("Idaho Council") is None


@pytest.mark.parametrize(
    ("start", "ids"),
    [
        ("", []),
        ("ida", ["ida-brandt", "idaho-council"]),
        ("IDAHO", ["idaho-council"]),
        ("ñú", ["jose-nunez"]),
        ("nu jo", ["jose-nunez"]),
        ("ida c", ["idaho-council"]),
        ("da", []),
        ("ida nunez", []),
        ("they", []),
        ("?!", []),
        ('" OR ida', []),
    ],
)
def test_speakers_by_the_beginning_of_a_name(spoken: Store, start: str, ids: list[str]) -> None:
    assert [found.person.id for found in spoken.directory().find(start)] == ids


def test_a_speaker_goes_with_the_last_quote(store: Store) -> None:
    put(store, *SPEAKERS)
    store.delete(["c"])
    put(store, article("a"))
    identify(store)
    assert [one.id for one in store.people()] == ["jose-nunez"]


# --- The whole -----------------------------------------------------------------------------------


def test_counts(spoken: Store, store: Store) -> None:
    counts = spoken.counts()
    assert (counts.articles, counts.quotes, counts.speakers, counts.outlets) == (3, 7, 3, 1)
    assert (counts.earliest, counts.latest) == (date(2020, 1, 5), date(2021, 1, 1))
    empty = store.counts()
    assert (empty.articles, empty.quotes, empty.speakers, empty.outlets) == (0, 0, 0, 0)
    assert (empty.earliest, empty.latest) == (None, None)


def test_scan_gives_every_article_in_order_of_its_id(store: Store) -> None:
    ids = ["b", "a", "Z", "é", "aa", "a b", "https://courier.example/x?y=1&z=2", "10", "9"]
    stored = {article_id: article(article_id, f"words of {article_id}", "more") for article_id in ids}
    put(store, *stored.values())
    assert [one.article.id for one in store.scan()] == sorted(ids)
    assert list(store.scan()) == [stored[article_id] for article_id in sorted(ids)]


def test_scan_of_many_and_of_none(store: Store) -> None:
    assert list(store.scan()) == []
    made = [article(f"a{number:04}", *["same words"] * (number % 3)) for number in range(230)]
    put(store, *made)
    assert list(store.scan()) == made


def test_scan_goes_on_while_others_write(store: Store) -> None:
    made = [article(f"a{number}", "words") for number in range(5)]
    put(store, *made)
    seen = []
    for stored in store.scan():
        seen.append(stored.article.id)
        put(store, article("zz", f"written at {len(seen)}"))
    assert [article_id for article_id in seen if article_id != "zz"] == [one.article.id for one in made]


def test_an_empty_store_answers(store: Store) -> None:
    page = store.search(query(bare("ferry"), when("2020-01-01", None), facets=tuple(Facet)))
    assert (page.total, page.hits, page.next_cursor, page.undated) == (0, (), None, 0)
    assert page.facets == dict.fromkeys(Facet, ())
    assert found(store) == []
    assert list(store.people()) == []
