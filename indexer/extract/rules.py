"""Finds sources, cues and contents by rules: closed word lists, marks and word order.

The frame of a sentence is searched for verbs that attribute; the noun phrase beside such a verb is its source, and
the passage or clause on its other side its content. What is found is given as labels only: joining them is
``link``'s work, whoever found them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.extract.clauses import content_after, content_before
from indexer.extract.frame import Frame, frames, inner_frames
from indexer.extract.marks import Marked
from indexer.extract.noun_phrase import subject_after, subject_before
from indexer.extract.verbs import Report, Verb, cue_verbs
from indexer.layout import Paragraph
from indexer.model import Article, Label, Role, Span
from indexer.words import entries

_Range = tuple[int, int]
_Found = tuple[Role, _Range, float]

_BE = frozenset({"was", "were", "be", "been", "being", "is", "are", "am"})

# Scores of what a rule found, as measured on the dev articles by the kind of the rule.
SURE, LIKELY, POSSIBLE = 0.95, 0.8, 0.6


def tag(article: Article, paragraphs: Sequence[Paragraph], marks: Sequence[Marked]) -> tuple[Label, ...]:
    """Every source, cue and content that the rules find, in order of their start.

    Args:
        article: the article whose text is labelled.
        paragraphs: its layout.
        marks: its passages between marks.
    """
    labels: list[Label] = []
    text = article.text
    for paragraph in paragraphs:
        inside = [m for m in marks if paragraph.start <= m.start and m.end <= paragraph.end]
        outer = [m for m in inside if m.depth == 0]
        for frame in frames(text, paragraph, outer):
            labels.extend(_labels(text, frame, _search(frame)))
        for passage in outer:
            nested = [m for m in inside if m.depth == 1 and passage.start < m.start and m.end <= passage.end]
            if nested:
                for frame in inner_frames(text, passage, nested):
                    labels.extend(_labels(text, frame, _search(frame, passages_only=True)))
    return tuple(sorted(labels, key=lambda label: (label.span.start, -label.span.end)))


def _labels(text: str, frame: Frame, found: Iterator[_Found]) -> Iterator[Label]:
    seen = set()
    for role, (start, end), score in found:
        if start < end and (role, start, end) not in seen:
            seen.add((role, start, end))
            yield Label(Span.of(text, frame[start].start, frame[end - 1].end), role, score)


def _search(frame: Frame, passages_only: bool = False) -> Iterator[_Found]:
    """The cues of a frame with their sources and contents."""
    covered = 0  # tokens up to here belong to an earlier content
    taken: set[int] = set()  # passages that a cue has claimed
    any_cue = False
    source: _Range | None = None
    for index, token in enumerate(frame):
        if token.low == "according" and index + 1 < len(frame) and frame[index + 1].low == "to":
            for found in _according(frame, index):
                any_cue = True
                yield found
            continue
        verb = cue_verbs().get(token.low)
        if verb is None or (token.is_capital and index > 0):
            continue
        attribution = _attribution(frame, index, verb, covered, source)
        if attribution is None:
            continue
        cue, subject, contents, score = attribution
        if passages_only and not any(_has_passage(frame, content) for content in contents):
            continue
        any_cue = True
        yield Role.CUE, cue, score
        if subject is not None:
            source = subject
            yield Role.SOURCE, subject, score
        for content in contents:
            yield Role.CONTENT, content, score
            taken.update(range(*content))
            if content[0] > index:
                covered = max(covered, content[1])
    for found in _by_place(frame, taken, any_cue):
        if found[0] is Role.CONTENT:
            taken.update(range(*found[1]))
        any_cue = True
        yield found
    if not passages_only:
        for content in _bare(frame, taken):
            yield Role.CONTENT, content, POSSIBLE


def _has_passage(frame: Frame, content: _Range) -> bool:
    return any(token.passage is not None for token in frame[content[0] : content[1]])


def _attribution(
    frame: Frame, index: int, verb: Verb, covered: int, last_source: _Range | None
) -> tuple[_Range, _Range | None, list[_Range], float] | None:
    """(cue, source, contents, score) of the verb at an index, or None where it attributes nothing."""
    if (
        verb.report is Report.SPEECH
        and not verb.gerund
        and not verb.bare
        and (inverted := _inverted(frame, index, covered))
    ):
        return inverted
    before = subject_before(frame, index)
    if verb.gerund and (before is None or not _is_progressive(frame, before[2], index)):
        return _participle(frame, index, verb, last_source)
    if before is None or index < covered:
        return None
    start, end, cue_start = before
    if start < covered or not _can_speak(frame, start, end):
        return None
    if verb.bare and cue_start == index and not _is_plural(frame, start, end):
        return None
    if _is_passive(frame, cue_start, index, verb):
        return _passive(frame, index, verb, cue_start)
    after = content_after(frame, index + 1, verb)
    preceding = content_before(frame, start, covered) if verb.report is Report.SPEECH else None
    contents = []
    if preceding is not None and (after is None or frame[preceding[1] - 1].passage is not None):
        contents.append(preceding)
    if after is not None and (not contents or _has_passage(frame, after)):
        contents.append(after)
    if not contents and verb.report is Report.SPEECH and _ends_in_colon(frame):
        return (cue_start, index + 1), (start, end), [], LIKELY
    if not contents:
        return None
    quoted = any(_has_passage(frame, content) for content in contents)
    if not quoted and verb.report is Report.JUDGEMENT:
        return None
    score = SURE if quoted and verb.report is Report.SPEECH else LIKELY if verb.report is Report.SPEECH else POSSIBLE
    return (cue_start, index + 1), (start, end), contents, score


def _ends_in_colon(frame: Frame) -> bool:
    return frame[-1].text == ":"


def _inverted(frame: Frame, index: int, covered: int) -> tuple[_Range, _Range | None, list[_Range], float] | None:
    """“…,” said NAME. and: …, says NAME."""
    if index == 0:
        return None
    before = frame[index - 1]
    if not (before.passage is not None or (before.text in ",—–" and index >= 2)):
        return None
    subject = subject_after(frame, index)
    if subject is None:
        return None
    content = content_before(frame, index, covered)
    if content is None:
        return None
    if before.passage is None and frame[index - 2].passage is None and not _closes(frame, index, subject[1]):
        return None
    contents = [content]
    after = subject[1]
    if after + 1 < len(frame) and frame[after].text in ",." and frame[after + 1].passage is not None:
        contents.append((after + 1, after + 2))
    elif after < len(frame) and (trailing := _trailing_passage(frame, after)) is not None:
        contents.append(trailing)
    return (index, index + 1), subject, contents, SURE


def _closes(frame: Frame, index: int, end: int) -> bool:
    """Whether an inverted cue without a passage before it ends its clause: `…, said NAME.`"""
    return frame[index].low in ("said", "says") and (end >= len(frame) or frame[end].text in ".,;")


def _trailing_passage(frame: Frame, start: int) -> _Range | None:
    """The second half of a quote behind its cue: “…,” said NAME in Oslo on Monday, “…”"""
    for position in range(start, len(frame) - 1):
        token = frame[position]
        if token.passage is not None or token.text in ".;!?":
            return None
        if token.text in (",", ":") and frame[position + 1].passage is not None:
            return position + 1, position + 2
    return None


def _is_progressive(frame: Frame, start: int, index: int) -> bool:
    return any(token.low in _BE for token in frame[start:index])


def _is_passive(frame: Frame, start: int, index: int, verb: Verb) -> bool:
    return not verb.gerund and not verb.bare and any(token.low in _BE for token in frame[start:index])


def _passive(
    frame: Frame, index: int, verb: Verb, cue_start: int
) -> tuple[_Range, _Range | None, list[_Range], float] | None:
    """Somebody was asked something: the question has no named source."""
    if verb.base != "ask":
        return None
    content = content_after(frame, index + 1, verb)
    return None if content is None else ((cue_start, index + 1), None, [content], POSSIBLE)


def _participle(
    frame: Frame, index: int, verb: Verb, last_source: _Range | None
) -> tuple[_Range, _Range | None, list[_Range], float] | None:
    """…, adding that …: the source is that of the cue before, or the subject of the sentence."""
    if index == 0:
        return None
    if frame[index - 1].text not in ",—–" and frame[index - 1].low not in (
        "as",
        "by",
        "and",
        "before",
        "after",
        "while",
    ):
        return None
    content = content_after(frame, index + 1, verb)
    if content is None or (verb.report is not Report.SPEECH and not _has_passage(frame, content)):
        return None
    source = last_source or _leading_subject(frame, index)
    return (index, index + 1), source, [content], LIKELY


def _leading_subject(frame: Frame, limit: int) -> _Range | None:
    """The first noun phrase of a sentence: a pronoun, or what begins it up to a verb or a comma."""
    start = _after_opening_phrase(frame, limit)
    if start >= limit:
        return None
    if frame[start].low in entries("subject_pronouns"):
        return start, start + 1
    end = start
    while end < limit and frame[end].is_word and not _leaves_phrase(frame, start, end):
        end += 1
    return (start, end) if end > start and _can_speak(frame, start, end) else None


def _leaves_phrase(frame: Frame, start: int, index: int) -> bool:
    """Whether a sentence's first noun phrase has ended before this word: a verb, an adverb or a preposition stands."""
    token = frame[index]
    if token.is_capital or token.low in entries("determiners") or token.low == "of":
        return False
    if token.low in entries("between_source_and_cue") or token.low in entries("adpositions"):
        return True
    if token.low in entries("conjunctions") or token.low.endswith(("ly", "ed")) or token.low in cue_verbs():
        return True
    return frame[index - 1].is_capital and index - 1 > start


