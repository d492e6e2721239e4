"""What the check says where reports of one text say different things, on both engines."""

from __future__ import annotations

from datetime import date

import pytest
from factory import article, says
from queries import put

from indexer.check import Outcome, Question, Verdict, check
from indexer.check.records import Sense, Stances
from indexer.model import Kind, Stance
from indexer.store.base import Store

KEYS = "We will not hand the keys of the lighthouse to men who have never seen a storm"
TURNED = KEYS.replace("will not", "will")
GRANT = "The grant is affordable, legal and fair to every village on the island"
APPEAL = "My client is innocent and will not appeal against the verdict"
STRIKE = "The closure will only prolong the strike and cause more hardship for the island"
BELL = "The bell of the old church will be rung again before the harvest is in"


def test_more_reports_than_are_listed_are_counted_by_what_they_say(store: Store) -> None:
    kept = [
        says(f"“{KEYS}”", "Ida Brandt", stance=Stance.DENIED if n % 30 == 0 else Stance.ASSERTED) for n in range(90)
    ]
    turned = [
        says(f"“{TURNED}”", "Per Holm", stance=Stance.DENIED if n % 20 == 0 else Stance.ASSERTED) for n in range(40)
    ]
    put(
        store,
        article("kept", *kept, published="2025-01-01"),
        article("turned", *turned, published="2025-01-02", outlet="Zenit"),
        article("late", says(f"“{KEYS}, I say”", "Ida Brandt"), published="2025-02-01"),
    )
    answer = check(store, Question(KEYS))
    assert (len(answer.reports), answer.reports_total) == (100, 131)
    assert [(each.count, each.stances, bool(each.guards)) for each in answer.variants] == [
        (90, Stances(87, 3), False),
        (1, Stances(1), False),
        (40, Stances(38, 2), True),
    ]
    assert answer.headline.startswith("Word for word in 88 reports, first in ")
    assert answer.headline.endswith(", attributed to Ida Brandt.")
    assert answer.evidence[0].startswith("91 of 131 reports print it so (at least 1 distinct text); these ")
    assert answer.evidence[-2:] == (
        "3 reports print it as denied, disputed or not said.",
        "40 reports alter the sense (2 of them as denied, disputed or not said): one of them, Zenit, lacks “not”.",
    )


def test_what_alters_the_sense_beyond_the_listed_is_counted(store: Store) -> None:
    put(store, article("kept", *[says(f"“{KEYS}”") for _ in range(100)], published="2025-01-01"))
    put(store, article("turned", says(f"“{TURNED}”", stance=Stance.DENIED), published="2025-01-02"))
    answer = check(store, Question(KEYS))
    assert not any(report.altered for report in answer.reports)
    assert answer.evidence[-1] == "1 report alters the sense (denied, disputed or not said): one of them lacks “not”."


def test_a_denial_by_somebody_else_is_no_evidence_against_the_words(store: Store) -> None:
    put(
        store,
        article("a", says(f"“{BELL}”", "Anton Gray"), published="2025-01-02"),
        article("b", says(f"“I don’t think {BELL[0].lower()}{BELL[1:]}”", "Mona Field"), published="2025-01-01"),
    )
    answer = check(store, Question(BELL))
    assert (answer.verdict, answer.sense) == (Verdict.VERBATIM, Sense.KEPT)
    assert [each.name for each in answer.attributions] == ["Anton Gray"]
    assert answer.evidence[-1].startswith("1 report alters the sense")


def test_of_one_day_what_was_published_first_is_first(store: Store) -> None:
    names = {"d": "2025-06-05", "a": "2025-06-06", "c": "2025-06-03", "b": "2025-06-04"}
    for name, published in names.items():
        put(store, article(name, says(f"“{BELL}”", said="2025-06-03"), published=published))
    put(store, article("vague", says(f"“{BELL}”", said="2025-01-01/2025-12-31"), published="2026-01-03"))
    answer = check(store, Question(BELL))
    assert [report.article.id for report in answer.reports] == ["vague", "c", "b", "d", "a"]
    assert answer.earliest is not None
    assert answer.earliest.report.article.id == "c"
    assert [report.article.id for report in answer.earliest.ties] == ["b", "d", "a", "vague"]


def test_two_that_turn_a_text_around_in_two_ways_are_no_conflict(store: Store) -> None:
    put(
        store,
        article("minister", says(f"“{GRANT}”", "Per Holm"), published="2025-03-01"),
        article(
            "shadow",
            says("“The grant is unaffordable, illegal and unfair to every village on the island”", "Mona Lie"),
            outlet="Zenit",
            published="2025-02-01",
        ),
    )
    answer = check(store, Question(GRANT.replace("legal", "illegal")))
    assert (answer.verdict, answer.sense) == (Verdict.CHANGED, Sense.ALTERED)
    assert [each.name for each in answer.attributions] == ["Per Holm"]
    assert not answer.conflict
    assert answer.earliest is not None
    assert answer.earliest.report.article.id == "minister"
    assert "1 of 2 reports prints it in another sense" in answer.evidence[1]
    assert answer.evidence[-1] == "1 report alters the sense in another way: Zenit adds “unaffordable”."


