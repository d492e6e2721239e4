"""Quotes that report the same words: linked in any order, counted, and one row of a search."""

from __future__ import annotations

import random
from datetime import date

import pytest
from factory import article, says
from queries import bare, by, pages, published, put, query, search

from indexer.compare import Relation
from indexer.model import Stance
from indexer.printed import Utterance
from indexer.query import Facet, Group, Sort, StoredArticle
from indexer.store.base import Store

UTTERANCE = Group.UTTERANCE

BRIDGE = "“The bridge at Marrow will be closed to lorries until the last cracked girder is replaced,”"
BRIDGE_CUT = "will be closed to lorries until the last cracked girder is replaced"
BRIDGE_CHANGED = "The bridge at Marrow will stay closed to lorries until the last cracked girder has been replaced"
BRIDGE_NOT = "The bridge at Marrow will not be closed to lorries until the last cracked girder is replaced"
FERRY = "Every passenger on the night ferry was counted twice before we left the harbour of Olsund."
STOCK = "We have nothing to add"


def linked(store: Store, *articles: StoredArticle, step: int = 3) -> None:
    """Store the articles, and link all their quotes."""
    put(store, *articles)
    link(store, step)


def link(store: Store, step: int = 3) -> None:
    while store.link_next(step):
        pass


def reports(store: Store, stored: StoredArticle) -> list[tuple[int, int]]:
    """How many reports, in how many articles, each quote of an article has."""
    known = store.utterances([quote.id for quote in stored.quotes])
    return [(known[quote.id].reports, known[quote.id].articles) for quote in stored.quotes]


def id_of(stored: StoredArticle, number: int = 0) -> str:
    return stored.quotes[number].id


def groups(store: Store) -> dict[str, Utterance]:
    """What every quote of the store reports."""
    return store.utterances([quote.id for stored in store.scan() for quote in stored.quotes])


FIRST = article("first", BRIDGE, published="2021-05-01")
SECOND = article("second", says(BRIDGE.replace("“", "'"), "Olof Öst"), published="2021-05-02")
CUT = article("cut", BRIDGE_CUT, published="2021-05-03")
CHANGED = article("changed", BRIDGE_CHANGED, published=None)
OTHER = article("other", FERRY, BRIDGE_NOT, published="2021-04-01")


def test_words_printed_alike_cut_or_changed_are_one_utterance(store: Store) -> None:
    linked(store, FIRST, SECOND, CUT, CHANGED, OTHER)
    of_first = Utterance(id_of(FIRST), 4, 4, date(2021, 5, 1))
    assert store.utterances([id_of(each) for each in (FIRST, SECOND, CHANGED)]) == {
        id_of(each): of_first for each in (FIRST, SECOND, CHANGED)
    }
    assert store.utterances([id_of(CUT)])[id_of(CUT)].id == id_of(FIRST)
    assert reports(store, OTHER) == [(1, 1), (1, 1)]


def test_links_keep_their_evidence(store: Store) -> None:
    linked(store, FIRST, CUT, OTHER)
    (found,) = store.links(id_of(FIRST))
    assert (found.hit.quote.id, found.relation) == (id_of(CUT), Relation.PART)
    assert found.score > 0.9
    (back,) = store.links(id_of(CUT))
    assert (back.hit.quote.id, back.relation, back.score) == (id_of(FIRST), found.relation, found.score)
    assert store.links(id_of(OTHER)) == store.links("unknown") == ()
    assert len(store.links(id_of(FIRST), size=1)) == 1


def test_what_is_not_linked_yet_counts_for_itself(store: Store) -> None:
    put(store, FIRST, SECOND)
    assert store.utterances([id_of(FIRST), "unknown"]) == {
        id_of(FIRST): Utterance(id_of(FIRST), 1, 1, date(2021, 5, 1))
    }
    assert search(store, group=UTTERANCE).total == 2
    link(store)
    assert search(store, group=UTTERANCE).total == 1
    put(store, CUT)
    assert reports(store, FIRST) == [(2, 2)]
    assert reports(store, CUT) == [(1, 1)]
    assert search(store, group=UTTERANCE).total == 2


