"""Which labels can stand: what no article attributes is left out, whichever network has found it.

Counted on PolNeAR's training articles, 19,832 attributions: every one has a cue; 10 have their source in another
paragraph than the cue; 4 have a content without marks in another paragraph, where no colon leads there. Of 8,500
contents that open without a mark 94 begin in a later sentence of their cue's paragraph, of 9,000 sources one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from indexer.document import Document, Passage
from indexer.english import CLAUSES, GIVEN_NAMES, GRAMMAR, NEGATION, NOUN_PHRASES, PAGE_LINES, PHRASES, ROLES, VERBS
from indexer.extract.rules.titles import in_capitals, is_title
from indexer.model import Label, Role, Span
from indexer.text import alternation, fold, words

FEW, SURE, SURE_ALONE = 4, 0.6, 0.75
"""A content without marks of fewer words than this, and less sure, is no content, unless it is a clause: on PolNeAR's
dev articles, whole attributions gain 0.4 F1 by leaving these out. One that is nobody's must be surer."""

FEW_MARKED = 4
"""A passage between marks of fewer words than this is no content of nobody's."""

_UNNAMED = re.compile(rf"(?:(?:{alternation(NEGATION.verb_negators)}) )?(?:{alternation(PHRASES.anonymity)})\b")
"""What is asked for by somebody who stays unnamed, and is nobody's words."""

LONGEST_NAME = 4
"""Words of a name that nobody says: a content of nobody's, without marks, that is but a name."""

_CLAUSE = GRAMMAR.infinitive | GRAMMAR.complementisers
"""What a clause may begin with: of its few words each counts."""

_NAME = re.compile(r"\.?(?:[ \xa0]+[A-ZÀ-ÖØ-Þ][\w’'-]*)+")
_WORD = re.compile(r"[ \xa0][\w’'-]+")
_GIVEN = re.compile(r"(?<!\w)([A-ZÀ-ÖØ-Þ][\w’'-]*)[ \xa0]\Z")
LONGEST_GIVEN = 24
"""Characters before a source in which a given name and a space are looked for."""
LONGEST_PASSIVE, MOST_BETWEEN = 24, 2
"""Characters before a cue that may hold its "was", and words between that and the participle: "was later asked"."""


def keep_plausible(document: Document, labels: Iterable[Label]) -> set[Label]:
    """The labels that can stand; cues that nothing names any more are left out.

    Args:
        document: the article that they point into.
        labels: as the network found them.
    """
    near = {_whole(document.text, tied) for label in labels if (tied := _untied(document, label)) is not None}
    return {label for label in near if label.role is not Role.CONTENT or _stands(document, label)}


def keep_attributable(document: Document, labels: Collection[Label]) -> set[Label]:
    """The labels without the names, nicknames, titles and scare quotes that are nobody's words."""
    sourced = {label.cue for label in labels if label.role is Role.SOURCE}
    kept = {
        label
        for label in labels
        if label.role is not Role.CONTENT or label.cue is None or label.cue in sourced or _stands_alone(document, label)
    }
    named = {label.cue for label in kept}
    return {label for label in kept if label.role is not Role.CUE or label.span in named}


def _untied(document: Document, label: Label) -> Label | None:
    """The label; without its cue where that stands too far off, and None where nothing is left then."""
    if label.cue is None:
        return label
    own = document.paragraph_at(label.cue.start)
    away = own - document.paragraph_at(label.span.start)
    later = document.sentence_at(label.span.start) > document.sentence_at(label.cue.start)
    if label.role is Role.SOURCE:
        nobody = _is_adverb(label.span) or _is_put_to(document, label)
        return None if away or later or nobody else _behind_label(document.text, label)
    if not away and later and document.text[label.cue.end - 1] != ":" and not _opens_marked(document, label.span):
        return replace(label, cue=None)
    if not away or document.continues(label.span.end):
        return label
    leads_on = document.text[document.paragraphs[own].end - 1] == ":"
    if away < 0 and (leads_on or (document.outer_touching(label.span) and document.begins_paragraph(label.span))):
        return label
    return replace(label, cue=None)


def _whole(text: str, label: Label) -> Label:
    """The label with what belongs to it."""
    match label.role:
        case Role.SOURCE:
            return _named_whole(text, label)
        case Role.CONTENT:
            return _with_not(text, label)
        case _:
            return label


def _with_not(text: str, label: Label) -> Label:
    """The content, with the “not” between its cue and itself: without, it would say the opposite."""
    before = "" if label.cue is None else text[label.cue.end : label.span.start]
    if before.strip() not in NEGATION.verb_negators:
        return label
    return replace(label, span=Span.of(text, label.span.start - len(before.lstrip()), label.span.end))