def test_reports_that_alter_a_text_alike_are_one_statement(store: Store) -> None:
    printed = f"“{GRANT}”"
    put(
        store,
        article("one", says(printed, "Per Holm"), published="2025-03-02"),
        article(
            "two", says(f"that {GRANT.lower()} and beyond", "Per Holm", kind=Kind.INDIRECT), published="2025-03-01"
        ),
    )
    answer = check(store, Question(GRANT.replace("legal", "illegal")))
    assert [(each.name, each.count, each.first) for each in answer.attributions] == [
        ("Per Holm", 2, date(2025, 3, 1)),
    ]


def test_a_weak_rewording_does_not_hide_a_near_copy_that_lacks_the_not(store: Store) -> None:
    put(
        store,
        article(
            "court",
            says("“My client is innocent and will appeal against the verdict,”", "Olof Öst"),
            says("“My office is satisfied with the sentence and will not appeal against the verdict.”", "Ida Brandt"),
        ),
    )
    answer = check(store, Question(APPEAL))
    assert (answer.verdict, answer.sense) == (Verdict.CHANGED, Sense.ALTERED)
    assert [each.name for each in answer.attributions] == ["Olof Öst"]


def test_a_rewording_in_the_altered_place_is_evidence_of_its_sense(store: Store) -> None:
    put(
        store,
        article("minister", says(f"“{GRANT}”", "Per Holm")),
        article(
            "shadow",
            says("“The grant is unaffordable, illegal and unfair to every village on the island”", "Mona Lie"),
        ),
    )
    answer = check(store, Question("The grant is neither affordable nor legal nor fair to every village on the island"))
    assert answer.sense is Sense.KEPT
    assert [each.name for each in answer.attributions] == ["Mona Lie"]


def test_what_is_only_probable_is_not_counted_among_what_is_sure(store: Store) -> None:
    put(
        store,
        article("sure", says("“Closing it will prolong the strike and the island will see more hardship”")),
        article(
            "less", says("“The shutdown would just extend the strike and bring further hardship to the islanders”")
        ),
    )
    answer = check(store, Question(STRIKE))
    assert (answer.verdict, answer.probable) == (Verdict.REWORDED, False)
    assert [(each.relation.value, each.probable) for each in answer.variants] == [("reworded", False)]
    assert [report.comparison.probable for report in answer.perhaps] == [True]
    assert answer.reports_total == 1
    assert answer.headline.startswith("Printed in other words in ")
    assert answer.evidence[-1] == "1 more report is only probable, and sets neither date nor speaker."


def test_what_is_only_probable_sets_neither_date_nor_speaker(store: Store) -> None:
    put(
        store,
        article("sure", says(f"“{STRIKE}”", "Ida Brandt"), outlet="Alba", published="2025-10-02"),
        article(
            "less",
            says("“The shutdown would just extend the strike and bring further hardship to the islanders”", "Per Holm"),
            outlet="Zenit",
            published="2025-04-02",
        ),
    )
    answer = check(store, Question(STRIKE))
    assert answer.earliest is not None
    assert answer.earliest.report.article.id == "sure"
    assert [each.name for each in answer.attributions] == ["Ida Brandt"]
    assert not answer.conflict
    assert [report.article.id for report in answer.perhaps] == ["less"]
    assert answer.headline == "Word for word in Alba on 2 October 2025, attributed to Ida Brandt."


def test_alone_it_sets_only_the_verdict(store: Store) -> None:
    put(
        store,
        article(
            "less",
            says("“The shutdown would just extend the strike and bring further hardship to the islanders”", "Per Holm"),
        ),
    )
    answer = check(store, Question(STRIKE, "Ida Brandt"))
    assert answer.probable
    assert (answer.earliest, answer.attributions, answer.perhaps) == (None, (), ())
    assert answer.headline.startswith("Probably printed in other words in ")


def test_a_fragment_counts_with_fragments_only(store: Store) -> None:
    put(
        store,
        article("whole", says(f"“{KEYS}”", "Ida Brandt"), published="2025-10-02"),
        article("piece", says("“men who have never seen a storm”", "Per Holm"), published="2025-04-02"),
    )
    answer = check(store, Question(KEYS))
    assert answer.earliest is not None
    assert answer.earliest.report.article.id == "whole"
    assert not answer.conflict
    piece = check(store, Question("men who have never seen a storm"))
    assert piece.conflict
    assert piece.earliest is not None
    assert piece.earliest.report.article.id == "piece"


