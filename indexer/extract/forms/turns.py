"""Lines of a transcript or an interview: `NAME: text`, `NAME, TITLE: text`, `Q: text`, `Mr. NAME. text`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from indexer.document import Document, Paragraph
from indexer.english import GIVEN_NAMES, GRAMMAR, NAME_PARTS, PAGE_LINES, ROLES, VERBS
from indexer.extract.forms.form import Form
from indexer.text import alternation, fold

_WORD = r"[^\W\d_][\w’'.-]*"
_OPENS = r"[“\"]?(?:[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?[ \xa0]+)?"
"""What may stand before a label: a quotation mark, a time."""

_NOTE = r"(?: \([^()\n]{1,30}\))?"
_TITLE = r"(?:, [^:,()“”\"\n]{1,60}){0,2}"
_LABEL = re.compile(rf"{_OPENS}(?P<who>(?P<name>{_WORD}(?: {_WORD}){{0,4}}){_TITLE}){_NOTE}(?P<cue>:)\s+(?=\S)")
_HONORIFIC = rf"(?:{alternation(ROLES.honorifics, capitals=True)})\.?"
_TITLES = alternation(ROLES.titles, capitals=True)
_OFFICE = re.compile(
    rf"{_OPENS}[A-Z][^:.()\n]{{1,60}} \((?P<who>(?P<name>{_HONORIFIC} {_WORD}(?: {_WORD}){{0,2}}))\)(?P<cue>:)\s+(?=\S)"
)
"""The label of a record of parliament: the office, and in brackets the name."""

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]+"
_RECORD = re.compile(
    rf"{_OPENS}(?P<who>(?P<name>(?:{_HONORIFIC}|{_TITLES}|[Tt]he) {_CAPITALS}(?: {_CAPITALS}){{0,2}})"
    rf"(?: [a-z]{{2,10}}){{0,3}}(?: [A-Z][a-z]+)?){_NOTE}"
    r"(?P<cue>\.)\s+(?=\S)"
)
"""The label of a record of a congress: a title and a name in capitals, and a stop: "Ms. LUND of Marrow."."""

_BEFORE_CAPITALS = ROLES.honorifics | GRAMMAR.definite_articles
"""What stands before a name or an office in capitals: "MS. LUND", "THE COURT"."""

_LETTERS = "".join(sorted(label.upper() for label in PAGE_LINES.questions | PAGE_LINES.answers if len(label) == 1))
_LETTER = re.compile(rf"[“\"]?(?P<who>[{_LETTERS}])(?P<cue>[.:])\s+(?=\S)")
_LABELS = (_LETTER, _LABEL, _OFFICE, _RECORD)
_OPENING = re.compile(r"[“\"«„‘']")
_SAYS = re.compile(rf"\b(?:{alternation(GRAMMAR.singular_persons, capitals=True)}) (?:{alternation(VERBS.plain)})\b")

_QUESTION = re.compile(r"\?$|^[\"'“‘«].*\?[\"'”’»]$", re.DOTALL)
"""A question, with or without quotation marks; not words that end in another's question: “She asked me, ‘Are you
cooking?’”"""

BETWEEN = 3
"""The most paragraphs that an answer continues for before the next line of the transcript."""


@dataclass(frozen=True, slots=True)
class _Line:
    paragraph: int
    label: str
    match: re.Match[str]


def turns(document: Document) -> Iterator[Form]:
    """The turns of every transcript in an article, in order.

    A single line is no transcript ("CORRECTION: ..."): there must be two speakers, and one of them must speak again, or
    they must be letters (Q and A), or all of them must be names or as in a congress's record.
    """
    text, paragraphs = document.text, document.paragraphs
    for dialogue in _dialogues(_speakers(list(_lines(text, paragraphs)))):
        for line, following in zip_longest(dialogue, dialogue[1:]):
            last = _last(text, paragraphs, line, None if following is None else following.paragraph)
            said = [(line.match.end(), paragraphs[line.paragraph].end)]
            said += [(paragraph.start, paragraph.end) for paragraph in paragraphs[line.paragraph + 1 : last + 1]]
            asks = _QUESTION.search(text[slice(*said[-1])]) is not None
            yield Form(line.match.span("who"), line.match.span("cue"), tuple(said), (line.paragraph, last), asks)


def _lines(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[_Line]:
    for number, paragraph in enumerate(paragraphs):
        place = paragraph.start, paragraph.end
        matches = filter(None, (label.match(text, *place) for label in _LABELS))
        match = next(filter(_is_label, matches), None)
        if match is not None and match.end() < paragraph.end:
            yield _Line(number, fold(_name(match)).rstrip(".").split()[-1], match)


def _speakers(lines: Sequence[_Line]) -> list[_Line]:
    """The lines whose label is no rubric; rubrics stay if they are surnames: "DR. ELLEN PRICE: …", "PRICE: …"."""
    named = {line.label for line in lines if " " in _name(line.match) and not _is_rubric(_name(line.match))}
    return [line for line in lines if line.label in named or not _is_rubric(_name(line.match))]


def _is_rubric(label: str) -> bool:
    low = fold(label)
    return low in PAGE_LINES.labels or low.split()[0] in PAGE_LINES.label_openers


def _name(match: re.Match[str]) -> str:
    """The label of a line without a title behind it."""
    return match.groupdict().get("name") or match["who"]


def _is_label(match: re.Match[str]) -> bool:
    """Whether a label can name a speaker: a name in capitals, and no clause behind it: not "On Monday, Lund said:"."""
    name = _name(match)
    parts = name.split()
    if not all(word[0].isupper() or word in NAME_PARTS.particles or word == "the" for word in parts):
        return False
    title = fold(match["who"][len(name) :])
    if not title:
        return True
    return (len(parts) > 1 or name.isupper()) and VERBS.reporting.keys().isdisjoint(title.split())


def _dialogues(lines: Sequence[_Line]) -> Iterator[Sequence[_Line]]:
    """The groups of lines that are turns of one transcript, each within ``BETWEEN`` paragraphs of the one before."""
    start = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and lines[number].paragraph - lines[number - 1].paragraph <= BETWEEN + 1:
            continue
        stretch = lines[start:number]
        if _is_dialogue(stretch):
            yield stretch
        start = number


def _is_dialogue(lines: Sequence[_Line]) -> bool:
    labels = Counter(line.label for line in lines)
    if len(lines) < 2 or len(labels) < 2:
        return False
    if not PAGE_LINES.questions.isdisjoint(labels) and not PAGE_LINES.answers.isdisjoint(labels):
        return True
    if any(line.match["cue"] == "." and len(line.label) == 1 for line in lines):
        return False
    return max(labels.values()) > 1 or all(map(_is_name, lines))


def _is_name(line: _Line) -> bool:
    if line.match.re is _RECORD:
        return True
    words = _name(line.match).split()
    if len(words) > 1 and line.match["name"].isupper() and fold(words[0]).rstrip(".") in _BEFORE_CAPITALS:
        return True
    return len(words) > 1 and fold(words[0]) in GIVEN_NAMES.names


def _last(text: str, paragraphs: Sequence[Paragraph], line: _Line, following: int | None) -> int:
    """The last paragraph of a turn: the one before the next turn; after the last answer, the end of the article."""
    if following is not None:
        return following - 1
    rest = range(line.paragraph + 1, len(paragraphs))
    goes_on = line.label in PAGE_LINES.answers and len(rest) <= BETWEEN
    return len(paragraphs) - 1 if goes_on and not any(_tells(text, paragraphs[n]) for n in rest) else line.paragraph


def _tells(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is narrative again: it has a quote, or "he said"."""
    piece = text[paragraph.start : paragraph.end]
    return _OPENING.search(piece.rpartition("\n")[2]) is not None or _SAYS.search(piece) is not None
