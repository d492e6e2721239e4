"""What people decide: logged, carried out, taken back, kept by a rebuild, replayed on another store."""

from __future__ import annotations

import pytest

from indexer.errors import Invalid
from indexer.identity.decisions import Action, Decision
from indexer.query import AllOf, HasName, Query
from indexer.store import deciding, open_store
from indexer.store.base import Store
from indexer.store.deciding import By
from indexer.store.identifying import identify
from tests.contract.conftest import MakeUrl
from tests.factory import article, says

BY = By("editor", "seen in the register")

ARCHIVE = (
    article("a", says("The ferry will sail.", "Ida Brandt"), outlet="Fjord Courier"),
    article("b", says("The ferry may sail.", "Ida Solheim"), outlet="Evening Post"),
    article("c", says("No ferry today.", "Olav Moe"), outlet="Evening Post"),
    article("e", says("Shame.", "Olav N. Moe"), outlet="Evening Post"),
    article("d", says("It was cold.", "Olav Moe"), outlet="Fjord Courier"),
)


@pytest.fixture
def filled(store: Store) -> Store:
    store.replace(ARCHIVE)
    store.flush()
    identify(store)
    return store


def whose(store: Store) -> dict[str, str | None]:
    """Whose each quote is, by its words."""
    return {quote.text: quote.speaker.id for stored in store.scan() for quote in stored.quotes}


def rebuilt(store: Store) -> Store:
    """The store after a rebuild from the articles as they were extracted."""
    with store.rebuild() as fresh:
        fresh.replace(ARCHIVE)
    identify(store)
    return store


def quote_id(store: Store, words: str) -> str:
    return next(quote.id for stored in store.scan() for quote in stored.quotes if quote.text == words)


def test_merged_speakers_are_one_and_both_ids_lead_to_them(filled: Store) -> None:
    deciding.merge(filled, "ida-brandt", ["ida-solheim"], BY)
    assert whose(filled)["The ferry may sail."] == "ida-brandt"
    assert filled.person("ida-solheim") is None
    assert filled.directory().moved("ida-solheim") == "ida-brandt"
    one = filled.person("ida-brandt")
    assert one is not None
    assert "merged by editor: seen in the register" in [reason for use in one.names for reason in use.reasons]
    assert whose(rebuilt(filled))["The ferry may sail."] == "ida-brandt"


def test_a_merger_is_taken_back(filled: Store) -> None:
    made = deciding.merge(filled, "ida-brandt", ["ida-solheim"], BY)
    deciding.undo(filled, made.number, BY)
    assert whose(filled)["The ferry may sail."] == "ida-solheim"
    assert [one.action for one in filled.decisions()] == [Action.MERGE, Action.UNDO]
    with pytest.raises(Invalid, match="taken back already"):
        deciding.undo(filled, made.number, BY)


@pytest.mark.parametrize(
    ("into", "others", "why"),
    [
        ("nobody", ["ida-brandt"], "no speaker"),
        ("ida-brandt", ["nobody"], "no speaker"),
        ("ida-brandt", ["ida-brandt"], "already"),
        ("ida-brandt", [], "1 to 100"),
    ],
)
def test_what_cannot_be_merged_is_refused(filled: Store, into: str, others: list[str], why: str) -> None:
    with pytest.raises(Invalid, match=why):
        deciding.merge(filled, into, others, BY)
    assert filled.decisions() == ()


def test_a_circle_of_mergers_is_refused(filled: Store) -> None:
    deciding.merge(filled, "ida-brandt", ["ida-solheim"], BY)
    with pytest.raises(Invalid, match="already"):
        deciding.merge(filled, "ida-solheim", ["ida-brandt"], BY)
    assert len(filled.decisions()) == 1


@pytest.mark.parametrize(("who", "why"), [("", "a reason"), ("editor", " ")])
def test_a_decision_says_who_and_why(who: str, why: str) -> None:
    with pytest.raises(Invalid, match="who made it and why"):
        By(who, why)


def test_a_name_is_split_off(filled: Store) -> None:
    before = whose(filled)
    assert before["Shame."] == before["It was cold."] == "olav-moe"
    deciding.split(filled, "olav-moe", ["Olav N. Moe"], BY)
    assert (whose(filled)["Shame."], whose(filled)["It was cold."]) == ("olav-n-moe", "olav-moe")
    assert whose(rebuilt(filled))["Shame."] == "olav-n-moe"


def test_a_name_is_split_in_one_article(filled: Store) -> None:
    deciding.split(filled, "olav-moe", ["olav-moe"], BY, articles=["d"])
    found = whose(filled)
    assert found["It was cold."] == "olav-moe-2"
    assert found["No ferry today."] == "olav-moe"


def test_what_cannot_be_split_is_refused(filled: Store) -> None:
    every = ["olav-moe", "olav-n-moe"]
    for names, why in ((["Ida Brandt"], "no name of"), ([], "is empty"), (every, "nothing would be left")):
        with pytest.raises(Invalid, match=why):
            deciding.split(filled, "olav-moe", names, BY)
    for place, why in (("nowhere", "no article of this store"), ("a", "attributes nothing to 'olav-moe'")):
        with pytest.raises(Invalid, match=why):
            deciding.split(filled, "olav-moe", ["olav-moe"], BY, articles=["d", place])
    with pytest.raises(Invalid, match="under these names"):
        deciding.split(filled, "olav-moe", ["olav-n-moe"], BY, articles=["d"])
    assert filled.decisions() == ()