def test_the_whole_text_is_answered_where_what_looks_like_an_attribution_is_printed(store: Store) -> None:
    put(
        store,
        article(
            "a", says("“Lund says the lamp will burn again before the herring is back in the sound”", "Ida Brandt")
        ),
        article("b", says("“The lamp will burn again before the herring is back in the sound”", "Per Holm")),
    )
    changed = check(store, Question("Lund says the lamp will burn again before the herring is back in the bay"))
    assert changed.best is not None
    assert (changed.best.article.id, changed.dropped) == ("a", ())
    said = check(store, Question("The lamp will burn again before the herring is back in the sound, Holm said"))
    assert said.best is not None
    assert (said.best.article.id, said.verdict) == ("b", Verdict.VERBATIM)
    assert [said.text[slice(*each)] for each in said.dropped] == ["Holm said"]


def test_a_negated_ending_is_never_cut_off(store: Store) -> None:
    put(store, article("a", says(f"“{KEYS}, and I think that the lamp will burn again”", "Ida Brandt")))
    answer = check(store, Question(f"{KEYS}, and I think that the lamp will not burn again"))
    assert (answer.sense, answer.dropped) == (Sense.ALTERED, ())


FOUND_FIRST = "No lorry will use that quay until I would let my own children play beside it"
OTHERWISE = "she would not let a single lorry onto the quay “until I’d let my children play next to it”"


@pytest.mark.parametrize(
    ("text", "early", "more"),
    [
        pytest.param(
            OTHERWISE,
            {"name": "Ida Brandt", "published": "2025-03-10"},
            " in these words is in Alba, dated 12 March 2025; "
            "perhaps first reported on 10 March 2025 by Zenit, in other words.",
            id="in other words two days before",
        ),
        pytest.param(
            OTHERWISE,
            {"name": "Ida Brandt", "published": "2025-03-20", "said": "2025-03-10"},
            " in these words is in Alba, dated 12 March 2025; "
            "perhaps first said on 10 March 2025, as Zenit reports in other words.",
            id="printed later, said before",
        ),
        pytest.param(
            OTHERWISE,
            {"name": "Ida Brandt", "published": "2025-03-14"},
            " is in Alba, dated 12 March 2025.",
            id="in other words two days after",
        ),
        pytest.param(
            OTHERWISE,
            {"name": "Per Holm", "published": "2025-03-10"},
            " is in Alba, dated 12 March 2025.",
            id="another speaker",
        ),
        pytest.param(
            FOUND_FIRST.replace("No lorry", "A lorry"),
            {"name": "Ida Brandt", "published": "2025-03-10"},
            " is in Alba, dated 12 March 2025.",
            id="another sense",
        ),
    ],
)
def test_an_earlier_report_in_other_words_is_named_beside_the_earliest(
    store: Store, text: str, early: dict[str, str], more: str
) -> None:
    put(
        store,
        article("exact", says(f"“{FOUND_FIRST}”", "Ida Brandt"), outlet="Alba", published="2025-03-12"),
        article(
            "early", says(text, early["name"], said=early.get("said")), outlet="Zenit", published=early["published"]
        ),
    )
    answer = check(store, Question(FOUND_FIRST))
    assert answer.reports_total + len(answer.perhaps) == 2
    assert answer.headline == "Word for word in Alba on 12 March 2025, attributed to Ida Brandt."
    assert answer.earliest is not None
    assert answer.earliest.report.article.id == "exact"
    assert f"The earliest report{more}" in answer.evidence


def test_a_short_text_is_told_if_its_speaker_said_the_opposite(store: Store) -> None:
    put(
        store,
        article("a", says("“There was no drawer, and no key,”", "Ida Brandt"), published="2025-03-02", outlet="Alba"),
        article("b", says("“There was no drawer,”", "Per Holm", stance=Stance.DENIED), published="2025-03-01"),
    )
    answer = check(store, Question("There was a drawer", speaker="Brandt"))
    assert (answer.verdict, answer.sense, answer.outcome) == (Verdict.CHANGED, Sense.ALTERED, Outcome.SENSE_ALTERED)
    assert (
        answer.headline == "Printed in another sense in Alba on 2 March 2025, attributed to Ida Brandt: it adds “no”."
    )
    assert [report.article.id for report in answer.reports] == ["a"]
    told = [
        check(store, Question("There was a drawer", speaker=given)).outcome for given in (None, "Per Holm", "Mona Lie")
    ]
    assert told == [Outcome.NOTHING_TO_COMPARE] * 3
    assert check(store, Question("There was no drawer", speaker="Ida Brandt")).outcome is Outcome.WORD_FOR_WORD
