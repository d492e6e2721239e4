"""Drops labels that cannot be right, whichever network found them, and mends incomplete ones.

The rules rest on counts over the 19,832 attributions of PolNeAR's training articles: all have a cue; 10 have their
source and 4 a content without quotation marks in another paragraph than the cue, with no colon leading there. 94 of
8,500 contents without a mark, and one of 9,000 sources, begin in a later sentence of their cue's paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from indexer.document import Document, Passage
from indexer.english import (
    CLAUSES,
    GIVEN_NAMES,
    GRAMMAR,
    NEGATION,
    NOUN_PHRASES,
    NOUNS,
    PHRASES,
    PLURALS,
    ROLES,
    TIME,
    VERBS,
)
from indexer.extract.headings import is_heading
from indexer.extract.rules.titles import in_capitals, is_title
from indexer.extract.tagger.cues_behind import with_next_cue, without_answers, without_beats
from indexer.extract.tagger.line_labels import behind_line_label
from indexer.extract.tagger.passage_edges import with_whole_passages
from indexer.extract.whole_sentences import is_sentence
from indexer.model import Label, Role, Span
from indexer.text import alternation, fold, words

FEW, SURE, SURE_ALONE = 4, 0.6, 0.75
"""Shorter contents (words) without quotation marks are dropped when their score is below the first, unless they are
clauses. Without a source, shorter ones need the second score and longer ones the first. What each is worth is in
training/tagger.md."""

FEW_MARKED = 4
"""Shorter quoted passages (words) are dropped when no source is known, unless they are whole sentences."""

LONGEST_IDEA = 3
"""Words of the longest source that is what teaches without being anybody: "the town's history"."""

_UNNAMED = re.compile(rf"(?:(?:{alternation(NEGATION.verb_negators)}) )?(?:{alternation(PHRASES.anonymity)})\b")
"""A condition of anonymity ("not to be named"), which is no content."""

LONGEST_NAME = 4
"""Words of the longest content that is dropped because it is only a name, without quotation marks and source."""

_CLAUSE = GRAMMAR.infinitive | GRAMMAR.complementisers
"""What a short content that is a clause begins with."""

_NAME = re.compile(r"\.?(?:[ \xa0]+[A-ZÀ-ÖØ-Þ][\w’'-]*)+")
_NAME_BEFORE_MARK = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*[ \xa0]?){2,3},[ \xa0](?=[“\"])")
_APPOSED = re.compile(r",(?:[ \xa0][A-ZÀ-ÖØ-Þ][\w’'.-]*){2,3}(?=, ?[“\"‘a-z])")
_WORD = re.compile(r"[ \xa0][\w’'-]+")
_GIVEN = re.compile(r"(?<!\w)([A-ZÀ-ÖØ-Þ][\w’'-]*)[ \xa0]\Z")
LONGEST_GIVEN = 24
"""Characters before a source that are searched for a given name."""
LONGEST_PASSIVE, MOST_BETWEEN = 24, 2
"""Characters before a cue that are searched for its "was", and the most words from that to the participle: "was later
asked"."""


def keep_plausible(document: Document, labels: Iterable[Label]) -> set[Label]:
    """The labels that can be right, without cues that no label names any more.

    Args:
        document: the article that they point into.
        labels: as the network found them.
    """
    whole = tuple(with_whole_passages(document, tuple(labels)))
    apart = without_beats(document, tuple(without_answers(document, with_next_cue(document.text, whole))))
    near = {_whole(document.text, tied) for label in apart if (tied := _untied(document, label)) is not None}
    named = {label.cue: label.span for label in near if label.role is Role.SOURCE}
    return {label for label in near if label.role is not Role.CONTENT or _may_stand(document, label, named)}


def _may_stand(document: Document, content: Label, sources: Mapping[Span | None, Span]) -> bool:
    """Whether a content can be right, and is no part of the source of its cue: "one of the drivers, Bram Quell"."""
    source = sources.get(content.cue)
    if source is not None and _is_idea(source) and not document.outer_touching(content.span):
        return False
    inside = source is not None and source.start <= content.span.start and content.span.end <= source.end
    return not inside and _stands(document, content)


def keep_attributable(document: Document, labels: Collection[Label]) -> set[Label]:
    """The labels without contents that have no source and are names, nicknames, titles or scare quotes."""
    sourced = {label.cue for label in labels if label.role is Role.SOURCE}
    kept = {
        label
        for label in labels
        if label.role is not Role.CONTENT or label.cue is None or label.cue in sourced or _stands_alone(document, label)
    }
    named = {label.cue for label in kept}
    return {label for label in kept if label.role is not Role.CUE or label.span in named}


def _untied(document: Document, label: Label) -> Label | None:
    """The label, without its cue if that is too far away; None if it is useless without the cue."""
    if label.cue is None:
        return label
    own = document.paragraph_at(label.cue.start)
    away = own - document.paragraph_at(label.span.start)
    later = document.sentence_at(label.span.start) > document.sentence_at(label.cue.start)
    if label.role is Role.SOURCE:
        nobody = _is_adverb(label.span) or _is_put_to(document, label)
        return None if away or later or nobody else behind_line_label(document, label)
    if not away and later and document.text[label.cue.end - 1] != ":" and not _opens_marked(document, label.span):
        return replace(label, cue=None)
    if not away or document.continues(label.span.end):
        return label
    leads_on = document.text[document.paragraphs[own].end - 1] == ":"
    if away < 0 and (leads_on or (document.outer_touching(label.span) and document.begins_paragraph(label.span))):
        return label
    return replace(label, cue=None)


