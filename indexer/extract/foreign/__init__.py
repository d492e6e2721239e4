"""Quotes in languages without tables of words: the passages between marks, and the turns after dashes.

Nobody's words are joined to anybody else's. Two passages of a paragraph are one quote only where a sentence goes on
from the one to the other, around its tag. A name is claimed only where it stands beside a verb of speech that stands
beside the quote (``indexer/languages/reporting.tsv``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.document import Document, Passage
from indexer.extract.attribution import attribution
from indexer.extract.foreign.dashes import dash_turns
from indexer.extract.foreign.tags import Tag, has_verb, tag_of
from indexer.extract.speakers import speaker_id
from indexer.languages.reporting import Reporting, is_unspaced, reporting
from indexer.model import Attribution, Span, Speaker, SpeakerKind, Stance
from indexer.text import words

SHORTEST = 4
"""Words of the shortest passage that is kept without a tag: shorter ones are nicknames, titles and scare quotes."""

SHORTEST_SET_OFF = 2
"""Words of the shortest passage without a tag that is printed as speech is."""

SHORTEST_UNSPACED = 6
"""Characters of the shortest passage in a script that writes no spaces."""

MOST_WORDS_BETWEEN = 14
"""Words of a tag that interrupts a quote."""

_PAUSES = (",", "–", "—")
"""What stands between a quote and its tag."""

SCORE = 0.5
SURE = 0.75
"""How sure a name beside a verb of speech is."""

Found = tuple[Attribution, tuple[Speaker, float]]


def foreign(document: Document) -> tuple[Found, ...]:
    """The attributions of an article in a language without tables, each with its speaker, in order."""
    found = [each for number in range(len(document.paragraphs)) for each in _of_paragraph(document, number)]
    return tuple(_continued(document, found))


def _of_paragraph(document: Document, number: int) -> Iterator[Found]:
    paragraph = document.paragraphs[number]
    known = reporting(document.article.language)
    passages = document.outer_within(paragraph)
    groups = list(_groups(document, passages, known))
    for group in groups:
        tag = tag_of(document, group, passages, known)
        if tag is None and not _is_long(document, group) and not _is_set_off(document, group):
            continue
        yield _made(document, group, tag)
    if not passages:
        for content, tag in dash_turns(document, paragraph, known):
            yield _made(document, content, tag)


def _groups(document: Document, passages: Sequence[Passage], known: Reporting) -> Iterator[list[Passage]]:
    """The passages, those together that are one sentence around a tag."""
    group: list[Passage] = []
    for place, passage in enumerate(passages):
        following = passages[place + 1] if place + 1 < len(passages) else None
        if group and not _goes_on(document, group[-1], passage, following, known):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _goes_on(document: Document, first: Passage, second: Passage, following: Passage | None, known: Reporting) -> bool:
    """Whether a sentence goes on from one passage to the next: „Wir warten“, sagte sie, „und das Geld fehlt.“"""
    text = document.text
    between = text[first.end : second.start]
    said, rest = text[first.inner_start : first.inner_end].rstrip(), text[second.inner_start : second.inner_end]
    if not rest[:1].islower() or len(between.split()) > MOST_WORDS_BETWEEN or said[-1:] in ".!?…。":
        return False
    opened = said[-1:] == "," or between.lstrip().startswith(_PAUSES)
    closed = between.rstrip().endswith(_PAUSES)
    if not (opened and closed) or any(sign in between for sign in ".!?:;"):
        return False
    # Without a verb of speech between them, the first passage must be where a sentence begins.
    if not has_verb(between, known) and not _begins_sentence(document, first):
        return False
    # A second tag behind the second passage is another speaker's.
    end = following.start if following is not None else len(text)
    after = text[second.end : end].lstrip(" ")
    return not after.startswith(_PAUSES) or after.lstrip(",–— ")[:1] in ("", "\n")


def _continued(document: Document, found: Sequence[Found]) -> Iterator[Found]:
    """The attributions, a quote that its paragraph leaves open with what goes on in the next."""
    waiting: Found | None = None
    for each in found:
        if waiting is not None:
            open_end = waiting[0].content[-1].end
            first = each[0].content[0].start
            nearby = document.paragraph_at(first) == document.paragraph_at(open_end - 1) + 1
            if document.continues(open_end) and nearby and document.begins_paragraph(each[0].content[0]):
                waiting = _together(waiting, each)
                continue
            yield waiting
        waiting = each
    if waiting is not None:
        yield waiting


def _together(one: Found, other: Found) -> Found:
    (first, who), (second, also) = one, other
    joined = Attribution(
        content=(*first.content, *second.content),
        source=first.source or second.source,
        cue=first.cue or second.cue,
        kind=first.kind,
        stance=first.stance,
        quoted=(*first.quoted, *second.quoted),
        score=first.score,
    )
    return joined, who if who[0].name is not None else also


def _is_long(document: Document, group: Sequence[Passage]) -> bool:
    said = " ".join(document.text[each.inner_start : each.inner_end] for each in group)
    if is_unspaced(said):
        return len(said) >= SHORTEST_UNSPACED
    return len(words(said)) >= SHORTEST


def _is_set_off(document: Document, group: Sequence[Passage]) -> bool:
    """Whether short words are speech by how they are printed: a sentence with its stop, or before a tag."""
    first, last = group[0], group[-1]
    said = document.text[first.inner_start : last.inner_end].strip()
    if not any(map(str.isalpha, said)) or (len(words(said)) < SHORTEST_SET_OFF and not is_unspaced(said)):
        return False
    behind = document.text[last.end : last.end + 3].lstrip()
    stopped = said[-1] in ",.!?…。！？" or behind.startswith((*_PAUSES, "-", "،"))
    return _begins_sentence(document, first) and (stopped or _before(document, first).endswith((":", "：")))


def _begins_sentence(document: Document, passage: Passage) -> bool:
    """Whether a passage stands at the beginning of a paragraph or sentence, or behind a colon."""
    before = _before(document, passage).rstrip(" \u00a0–—-")
    return not before or before[-1] in '.!?…:。！？：;”»“«"’›‹'


def _before(document: Document, passage: Passage) -> str:
    """What its paragraph prints before a passage, without the white space between them."""
    paragraph = document.paragraphs[document.paragraph_at(passage.start)]
    return document.text[paragraph.start : passage.start].rstrip()


def _made(document: Document, group: Sequence[Passage], tag: Tag | None) -> Found:
    content = tuple(Span.of(document.text, passage.start, passage.end) for passage in group)
    quoted = [passage for passage in group if passage.inner_start > passage.start]
    source = () if tag is None or tag.name is None else (tag.name,)
    cue = () if tag is None else (tag.verb,)
    made = attribution(document, content, source, cue, quoted=quoted, score=SCORE, how=Stance.ASSERTED)
    if not source:
        return made, (Speaker(None, None, None, SpeakerKind.UNKNOWN), 0.3)
    name = source[0].text
    return made, (Speaker(speaker_id(name), name, name, SpeakerKind.PERSON), SURE)
