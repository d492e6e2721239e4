"""Where in a wording a pause, a clause or a sentence ends: what its marks say, which are no words."""

from __future__ import annotations

from functools import cache

from indexer.compare import idf
from indexer.compare.capitals import capitalised
from indexer.compare.wording import Wording
from indexer.english import VERBS
from indexer.languages.verbs import Report
from indexer.text import stem as stem_of

LONGEST_CUE = 3
"""Words behind a comma that may hold a verb of saying: "she told", "Ida Lund said"."""

LONGEST_SHORT = 3
"""Letters of a word whose full stop may be that of a short form."""

_ENDS = frozenset("!?:;…\n")
_OPENS = _ENDS | frozenset('“‘"')
_PAUSES = frozenset(',;:.!?()–—…-"“”')
_NUMBER_ENDS = frozenset(",;:.!?()")


def pauses(of: Wording, number: int) -> bool:
    """Whether a mark stands before a word; before the first, and behind the last, one does."""
    return not 0 < number < len(of) or not _PAUSES.isdisjoint(_before(of, number))


def parts_numbers(of: Wording, number: int) -> bool:
    """Whether a mark before a word says that what stands before it is another number: "2027, three"; not "2-1"."""
    return not _NUMBER_ENDS.isdisjoint(_before(of, number))


def begins_sentence(of: Wording, number: int) -> bool:
    """Whether a word has a capital for where it stands: first, or behind the end of a sentence or an opening mark."""
    if number == 0:
        return True
    between = _before(of, number)
    return not _OPENS.isdisjoint(between) or ("." in between and not _is_short_form(of, number))


def ends_sentence(of: Wording, number: int) -> bool:
    """Whether a sentence, or what somebody said, ends before a word."""
    if not 0 < number < len(of):
        return False
    between = _before(of, number)
    if not _ENDS.isdisjoint(between) or ("." in between and between != "." and not _is_short_form(of, number)):
        return True
    # A quote that goes on behind its cue has a comma there: "…, Nobody pays"; and so has a cue: "…, she said".
    stem = of.stems[number]
    opens = of.text[of.words[number].start].isupper() and idf.is_known(stem) and stem not in capitalised()
    return "," in between and (opens or not _cues().isdisjoint(of.stems[number : number + LONGEST_CUE]))


def _before(of: Wording, number: int) -> str:
    """The characters between a word and the one before it."""
    return of.text[of.words[number - 1].end : of.words[number].start]


def _is_short_form(of: Wording, number: int) -> bool:
    """Whether the full stop before a word is that of a short form: "Mr. Lund"."""
    return _before(of, number).startswith(". ") and len(of.texts[number - 1]) <= LONGEST_SHORT


@cache
def _cues() -> frozenset[str]:
    """The stems of verbs of saying, in all their forms."""
    return frozenset(stem_of(form) for form, verb in VERBS.reporting.items() if verb.report is Report.SPEECH)
