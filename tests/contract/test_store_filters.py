"""Who, where printed, of which kind, and when: every condition but words, and how dates count."""

from __future__ import annotations

import pytest
from factory import article, says
from queries import bare, by, found, outlet, published, put, said, search, when

from indexer.model import Act, Kind, SpeakerKind, Stance
from indexer.query import IN_WORDS, AllOf, AnyOf, Condition, HasName, InRange, Is, Not, of_acts
from indexer.store.base import Store
from service.query.filters import FILTERS, Filter

ARCHIVE = (
    article(
        "post",
        says("One", "José Ángel Ñíguez", as_printed="Mr. Niguez", said="2024-12-31", confidence=(0.95, 0.4)),
        says("Two", "Ida Brandt", as_printed="the harbour master", said="2025-01-10/2025-01-20"),
        says("Three", None, as_printed="a harbour spokesman", stance=Stance.DENIED, act=Act.WROTE),
        outlet="The Evening Post",
        published="2025-01-31",
    ),
    article(
        "courier",
        says("Four", "Ida Brandt Lund", as_printed="Lund", kind=Kind.INDIRECT, said="2023-01-01/2023-12-31"),
        says("Five", None, as_printed=None, kind=Kind.MIXED, stance=Stance.ASKED, act=Act.THOUGHT),
        outlet="L’Écho-Courrier",
        published=None,
    ),
    article(
        "none",
        says("Six", "Harbour Authority", speaker_kind=SpeakerKind.ORGANISATION, act=Act.DID, confidence=(0.3, 0.85)),
        outlet=None,
    ),
)


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    put(shared, *ARCHIVE)
    return shared


FINDS = {
    "speaker": [("brandt", "Two Four"), ("harbour master", "Two"), ("id:ida-brandt", "Two")],
    "outlet": [("Evening Post", "One Two Three"), ("courrier", "Four Five")],
    "kind": [("mixed", "Five"), ("Indirect", "Four")],
    "stance": [("denied", "Three"), ("asked", "Five")],
    "act": [("wrote", "Three"), ("Thought", "Five"), ("did", "Six")],
    "min_confidence": [("0.95", "One"), ("0.9", "One Two Three Four Five")],
    "min_speaker_confidence": [("0.9", "Two Three Four Five"), ("0.85", "Two Three Four Five Six")],
    "said_from": [("2024-12-31", "One Two"), ("2025", "Two")],
    "said_to": [("2023", "Four"), ("2025-01-10", "One Two Four")],
    "published_from": [("2025-01", "One Two Three Six"), ("2025-02-01", "Six")],
    "published_to": [("2025-01", "One Two Three")],
    "after": [("2025", "Two Three Six"), ("2024-12-31", "One Two Three Six")],
    "before": [("2024", "One Four")],
}
"""For each filter, values as they are typed, and what each finds."""