def _whole(text: str, label: Label) -> Label:
    """The label, completed where it was cut short."""
    match label.role:
        case Role.SOURCE:
            return _named_whole(text, label)
        case Role.CONTENT:
            return _with_not(text, label)
        case _:
            return label


def _with_not(text: str, label: Label) -> Label:
    """The content, with the "not" between its cue and itself, without which it would say the opposite.

    It is without the name that ends the source: "According to one of the sailors, Bram Quell, “…”".
    """
    before = "" if label.cue is None else text[label.cue.end : label.span.start]
    if before.endswith(", ") and (name := _NAME_BEFORE_MARK.match(text, label.span.start, label.span.end)):
        return replace(label, span=Span.of(text, name.end(), label.span.end))
    if before.strip() not in NEGATION.verb_negators:
        return label
    return replace(label, span=Span.of(text, label.span.start - len(before.lstrip()), label.span.end))


def _named_whole(text: str, label: Label) -> Label:
    """The source; one that ends after "The", "Mr." or a given name is extended to the end of the name or the noun, and
    one that begins after a given name is extended to that. One that ends before the name of whom it describes has that
    too: "one of the drivers, Bram Quell,"."""
    start, end = label.span.start, label.span.end
    before = _GIVEN.search(text, max(0, start - LONGEST_GIVEN), start) if text[start].isupper() else None
    if before is not None and fold(before[1]) in GIVEN_NAMES.names:
        start = before.start(1)
    last = fold(label.span.text.split()[-1]).rstrip(".")
    if last in GRAMMAR.articles or last in ROLES.honorifics:
        name = _NAME.match(text, end) or (_WORD.match(text, end) if last in GRAMMAR.articles else None)
        end = end if name is None else name.end()
    elif last in GIVEN_NAMES.names and (name := _NAME.match(text, end)) and not _is_day(name[0]):
        end = name.end()
    elif _is_role(label.span.text) and (apposed := _APPOSED.match(text, end)):
        end = apposed.end()
    return replace(label, span=Span.of(text, start, end))


def _is_day(words_behind: str) -> bool:
    return fold(words_behind.split()[0]) in TIME.days_and_months


def _is_role(source: str) -> bool:
    """Whether a source is somebody's role: "one of the drivers", "the head of the Department of Parks"."""
    said = [word.text for word in words(source)]
    end = next((number for number, low in enumerate(said) if number and low in NOUN_PHRASES.head_ends), len(said))
    ends = (said[end - 1], said[-1]) if said else ()
    return any(not ROLES.roles.isdisjoint((low, *PLURALS.singulars(low))) for low in ends)


def _opens_marked(document: Document, content: Span) -> bool:
    return any(mark.start <= content.start for mark in document.outer_touching(content))


def _is_adverb(source: Span) -> bool:
    """Whether a source is only an adverb before a verb: "it further wrote", "he later said"."""
    return all(word.text in CLAUSES.before_verbs for word in words(source.text))


def _is_idea(source: Span) -> bool:
    """Whether a source is nobody: "Experience shows", "Folk wisdom holds". One source in PolNeAR's 210 articles is."""
    said = [word.text for word in words(source.text)]
    return bool(said) and said[-1] in NOUNS.ideas and len(said) <= LONGEST_IDEA


def _stands(document: Document, content: Label) -> bool:
    said = [word.text for word in words(content.span.text)]
    if not said or (len(said) == 1 and said[0] in GRAMMAR.articles | NEGATION.verb_negators):
        return False
    if passages := document.outer_touching(content.span):
        if is_heading(document.paragraphs[document.paragraph_at(content.span.start)], content.span):
            return False
        return not (_is_called(document, content, passages) or _is_all_title(document, content.span, passages))
    if content.cue is None or _is_put_to(document, content) or _UNNAMED.match(content.span.text):
        return False
    return len(said) >= FEW or content.score >= SURE or said[0] in _CLAUSE


def _is_called(document: Document, content: Label, passages: Sequence[Passage]) -> bool:
    """Whether a content is only a title or a label: “the ‘Clean Rivers Act’”, “every ‘green’ bill”.

    18 of the 24,784 contents of PolNeAR's training and dev articles are a determiner before one quoted word or a
    title; half of these follow a verb that reports, and are kept.
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
    """Whether a source is the person whom a question is put to: "Quist was asked, ...".

    None of the 28 attributions in PolNeAR's training articles with "was asked" or the like has its source before it.
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
        if content.cue is not None and content.cue.text == ":":
            return False  # a rubric or a dateline stands before it
        return content.score >= (SURE if len(words(content.span.text)) >= FEW else SURE_ALONE)
    questioned = content.cue is not None and any(word.text in VERBS.put_to for word in words(content.cue.text))
    if questioned and _opens_marked(document, content.span):
        return True
    long = (len(words(document.text[mark.start : mark.end])) >= FEW_MARKED for mark in passages)
    return any(long) or any(is_sentence(document, mark) for mark in passages)
