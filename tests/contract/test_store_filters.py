"""Who, where printed, of which kind, and when: every condition but words, and how dates count."""

from __future__ import annotations

import pytest
from asking import bare, by, days, found, outlet, put, search
from factory import article, says

from indexer.model import Kind, SpeakerKind, Stance
from indexer.query import AllOf, AnyOf, Condition, Not, OfKind, OfStance, PrintedBy, PublishedIn, SaidIn, SpokenBy, When
from indexer.store.base import Store

ARCHIVE = (
    article(
        "post",
        says("One", "José Ángel Ñíguez", as_printed="Mr. Niguez", said="2024-12-31"),
        says("Two", "Ida Brandt", as_printed="the harbour master", said="2025-01-10/2025-01-20"),
        says("Three", None, as_printed="a harbour spokesman", stance=Stance.DENIED),
        outlet="The Evening Post",
        published="2025-01-31",
    ),
    article(
        "courier",
        says("Four", "Ida Brandt Lund", as_printed="Lund", kind=Kind.INDIRECT, said="2023-01-01/2023-12-31"),
        says("Five", None, as_printed=None, kind=Kind.MIXED, stance=Stance.ASKED),
        outlet="L’Écho-Courrier",
        published=None,
    ),
    article("none", says("Six", "Harbour Authority", speaker_kind=SpeakerKind.ORGANISATION), outlet=None),
)


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    put(shared, *ARCHIVE)
    return shared


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (by("ida-brandt"), "Two Four"),
        (by("Brandt"), "Two Four"),
        (by("BRANDT ida"), "Two Four"),
        (by("lund"), "Four"),
        (by("niguez"), "One"),
        (by("Ñíguez josé"), "One"),
        (by("mr niguez"), "One"),
        (by("mr jose"), ""),
        (by("harbour"), "Two Three Six"),
        (by("harbour master"), "Two"),
        (by("brandt master"), ""),
        (by("harbour authority"), "Six"),
        (by("nigue"), ""),
        (SpokenBy("ida-brandt", ()), "Two"),
        (SpokenBy("ida brandt", ("nobody",)), ""),
        (SpokenBy("IDA-BRANDT", ()), ""),
        (SpokenBy("", ()), ""),
        (Not(by("harbour")), "One Four Five"),
        (Not(SpokenBy("ida-brandt", ())), "One Three Four Five Six"),
        (outlet("post"), "One Two Three"),
        (outlet("evening THE"), "One Two Three"),
        (outlet("evening courier"), ""),
        (outlet("l'echo"), "Four Five"),
        (outlet("courrier"), "Four Five"),
        (PrintedBy(()), ""),
        (Not(outlet("post")), "Four Five Six"),
        (OfKind(Kind.DIRECT), "One Two Three Six"),
        (OfKind(Kind.MIXED), "Five"),
        (Not(OfKind(Kind.DIRECT)), "Four Five"),
        (OfStance(Stance.DENIED), "Three"),
        (OfStance(Stance.ASKED), "Five"),
        (Not(OfStance(Stance.ASSERTED)), "Three Five"),
        (SaidIn(days(None, None)), "One Two Four"),
        (SaidIn(days("2025-01-01", None)), "Two"),
        (SaidIn(days("2024-12-31", "2024-12-31")), "One"),
        (SaidIn(days("2025-01-20", "2025-02-20")), "Two"),
        (SaidIn(days("2025-01-21", None)), ""),
        (SaidIn(days("2025-01-15", "2025-01-16")), "Two"),
        (SaidIn(days(None, "2025-01-10")), "One Two Four"),
        (SaidIn(days(None, "2023-01-01")), "Four"),
        (SaidIn(days("2025-02-01", "2025-01-01")), ""),
        (Not(SaidIn(days("2025-01-01", None))), "One Three Four Five Six"),
        (PublishedIn(days(None, None)), "One Two Three Six"),
        (PublishedIn(days("2025-01-31", "2025-01-31")), "One Two Three"),
        (PublishedIn(days("2025-02-01", None)), "Six"),
        (PublishedIn(days(None, "2025-03-04")), "One Two Three"),
        (Not(PublishedIn(days(None, "2025-03-04"))), "Four Five Six"),
        (When(days(None, None)), "One Two Three Four Six"),
        (When(days("2025-01-21", "2025-01-31")), "Three"),
        (When(days("2025-01-01", None)), "Two Three Six"),
        (When(days(None, "2024-01-01")), "Four"),
        (Not(When(days("2025-01-01", None))), "One Four Five"),
        (AnyOf((by("niguez"), OfStance(Stance.ASKED))), "One Five"),
        (AnyOf((bare("two"), OfKind(Kind.INDIRECT))), "Two Four"),
        (AnyOf((bare("two"), AllOf((OfKind(Kind.DIRECT), outlet("post"), Not(bare("one")))))), "Two Three"),
        (AnyOf((AllOf(()), bare("two"))), "One Two Three Four Five Six"),
        (AnyOf(()), ""),
        (Not(AllOf(())), ""),
        (Not(AnyOf((bare("two"), by("lund")))), "One Three Five Six"),
        (Not(AllOf((OfKind(Kind.DIRECT), Not(outlet("post"))))), "One Two Three Four Five"),
        (AllOf((bare("one"), by("niguez"), When(days("2024-01-01", "2024-12-31")))), "One"),
        (AllOf((bare("one"), by("brandt"))), ""),
    ],
)
def test_filters(archive: Store, condition: Condition, expected: str) -> None:
    assert sorted(found(archive, condition)) == sorted(expected.split())
    assert sorted(found(archive, AllOf((condition,)))) == sorted(expected.split())
    assert sorted([*found(archive, Not(condition)), *expected.split()]) == sorted(found(archive))


@pytest.mark.parametrize(
    ("conditions", "total", "undated"),
    [
        ((), 6, None),
        ((OfKind(Kind.DIRECT),), 4, None),
        ((SaidIn(days("2025-01-01", None)),), 1, 3),
        ((SaidIn(days("2031-01-01", None)),), 0, 3),
        ((PublishedIn(days("2025-02-01", None)),), 1, 2),
        ((When(days("2025-01-01", None)),), 3, 1),
        ((When(days("2025-01-01", None)), OfKind(Kind.DIRECT)), 3, 0),
        ((SaidIn(days(None, None)), by("harbour")), 1, 2),
        ((bare("five"), SaidIn(days(None, None))), 0, 1),
        ((bare("five"), Not(SaidIn(days(None, None)))), 1, None),
        ((SaidIn(days("2023-01-01", None)), PublishedIn(days("2025-01-01", None))), 2, 4),
        ((AnyOf((SaidIn(days(None, None)), bare("six"))),), 4, None),
    ],
)
def test_undated_counts_what_would_match_with_a_date(
    archive: Store, conditions: tuple[Condition, ...], total: int, undated: int | None
) -> None:
    page = search(archive, *conditions, size=1)
    assert (page.total, page.undated) == (total, undated)
