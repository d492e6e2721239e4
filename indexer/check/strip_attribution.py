"""Strips from a text the attribution that was copied along with it, and the links and tags of a post."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import regex

from indexer.compare import Wording
from indexer.compare.judge import FEWEST_WORDS
from indexer.document import Document, Passage
from indexer.english import GRAMMAR, VERBS
from indexer.text import alternation, word_texts

LONGEST = 3_000
"""Characters of a text that is stripped; a longer one is a passage, which is searched by pieces."""

MOST_AROUND = 14
"""Words of an attribution before, between or behind quotation marks, at most: "Prime Minister Ida Lund told the house
on Monday, to cheers from her own side"."""

VERB_WITHIN = 5
"""Words of an attribution without marks among which its verb stands."""

_NAME = r"\p{Lu}[\p{L}\p{M}.'’-]*(?:[ ]\p{Lu}[\p{L}\p{M}.'’-]*){0,4}"
_DOUBLE = frozenset('“"«')
"""What opens a quotation: single marks are as often apostrophes."""

_ENDS = regex.compile(r"[,.?!…—–-]\s*\Z")
_GOES_ON = regex.compile(r"\s*[,.;]")
_OPENS = regex.compile(r"[:,>]\s*\Z")
_SIGNED = regex.compile(rf"(?<!\s)\s*(?:[–—]|--?\s)\s*{_NAME}(?:,[\w ,]{{0,30}})?\s*\Z")
_LABEL = regex.compile(rf"\A\W*{_NAME}:\s")
_SAYS = regex.compile(
    rf"\A\W*(?:(?i:{alternation(GRAMMAR.definite_articles)})\s)?{_NAME}\s(?:{alternation(VERBS.plain)})\s"
    rf"(?:{alternation(GRAMMAR.complementisers)}\s)?"
)
_LAST_CLAUSE = regex.compile(r",\W*+(?=[^,]*(?:,[^,]{0,30})?\Z)")
_OF_POSTS = regex.compile(r"https?://\S+|\ART\s+@\w+:?|\A(?:[#@]\w+\s+)+|(?<!\s)(?:\s+(?:[#@]\w+|https?://\S+))+\s*\Z")


def strip_attribution(query: Wording) -> Wording:
    """The wording without an attribution, links and tags, if it plainly has any; else the wording itself.

    Places in the result point into the same text.
    """
    if query.edited or len(query.text) > LONGEST:
        return query
    posted = _without(query, [match.span() for match in _OF_POSTS.finditer(query.text)])
    quoted = [one for one in Document.of(query.text).outer if one.sure and query.text[one.start] in _DOUBLE]
    kept = _between_marks(posted, quoted) if quoted else _without_attribution(posted)
    return kept if len(kept) else query


def _between_marks(query: Wording, quoted: Iterable[Passage]) -> Wording:
    """The words between marks, if all others are an attribution: “We sail,” she told reporters. “We always do.”"""
    text, at = query.text, 0
    around: list[tuple[int, int]] = []
    for passage in quoted:
        before = text[at : passage.start]
        opens = _OPENS.search(before) is not None or not before.strip()
        if not (opens if at == 0 else _is_attribution(before)):
            return query
        around.append((at, passage.start))
        at = passage.end
        said = text[passage.inner_start : passage.inner_end]
        if text[at:].strip() and not (_ENDS.search(said) or _GOES_ON.match(text, at) or _SIGNED.match(text, at)):
            return query
    around.append((at, len(text)))
    if any(len(word_texts(text[slice(*each)])) > MOST_AROUND for each in around):
        return query
    signed = _SIGNED.match(text, at) is not None
    return _without(query, around) if signed or _is_attribution(text[at:]) else query


def _is_attribution(text: str) -> bool:
    """Whether words between or behind quoted ones are an attribution, or there are none."""
    words = word_texts(text)
    return not words or _has_cue(words)


def _without_attribution(query: Wording) -> Wording:
    """The words without "Ida Lund:" or "Lund says" before them, and without "she said on Monday" behind them."""
    text = query.text
    spans = [match.span() for match in (_LABEL.match(text) or _SAYS.match(text), _SIGNED.search(text)) if match]
    last = _LAST_CLAUSE.search(text)
    if last is not None and _has_cue(word_texts(text[last.end() :])[:VERB_WITHIN]):
        spans.append((last.start(), len(text)))
    kept = _without(query, spans)
    return kept if len(kept) >= FEWEST_WORDS else query


def _has_cue(texts: Iterable[str]) -> bool:
    return any(text in VERBS.reporting for text in texts)


def _without(query: Wording, spans: Iterable[tuple[int, int]]) -> Wording:
    """The wording without the words in some spans of characters."""
    gone = tuple(spans)
    numbers = [
        number
        for number, word in enumerate(query.words)
        if not any(start <= word.start and word.end <= end for start, end in gone)
    ]
    if len(numbers) == len(query):
        return query
    words = tuple(query.words[number] for number in numbers)
    return Wording(query.text, words, frozenset(bisect_left(numbers, gap) for gap in query.gaps))