def test_a_speaker_is_renamed(filled: Store) -> None:
    deciding.rename(filled, "ida-brandt", "Ida Brandt-Lie", BY)
    assert [one.name for one in filled.people() if one.id == "ida-brandt"] == ["Ida Brandt-Lie"]
    assert filled.search(Query(AllOf((HasName("speaker", ("lie",), id="lie"),)))).total == 1


def test_people_are_imported(filled: Store) -> None:
    row = {
        "name": "Ida Brandt",
        "key": "ida-brandt",
        "aliases": ["ida-solheim", "unheard-of"],
        "wikidata": "Q7",
        "roles": [],
    }
    deciding.know(filled, [row], BY)
    one = filled.person("ida-brandt")
    assert one is not None
    assert (one.quotes, one.wikidata, one.known, one.listed) == (2, "Q7", True, True)


def test_a_quote_is_corrected_and_the_correction_kept(filled: Store) -> None:
    quote = quote_id(filled, "It was cold.")
    made = deciding.correct(filled, quote, "Ida Brandt", BY)
    for store in (filled, rebuilt(filled)):
        hit = store.quote(quote)
        assert hit is not None
        assert (hit.quote.speaker.id, hit.quote.speaker.name) == ("ida-brandt", "Ida Brandt")
        assert hit.quote.correction is not None
        assert (hit.quote.correction.who, hit.quote.correction.why) == (BY.who, BY.why)
    deciding.undo(filled, made.number, BY)
    hit = filled.quote(quote)
    assert hit is not None
    assert (hit.quote.speaker.id, hit.quote.correction) == ("olav-moe", None)


def test_a_quote_is_nobodys(filled: Store) -> None:
    quote = quote_id(filled, "It was cold.")
    deciding.correct(filled, quote, None, BY)
    hit = filled.quote(quote)
    assert hit is not None
    assert (hit.quote.speaker.id, hit.quote.speaker.name) == (None, None)


def test_a_quote_is_hidden_and_shown_again(filled: Store) -> None:
    quote = quote_id(filled, "It was cold.")
    made = deciding.hide(filled, quote, BY)
    assert filled.quote(quote) is None
    assert rebuilt(filled).quote(quote) is None
    with pytest.raises(Invalid, match=f"hidden by editor: take decision {made.number} back first"):
        deciding.correct(filled, quote, "Ida Brandt", BY)
    deciding.undo(filled, made.number, BY)
    assert filled.quote(quote) is not None


def test_a_quote_that_went_is_not_corrected(filled: Store) -> None:
    with pytest.raises(Invalid, match="not in this store"):
        deciding.correct(filled, "gone", "Ida Brandt", BY)
    assert filled.decisions() == ()


def test_a_forgotten_article_stays_away(filled: Store) -> None:
    deciding.forget(filled, "d", BY)
    assert filled.article("d") is None
    written = filled.replace(ARCHIVE)
    assert [ident for ident, why in written.failed if "was forgotten by editor" in why] == ["d"]
    assert rebuilt(filled).article("d") is None


def test_a_forgotten_speaker_stays_away(filled: Store) -> None:
    deciding.forget(filled, "olav-moe", BY)
    assert set(whose(filled)) == {"The ferry will sail.", "The ferry may sail."}
    assert set(whose(rebuilt(filled))) == {"The ferry will sail.", "The ferry may sail."}
    assert filled.article("d") is not None
    with pytest.raises(Invalid, match="neither an article nor a speaker"):
        deciding.forget(filled, "olav-moe", BY)


def test_decisions_are_replayed_on_another_store(filled: Store, new_url: MakeUrl) -> None:
    deciding.merge(filled, "ida-brandt", ["ida-solheim"], BY)
    deciding.correct(filled, quote_id(filled, "It was cold."), "Ida Brandt", BY)
    with open_store(new_url(), create=True) as other:
        other.replace(ARCHIVE)
        other.flush()
        deciding.add_log(other, filled.decisions())
        assert whose(other) == whose(filled)
        assert [one.action for one in other.decisions()] == [Action.MERGE, Action.CORRECT]
        # Once more, with what came since: only that is added, and what it takes back is found.
        deciding.undo(filled, 1, BY)
        assert deciding.add_log(other, filled.decisions()) == 1
        assert deciding.add_log(other, filled.decisions()) == 0
        assert whose(other) == whose(filled)


def test_a_log_with_a_number_twice_is_refused(filled: Store) -> None:
    one = Decision(1, "2026-03-01", "editor", "", Action.RENAME, {"speaker": "olav-moe", "name": "Ole Moe"})
    with pytest.raises(Invalid, match="two decisions 1"):
        deciding.add_log(filled, [one, one])
    assert filled.decisions() == ()