def _after_opening_phrase(frame: Frame, limit: int) -> int:
    """Past "But", and past "In a statement on Monday," to where the subject begins."""
    if frame[0].low in entries("conjunctions") and frame[0].low not in ("if", "when", "while", "although", "because"):
        return 1
    if (
        frame[0].low in entries("adpositions")
        or frame[0].low in entries("conjunctions")
        or frame[0].low.endswith("ing")
    ):
        return next((index + 1 for index in range(limit) if frame[index].text == ","), limit)
    return 0


def _can_speak(frame: Frame, start: int, end: int) -> bool:
    """Whether a phrase can be a source: more than a determiner, no possessive ("Smith's claims"), no place or day."""
    if end <= start:
        return False
    last = frame[end - 1]
    if last.low.endswith(("'s", "s'")):
        return False
    if end - start == 1:
        low = last.low
        if low in entries("determiners") and low not in ("many", "some", "most", "few", "both", "one", "several"):
            return False
        if low in entries("clock_words") or low.isdigit():
            return False
    return True


def _is_plural(frame: Frame, start: int, end: int) -> bool:
    """Whether a phrase takes the base form of a verb: "they say", "officials say", "Quist and Moe say"."""
    last = frame[end - 1].low
    if end - start == 1 and last in entries("subject_pronouns"):
        return last in ("i", "we", "they", "you", "who")
    plural = last.endswith("s") and not last.endswith(("ss", "'s")) and not frame[end - 1].is_capital
    return (
        plural
        or last in ("people", "men", "women", "others", "many", "some")
        or any(token.low == "and" for token in frame[start:end])
        or (frame[end - 1].is_capital and last.endswith("s"))
    )


