"""Reports of the same words, counted exactly, and what was looked through."""

from __future__ import annotations

from datetime import date

import pytest
from factory import article, says
from queries import by, outlet, published, put, said

from indexer.compare import fingerprint
from indexer.errors import Invalid
from indexer.model import Kind, SpeakerKind, Stance
from indexer.printed import Attributed, Coverage, Reports
from indexer.query import AllOf, AnyOf, Condition, HasName, Is, Not
from indexer.store.base import Store
from indexer.store.conditions import MOST_FINGERPRINTS

WORDS = "We won’t sell the harbour"
MARK = fingerprint(WORDS)


def reports(store: Store, *conditions: Condition, size: int = 100, marks: tuple[str, ...] = (MARK,)) -> Reports:
    return store.reports(marks, AllOf(conditions), size=size)


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    put(
        shared,
        article("a", says(WORDS, "Ida Brandt", said="2020-05-01"), outlet="Alba", published="2021-01-01"),
        article(
            "b",
            says("“We will not sell the harbour!”", "Ida Brandt"),
            says("“we WON'T sell … the harbour”", "Ida  Brandt", kind=Kind.MIXED, quoted=("we WON'T",)),
            outlet="Alba",
            published="2020-03-01",
        ),
        article("c", says(WORDS, None), outlet=None, published=None),
        article("d", says(WORDS, "Olof Öst", stance=Stance.DENIED), outlet="Zenit", published="2020-05-01"),
        article("e", says(WORDS, "Ida Brandt"), outlet="Zenit", published="2020-05-01"),
        article("f", says("We will sell the harbour", "Ida Brandt"), says("We won’t sell the harbours", "Ida Brandt")),
    )
    return shared


def test_every_report_is_counted_and_given_in_order_of_time(archive: Store) -> None:
    found = reports(archive)
    assert (found.total, found.articles, found.outlets) == (6, 5, 2)
    assert [hit.article.id for hit in found.hits][:2] == ["b", "b"]
    assert {hit.article.id for hit in found.hits[2:5]} == {"a", "d", "e"}
    same_day = [hit.quote.id for hit in found.hits[2:5]]
    assert same_day == sorted(same_day)
    assert found.hits[5].article.id == "c"
    assert all(fingerprint(hit.quote.text) == MARK and hit.article.text == "" for hit in found.hits)


def test_each_speaker_is_counted_by_stance(archive: Store) -> None:
    person, unknown = SpeakerKind.PERSON, SpeakerKind.UNKNOWN
    assert reports(archive).speakers == (
        Attributed("ida-brandt", "Ida Brandt", person, Stance.ASSERTED, 4, date(2020, 3, 1)),
        Attributed("olof-ost", "Olof Öst", person, Stance.DENIED, 1, date(2020, 5, 1)),
        Attributed(None, None, unknown, Stance.ASSERTED, 1, None),
    )


def test_the_counts_are_of_all_whatever_the_size(archive: Store) -> None:
    whole = reports(archive)
    for size in (0, 1, 5):
        found = reports(archive, size=size)
        assert found.hits == whole.hits[:size]
        assert (found.total, found.articles, found.outlets, found.speakers) == (6, 5, 2, whole.speakers)


@pytest.mark.parametrize(
    ("conditions", "articles"),
    [
        ((outlet("Alba"),), ["a", "b", "b"]),
        ((by("Öst"),), ["d"]),
        ((Not(Is("stance", Stance.DENIED)), outlet("Zenit")), ["e"]),
        ((published("2020-05-01", "2021-12-31"),), ["a", "d", "e"]),
        ((said(None, "2020-12-31"),), ["a"]),
        ((Is("kind", Kind.MIXED),), ["b"]),
        ((AnyOf(()),), []),
    ],
)
def test_a_condition_holds_for_every_report(
    archive: Store, conditions: tuple[Condition, ...], articles: list[str]
) -> None:
    found = reports(archive, *conditions)
    assert sorted(hit.article.id for hit in found.hits) == articles
    assert (found.total, found.articles) == (len(articles), len(set(articles)))
    assert sum(one.count for one in found.speakers) == len(articles)


def test_several_fingerprints_are_counted_once_each(archive: Store) -> None:
    other = fingerprint("we will sell the harbour")
    assert reports(archive, marks=(other,)).total == 1
    assert reports(archive, marks=(other, MARK, MARK)).total == 7
    assert reports(archive, marks=(other, MARK)).articles == 6


