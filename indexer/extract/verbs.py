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
            base, *forms = line.split()
            for form in (base, *(forms or _regular(base))):
                found.setdefault(form, Verb(base, report, form.endswith("ing") and form != base, form == base))
    return found


@cache
def particles() -> frozenset[tuple[str, str]]:
    """(base, particle) of the verbs that are two words: "pointed out"."""
    pairs = (line.split() for line in lines("cue_particles"))
    return frozenset((base, particle) for base, particle in pairs)


def _regular(base: str) -> tuple[str, str, str]:
    return f"{base}s", f"{base}ed", f"{base}ing"