def _according(frame: Frame, index: int) -> Iterator[_Found]:
    start = index + 2
    end = start
    depth = 0
    while end < len(frame):
        token = frame[end]
        if token.passage is not None and len(token.text.split()) > 6:
            break
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        elif depth == 0 and token.text in ",.;:—–!?":
            if token.text == "," and index > 0 and _continues_apposition(frame, end):
                end += 1
                continue
            break
        end += 1
    if end == start:
        return
    source = (start, end)
    content: _Range | None
    if index == 0 or (index == 1 and frame[0].low in ("but", "and", "yet")):
        content = (end + 1, len(frame)) if end + 1 < len(frame) else None
    else:
        stop = index - 1 if frame[index - 1].text in ",—–" else index
        content = (0, stop)
    if content is None or content[1] <= content[0]:
        return
    while content[1] > content[0] + 1 and frame[content[1] - 1].text in (".", ",", "!", "?", ";", ":"):
        content = (content[0], content[1] - 1)
    score = SURE if _has_passage(frame, content) else LIKELY
    yield Role.CUE, (index, index + 2), score
    yield Role.SOURCE, source, score
    yield Role.CONTENT, content, score


def _continues_apposition(frame: Frame, comma: int) -> bool:
    following = frame[comma + 1] if comma + 1 < len(frame) else None
    return following is not None and following.low in (
        "a",
        "an",
        "the",
        "who",
        "which",
        "chief",
        "director",
        "president",
    )


