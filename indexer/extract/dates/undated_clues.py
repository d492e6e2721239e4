"""Named clues for the article not saying when attributed words were said."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.english import ENDINGS, OCCASIONS, PHRASES, TIME, VERBS
from indexer.extract.dates.said_clues import Clues, paragraphs_back
from indexer.extract.dates.saying import Saying
from indexer.extract.dates.timeline import Timeline, any_of

_CUE_PHRASES = tuple(PHRASES.cues_of_any_source)


def undated(saying: Saying, timeline: Timeline, clues: Clues) -> Iterator[str]:
    """The clues for no date of an attribution.

    Args:
        clues: of its candidate times.
    """
    yield "undated"
    if not (saying.pluperfect and clues.beside) and any_of(TIME.earlier).search(saying.small):
        yield "undated: some earlier time"
    yield from _of_cue(saying)
    if any(timeline.times[number].ahead for number in timeline.in_sentence(saying.sentence)):
        yield "undated: a time to come in the sentence"
    if saying.nouns & OCCASIONS.media:
        yield "undated: medium in the sentence"
    if saying.content_words < 6:
        yield "undated: few words"
    yield f"undated: {saying.act}"
    yield f"undated: {saying.kind}"
    yield f"undated: source {saying.source_form}"
    days = timeline.days
    yield f"undated: {days if days < 4 else '4 to 7' if days < 8 else 'many'} days in the article"
    if timeline.lead is not None:
        yield "undated: a day at the top"
    yield from _as_before(saying, clues)


def _of_cue(saying: Saying) -> Iterator[str]:
    cue = saying.cue
    if cue.endswith(ENDINGS.plural) and not cue.endswith(ENDINGS.not_plural) and " " not in cue:
        yield "undated: present tense"
    if saying.perfect:
        yield "undated: perfect tense"
    if cue.startswith(_CUE_PHRASES):
        yield "undated: according to"
    if not cue:
        yield "undated: no cue"
    if cue.endswith(ENDINGS.gerunds):
        yield "undated: participle"
    if cue and cue.split()[-1] in VERBS.plain_cues:
        yield "undated: plain cue"
    if cue.startswith(VERBS.told):
        yield "undated: told"
    if saying.verb:
        yield f"undated: verb {saying.verb}"


def _as_before(saying: Saying, clues: Clues) -> Iterator[str]:
    last, same, speakers = clues.last, clues.same, clues.speakers
    if last is not None and last.key is None:
        yield "undated: the one before undated"
        if saying.paragraph - last.paragraph <= 1:
            yield "undated: the one close before undated"
    if same is not None and same.key is None:
        yield "undated: the source's last undated"
    if speakers is not None and speakers.key is None:
        yield f"undated: the speaker's last undated, {paragraphs_back(saying, speakers)}"
