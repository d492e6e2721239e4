"""What speaks for and against a time being when attributed words were said: named clues, without numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.english import OCCASIONS, TIME
from indexer.extract.dates.saying import Saying
from indexer.extract.dates.time_scene import LONGEST, LONGEST_OWN, TimeScene, Told, any_of
from indexer.model import Precision

BACK = 6
"""How many times before an attribution are weighed, beside the article's own day."""

_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|where|that|until|before|because|if|about|regarding|concerning|than)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which)\b")
_PLAIN_CUES = frozenset({"said", "added", "told", "wrote", "tweeted", "continued", "asked"})


@dataclass(frozen=True, slots=True)
class Earlier:
    """An attribution before this one, as it was dated.

    Args:
        source: the key of its source (``Saying.source``).
        paragraph: the index of its paragraph.
        key: the interval it was dated to, or None.
    """

    source: str
    paragraph: int
    key: tuple[date, date] | None


def candidates(saying: Saying, scene: TimeScene) -> list[Told]:
    """The times that may be when: the last before it, those of its sentence, one after, its event's, the article's.

    What somebody "had said" at a time of its own was said before the story, and so at none of its times.
    """
    if saying.pluperfect and (named := beside_cue(saying, scene)):
        return named
    first, end = scene.told_before(saying.sentence), scene.told_before(saying.sentence + 1)
    own = [told for told in _own(saying, scene) if not told.content and not _is_aside(told, saying, scene)]
    after = [told for told in scene.told[end : end + 1] if told.paragraph == saying.paragraph]
    chosen = [*scene.told[max(0, first - BACK) : first], *own, *after, *scene.told_of(saying.nouns, saying.sentence, 3)]
    if scene.lead is not None and scene.lead.sentence != saying.sentence:
        chosen.append(scene.lead)
    return list(dict.fromkeys(chosen))


def _own(saying: Saying, scene: TimeScene) -> tuple[Told, ...]:
    """The times of its sentence, nearest to its cue."""
    first, end = scene.told_before(saying.sentence), scene.told_before(saying.sentence + 1)
    here = min(max(scene.told_until(saying.start), first), end)
    near = scene.told[max(first, here - LONGEST_OWN) : min(end, here + LONGEST_OWN)]
    return tuple(told for told in near if _distance(told, saying) < LONGEST)


def beside_cue(saying: Saying, scene: TimeScene) -> list[Told]:
    """The times that stand in the clause of the cue: beside them hardly any other is when."""
    return [
        told
        for told in _own(saying, scene)
        if not (told.content or told.ahead or told.words.lead in TIME.not_when)
        and not _is_aside(told, saying, scene)
        and "other clause" not in _own_clues(told, saying, scene)
    ]


def _is_aside(told: Told, saying: Saying, scene: TimeScene) -> bool:
    """Whether a time stands in a relative clause that the cue is no part of: "X, who was elected in 2010, said"."""
    if told.words.start >= saying.end:
        return _RELATIVE.search(scene.outside(saying.end, told.words.start)) is not None
    if told.words.end > saying.start or "," not in scene.outside(told.words.end, saying.start):
        return False
    begins = max(scene.document.sentences[saying.sentence].start, told.words.start - LONGEST)
    before = scene.outside(begins, told.words.start)
    return _RELATIVE.search(before) is not None


def undated_clues(saying: Saying, earlier: Sequence[Earlier], *, beside: bool) -> Iterator[str]:
    """What speaks for no date at all.

    Args:
        beside: whether a time stands ``beside_cue``.
    """
    yield "undated"
    cue = saying.cue
    if not (saying.pluperfect and beside) and any_of(TIME.earlier).search(saying.small):
        yield "undated: some earlier time"
    if cue.endswith("s") and not cue.endswith("ss") and " " not in cue:
        yield "undated: present tense"
    if cue.startswith("according"):
        yield "undated: according to"
    if not cue:
        yield "undated: no cue"
    if cue.endswith("ing"):
        yield "undated: participle"
    if cue and cue.split()[-1] in _PLAIN_CUES:
        yield "undated: plain cue"
    if cue.startswith("told"):
        yield "undated: told"
    if saying.nouns & OCCASIONS.media:
        yield "undated: medium in the sentence"
    if saying.content_words < 6:
        yield "undated: few words"
    if earlier and earlier[-1].key is None:
        yield "undated: the one before undated"
        if saying.paragraph - earlier[-1].paragraph <= 1:
            yield "undated: the one close before undated"
    same = _last_of(saying.source, earlier)
    if same is not None and same.key is None:
        yield "undated: the source's last undated"


