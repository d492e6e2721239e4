"""Tells from a wording's punctuation where pauses and sentences are."""

from __future__ import annotations

from functools import cache

from indexer.compare import idf
from indexer.compare.capitals import capitalised
from indexer.compare.wording import Wording
from indexer.english import VERBS
from indexer.languages.verbs import Report
from indexer.text import stem as stem_of

LONGEST_CUE = 3
"""Words behind a comma among which a verb of saying may stand: "she told", "Ida Lund said"."""

LONGEST_ABBREVIATION = 3
"""Letters of a word whose full stop may mark an abbreviation."""

_ENDS = frozenset("!?:;…\n")
_OPENS = _ENDS | frozenset('“‘"')
_PAUSES = frozenset(',;:.!?()–—…-"“”')
_NUMBER_ENDS = frozenset(",;:.!?()")


def pause_before(wording: Wording, index: int) -> bool:
    """Whether a mark stands before a word; true before the first and behind the last."""
    return not 0 < index < len(wording) or not _PAUSES.isdisjoint(_before(wording, index))


def separates_numbers(wording: Wording, index: int) -> bool:
    """Whether the mark before a word ends the number before it: that of "2027, three" does, that of "2-1" does not."""
    return not _NUMBER_ENDS.isdisjoint(_before(wording, index))


def begins_sentence(wording: Wording, index: int) -> bool:
    """Whether a word has a capital for its place: first, or behind the end of a sentence or an opening mark."""
    if index == 0:
        return True
    between = _before(wording, index)
    return not _OPENS.isdisjoint(between) or ("." in between and not _is_abbreviation(wording, index))


def ends_sentence(wording: Wording, index: int) -> bool:
    """Whether a sentence, or a quoted passage, ends before a word."""
    if not 0 < index < len(wording):
        return False
    between = _before(wording, index)
    if not _ENDS.isdisjoint(between) or ("." in between and between != "." and not _is_abbreviation(wording, index)):
        return True
    # Before a cue a quote ends in a comma, "…, she said", and may go on behind one: "…, Nobody pays".
    stem = wording.stems[index]
    opens = wording.text[wording.words[index].start].isupper() and idf.is_known(stem) and stem not in capitalised()
    return "," in between and (opens or not _cues().isdisjoint(wording.stems[index : index + LONGEST_CUE]))


def _before(wording: Wording, index: int) -> str:
    """The characters between a word and the one before it."""
    return wording.text[wording.words[index - 1].end : wording.words[index].start]


def _is_abbreviation(wording: Wording, index: int) -> bool:
    """Whether the full stop before a word marks an abbreviation: "Mr. Lund"."""
    return _before(wording, index).startswith(". ") and len(wording.texts[index - 1]) <= LONGEST_ABBREVIATION


@cache
def _cues() -> frozenset[str]:
    """The stems of all forms of verbs of saying."""
    return frozenset(stem_of(form) for form, verb in VERBS.reporting.items() if verb.report is Report.SPEECH)