def _by_place(frame: Frame, taken: set[int], any_cue: bool) -> Iterator[_Found]:
    """Passages that their place attributes, where no known verb does.

    `“…,” Quist VERBS`: whatever the verb, a comma inside the mark says that a cue follows. `Quist …: “…”` and
    `Quist:` at the end of a paragraph: the colon is the cue. `“…” – Quist, ROLE`: the dash is.
    """
    for index, token in enumerate(frame):
        if token.passage is None or index in taken:
            continue
        if token.text[-2:-1] == "," and (cue := _any_verb_after(frame, index + 1)) is not None:
            yield Role.CONTENT, (index, index + 1), LIKELY
            yield Role.SOURCE, cue[0], LIKELY
            yield Role.CUE, cue[1], LIKELY
        elif not any_cue and index > 0 and frame[index - 1].text == ":":
            source = _leading_subject(frame, index - 1)
            if source is not None:
                yield Role.CONTENT, (index, index + 1), POSSIBLE
                yield Role.SOURCE, source, POSSIBLE
                yield Role.CUE, (index - 1, index), POSSIBLE
        elif index == 0 and index + 2 < len(frame) and frame[index + 1].text in "—–―-" and frame[index + 2].is_capital:
            yield Role.CONTENT, (index, index + 1), LIKELY
            yield Role.SOURCE, (index + 2, len(frame)), LIKELY
            yield Role.CUE, (index + 1, index + 2), LIKELY
    if not any_cue and len(frame) > 1 and frame[-1].text == ":" and not any(t.passage for t in frame):
        source = _leading_subject(frame, len(frame) - 1)
        if source is not None:
            yield Role.SOURCE, source, POSSIBLE
            yield Role.CUE, (len(frame) - 1, len(frame)), POSSIBLE


def _any_verb_after(frame: Frame, start: int) -> tuple[_Range, _Range] | None:
    """(source, cue) of a noun phrase and an unknown verb, or of the same inverted, behind a passage."""
    if start >= len(frame):
        return None
    if frame[start].low in entries("subject_pronouns"):
        end = start + 1
    else:
        end = start
        while (
            end < len(frame)
            and frame[end].is_word
            and (frame[end].is_capital or (end == start and frame[end].low in entries("determiners")))
        ):
            end += 1
    if start < end < len(frame) and _looks_finite(frame[end].low):
        return (start, end), (end, end + 1)
    if _looks_finite(frame[start].low) and not frame[start].is_capital:
        subject = subject_after(frame, start)
        if subject is not None and frame[subject[0]].is_capital:
            return subject, (start, start + 1)
    return None


def _looks_finite(low: str) -> bool:
    return low.endswith(("ed", "es", "s")) and low not in entries("determiners") and low not in entries("adpositions")


def _bare(frame: Frame, taken: set[int]) -> Iterator[_Range]:
    """Passages without a cue in their sentence that are sentences themselves: whose they are, `link` decides."""
    for index, token in enumerate(frame):
        if token.passage is None or index in taken:
            continue
        others = [t for i, t in enumerate(frame) if i != index and t.is_word]
        if not others or (index == 0 and len(token.text.split()) >= 6 and token.text[-2:-1] in ".!?"):
            yield index, index + 1