@pytest.mark.parametrize("marks", [(), ("",), ("0" * 32,), ("no mark",), ("'; --", "\ud83d" * 32)])
def test_what_is_no_fingerprint_is_no_quotes(archive: Store, marks: tuple[str, ...]) -> None:
    assert reports(archive, marks=marks) == Reports(0, (), 0, 0, ())


def test_very_many_fingerprints_are_refused(archive: Store) -> None:
    every = tuple(f"{number:032x}" for number in range(MOST_FINGERPRINTS + 1))
    assert reports(archive, marks=(*every[1:], every[1])).total == 0
    with pytest.raises(Invalid):
        reports(archive, marks=every)


def test_a_quote_without_words_has_no_fingerprint(store: Store) -> None:
    put(store, article("a", "“…”", "?!"))
    assert reports(store, marks=(fingerprint("…"), "")).total == 0


def test_many_reports_are_counted_exactly(store: Store) -> None:
    put(
        store,
        *(
            article(f"a{number}", *[says(WORDS, f"Speaker {number % 40}")] * 3, outlet=f"Outlet {number % 70}")
            for number in range(150)
        ),
    )
    found = reports(store, size=100)
    assert (found.total, found.articles, found.outlets, len(found.hits)) == (450, 150, 70, 100)
    assert len(found.speakers) == 40
    assert sum(one.count for one in found.speakers) == 450
    assert [one.count for one in found.speakers] == [12] * 30 + [9] * 10


def test_reports_follow_every_write(store: Store) -> None:
    put(store, article("a", WORDS), article("b", WORDS))
    put(store, article("a", "We sold the harbour"))
    assert [hit.article.id for hit in reports(store).hits] == ["b"]
    store.delete(["b"])
    store.flush()
    assert reports(store).total == 0


# --- Coverage ------------------------------------------------------------------------------------


def test_coverage_counts_articles_with_and_without_quotes(archive: Store, store: Store) -> None:
    found = archive.coverage()
    assert (found.articles, found.quotes, found.outlets) == (6, 8, 3)
    assert (found.earliest, found.latest, found.undated) == (date(2020, 3, 1), date(2025, 3, 5), None)
    assert found.generation == archive.counts().generation
    assert store.coverage() == Coverage(0, 0, 0, None, None, None, store.counts().generation)
    put(store, article("none"))
    assert (store.coverage().articles, store.coverage().quotes) == (1, 0)


@pytest.mark.parametrize(
    ("conditions", "covered"),
    [
        ((outlet("alba"),), (2, 3, 1, None)),
        ((outlet("fjord"), outlet("courier")), (1, 2, 1, None)),
        ((outlet("fjo"),), (0, 0, 0, None)),
        ((HasName("outlet", (), id="Alba"),), (2, 3, 1, None)),
        ((HasName("outlet", (), id="alba"),), (0, 0, 0, None)),
        ((HasName("outlet", ("fjord",), id="Alba"),), (3, 5, 2, None)),
        ((Not(HasName("outlet", (), id="Alba")),), (4, 5, 2, None)),
        ((Not(outlet("alba")),), (4, 5, 2, None)),
        ((AnyOf((outlet("alba"), outlet("Zenit"))),), (4, 5, 2, None)),
        ((published("2020-05-01", None),), (4, 5, 3, 1)),
        ((published(None, "2020-04-30"), outlet("Alba")), (1, 2, 1, 0)),
    ],
)
def test_coverage_under_a_condition(
    archive: Store, conditions: tuple[Condition, ...], covered: tuple[int, int, int, int | None]
) -> None:
    found = archive.coverage(AllOf(conditions))
    assert (found.articles, found.quotes, found.outlets, found.undated) == covered


def test_coverage_of_quotes_alone_is_refused(archive: Store) -> None:
    for condition in (by("Ida"), Not(Is("kind", Kind.MIXED)), AnyOf((outlet("alba"), said(None, None)))):
        with pytest.raises(Invalid):
            archive.coverage(AllOf((condition,)))


def test_coverage_follows_every_write(store: Store) -> None:
    put(store, article("a", WORDS, WORDS))
    before = store.coverage()
    put(store, article("a", WORDS), article("b", WORDS, published="1999-01-01"))
    after = store.coverage()
    assert (before.articles, before.quotes, after.articles, after.quotes) == (1, 2, 2, 2)
    assert after.earliest == date(1999, 1, 1)
    assert after.generation != before.generation
