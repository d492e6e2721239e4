"""The tag beside a quote in a language without tables: a verb of speech, and the name that stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from indexer.document import Document, Passage
from indexer.english import GIVEN_NAMES, NAME_PARTS
from indexer.languages.reporting import Reporting, is_unspaced
from indexer.model import Span
from indexer.text import fold

VERB_WITHIN = 4
"""Words from the quote to its verb: "a-t-elle encore déclaré"."""

NAME_WITHIN = 9
"""Words from the verb to the name: office, day and place may stand between."""

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:[-’'.][\p{L}\p{M}]+)*\.?")
_STOP = regex.compile(r"[.!?;:。]\s|[\n“”„«»「」\"()]|[.!?]$")
_ENDING = regex.compile(r"['’]\p{Ll}{1,4}$")
"""The case of a name in languages that write it behind an apostrophe: Aksular'a."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A verb of speech beside a quote, and the name of its subject if one stands there."""

    verb: Span
    name: Span | None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def tag_of(document: Document, group: Sequence[Passage], passages: Sequence[Passage], known: Reporting) -> Tag | None:
    """The tag of a quote: behind its first passage, else before it; None if no verb of speech stands there.

    Args:
        group: the passages of the quote.
        passages: all passages of its paragraph; a tag ends where another begins.
        known: the words of the language that report.
    """
    if not known.verbs:
        return None
    paragraph = document.paragraphs[document.paragraph_at(group[0].start)]
    behind: Tag | None = None
    for passage in group:
        end = min((each.start for each in passages if each.start >= passage.end), default=paragraph.end)
        behind = behind or tag_behind(document.text, passage.end, end, known)
        if behind is not None and behind.name is not None:
            return behind
    start = max((each.end for each in passages if each.end <= group[0].start), default=paragraph.start)
    inside = start > paragraph.start
    before = _tag_before(document.text, start, group[0].start, group[-1].end, paragraph.end, known, inside=inside)
    return before if behind is None or (before is not None and before.name is not None) else behind


def tag_behind(text: str, start: int, end: int, known: Reporting) -> Tag | None:
    """The tag that begins at the end of a quote: », a déclaré la maire Inès Hallouin mardi."""
    gap = regex.compile(r"[\s,.–—-]*").match(text, start, end)
    position = gap.end() if gap else start
    if "." in text[start:position]:
        return None
    stop = _STOP.search(text, position, end)
    words = _words(text, position, stop.start() if stop else end)
    verb = next((place for place, word in enumerate(words[:VERB_WITHIN]) if _is_verb(word, known)), None)
    if verb is None or any(word.capital for word in words[:verb]):
        # A name may stand before the verb: », Luise Behrens sagte. With a colon that is the tag of what follows.
        of_next = stop is not None and stop[0].startswith(":")
        return None if of_next else _named_first(text, words, known)
    comma = text.find(",", words[verb].end, words[-1].end)
    after = [word for word in words[verb + 1 :] if comma < 0 or word.end <= comma][: NAME_WITHIN + 4]
    return Tag(_span(text, words[verb]), _name_in(text, after, known))


def _named_first(text: str, words: Sequence[_Word], known: Reporting) -> Tag | None:
    verb = next((place for place, word in enumerate(words[:NAME_WITHIN]) if _is_verb(word, known)), None)
    if not verb or not words[verb - 1].capital:
        return None
    name = _name_in(text, words[:verb], known)
    return None if name is None or name.end != words[verb - 1].end else Tag(_span(text, words[verb]), name)


def _tag_before(
    text: str, start: int, quote: int, behind: int, end: int, known: Reporting, *, inside: bool
) -> Tag | None:
    """The tag before a quote: Luise Behrens betont: „…“; or its name, with the verb behind, as in Turkish.

    Args:
        inside: whether another passage ends at ``start``.
    """
    sentence = max((match.end() for match in _STOP.finditer(text, start, max(start, quote - 2))), default=start)
    words = _words(text, sentence, quote)
    if not words:
        return None
    opener = text[sentence:quote].rstrip()[-1:]
    if inside and sentence == start and opener in (".", "!", "?", "…", "。"):
        return None  # the rest of the sentence of the passage before
    verbs = [place for place, word in enumerate(words) if _is_verb(word, known)]
    if verbs and (opener == ":" or len(words) - verbs[-1] <= VERB_WITHIN):
        verb = verbs[-1]
        name = _name_in(text, words[:verb], known, last=True) or _name_in(text, words[verb + 1 :], known)
        return Tag(_span(text, words[verb]), name)
    after = _words(text, behind, min(end, behind + 40))
    if opener in (",", ":") and after and _is_verb(after[0], known):
        return Tag(_span(text, after[0]), _name_in(text, words, known, last=True))
    return None


def has_verb(text: str, known: Reporting) -> bool:
    """Whether a verb of speech stands in a text."""
    return any(_is_verb(word, known) for word in _words(text, 0, len(text)))


def _is_verb(word: _Word, known: Reporting) -> bool:
    plain = word.text.casefold().rstrip(".")
    if is_unspaced(plain):
        return any(verb in plain for verb in known.verbs)
    return plain in known.verbs or any(part in known.verbs for part in regex.split(r"[-’']", plain))


def _name_in(text: str, words: Sequence[_Word], known: Reporting, *, last: bool = False) -> Span | None:
    """The first run of two or more capitals that is no place behind a preposition; or the last one."""
    runs: list[list[_Word]] = []
    run: list[_Word] = []
    for place, word in enumerate(words):
        joins = run and regex.fullmatch(r"\s+", text[run[-1].end : word.start]) is not None
        if (word.capital and (joins or not run)) or (
            run and joins and _is_particle(word, known) and place + 1 < len(words) and words[place + 1].capital
        ):
            run.append(word)
        else:
            runs.append(run)
            run = [word] if word.capital else []
    runs.append(run)
    starts = {word.start: place for place, word in enumerate(words)}
    found = []
    for each in runs:
        if len(each) > 1 and len(each[0].text) == 1:
            each = each[1:]  # an article at the beginning of a sentence, as in Greek
        if len(each) < 2:
            continue
        place = starts[each[0].start]
        if place and words[place - 1].text.casefold() in known.prepositions:
            continue
        found.append(_without_office(each, known))
    if not found:
        return None
    name = found[-1] if last else found[0]
    start, end = name[0].start, name[-1].end
    shown = _ENDING.sub("", text[start:end].rstrip("."))
    return Span(start, start + len(shown), shown)


def _without_office(run: Sequence[_Word], known: Reporting) -> Sequence[_Word]:
    """A run of capitals without the office before the name, as German writes it: Bürgermeisterin Ines Hall."""
    given = [place for place, word in enumerate(run) if fold(word.text) in GIVEN_NAMES.names]
    if len(run) > 2 and given and given[0] > 0 and len(run) - given[0] >= 2:
        return run[given[0] :]
    particles = any(_is_particle(word, known) for word in run)
    return run[-2:] if len(run) > 2 and not given and not particles else run


def _is_particle(word: _Word, known: Reporting) -> bool:
    return word.text in NAME_PARTS.particles or word.text in known.particles


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [_Word(match[0], *match.span()) for match in _WORD.finditer(text, start, end)]


def _span(text: str, word: _Word) -> Span:
    return Span.of(text, word.start, word.end)