def test_a_pass_that_was_cut_off_goes_on(store: Store) -> None:
    many = [article(f"a{number}", BRIDGE, FERRY) for number in range(4)]
    put(store, *many)
    assert 0 < store.link_next(3) < 8
    link(store)
    assert store.link_next(3) == 0
    assert reports(store, many[0]) == [(4, 4), (4, 4)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((STOCK, STOCK), 2),
        ((STOCK, says(STOCK, "Olof Öst")), 1),
        ((says(STOCK, None), says(STOCK, None)), 1),
        ((STOCK, f"{STOCK} to that"), 1),
        ((BRIDGE, says(BRIDGE, stance=Stance.DENIED)), 1),
        ((BRIDGE, says(BRIDGE, stance=Stance.ASKED)), 1),
        ((BRIDGE, says(BRIDGE, None)), 2),
        ((BRIDGE, BRIDGE_NOT), 1),
        (("1,500 lorries crossed the cracked Marrow bridge last Tuesday night",
          "9,500 lorries crossed the cracked Marrow bridge last Tuesday night"), 1),
    ],
)  # fmt: skip
def test_what_is_one_utterance(store: Store, lines: tuple[str, ...], expected: int) -> None:
    made = [article(f"a{number}", line) for number, line in enumerate(lines)]
    linked(store, *made)
    assert [reports(store, each) for each in made] == [[(expected, expected)]] * len(made)


def test_other_languages_are_grouped_by_their_very_words(store: Store) -> None:
    german = "Die Brücke bleibt für Lastwagen gesperrt, bis der letzte Träger ersetzt ist."
    made = [article("a", german, language="de"), article("b", german.upper(), language="de"), article("c", german)]
    linked(store, *made, article("d", german.replace("ersetzt", "erneuert"), language="de"))
    assert [reports(store, each) for each in made] == [[(2, 2)], [(2, 2)], [(1, 1)]]


def test_quotes_of_one_article_are_reports_but_one_article(store: Store) -> None:
    twice = article("twice", BRIDGE, BRIDGE_CUT)
    linked(store, twice)
    assert reports(store, twice) == [(2, 1), (2, 1)]


# --- Whatever is written, in whichever order -----------------------------------------------------

ARCHIVE = (FIRST, SECOND, CUT, CHANGED, OTHER, article("ferry", FERRY, STOCK), article("stock", STOCK, STOCK))


def test_the_order_of_indexing_makes_no_difference(store: Store) -> None:
    linked(store, *ARCHIVE)
    expected = groups(store)
    evidence = {quote_id: store.links(quote_id) for quote_id in expected}
    for seed in range(4):
        chance = random.Random(seed)
        store.delete([each.article.id for each in ARCHIVE])
        store.flush()
        for each in chance.sample(ARCHIVE, len(ARCHIVE)):
            put(store, each)
            if chance.random() < 0.6:
                link(store)
        link(store)
        again = chance.choice(ARCHIVE)
        put(store, article(again.article.id, "Nothing of the kind was ever printed in this town"))
        link(store)
        put(store, again)
        link(store)
        assert groups(store) == expected
        assert {quote_id: store.links(quote_id) for quote_id in expected} == evidence


@pytest.mark.parametrize("gone", range(len(ARCHIVE)))
def test_deleting_puts_the_groups_of_all_others_right_at_once(store: Store, gone: int) -> None:
    rest = [each for number, each in enumerate(ARCHIVE) if number != gone]
    linked(store, *rest)
    expected = groups(store)
    linked(store, ARCHIVE[gone])
    store.delete([ARCHIVE[gone].article.id])
    store.flush()
    assert groups(store) == expected


def test_replacing_puts_the_groups_of_all_others_right_at_once(store: Store) -> None:
    linked(store, SECOND, CUT)
    expected = groups(store)
    linked(store, FIRST)
    put(store, article("first", FERRY))
    found = groups(store)
    assert {quote_id: found[quote_id] for quote_id in expected} == expected
    link(store)
    assert reports(store, CUT) == [(2, 2)]


