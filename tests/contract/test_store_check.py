"""The check gives the same answers on both engines."""

from __future__ import annotations

from datetime import date

import pytest
from factory import article, says
from queries import outlet, published, put

from indexer.check import Answer, Outcome, Question, Verdict, check
from indexer.check.records import Agreement, PrintedAs, Sense
from indexer.model import Kind, Stance
from indexer.query import AllOf
from indexer.store.base import EVERYTHING, Store

FERRY = "We will not run the night ferry until the engines have been replaced"
SCHOOL = "Every child on the island has the right to a heated classroom"
MILL = "The mill has paid its workers on time for ninety years"
TOLL = "The council will raise the toll to 57 crowns and close the northern lane in autumn"
PIER = "They have never painted the long pier at Hovik because the paint would not have dried"
WIRE = "The bridge at Kolvik was never meant to carry lorries of forty tonnes"
BEFORE = (
    "The owners of the quay met on Monday evening in the old customs house and spoke for three hours without a break."
)
AFTER = "Nobody from the county was present when the matter was put to a vote after that, and none had been invited."


def wire(number: int) -> tuple[str, ...]:
    return (f"wire-{number}", f"Paper {number}", f"2025-04-{number:02d}")


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    put(
        shared,
        article("ferry-1", says(f"“{FERRY},”", "Ida Brandt"), outlet="Alba", published="2025-03-02"),
        article(
            "ferry-2",
            says("“we won’t run the night ferry until the engines have been replaced”", "Brandt", said="2025-03-01"),
            outlet="Zenit",
            published="2025-03-09",
            others=("2025-03-10",),
        ),
        article(
            "ferry-3",
            says("“We will run the night ferry until the engines have been replaced”", "Ida Brandt"),
            outlet="Post",
            published="2025-03-03",
        ),
        article(
            "ferry-4",
            says(f"that {FERRY.lower()}", "Olof Öst", kind=Kind.INDIRECT, stance=Stance.DENIED),
            outlet="Post",
            published="2024-01-01",
        ),
        article("school-1", says(f"“{SCHOOL}”", "Ida Brandt"), outlet="Alba", published="2025-05-01"),
        article("school-2", says(f"“{SCHOOL}”", "Per Holm"), outlet="Zenit", published="2025-05-02"),
        article("mill", says(f"that {MILL.lower()}", None, as_printed="he", kind=Kind.INDIRECT), outlet=None),
        article("toll-1", says(f"“{TOLL}”", "Ida Brandt"), outlet="Alba", published="2025-08-01"),
        article("toll-2", says("“close the northern lane in autumn”", "Per Holm"), published="2025-07-01"),
        article("toll-3", says("“will raise the toll to 64 crowns”", "Per Holm"), published="2025-07-02"),
        article("pier-1", says(f"“{PIER}”", "Ida Brandt"), outlet="Alba", published="2025-08-02"),
        article("pier-2", says("that nobody had time to paint the pier, which would not have dried", "Mona Lie")),
        *(
            article(name, says(f"“{WIRE}”", "Nils Eide", before=BEFORE, after=AFTER), outlet=outlet, published=day)
            for name, outlet, day in map(wire, range(1, 9))
        ),
        article("bridge", says(f"“{WIRE}”", "Eide", before="He had come by boat."), outlet="Alba", published=None),
        *(
            article(f"stock-{number}", says("“No comment for now”", name), published=f"2025-06-0{number + 1}")
            for number, name in enumerate(("Ida Brandt", "Per Holm", "Nils Eide", "Mona Lie"))
        ),
        article(
            "plain",
            says("A short line", before="The lighthouse keeper had counted eleven seals on the western rocks."),
            outlet="Alba",
            published="2025-07-01",
        ),
        article("danish", says("“Vi sejler ikke om natten før motorerne er skiftet ud”"), language="da"),
    )
    return shared