def clues(told: Told, saying: Saying, earlier: Sequence[Earlier], scene: TimeScene, *, beside: bool) -> Iterator[str]:
    """What speaks for or against ``told`` being when, as the names that ``said_weights`` weighs.

    Args:
        beside: whether a time, this or another, stands ``beside_cue``.
    """
    own = told.sentence == saying.sentence
    yield from _unit_clues(told, own=own)
    if told.section != scene.section_of(saying.paragraph):
        yield "other section"
    if scene.published is not None and told.key == (scene.published, scene.published):
        yield "day of publication"
    if own:
        yield "own"
        yield from _own_clues(told, saying, scene)
    else:
        yield from _story_clues(told, saying, scene)
        if beside:
            yield "another beside the cue"
    yield from _chain_clues(told, saying, earlier)


def _unit_clues(told: Told, *, own: bool) -> Iterator[str]:
    where = ", own" if own else ""
    precision = told.words.days.precision
    unit = Precision.WEEK if precision is Precision.INTERVAL else precision
    yield f"{unit}{where}"
    if told.words.lead in TIME.not_when:
        yield "not when"
    if told.words.lead in ("after", "following"):
        yield "after it"
    if told.ahead:
        yield f"looks ahead{where}"
    if told.verb:
        yield f"verb{where}"
    if told.content:
        yield f"in a content{where}"


def _own_clues(told: Told, saying: Saying, scene: TimeScene) -> Iterator[str]:
    words = told.words
    if any(span.start <= words.start < span.end for span in saying.source_spans):
        yield "in the source"
    elif words.start >= saying.end:
        gap = scene.outside(saying.end, words.start)
        yield _gap_clue(gap)
        if _SUBORDINATE.search(gap):
            yield "other clause"
        if "," in gap:
            yield "comma after cue"
    elif words.end <= saying.start:
        yield "before the cue"
        gap = scene.outside(words.end, saying.start)
        yield _gap_clue(gap)
        before = scene.outside(max(scene.document.sentences[saying.sentence].start, words.start - LONGEST), words.start)
        if _SUBORDINATE.search(before):
            yield "other clause" if "," in gap else "clause of the cue"
        if before.strip(" \"“‘'”’").count(" ") <= 1:
            yield "opens the sentence"
    if any(
        other.key != told.key and _distance(other, saying) < _distance(told, saying) for other in _own(saying, scene)
    ):
        yield "rival nearer"


def _gap_clue(gap: str) -> str:
    return "touches" if len(gap) < 8 else "near" if len(gap) < 30 else "some way" if len(gap) < 80 else "far"


def _distance(told: Told, saying: Saying) -> int:
    return max(told.words.start - saying.end, saying.start - told.words.end, 0)


def _story_clues(told: Told, saying: Saying, scene: TimeScene) -> Iterator[str]:
    place = _place(told, saying)
    latest = _is_latest(told, saying, scene)
    same_source = saying.source in told.names
    yield place
    if told.reports:
        yield "reports"
    if told.nouns:
        yield "event"
    if told.nouns & saying.nouns:
        yield "shared event"
    if latest:
        yield f"latest, {place}"
    if same_source:
        yield f"same source, {place}"
        if latest:
            yield "same source, latest"
        if told.verb:
            yield "same source, verb"
    if any_of(TIME.same_time).search(saying.small):
        yield "then, latest" if latest else "then, not latest"
    if told is scene.lead:
        yield "lead"
        yield from (
            f"lead, {clue}"
            for clue, holds in {
                "near": saying.paragraph - told.paragraph <= 3,
                "reports": told.reports,
                "verb": told.verb,
                "event": bool(told.nouns),
                "same source": same_source,
                "latest": latest,
            }.items()
            if holds
        )


def _place(told: Told, saying: Saying) -> str:
    away = saying.paragraph - told.paragraph
    if told.sentence > saying.sentence:
        return "after"
    return (
        "same paragraph" if away == 0 else "one back" if away == 1 else "two or three back" if away <= 3 else "far back"
    )


def _is_latest(told: Told, saying: Saying, scene: TimeScene) -> bool:
    """Whether no other interval is told of between this time and the saying."""
    if told.sentence > saying.sentence:
        return False
    between = range(scene.told_before(told.sentence + 1), scene.told_before(saying.sentence))
    return all(scene.told[index].key == told.key for index in between)


def _chain_clues(told: Told, saying: Saying, earlier: Sequence[Earlier]) -> Iterator[str]:
    if not earlier:
        return
    last = earlier[-1]
    if last.key == told.key:
        near = "near" if saying.paragraph - last.paragraph <= 1 else "far"
        yield f"as the one before, {near}"
        if last.source == saying.source:
            yield f"as the one before, {near}, same source"
    same = _last_of(saying.source, earlier)
    if same is not None and same is not last and same.key == told.key:
        yield "as the source's last"
    if any(one.key == told.key for one in earlier):
        yield "as some before"


def _last_of(source: str, earlier: Sequence[Earlier]) -> Earlier | None:
    return next((one for one in reversed(earlier) if one.source == source), None)
