"""Strips from a text the attribution that was copied along with it, and the links and tags of a post.

Nothing is left out that may be part of the words: outside of quotation marks an attribution names a speaker and has a
verb of speech ("she told reporters", "said Ida Lund"), or it is a name before a colon or behind a dash. "I think" and
"we know" are what somebody says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby

import regex

from indexer.compare import Wording, idf
from indexer.compare.capitals import capitalised
from indexer.compare.judge import FEWEST_WORDS
from indexer.compare.records import Place
from indexer.document import Document, Passage
from indexer.english import CLAUSES, GIVEN_NAMES, GRAMMAR, NEGATION, ROLES, VERBS
from indexer.languages.verbs import Report, Says
from indexer.languages.word_classes import SEXES
from indexer.text import alternation, stem, word_texts

LONGEST = 3_000
"""Characters of a text that is stripped; a longer one is a passage, which is searched by pieces."""

MOST_AROUND = 14
"""Words of an attribution before, between or behind quotation marks, at most: "Prime Minister Ida Lund told the house
on Monday, to cheers from her own side"."""

MOST_BEHIND = 12
"""The same of an attribution behind words without marks: "…, Prime Minister Ida Lund told reporters in Kolvik"."""

VERB_WITHIN = 5
"""Words of an attribution without marks among which its verb stands."""

_NOT_SAID = (Says.DENIES, Says.DISPUTES, Says.MISQUOTES, Says.ASKS)
"""What a verb says of words that the speaker did not say."""

_PERSONS = (
    frozenset(word for word, stands in GRAMMAR.pronouns.items() if stands in SEXES and word in GRAMMAR.third_persons)
    | ROLES.roles
)
_OTHER_SPEAKERS = (frozenset(GRAMMAR.pronouns) - _PERSONS) | GRAMMAR.conjunctions | GRAMMAR.coordinators
_CLAUSE_WORDS = (
    frozenset(word for word, stands in GRAMMAR.pronouns.items() if stands not in SEXES)
    | GRAMMAR.complementisers
    | GRAMMAR.be
    | GRAMMAR.perfect
    | CLAUSES.denied_openers
    | NEGATION.negators
    | NEGATION.scope_ends - GRAMMAR.coordinators
)
"""Words that begin, or belong to, another clause."""

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


def dropped(whole: Wording, kept: Wording) -> tuple[Place, ...]:
    """The characters of the words that one wording of a text has and another has not, in runs."""
    left = {word.start for word in kept.words}
    runs = [list(run) for gone, run in groupby(whole.words, key=lambda word: word.start not in left) if gone]
    return tuple((run[0].start, run[-1].end) for run in runs)


def _between_marks(query: Wording, quoted: Iterable[Passage]) -> Wording:
    """The words between marks, if all others are an attribution: “We sail,” she told reporters. “We always do.”"""
    text, at = query.text, 0
    around: list[tuple[int, int]] = []
    for passage in quoted:
        before = text[at : passage.start]
        if not (_introduces(before) if at == 0 else _is_attribution(before)):
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


def _introduces(before: str) -> bool:
    """Whether words before a quotation are nothing but an introduction: "Lund told reporters:", "Lund:", ">"."""
    if not word_texts(before):
        return True
    return _OPENS.search(before) is not None and (_names(_LABEL.match(f"{before} ")) or _is_attribution(before))


def _is_attribution(text: str) -> bool:
    """Whether words between or behind quoted ones name a speaker and have a verb of speech, or there are none."""
    words = word_texts(text)
    if not words:
        return True
    verbs = [VERBS.reporting.get(word) for word in words]
    speech = [verb for verb in verbs if verb is not None and verb.report is Report.SPEECH and not verb.gerund]
    if not speech or any(verb.says in _NOT_SAID for verb in speech) or not NEGATION.negators.isdisjoint(words):
        return False
    return _has_speaker(text)


def _has_speaker(text: str) -> bool:
    """Whether words name somebody: by a name, a role or "she"."""
    texts = text.split()
    return any(_is_name(each) for each in texts) or not _PERSONS.isdisjoint(word_texts(text))


def _is_name(word: str) -> bool:
    """Whether a printed word is a name: it has a capital, and is no word that news prints without one."""
    bare = word.strip("“”‘’\"'.,;:()")
    folded = word_texts(bare)
    if not bare[:1].isupper() or not folded or folded[0] in GRAMMAR.pronouns:
        return False
    known = stem(folded[0])
    return folded[0] in GIVEN_NAMES.names or known in capitalised() or not idf.is_known(known)


def _names(match: regex.Match[str] | None) -> bool:
    """Whether what was matched has a name in it."""
    return match is not None and any(_is_name(each) for each in match[0].split())


def _without_attribution(query: Wording) -> Wording:
    """The words without "Ida Lund:" or "Lund says" before them, and without "she said on Monday" behind them."""
    text = query.text
    found = (_LABEL.match(text) or _SAYS.match(text), _SIGNED.search(text))
    spans = [match.span() for match in found if match is not None and _names(match)]
    last = _LAST_CLAUSE.search(text)
    if last is not None and _ends_as_attribution(text[last.end() :]):
        spans.append((last.start(), len(text)))
    kept = _without(query, spans)
    return kept if len(kept) >= FEWEST_WORDS else query


def _ends_as_attribution(clause: str) -> bool:
    """Whether the clause behind the last comma is an attribution and nothing else: "said Ida Lund on Monday".

    Its subject is a name, a role or "she"; behind its verb no other clause begins, which may be part of the words.
    """
    words = word_texts(clause)
    if len(words) > MOST_BEHIND or not _is_attribution(clause):
        return False
    at = next((number for number, word in enumerate(words[:VERB_WITHIN]) if _speaks(word)), None)
    if at is None:
        return False
    subject, rest = words[:at], words[at + 1 :]
    if not subject:
        return _CLAUSE_WORDS.isdisjoint(rest) and _has_speaker(clause)
    spoken = " ".join(clause.split()[:at])
    return _CLAUSE_WORDS.isdisjoint(rest) and _has_speaker(spoken) and _OTHER_SPEAKERS.isdisjoint(subject)


def _speaks(word: str) -> bool:
    verb = VERBS.reporting.get(word)
    return verb is not None and verb.report is Report.SPEECH and not verb.gerund and not verb.bare


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