def asked(store: Store, text: str, speaker: str | None = None, within: AllOf = EVERYTHING) -> Answer:
    return check(store, Question(text, speaker, within))


def printed(answer: Answer) -> list[tuple[str, str]]:
    return [(report.article.id, report.comparison.relation.value) for report in answer.reports]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (FERRY, Verdict.VERBATIM),
        (f"«{FERRY.upper()}!»", Verdict.VERBATIM),
        ("We won't run the night ferry until the engines have been replaced.", Verdict.VERBATIM),
        ("until the engines have been replaced", Verdict.PART),
        ("We will not run the night ferry ... have been replaced", Verdict.PART),
        ("We will not run the night boat until the engines have been replaced", Verdict.CHANGED),
        (f"He added this: {FERRY}, as I told you all in the spring", Verdict.LONGER),
        ("heated classroom", Verdict.PART),
        ("no comment for now", Verdict.VERBATIM),
        ("cooled classroom", Verdict.TOO_SHORT),
        ("classroom", Verdict.TOO_SHORT),
        ("to the", Verdict.TOO_SHORT),
        ("The harbour fees will be doubled before the herring comes back", Verdict.NOT_FOUND),
        ("The lighthouse keeper had counted eleven seals on the western rocks", Verdict.VERBATIM),
        ("counted eleven seals on the western rocks", Verdict.PART),
        ("Vi sejler ikke om natten før motorerne er skiftet ud", Verdict.VERBATIM),
        ("Vi sejler ikke om natten før de er skiftet ud af os", Verdict.UNSUPPORTED_LANGUAGE),
    ],
)
def test_verdicts(archive: Store, text: str, verdict: Verdict) -> None:
    answer = asked(archive, text)
    assert answer.verdict is verdict
    assert answer.reported == (verdict in list(Verdict)[:5])
    assert not answer.probable
    assert answer.headline.endswith(".")
    assert 0 <= answer.score <= 1
    assert answer.reports_total == sum(variant.count for variant in answer.variants)


def test_reports_stand_in_order_of_time_with_their_relation(archive: Store) -> None:
    answer = asked(archive, FERRY)
    assert printed(answer) == [
        ("ferry-4", "part"),
        ("ferry-2", "verbatim"),
        ("ferry-1", "verbatim"),
        ("ferry-3", "changed"),
    ]
    assert answer.reports_total == 4
    assert answer.best is not None
    assert (answer.printed_as, answer.sense) == (PrintedAs.QUOTE, Sense.KEPT)


def test_the_earliest_report_asserts_the_words_and_names_its_other_dates(archive: Store) -> None:
    earliest = asked(archive, FERRY).earliest
    assert earliest is not None
    assert earliest.report.article.id == "ferry-2"
    assert earliest.ties == ()
    dated = earliest.report.dated
    assert dated is not None
    assert (dated.from_, dated.precision, dated.basis.value) == (date(2025, 3, 1), "day", "said")
    assert [each.from_ for each in earliest.report.competing] == [date(2025, 3, 9), date(2025, 3, 10)]


def test_denials_are_named_and_feed_neither_dates_nor_speakers(archive: Store) -> None:
    answer = asked(archive, FERRY)
    assert (answer.stances.asserted, answer.stances.denied, answer.stances.asked) == (3, 1, 0)
    assert "1 report prints it as denied, disputed or not said." in answer.evidence
    assert [each.name for each in answer.attributions] == ["Brandt", "Ida Brandt"]
    assert answer.headline.endswith(", attributed to Ida Brandt.")
    assert not answer.conflict


