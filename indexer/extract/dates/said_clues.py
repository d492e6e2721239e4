"""Named clues for and against a time being when attributed words were said; see ``undated`` for those of no date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.english import CLAUSES, GRAMMAR, TIME
from indexer.extract.dates.saying import Saying
from indexer.extract.dates.timeline import LONGEST, LONGEST_OWN, Timeline, TimeMention, any_of
from indexer.model import Precision
from indexer.text import alternation

OWN = "own"
"""The clue of a time in the sentence of the attribution."""

BACK = 6
"""How many times before an attribution are candidates, besides the article's own day."""

_SUBORDINATE = re.compile(rf"\b(?:{alternation(CLAUSES.time_barriers)})\b", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b(?:{alternation(GRAMMAR.relative_pronouns)})\b")
_PARAGRAPHS_BACK = {0: "same paragraph", 1: "one back", 2: "two or three back", 3: "two or three back"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier attribution with its date.

    Args:
        speaker: the key of its speaker (``Saying.speaker``).
        source: the key of its source (``Saying.source``).
        paragraph: the number of its paragraph.
        key: the interval it was dated to, or None.
    """

    speaker: str
    source: str
    paragraph: int
    key: tuple[date, date] | None


class Clues:
    """The candidate times of one attribution, and the clues for each of them.

    A clue is a name that has a weight in ``weights.json``.

    Args:
        saying: the attribution.
        timeline: the times of its article.
        earlier: the attributions before it with their dates, in order.
    """

    def __init__(self, saying: Saying, timeline: Timeline, earlier: Sequence[Earlier]) -> None:
        self._saying, self._timeline, self._earlier = saying, timeline, earlier
        self.last = earlier[-1] if earlier else None
        self.same = next((one for one in reversed(earlier) if one.source == saying.source), None)
        self.speakers = next((one for one in reversed(earlier) if one.speaker == saying.speaker != ""), None)
        self._anothers = next((one for one in reversed(earlier) if one.key and one.speaker != saying.speaker), None)
        self._dated = {one.key for one in earlier}
        self._then = any_of(TIME.same_time).search(saying.small) is not None
        self._sentence = timeline.document.sentences[saying.sentence].start
        self._own = self._own_times()
        self._open = [time for time in self._own if not time.content and not self._is_aside(time)]
        # The times in the clause of the cue: if there is one, other times are rarely right.
        self.beside = [
            time
            for time in self._open
            if not time.ahead and time.words.lead not in TIME.not_when and "other clause" not in self._place(time)
        ]

    def times(self) -> list[TimeMention]:
        """The candidates: times before it, in its sentence, right after it, of its event, and the article's own.

        Where a day is named beside the cue, the words were not said at any other time of the story.
        """
        saying, timeline = self._saying, self._timeline
        if self.beside:
            return self.beside
        here = timeline.in_sentence(saying.sentence)
        before = timeline.times[max(0, here.start - BACK) : here.start]
        after = [time for time in timeline.times[here.stop : here.stop + 1] if time.paragraph == saying.paragraph]
        shared = timeline.of_nouns(saying.nouns, saying.sentence, 3)
        lead = [time for time in (timeline.lead,) if time is not None and time.sentence != saying.sentence]
        found = dict.fromkeys((*before, *self._open, *after, *shared, *lead))
        # What is still to come dates nothing: in the labelled articles, four in a hundred such times are right.
        return [time for time in found if not time.ahead]

    def of(self, time: TimeMention) -> Iterator[str]:
        """The clues for and against a candidate."""
        own = time.sentence == self._saying.sentence
        yield from _kind(time, ", own" if own else "")
        yield f"form {time.words.form}{', own' if own else ''}"
        if time.section != self._timeline.sections[self._saying.paragraph]:
            yield "other section"
        published = self._timeline.published
        if published is not None and time.key == (published, published):
            yield "day of publication"
        if own:
            yield OWN
            yield f"own, {self._saying.kind}"
            yield f"own, behind {time.words.lead}"
            yield from self._place(time)
            away = _distance(time, self._saying)
            if any(other.key != time.key and _distance(other, self._saying) < away for other in self._own):
                yield "rival nearer"
        else:
            yield f"carried, {self._saying.kind}"
            yield from self._of_story(time)
            yield from self._of_statement(time)
        yield from self._as_before(time)

    # --- in the sentence of the attribution ------------------------------------------------------------

    def _own_times(self) -> tuple[TimeMention, ...]:
        """The times of its sentence that are nearest to its cue."""
        here = self._timeline.in_sentence(self._saying.sentence)
        cue = min(max(self._timeline.before(self._saying.start), here.start), here.stop)
        near = self._timeline.times[max(here.start, cue - LONGEST_OWN) : min(here.stop, cue + LONGEST_OWN)]
        return tuple(time for time in near if _distance(time, self._saying) < LONGEST)

    def _is_aside(self, time: TimeMention) -> bool:
        """Whether a time is in a relative clause without the cue: "X, who was elected in 2010, said"."""
        saying, words = self._saying, time.words
        if words.start >= saying.end:
            return _RELATIVE.search(self._timeline.outside(saying.end, words.start)) is not None
        if words.end > saying.start or "," not in self._timeline.outside(words.end, saying.start):
            return False
        return _RELATIVE.search(self._head(time)) is not None

    def _head(self, time: TimeMention) -> str:
        """The sentence before a time, without contents."""
        return self._timeline.outside(max(self._sentence, time.words.start - LONGEST), time.words.start)

    def _place(self, time: TimeMention) -> Iterator[str]:
        saying, words = self._saying, time.words
        if any(span.start <= words.start < span.end for span in saying.source_spans):
            yield "in the source"
        elif words.start >= saying.end:
            gap = self._timeline.outside(saying.end, words.start)
            yield _gap(gap)
            if _SUBORDINATE.search(gap):
                yield "other clause"
            if "," in gap:
                yield "comma after cue"
        elif words.end <= saying.start:
            yield "before the cue"
            gap, before = self._timeline.outside(words.end, saying.start), self._head(time)
            yield _gap(gap)
            if _SUBORDINATE.search(before):
                yield "other clause" if "," in gap else "clause of the cue"
            if before.strip(" \"“‘'”’").count(" ") <= 1:
                yield "opens the sentence"

    # --- elsewhere in the article ----------------------------------------------------------------------

    def _of_story(self, time: TimeMention) -> Iterator[str]:
        place, latest, same_source = (
            self._distance_in_text(time),
            self._is_latest(time),
            self._saying.source in time.names,
        )
        yield place
        if time.reports:
            yield "reports"
        if time.nouns:
            yield "event"
        if time.nouns & self._saying.nouns:
            yield "shared event"
        if latest:
            yield f"latest, {place}"
        if same_source:
            yield f"same source, {place}"
            if latest:
                yield "same source, latest"
            if time.verb:
                yield "same source, verb"
        if self._then:
            yield "then, latest" if latest else "then, not latest"
        if time is self._timeline.lead:
            yield "lead"
            signs = {
                "near": self._saying.paragraph - time.paragraph <= 3,
                "reports": time.reports,
                "verb": time.verb,
                "event": bool(time.nouns),
                "same source": same_source,
                "latest": latest,
            }
            yield from (f"lead, {sign}" for sign, holds in signs.items() if holds)

    def _of_statement(self, time: TimeMention) -> Iterator[str]:
        """Whose statement the time stands in: a day on which somebody else spoke is rarely carried over."""
        whose = "narrative"
        if time.speakers:
            whose = "the speaker's statement" if self._saying.speaker in time.speakers else "another's statement"
        away = self._distance_in_text(time)
        near = {"one back": "near", "two or three back": "near", "far back": "far"}.get(away, away)
        yield f"in {whose}"
        yield f"in {whose}, {near}"

    def _distance_in_text(self, time: TimeMention) -> str:
        if time.sentence > self._saying.sentence:
            return "after"
        away = self._saying.paragraph - time.paragraph
        return (
            ("same paragraph", "one back", "two or three back", "two or three back")[away] if away <= 3 else "far back"
        )

    def _is_latest(self, time: TimeMention) -> bool:
        """Whether no other interval is mentioned between this time and the attribution."""
        if time.sentence > self._saying.sentence:
            return False
        first = self._timeline.in_sentence(time.sentence).stop
        between = self._timeline.times[first : self._timeline.in_sentence(self._saying.sentence).start]
        return all(other.key == time.key for other in between)

    def _as_before(self, time: TimeMention) -> Iterator[str]:
        """Clues from earlier attributions with the same date."""
        if self.last is not None and self.last.key == time.key:
            near = "near" if self._saying.paragraph - self.last.paragraph <= 1 else "far"
            yield f"as the one before, {near}"
            if self.last.source == self._saying.source:
                yield f"as the one before, {near}, same source"
        if self.same is not None and self.same is not self.last and self.same.key == time.key:
            yield "as the source's last"
        if time.key in self._dated:
            yield "as some before"
        if self.speakers is not None and self.speakers.key == time.key:
            yield f"as the speaker's last, {paragraphs_back(self._saying, self.speakers)}"
        elif self._anothers is not None and self._anothers.key == time.key:
            yield "as another's alone"


def paragraphs_back(saying: Saying, earlier: Earlier) -> str:
    """How far behind an attribution an earlier one is."""
    away = saying.paragraph - earlier.paragraph
    return "near" if away <= 1 else "some way" if away <= 4 else "far"


def _kind(time: TimeMention, where: str) -> Iterator[str]:
    precision = time.words.days.precision
    yield f"{Precision.WEEK if precision is Precision.INTERVAL else precision}{where}"
    if time.words.lead in TIME.not_when:
        yield "not when"
    if time.words.lead in TIME.after:
        yield "after it"
    if time.ahead:
        yield f"looks ahead{where}"
    if time.verb:
        yield f"verb{where}"
    if time.content:
        yield f"in a content{where}"


def _gap(gap: str) -> str:
    return "touches" if len(gap) < 8 else "near" if len(gap) < 30 else "some way" if len(gap) < 80 else "far"


def _distance(time: TimeMention, saying: Saying) -> int:
    return max(time.words.start - saying.end, saying.start - time.words.end, 0)