def test_a_rebuild_is_linked_again(store: Store) -> None:
    linked(store, *ARCHIVE)
    expected = groups(store)
    with store.rebuild() as fresh:
        fresh.replace(ARCHIVE)
    link(store)
    assert groups(store) == expected


def test_a_story_printed_everywhere_is_one(store: Store) -> None:
    made = [article(f"a{number:03}", BRIDGE, published=f"2021-05-{number % 28 + 1:02}") for number in range(250)]
    linked(store, *made, step=100)
    assert reports(store, article("a000", BRIDGE)) == [(250, 250)]
    put(store, CUT)
    link(store)
    assert reports(store, CUT) == [(251, 251)]
    store.delete(["a000"])
    store.flush()
    assert reports(store, CUT) == [(250, 250)]
    assert store.utterances([id_of(CUT)])[id_of(CUT)].id == min(
        id_of(article(f"a{number:03}", BRIDGE)) for number in range(28, 250, 28)
    )


# --- One row of a search -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    """Thirty utterances: number n is printed n % 5 + 1 times, on as many days, and every seventh without any date."""
    chance = random.Random(5)
    made = []
    for number in range(30):
        words = f"The lighthouse keeper of station {number} counted the herring boats from Tarbeck to Ulverholm twice"
        for copy in range(number % 5 + 1):
            day = None if number % 7 == 6 else f"2020-{number % 12 + 1:02}-{copy * 5 + 1:02}"
            outlet = ("Fjord Courier", "Tarbeck Times")[copy % 2]
            made.append(
                article(
                    f"n{number}c{copy}",
                    words,
                    "It has been raining since the ferry left.",
                    published=day,
                    outlet=outlet,
                )
            )
    chance.shuffle(made)
    linked(shared, *made, step=60)
    return shared


@pytest.mark.parametrize("size", [1, 4, 100])
@pytest.mark.parametrize("sort", list(Sort))
def test_pages_of_utterances_hold_each_once(archive: Store, sort: Sort, size: int) -> None:
    asked = query(bare("lighthouse"), sort=sort, size=size, group=UTTERANCE)
    ungrouped = [hit for page in pages(archive, query(bare("lighthouse"), sort=sort)) for hit in page.hits]
    found = list(pages(archive, asked))
    assert {page.total for page in found} == {30}
    rows = [hit for page in found for hit in page.hits]
    assert all(len(page.hits) == size for page in found[:-1])
    assert len(rows) == 30
    firsts: dict[str, str] = {}
    for hit in ungrouped:
        firsts.setdefault(hit.quote.text, hit.quote.id)
    if sort is Sort.RELEVANCE:
        assert {hit.quote.text for hit in rows} == firsts.keys()
    else:
        assert [hit.quote.id for hit in rows] == list(firsts.values())
    assert all(hit.highlights for hit in rows)


def test_utterances_are_those_of_the_quotes_that_match(archive: Store) -> None:
    words = bare("lighthouse")
    assert search(archive, words, published("2020-01-11", None), group=UTTERANCE).undated == 10
    of_times = search(archive, words, bare("5"), group=UTTERANCE)
    assert (of_times.total, len(of_times.hits)) == (1, 1)
    late = search(archive, words, published("2020-03-06", "2020-03-31"), group=UTTERANCE, sort=Sort.OLDEST)
    assert late.total == len(late.hits) == 3
    assert {hit.article.published.best.value for hit in late.hits if hit.article.published} == {"2020-03-06"}


def test_facets_of_grouped_searches_count_quotes(archive: Store) -> None:
    page = search(archive, bare("lighthouse"), group=UTTERANCE, facets=(Facet.OUTLET,))
    assert sum(count.count for count in page.facets[Facet.OUTLET]) == 90
    assert page.total == 30


def test_grouping_with_nothing_found_and_without_words(archive: Store) -> None:
    assert search(archive, bare("zebra"), group=UTTERANCE).total == 0
    every = list(pages(archive, query(by("Ida"), group=UTTERANCE, size=10)))
    assert every[0].total == sum(len(page.hits) for page in every) == 31