def test_a_lost_not_alters_the_sense_and_stands_behind_what_keeps_it(archive: Store) -> None:
    answer = asked(archive, FERRY)
    altered = [report for report in answer.reports if report.altered]
    assert [report.article.id for report in altered] == ["ferry-3"]
    assert answer.headline.startswith("Word for word in 2 reports, first in Zenit")
    assert answer.evidence[0].startswith("3 of 4 reports print it so (3 distinct texts); these ")
    assert "1 report alters the sense: Post lacks “not”." in answer.evidence
    turned = asked(archive, "We will run the night ferry until the engines have been replaced")
    assert (turned.verdict, turned.sense) == (Verdict.VERBATIM, Sense.KEPT)
    assert {report.article.id for report in turned.reports if report.altered} == {"ferry-1", "ferry-2", "ferry-4"}


def test_where_all_that_is_printed_has_another_sense_the_answer_says_which_word(archive: Store) -> None:
    answer = asked(archive, "The mill has never paid its workers on time for ninety years")
    assert (answer.verdict, answer.sense) == (Verdict.CHANGED, Sense.ALTERED)
    assert [guard.query_text for guard in answer.guards] == ["never"]
    assert answer.outcome is Outcome.SENSE_ALTERED
    assert answer.headline.endswith(": it lacks “never”.")
    assert answer.evidence[0] == "What is printed lacks “never”."


@pytest.mark.parametrize(
    ("text", "verdict", "sense", "best"),
    [
        # only a piece of it is printed unchanged, and the piece does not hold the number
        (TOLL.replace("57", "75"), Verdict.CHANGED, Sense.ALTERED, "toll-1"),
        # the piece that is printed unchanged holds the number
        (TOLL.replace("57", "64"), Verdict.LONGER, Sense.KEPT, "toll-3"),
        (TOLL, Verdict.VERBATIM, Sense.KEPT, "toll-1"),
        ("close the northern lane in autumn", Verdict.VERBATIM, Sense.KEPT, "toll-2"),
        (PIER.replace("never ", ""), Verdict.CHANGED, Sense.ALTERED, "pier-1"),
    ],
)
def test_a_piece_sets_the_verdict_only_if_it_holds_what_another_report_alters(
    archive: Store, text: str, verdict: Verdict, sense: Sense, best: str
) -> None:
    answer = asked(archive, text)
    assert answer.best is not None
    assert (answer.verdict, answer.sense, answer.best.article.id) == (verdict, sense, best)
    assert answer.earliest is not None


def test_two_speakers_for_one_sentence_show(archive: Store) -> None:
    answer = asked(archive, SCHOOL, "Per Holm")
    assert [(each.name, each.count, each.first) for each in answer.attributions] == [
        ("Ida Brandt", 1, date(2025, 5, 1)),
        ("Per Holm", 1, date(2025, 5, 2)),
    ]
    assert answer.conflict
    assert not answer.stock
    assert "The reports disagree on who is quoted: Ida Brandt (1) and Per Holm (1)." in answer.evidence


@pytest.mark.parametrize(
    ("text", "speaker", "agreement"),
    [
        (SCHOOL, "per-holm", Agreement.AGREES),
        (SCHOOL, "Holm", Agreement.AGREES),
        (SCHOOL, "Nils Eide", Agreement.DISAGREES),
        (FERRY, "Ms. Brandt", Agreement.AGREES),
        (MILL, "Ida Brandt", Agreement.UNATTRIBUTED),
        ("The lighthouse keeper had counted eleven seals on the western rocks", "Ida Brandt", Agreement.UNATTRIBUTED),
        (SCHOOL, None, None),
        ("The harbour fees will be doubled before the herring comes back", "Ida Brandt", None),
    ],
)
def test_a_given_speaker_is_compared_and_hides_nothing(
    archive: Store, text: str, speaker: str | None, agreement: Agreement | None
) -> None:
    answer = asked(archive, text, speaker)
    assert answer.speaker_agrees is agreement
    unnamed = "No report names the speaker, so none confirms the given one." in answer.evidence
    assert unnamed == (agreement is Agreement.UNATTRIBUTED)
    assert any(told in answer.headline for told in (" name the speaker", " name no speaker")) == unnamed
    assert answer.reports_total == asked(archive, text).reports_total