@pytest.mark.parametrize("row", FILTERS, ids=lambda row: row.name)
def test_every_filter_of_the_table_is_known_to_the_engine(archive: Store, row: Filter) -> None:
    assert row.name in FINDS, "a new filter: say here what some of its values find"
    everything = set(found(archive))
    for value, expected in FINDS[row.name]:
        condition = row.condition(row.type.read(value))
        assert set() < set(expected.split()) < everything
        assert set(found(archive, condition)) == set(expected.split())
        assert set(found(archive, Not(condition))) == everything - set(expected.split())


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
        (HasName("speaker", (), id="ida-brandt"), "Two"),
        (HasName("speaker", ("nobody",), id="ida brandt"), ""),
        (HasName("speaker", (), id="IDA-BRANDT"), ""),
        (HasName("speaker", (), id=""), ""),
        (Not(by("harbour")), "One Four Five"),
        (Not(HasName("speaker", (), id="ida-brandt")), "One Three Four Five Six"),
        (outlet("post"), "One Two Three"),
        (outlet("evening THE"), "One Two Three"),
        (outlet("evening courier"), ""),
        (outlet("l'echo"), "Four Five"),
        (outlet("courrier"), "Four Five"),
        (HasName("outlet", ()), ""),
        (HasName("outlet", (), id="The Evening Post"), "One Two Three"),
        (HasName("outlet", (), id="Evening Post"), ""),
        (HasName("outlet", (), id="\ud800"), ""),
        (Not(HasName("outlet", (), id="The Evening Post")), "Four Five Six"),
        (Not(outlet("post")), "Four Five Six"),
        (Is("kind", Kind.DIRECT), "One Two Three Six"),
        (Is("kind", Kind.MIXED), "Five"),
        (Not(Is("kind", Kind.DIRECT)), "Four Five"),
        (Is("stance", Stance.DENIED), "Three"),
        (Is("stance", Stance.ASKED), "Five"),
        (Not(Is("stance", Stance.ASSERTED)), "Three Five"),
        (IN_WORDS, "One Two Three Four"),
        (Not(IN_WORDS), "Five Six"),
        (of_acts(Act), "One Two Three Four Five Six"),
        (of_acts((Act.WROTE, Act.DID)), "Three Six"),
        (InRange("confidence", from_=0.3, to=0.9), "Two Three Four Five Six"),
        (InRange("confidence", from_=0.96), ""),
        (InRange("speaker_confidence", from_=0.0), "One Two Three Four Five Six"),
        (AllOf((IN_WORDS, InRange("speaker_confidence", from_=0.5))), "Two Three Four"),
        (said(None, None), "One Two Four"),
        (said("2025-01-01", None), "Two"),
        (said("2024-12-31", "2024-12-31"), "One"),
        (said("2025-01-20", "2025-02-20"), "Two"),
        (said("2025-01-21", None), ""),
        (said("2025-01-15", "2025-01-16"), "Two"),
        (said(None, "2025-01-10"), "One Two Four"),
        (said(None, "2023-01-01"), "Four"),
        (said("2025-02-01", "2025-01-01"), ""),
        (Not(said("2025-01-01", None)), "One Three Four Five Six"),
        (published(None, None), "One Two Three Six"),
        (published("2025-01-31", "2025-01-31"), "One Two Three"),
        (published("2025-02-01", None), "Six"),
        (published(None, "2025-03-04"), "One Two Three"),
        (Not(published(None, "2025-03-04")), "Four Five Six"),
        (when(None, None), "One Two Three Four Six"),
        (when("2025-01-21", "2025-01-31"), "Three"),
        (when("2025-01-01", None), "Two Three Six"),
        (when(None, "2024-01-01"), "Four"),
        (Not(when("2025-01-01", None)), "One Four Five"),
        (AnyOf((by("niguez"), Is("stance", Stance.ASKED))), "One Five"),
        (AnyOf((bare("two"), Is("kind", Kind.INDIRECT))), "Two Four"),
        (AnyOf((bare("two"), AllOf((Is("kind", Kind.DIRECT), outlet("post"), Not(bare("one")))))), "Two Three"),
        (AnyOf((AllOf(()), bare("two"))), "One Two Three Four Five Six"),
        (AnyOf(()), ""),
        (Not(AllOf(())), ""),
        (Not(AnyOf((bare("two"), by("lund")))), "One Three Five Six"),
        (Not(AllOf((Is("kind", Kind.DIRECT), Not(outlet("post"))))), "One Two Three Four Five"),
        (AllOf((bare("one"), by("niguez"), when("2024-01-01", "2024-12-31"))), "One"),
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
        ((Is("kind", Kind.DIRECT),), 4, None),
        ((said("2025-01-01", None),), 1, 3),
        ((said("2031-01-01", None),), 0, 3),
        ((published("2025-02-01", None),), 1, 2),
        ((when("2025-01-01", None),), 3, 1),
        ((when("2025-01-01", None), Is("kind", Kind.DIRECT)), 3, 0),
        ((said(None, None), by("harbour")), 1, 2),
        ((bare("five"), said(None, None)), 0, 1),
        ((bare("five"), Not(said(None, None))), 1, None),
        ((said("2023-01-01", None), published("2025-01-01", None)), 2, 4),
        ((AnyOf((said(None, None), bare("six"))),), 4, None),
    ],
)
def test_undated_counts_what_would_match_with_a_date(
    archive: Store, conditions: tuple[Condition, ...], total: int, undated: int | None
) -> None:
    page = search(archive, *conditions, size=1)
    assert (page.total, page.undated) == (total, undated)
