"""The headline is one plain sentence of at most thirty words; what else is known stands in the evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from factory import Line, article, says
from hypothesis import given
from hypothesis import strategies as st
from reported import reports

from indexer.check import Answer, Outcome, Verdict
from indexer.check.answer_records import HeadlineParts, PrintedPart
from indexer.check.dates import earliest
from indexer.check.records import Agreement, PrintedAs
from indexer.check.sentences import MOST_WORDS, evidence, headline, headline_parts, label, label_of
from indexer.check.speakers import attributions, named_speakers
from indexer.check.variants import of_reports
from indexer.compare import wording
from indexer.model import Kind, Stance
from indexer.printed import Coverage
from indexer.query import StoredArticle

SHORT = "Our thoughts are with the crew and their families"
LONG = "A harbour that sells its only lifeboat has no business asking anybody to come ashore in winter"
PRINTED = Coverage(2, 9, 2, date(2025, 3, 1), date(2025, 3, 9), None, "1")


def answered(text: str, *stored: StoredArticle, **known: Any) -> Answer:
    """The answer for reports in their order, the first of which sets the verdict."""
    found = reports(text, *stored)
    named = attributions(found)
    who = named_speakers(named, found)
    answer = Answer(
        text,
        len(wording(text)),
        PRINTED,
        Verdict(found[0].comparison.relation.value),
        best=found[0],
        printed_as=found[0].printed_as,
        earliest=earliest(found),
        reports=found,
        reports_total=len(found),
        variants=of_reports(found),
        attributions=named,
        conflict=who.conflict,
        stock=who.stock,
    )
    return replace(answer, **known)


def printed(text: str, name: str | None = "Ida Brandt", outlet: str = "Alba", **more: Any) -> StoredArticle:
    return article(outlet, says(text, name, **more), outlet=outlet, published="2025-03-02")


@pytest.mark.parametrize(
    ("text", "names", "sentence"),
    [
        (SHORT, ["Ida Brandt"], "Word for word in Fjord Courier on 5 March 2025, attributed to Ida Brandt."),
        (SHORT, [None], "Word for word in Fjord Courier on 5 March 2025, attributed to nobody by name."),
        (
            SHORT,
            ["Ida Brandt", "Per Holm"],
            "Word for word in 2 reports, first in Fjord Courier on 5 March 2025, "
            "attributed to Ida Brandt by some and to Per Holm by others.",
        ),
        (
            SHORT,
            ["Ida Brandt", "Per Holm", "Mona Lie"],
            "Word for word in 3 reports, first in Fjord Courier on 5 March 2025, a stock phrase of 3 speakers.",
        ),
        (
            LONG,
            ["Ida Brandt", "Per Holm", "Mona Lie"],
            "Word for word in 3 reports, first in Fjord Courier on 5 March 2025, "
            "attributed to Ida Brandt by some and to Mona Lie by others.",
        ),
    ],
)
def test_who_is_named(text: str, names: list[str | None], sentence: str) -> None:
    lines: list[Line] = [says(text, name) for name in names]
    assert headline(answered(text, *(article(f"a{n}", line) for n, line in enumerate(lines)))) == sentence


@pytest.mark.parametrize(
    ("beside", "who"),
    [
        ([("Per Holm",)], "Ida Brandt with Per Holm"),
        ([("Per Holm", "Mona Lie"), ("Mona Lie", "Per Holm")], "Ida Brandt with Per Holm and Mona Lie"),
        ([("Per Holm",), ()], "Ida Brandt"),
        ([("Per Holm",), ("Mona Lie",)], "Ida Brandt"),
    ],
)
def test_those_whom_every_report_names_together_are_named(beside: list[tuple[str, ...]], who: str) -> None:
    answer = answered(SHORT, *(article(f"a{n}", says(SHORT, beside=names)) for n, names in enumerate(beside)))
    assert headline(answer).endswith(f" on 5 March 2025, attributed to {who}.")
    assert headline_parts(answer).who == who


@pytest.mark.parametrize(
    ("text", "names", "sentence"),
    [
        (SHORT, ["Ida Brandt", "Per Holm"], "The reports disagree on who is quoted: Ida Brandt (1) and Per Holm (1)."),
        (SHORT, ["Ida Brandt", "Per Holm", "Mona Lie"], "It is a stock phrase, attributed to 3 speakers."),
        (
            LONG,
            ["Ida Brandt", "Per Holm", "Mona Lie"],
            "The reports disagree on who is quoted: Ida Brandt (1), Mona Lie (1) and Per Holm (1).",
        ),
    ],
)
def test_the_evidence_tells_who_is_named(text: str, names: list[str | None], sentence: str) -> None:
    assert sentence in evidence(answered(text, *(article(f"a{n}", says(text, name)) for n, name in enumerate(names))))


FERRY = "We will not run the night ferry until the engines have been replaced"
FERRY_ON = "We will run the night ferry until the engines have been replaced"

SENTENCES = [
    (
        FERRY,
        printed(f"“{FERRY}, and that is that”"),
        {},
        Outcome.WORD_FOR_WORD,
        "Word for word in Alba on 2 March 2025, within a longer quote attributed to Ida Brandt.",
    ),
    (
        FERRY,
        printed(FERRY.replace("ferry", "boat")),
        {},
        Outcome.WORDING_DIFFERS,
        "Printed in slightly different words in Alba on 2 March 2025, attributed to Ida Brandt.",
    ),
    (
        FERRY,
        printed(FERRY_ON),
        {},
        Outcome.SENSE_ALTERED,
        "Printed in another sense in Alba on 2 March 2025, attributed to Ida Brandt: it lacks “not”.",
    ),
    (
        FERRY,
        printed(FERRY, said="2025-02-27"),
        {},
        Outcome.WORD_FOR_WORD,
        "Word for word in Alba, which dates it to 27 February 2025, attributed to Ida Brandt.",
    ),
    (
        FERRY,
        printed(FERRY),
        {"speaker": "Per Holm", "speaker_agrees": Agreement.DISAGREES},
        Outcome.OTHER_SPEAKER,
        "Word for word in Alba on 2 March 2025, but attributed to Ida Brandt, not to Per Holm.",
    ),
    (
        FERRY,
        printed(FERRY, None),
        {"speaker": "Per Holm", "speaker_agrees": Agreement.UNATTRIBUTED},
        Outcome.WORD_FOR_WORD,
        "Word for word in Alba on 2 March 2025, but the report does not name the speaker.",
    ),
    (
        FERRY,
        printed(f"“{FERRY}, and that is that”", None),
        {"speaker": "Per Holm", "speaker_agrees": Agreement.UNATTRIBUTED},
        Outcome.WORD_FOR_WORD,
        "Word for word in Alba on 2 March 2025, within a longer quote, but the report does not name the speaker.",
    ),
    (
        FERRY,
        printed(FERRY, stance=Stance.DENIED),
        {"attributions": ()},
        Outcome.WORD_FOR_WORD,
        "Word for word in Alba on 2 March 2025, but only as denied, disputed or not said.",
    ),
    (
        FERRY,
        printed(f"that {FERRY.lower()}", kind=Kind.INDIRECT),
        {"printed_as": PrintedAs.PARAPHRASE},
        Outcome.WORD_FOR_WORD,
        "Word for word in Alba on 2 March 2025, within a longer passage attributed to Ida Brandt, "
        "though not between quotation marks.",
    ),
]


@pytest.mark.parametrize(("text", "stored", "known", "outcome", "sentence"), SENTENCES)
def test_what_is_printed(text: str, stored: StoredArticle, known: Any, outcome: Outcome, sentence: str) -> None:
    answer = answered(text, stored, **known)
    assert answer.outcome is outcome
    assert headline(answer) == sentence
    assert label(answer) == label_of(outcome)


@pytest.mark.parametrize(
    ("stored", "count"),
    [
        ((FERRY,), "1 report prints it so; "),
        ((f"{FERRY}, and that is that",), "1 report prints it so; "),
        ((FERRY, FERRY), "2 reports print it so (1 distinct text); "),
        ((FERRY, FERRY.replace("ferry", "boat")), "1 of 2 reports prints it so; "),
        ((FERRY.replace("ferry", "boat"),), "1 report prints nearly these words; "),
        ((FERRY.replace("ferry", "boat"),) * 2, "2 reports print nearly these words (1 distinct text); "),
        ((FERRY_ON,), "1 report prints it in another sense; "),
        (("until the engines have been replaced",), "1 report prints a part of it; "),
    ],
)
def test_only_words_that_are_printed_are_counted_as_printed_so(stored: tuple[str, ...], count: str) -> None:
    told = evidence(answered(FERRY, *(article(f"a{n}", says(text)) for n, text in enumerate(stored))))
    assert any(each.startswith(count) for each in told), told
    assert all("print it so" not in each and "prints it so" not in each for each in told) == (FERRY not in stored[0])


@pytest.mark.parametrize(
    ("verdict", "words", "outcome", "sentence", "said"),
    [
        (
            Verdict.NOT_FOUND,
            12,
            Outcome.NOT_IN_ARCHIVE,
            "Not found in these 2 articles of 2 outlets, published 1 March 2025 to 9 March 2025.",
            "Not in this archive",
        ),
        (
            Verdict.TOO_SHORT,
            2,
            Outcome.NOTHING_TO_COMPARE,
            "Too short to tell: 2 words are found only if printed exactly so; give 6 or more.",
            "Too short to tell",
        ),
        (
            Verdict.UNSUPPORTED_LANGUAGE,
            9,
            Outcome.NOTHING_TO_COMPARE,
            "This does not read as English, and the same words were not found in these 2 articles of 2 outlets.",
            "Not in English",
        ),
    ],
)
def test_what_is_not_found(verdict: Verdict, words: int, outcome: Outcome, sentence: str, said: str) -> None:
    answer = Answer(FERRY, words, PRINTED, verdict)
    assert (answer.outcome, headline(answer), label(answer)) == (outcome, sentence, said)


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (
            ("Ida Brandt", "Per Holm"),
            "Two quotes are joined: the first is attributed to Ida Brandt and the second is attributed to Per Holm.",
        ),
        (
            ("Ida Brandt", None),
            "Two quotes are joined: the first is attributed to Ida Brandt and the second is in Zenit.",
        ),
        (("Ida Brandt", "Ida Brandt"), "Two quotes of Ida Brandt are joined: they stand apart in Alba and Zenit."),
    ],
)
def test_joined_quotes(names: tuple[str, str | None], sentence: str) -> None:
    text = f"{FERRY}. {LONG}"
    answer = answered(text, printed(FERRY, names[0]), printed(LONG, names[1], "Zenit"))
    first, other = answer.reports
    parts = (PrintedPart((0, len(FERRY)), first), PrintedPart((len(FERRY) + 2, len(text)), other))
    joined = replace(answer, printed_parts=parts)
    assert (joined.outcome, headline(joined)) == (Outcome.JOINED, sentence)
    assert headline_parts(joined).how == "Two quotes joined"


def test_the_parts_are_given_for_pages() -> None:
    assert headline_parts(answered(FERRY, printed(FERRY))) == HeadlineParts(
        "Word for word", "Ida Brandt", "2 March 2025", "Alba"
    )
    assert headline_parts(answered(FERRY, printed(FERRY, None))).who is None


def test_a_report_in_other_words_lends_its_date_to_no_other() -> None:
    early = article("early", says(FERRY.replace("ferry", "boat")), outlet="Zenit", published="2025-01-01")
    answer = answered(FERRY, printed(FERRY), early)
    assert headline(answer) == "Word for word in Alba on 2 March 2025, attributed to Ida Brandt."
    assert "The earliest report is in Zenit, dated 1 January 2025." in evidence(answer)


def test_no_report_prints_altered_words_as_denied() -> None:
    exact, other = (printed(text, stance=Stance.DENIED) for text in (FERRY, FERRY.replace("ferry", "boat")))
    assert "Every report prints it as denied, disputed or not said." in evidence(answered(FERRY, exact))
    assert "Every report prints its own wording as denied, disputed or not said." in evidence(answered(FERRY, other))


def test_a_speaker_repeats_what_is_printed_rather_than_altered_words() -> None:
    repeating = answered(FERRY, printed(FERRY)).attributions
    exact = answered(FERRY, printed(FERRY), quoted_by=repeating)
    changed = answered(FERRY, printed(FERRY.replace("ferry", "boat")), quoted_by=repeating)
    assert "Ida Brandt repeats these words as somebody else’s." in evidence(exact)
    assert "Ida Brandt repeats what is printed as somebody else’s." in evidence(changed)


def test_two_reports_that_name_nobody_do_not_name_the_given_speaker() -> None:
    nameless = [article(name, says(FERRY, None)) for name in ("one", "other")]
    answer = answered(FERRY, *nameless, speaker="Per Holm", speaker_agrees=Agreement.UNATTRIBUTED)
    assert headline(answer).endswith(", but the reports do not name the speaker.")
    assert "No report names the speaker, so none confirms the given one." in evidence(answer)


def test_a_speaker_given_by_the_printed_form_is_named() -> None:
    answer = answered(FERRY, printed(FERRY, None), speaker="the mayor", speaker_agrees=Agreement.AGREES)
    assert headline(answer).endswith(", attributed to nobody by name.")


def test_a_denial_names_its_speaker() -> None:
    denied = printed(FERRY, stance=Stance.DENIED)
    answer = answered(FERRY, denied, attributions=(), speaker="Per Holm", speaker_agrees=Agreement.UNATTRIBUTED)
    assert not any("names the speaker" in each for each in evidence(answer))


def test_what_is_only_probable_may_be_the_first() -> None:
    early = article("early", says(FERRY.replace("ferry", "boat")), outlet="Zenit", published="2025-01-01")
    answer = answered(FERRY, printed(FERRY), perhaps=tuple(reports(FERRY, early)))
    assert (
        "The earliest report in these words is in Alba, dated 2 March 2025; "
        "perhaps first reported on 1 January 2025 by Zenit, in nearly these words." in evidence(answer)
    )


@given(
    name=st.text(min_size=1, max_size=200),
    outlet=st.text(min_size=1, max_size=200),
    given_name=st.none() | st.text(max_size=100),
    at=st.integers(0, len(SENTENCES) - 1),
)
def test_a_headline_has_at_most_thirty_words(name: str, outlet: str, given_name: str | None, at: int) -> None:
    text, stored, known, _, _ = SENTENCES[at]
    answer = answered(text, stored, **known)
    named = tuple(replace(each, name=name) for each in answer.attributions)
    reports_ = [replace(each, article=replace(each.article, outlet=outlet)) for each in answer.reports]
    sentence = headline(
        replace(answer, attributions=named, reports=reports_, best=reports_[0], speaker=given_name, earliest=None)
    )
    assert len(sentence.split()) <= MOST_WORDS
    assert sentence.endswith(".")
    assert "\n" not in sentence
