"""The verbs of a language: their forms, what they report and take, and what they say of the truth of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources.abc import Traversable

from indexer.languages.table import Row, rows

_FORMS = ("third", "past", "gerund")
_COLUMNS = ("verb", "forms", "reports", "takes", "says", "also", "particle", "medium", "nouns")


class Report(StrEnum):
    """What a verb reports: speech (a quote or a clause), an attitude (a clause), a judgement (a name for something)."""

    SPEECH = "speech"
    ATTITUDE = "attitude"
    JUDGEMENT = "judgement"


class Takes(StrEnum):
    """What a verb takes besides a quote and a clause with its conjunction; ``verbs.tsv`` explains each."""

    CLAUSE = "clause"
    CLAUSE_BEFORE = "clause-before"
    GERUND = "gerund"
    HEARER = "hearer"
    INFINITIVE = "infinitive"


class Says(StrEnum):
    """What a verb says of what it reports, or of who reports it; ``verbs.tsv`` explains each."""

    ASKS = "asks"
    CONDEMNS = "condemns"
    DENIES = "denies"
    DISPUTES = "disputes"
    MISQUOTES = "misquotes"
    NAMES = "names"
    REFUSES = "refuses"
    SEEMS = "seems"
    SILENT = "silent"


class Also(StrEnum):
    """What one form of a verb is besides; ``verbs.tsv`` explains each."""

    GESTURE = "gesture"
    GOES_ON = "goes-on"
    NOUN_LIKE = "noun-like"
    PAST_MEDIUM = "past-medium"
    PLAIN = "plain"
    PLAIN_CUE = "plain-cue"
    PUT_TO = "put-to"
    SEEN_BY = "seen-by"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that reports, in one printed form.

    Args:
        base: its base form.
        report: what it reports.
        takes: what it takes.
        says: what it says of that; None of most.
        gerund: whether this form is the gerund.
        bare: whether this form is the base form.
    """

    base: str
    report: Report
    takes: frozenset[Takes]
    says: Says | None
    gerund: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table with all forms of its verb, of each there may be several."""

    row: Row
    base: str
    third: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]

    @property
    def inflected(self) -> tuple[str, ...]:
        return (*self.third, *self.past, *self.participle, *self.gerund)


class Verbs:
    """The verbs of a language by their printed forms, folded.

    Args:
        table: ``verbs.tsv``.
        inflection: ``inflection.tsv``, by which a verb is inflected whose line has no forms.

    Raises:
        TableError: a line has a value that its column does not know, or neither three nor four forms.
    """

    def __init__(self, table: Traversable, inflection: Traversable) -> None:
        endings = {
            row.text("ending"): [row.text(form) for form in _FORMS] for row in rows(inflection, "ending", *_FORMS)
        }
        lines = [_line(row, endings) for row in rows(table, *_COLUMNS)]
        saying = {says: [line for line in lines if line.row.choice("says", Says) is says] for says in Says}
        also = {kind: [line for line in lines if kind in line.row.choices("also", Also)] for kind in Also}

        self.reporting: Mapping[str, Verb] = _reporting(lines)
        """The verbs that report, by form; of two that share a form, the first by ``Report`` has it."""
        self.participles = _set(set(line.participle) - set(line.past) for line in lines if line.row.text("reports"))
        """Participles of the verbs that report which are no past forms: "known"."""
        self.phrasal = frozenset((line.base, line.row.text("particle")) for line in lines if line.row.text("particle"))
        """Base form and particle of the verbs that are two words: "point", "out"."""
        self.media = {
            form: line.row.text("medium")
            for line in lines
            if line.row.text("medium")
            for form in (line.past if line in also[Also.PAST_MEDIUM] else line.inflected)
        }
        """The medium that a form tells of: "tweeted" of a tweet."""
        self.forms_that = {says: _set((line.base, *line.inflected) for line in saying[says]) for says in Says}
        """Every form of the verbs that say so of what they report."""
        self.nouns_that = {says: _set(line.row.words("nouns") for line in saying[says]) for says in Says}
        """The nouns of these verbs."""
        self.bases_that = {says: frozenset(line.base for line in saying[says]) for says in Says}
        """Their base forms alone."""
        self.plain = _set((*line.third, *line.past) for line in also[Also.PLAIN])
        """Forms that tell of saying and no more: "said"."""
        self.plain_cues = _set(line.past for line in also[Also.PLAIN_CUE])
        """The plainest cues: "said", "added"."""
        self.told = tuple(form for line in also[Also.TOLD] for form in line.past)
        """Past forms before the one who hears, as ``str.startswith`` takes them."""
        self.gestures = _set((line.base, *line.inflected) for line in also[Also.GESTURE])
        """Forms of what is done without a word as often as with one: "sighed"."""
        self.goes_on = _set(line.gerund for line in also[Also.GOES_ON])
        """Gerunds that end what is said of a source: ", noting"."""
        self.noun_like = _set(line.third for line in also[Also.NOUN_LIKE])
        """Forms that are as often nouns: "claims"."""
        self.put_to = _set(line.participle for line in also[Also.PUT_TO])
        """Participles of what is done to somebody, who does not say what follows: "was asked"."""
        self.seen_by = _set(line.participle for line in also[Also.SEEN_BY])
        """Participles that tell who has seen a document, not who wrote it: "obtained by"."""


def _set(groups: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(form for group in groups for form in group)


def _line(row: Row, endings: Mapping[str, Sequence[str]]) -> _Line:
    first, _, rest = row.text("verb").partition(" ")
    ending = max((ending for ending in endings if first.endswith(ending)), key=len, default="*")
    forms = row.words("forms") or tuple(first.removesuffix(ending) + form for form in endings[ending])
    if not len(_FORMS) <= len(forms) <= len(_FORMS) + 1:
        raise row.error(f"{len(forms)} forms; there must be third person, past, participle if it is another, gerund")
    third, past, participle, gerund = forms if len(forms) > len(_FORMS) else (*forms[:2], *forms[1:])
    return _Line(row, row.text("verb"), *(_spelled(form, rest) for form in (third, past, participle, gerund)))


def _spelled(form: str, rest: str) -> tuple[str, ...]:
    return tuple(f"{one} {rest}".rstrip() for one in form.split("/") if one != "-")


def _reporting(lines: Sequence[_Line]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for report in Report:
        for line in lines:
            if line.row.choice("reports", Report) is report:
                takes, says = line.row.choices("takes", Takes), line.row.choice("says", Says)
                for form in (line.base, *line.inflected):
                    verb = Verb(line.base, report, takes, says, form in line.gerund, form == line.base)
                    found.setdefault(form, verb)
    return found
