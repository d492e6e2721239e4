"""The verbs that attribute, in every form in which they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from indexer.words import lines


class Report(StrEnum):
    """What a verb reports: speech (a quote or a clause), an attitude (a clause), a judgement (a name for something)."""

    SPEECH = "cue_verbs"
    ATTITUDE = "cue_verbs_attitude"
    JUDGEMENT = "cue_verbs_judgement"


@dataclass(frozen=True, slots=True)
class Verb:
    """One printed form: its base, what it reports, and whether it is the form in -ing or the base form."""

    base: str
    report: Report
    gerund: bool
    bare: bool


@cache
def cue_verbs() -> dict[str, Verb]:
    """Every printed form, folded; where two lists share a form, the first of ``Report`` has it."""
    found: dict[str, Verb] = {}
    for report in Report:
        for line in lines(report):
            base, *forms = _forms(line)
            for form in (base, *forms):
                found.setdefault(form, Verb(base, report, form.endswith("ing") and form != base, form == base))
    return found


@cache
def verb_forms(name: str) -> frozenset[str]:
    """Every printed form of the verbs in ``NAME.txt``, folded."""
    return frozenset(form for line in lines(name) for form in _forms(line))


@cache
def particles() -> frozenset[tuple[str, str]]:
    """(base, particle) of the verbs that are two words: "pointed out"."""
    pairs = (line.split() for line in lines("cue_particles"))
    return frozenset((base, particle) for base, particle in pairs)


def _forms(line: str) -> tuple[str, ...]:
    """The forms on a line of a list, its base first; those of a regular verb where it stands alone."""
    base, *forms = line.split()
    return (base, *(forms or (f"{base}s", f"{base}ed", f"{base}ing")))