def test_what_three_say_is_a_stock_phrase(archive: Store) -> None:
    answer = asked(archive, "no comment for now")
    assert answer.stock
    assert answer.reports_total == 4
    assert "a stock phrase" in answer.headline.lower()
    assert not asked(archive, SCHOOL).stock


def test_a_wire_story_printed_eight_times_is_one_text(archive: Store) -> None:
    answer = asked(archive, WIRE)
    assert (answer.reports_total, answer.distinct_texts) == (9, 2)
    assert len({report.text_group for report in answer.reports if report.article.id.startswith("wire")}) == 1
    assert [(each.name, each.count, each.texts) for each in answer.attributions] == [
        ("Nils Eide", 8, 1),
        ("Eide", 1, 1),
    ]
    assert answer.reports[-1].article.id == "bridge"


def test_a_paraphrase_and_plain_text_are_called_so(archive: Store) -> None:
    mill = asked(archive, MILL)
    assert mill.printed_as is PrintedAs.PARAPHRASE
    assert mill.headline.endswith(", though not between quotation marks.")
    seals = asked(archive, "counted eleven seals on the western rocks")
    assert seals.printed_as is PrintedAs.TEXT
    assert seals.headline.endswith(", in the article’s own words.")
    assert "No article attributes these words to anybody." in seals.evidence
    (report,) = seals.reports
    assert (report.quote, report.article.id) == (None, "plain")
    stored = archive.article("plain")
    assert stored is not None
    assert report.place is not None
    assert stored.article.text[slice(*report.place)] == report.text
    assert seals.attributions == ()


def test_the_diff_points_into_both_texts(archive: Store) -> None:
    answer = asked(archive, "We will not run the night boat until the engines have been replaced")
    report = next(report for report in answer.reports if report.article.id == "ferry-1")
    changes = [
        (answer.text[slice(*edit.query)], report.text[slice(*edit.stored)])
        for edit in report.comparison.diff
        if edit.kind.value == "replaced"
    ]
    assert changes == [("boat", "ferry")]


def test_coverage_says_what_was_searched(archive: Store) -> None:
    within = AllOf((outlet("alba"), published("2025-03-01", "2025-04-30")))
    answer = asked(archive, FERRY, within=within)
    assert printed(answer) == [("ferry-1", "verbatim")]
    assert (answer.coverage.articles, answer.coverage.outlets) == (1, 1)
    assert answer.coverage.undated == 1
    assert answer.coverage.generation == archive.counts().generation
    nothing = asked(archive, FERRY, within=AllOf((outlet("no such outlet"),)))
    assert (nothing.verdict, nothing.coverage.articles) == (Verdict.NOT_FOUND, 0)
    assert nothing.headline == "Not found in the archive, which holds no articles of this kind."


@pytest.mark.parametrize(
    "text",
    ["war " * 10_000, "a b " * 16_000, "Ferry " + "x" * 60_000, "' OR 1=1 -- \" * { } [ ] ( ) AND NOT NEAR/2", "… a …"],
)
def test_any_text_is_answered(archive: Store, text: str) -> None:
    assert not asked(archive, text[:64_000]).reported


def test_a_quote_inside_a_long_passage_is_found_in_its_place(archive: Store) -> None:
    around = [
        f"Sentence number {number} of the minutes speaks of something else, namely item {number}."
        for number in range(80)
    ]
    text = " ".join([*around[:50], f"“{FERRY},” she said.", *around[50:]])
    answer = asked(archive, text)
    assert answer.verdict is Verdict.LONGER
    report = next(report for report in answer.reports if report.article.id == "ferry-1")
    kept = [edit for edit in report.comparison.diff if edit.kind.value == "kept"]
    assert [text[slice(*edit.query)] for edit in kept] == [FERRY]
    changed = asked(archive, text.replace("night ferry", "night boat"))
    assert changed.reported
    assert changed.verdict is not Verdict.VERBATIM
