"""The label of an answer: a verdict in the words that people use."""

from __future__ import annotations

from indexer.check.answer_records import Answer, Outcome
from indexer.check.records import Verdict

_LABELS = {
    Outcome.SENSE_ALTERED: "Sense altered",
    Outcome.JOINED: "Quotes joined",
    Outcome.PARTLY_PRINTED: "Only partly printed",
    Outcome.WORDING_DIFFERS: "Wording differs",
    Outcome.OTHER_SPEAKER: "Attributed to somebody else",
    Outcome.WORD_FOR_WORD: "Word for word",
    Outcome.IN_OTHER_WORDS: "In other words",
    Outcome.SUGGESTED: "Said in other words?",
    Outcome.NOT_IN_ARCHIVE: "Not in this archive",
    Outcome.NOTHING_TO_COMPARE: "Nothing to compare",
}

_NOT_COMPARED = {Verdict.TOO_SHORT: "Too short to tell", Verdict.UNSUPPORTED_LANGUAGE: "Not in English"}


def label_of(outcome: Outcome) -> str:
    """The label of an outcome, as a tally of many answers has it: ``Word for word``."""
    return _LABELS[outcome]


def label(answer: Answer) -> str:
    """The label of one answer, which says why there was nothing to compare."""
    if answer.outcome is Outcome.NOTHING_TO_COMPARE:
        return _NOT_COMPARED.get(answer.verdict, _LABELS[answer.outcome])
    return _LABELS[answer.outcome]