def _named_whole(text: str, label: Label) -> Label:
    """The source; one that stops behind “The” or “Mr.” goes on to the end of the name, or with the noun, and one
    that begins behind a given name begins with it."""
    start, end = label.span.start, label.span.end
    before = _GIVEN.search(text, max(0, start - LONGEST_GIVEN), start) if text[start].isupper() else None
    if before is not None and fold(before[1]) in GIVEN_NAMES.names:
        start = before.start(1)
    last = fold(label.span.text.split()[-1]).rstrip(".")
    if last in GRAMMAR.articles or last in ROLES.honorifics:
        name = _NAME.match(text, end) or (_WORD.match(text, end) if last in GRAMMAR.articles else None)
        end = end if name is None else name.end()
    return replace(label, span=Span.of(text, start, end))


def _opens_marked(document: Document, content: Span) -> bool:
    return any(mark.start <= content.start for mark in document.outer_touching(content))


def _is_adverb(source: Span) -> bool:
    """Whether a source is but what stands before a verb: “it further wrote”, “he later said”."""
    return all(word.text in CLAUSES.before_verbs for word in words(source.text))


def _behind_label(text: str, source: Label) -> Label | None:
    """The source; in place of what only says what the line is, the name behind it: “BREAKING: Quist resigns, says”."""
    span = source.span
    if not span.text.isupper() or text[span.end : span.end + 1] != ":" or fold(span.text) not in PAGE_LINES.labels:
        return source
    name = _NAME.match(text, span.end + 1)
    if name is None or not text[name.end() : name.end() + 2].strip().islower():
        return None
    return replace(source, span=Span.of(text, name.start() + 1, name.end()))


def _stands(document: Document, content: Label) -> bool:
    said = [word.text for word in words(content.span.text)]
    if not said or (len(said) == 1 and said[0] in GRAMMAR.articles | NEGATION.verb_negators):
        return False
    if passages := document.outer_touching(content.span):
        return not (_is_called(document, content, passages) or _is_all_title(document, content.span, passages))
    if content.cue is None or _is_put_to(document, content) or _UNNAMED.match(content.span.text):
        return False
    return len(said) >= FEW or content.score >= SURE or said[0] in _CLAUSE


def _is_called(document: Document, content: Label, passages: Sequence[Passage]) -> bool:
    """Whether it is but what something goes by: “the ‘Clean Rivers Act’”, “every ‘green’ bill”.

    Of the 24,784 contents of PolNeAR's training and dev articles 18 are a determiner before one word, or a title,
    between marks; half of these stand behind a verb that reports, which this leaves alone.
    """
    mark, *others = passages
    before = words(document.text[content.span.start : mark.start]) if content.span.start < mark.start else ()
    if others or content.cue is None or len(before) != 1 or before[0].text not in GRAMMAR.determiners:
        return False
    if before[0].text in _CLAUSE or any(word.text in VERBS.reporting for word in words(content.cue.text)):
        return False
    inner = document.text[mark.start + 1 : mark.end - 1].split()
    return len(inner) == 1 or in_capitals(inner)


def _is_all_title(document: Document, content: Span, passages: Sequence[Passage]) -> bool:
    mark, *others = passages
    return not others and mark.start <= content.start and content.end <= mark.end and is_title(document.text, mark)


def _is_put_to(document: Document, label: Label) -> bool:
    """Whether it is the one whom a question is put to: “Quist was asked, ...”.

    Of the 28 attributions in PolNeAR's training articles with “was asked” or the like none has its source before it.
    """
    cue = label.cue
    if cue is None or cue.start < label.span.end:
        return False
    said = [word.text for word in words(document.text[max(label.span.end, cue.start - LONGEST_PASSIVE) : cue.end])]
    asked = next((at for at, word in enumerate(said) if word in VERBS.put_to), 0)
    return not GRAMMAR.be.isdisjoint(said[max(0, asked - MOST_BETWEEN - 1) : asked])


def _stands_alone(document: Document, content: Label) -> bool:
    passages = document.outer_touching(content.span)
    if not passages:
        said = content.span.text.split()
        if len(said) <= LONGEST_NAME and all(word[0].isupper() or fold(word) in NOUN_PHRASES.ends for word in said):
            return False  # "Quist" of “Quist was called ...”: whom it is said of
        return len(words(content.span.text)) >= FEW or content.score >= SURE_ALONE
    questioned = content.cue is not None and any(word.text in VERBS.put_to for word in words(content.cue.text))
    if questioned and _opens_marked(document, content.span):
        return True
    return any(len(words(document.text[mark.start : mark.end])) >= FEW_MARKED for mark in passages)
