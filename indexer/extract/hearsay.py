"""Indirect speech within a quote: “Mr Dunne says the lights will go out,” Thorne mocked.

The words are Dunne's, and Thorne does not assert them: they are a quote within the quote, like a passage between inner
quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from indexer.document import Document
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NOUN_PHRASES, NOUNS, PHRASES, VERBS
from indexer.extract.attribution import attribution
from indexer.languages.verbs import Report, Takes
from indexer.model import Attribution, Span
from indexer.names.words import people_word
from indexer.text import alternation, fold, word_texts

SHORTEST = 4
"""Words of the shortest clause that is taken for a content."""

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_THAT = rf"(?:{alternation(GRAMMAR.complementisers)})"
_HEAD = re.compile(
    rf"""["“„«'‘]?(?:{_THAT} )?(?P<name>(?:{_CAPITAL}\.? ){{1,4}})"""
    rf"(?P<cue>(?:(?:{alternation(CLAUSES.finite_perfect)}) )?"
    rf"(?:\w+(?:{alternation(ENDINGS.adverbs)}) )?(?P<verb>[a-z]+))"
    rf"(?P<that> {_THAT})? "
)
_BEHIND_CAPITAL = re.compile(rf"(?<![\w’'-]){_CAPITAL}\.? (?=({_CAPITAL}))")
_MARKS = frozenset('"“”„«»‘')
_END = re.compile(rf", (?:{alternation(PHRASES.content_ends)}) |[;–—]")
_TRAILING = " ,.;:!?…\"”’»'"


def hearsay(document: Document, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions inside contents, at their beginning, to somebody whom the article names.

    The verb must be one of speech with a clause after it, and the source a name, not a group, a role or a pronoun. Of
    the 16 that rules find in PolNeAR's training articles 14 are right, and the model's one on its dev articles.

    Args:
        document: the article that the attributions point into.
        attributions: the attributions found so far.
    """
    if not document.understood:
        return
    text = document.text
    cues = {span.start for one in attributions for span in one.cue}
    heads = [(one, head) for one in attributions if (head := _head(text, one)) is not None]
    lasts = _last_names(text) if heads else frozenset()
    for one, head in heads:
        if not _is_name(head["name"], lasts):
            continue
        sentence = document.sentences[document.sentence_at(head.end())]
        start = head.end() if head["that"] is None else head.start("that") + 1
        content = _clause(text, start, min(sentence.end, head.endpos))
        cue = Span.of(text, head.start("cue"), head.end("cue"))
        if content is None or cue.start in cues:
            continue
        source = Span.of(text, head.start("name"), head.end("name") - 1)
        yield attribution(document, (content,), (source,), (cue,), quoted=(), score=one.score)


def _head(text: str, one: Attribution) -> re.Match[str] | None:
    """Who said something, and the verb, at the beginning of a content; the search ends where the content does."""
    head = _HEAD.match(text, one.content[0].start, _end(text, one.content))
    return head if head is not None and _is_said(text, head) else None


def _end(text: str, content: Sequence[Span]) -> int:
    """Where the first spans of a content end that have only white space between them."""
    end = content[0].end
    for span in content[1:]:
        if text[end : span.start].strip():
            break
        end = span.end
    return end


def _is_said(text: str, head: re.Match[str]) -> bool:
    """Whether the verb is a finite verb of speech with a clause after it."""
    verb = VERBS.reporting.get(head["verb"])
    if verb is None or verb.report is not Report.SPEECH or verb.gerund or verb.bare:
        return False
    behind = word_texts(text[head.end() : head.end() + 40])[:1]
    if not behind or behind[0] in GRAMMAR.infinitive:
        return False
    joined = behind[0] in GRAMMAR.adpositions or behind[0] in GRAMMAR.conjunctions
    bare = Takes.CLAUSE in verb.takes and Takes.HEARER not in verb.takes and not joined
    return bare or head["that"] is not None


def _last_names(text: str) -> frozenset[str]:
    """The words with a capital after another word with a capital, up to an apostrophe."""
    return frozenset(re.split("[’']", match[1])[0] for match in _BEHIND_CAPITAL.finditer(text))


def _is_name(printed: str, lasts: Collection[str]) -> bool:
    """Whether words with capitals are a name: two words at least, or one of ``lasts``, the last words of names."""
    first, *rest = (fold(word).strip(".") for word in printed.split())
    last = rest[-1] if rest else first
    if people_word(last) or last in NOUNS.groups or first in NOUN_PHRASES.openers:
        return False
    return bool(rest) or re.split("[’']", printed.strip(" ."))[0] in lasts


def _clause(text: str, start: int, end: int) -> Span | None:
    """The clause from ``start`` to its end, or to where its quoter goes on; None if it is too short or quoted."""
    turn = _END.search(text, start, end)
    end = end if turn is None else turn.start()
    end = start + len(text[start:end].rstrip(_TRAILING))
    if _MARKS.intersection(text[start:end]) or len(word_texts(text[start:end])) < SHORTEST:
        return None
    return Span.of(text, start, end)
