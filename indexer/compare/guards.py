"""What alters the sense of a wording whatever its similarity: a "not", a number, a name.

Each is looked for where the two wordings differ, between the first and the last word that they share: what is cut
off at the head or the tail is not altered, unless it is little more than the "not" itself. A guard may be wrong in
being raised ("no one" for "nobody" is known, "hardly" is not), so it lowers a verdict and never hides it.

Of 400 contents of PolNeAR each, with a negation taken out, a number changed, or a name put in another's place, the
guards told 98 to 99 of 100; of 174 cuts, misquotes and rewordings by hand they were raised on one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise

from indexer import words as lists
from indexer.compare.align import Pair
from indexer.compare.records import Guard, GuardKind, Place
from indexer.compare.wording import Wording

Region = tuple[int, int, int, int]
"""Words that differ: asked from, asked to, stored from, stored to, ends exclusive."""

NEAR = 6
"""Words that a "not" may move ("I don't think it is", "I think it is not") and still be the same one."""

LONG = 6
"""More words than these that one side lacks are a clause left out: a "not" in it turns nothing around."""

SHORT_HEAD = 2
"""Words: where no more than these are cut off at the head, a "not" among them is no mere cut."""

ALIKE = 0.6
"""Two names whose letters are this much alike are one name spelled twice: Zelenskyy, Zelensky."""

MOST_NAME_WORDS = 6
"""Words of a name that are compared, so that the work is bounded."""

UNNAMED_SHARE = 0.7
"""Where more than this share of the words begin with capitals, capitals mark no names."""


def guards(asked: Wording, stored: Wording, pairs: Sequence[Pair]) -> tuple[Guard, ...]:
    """What alters the sense between the first and the last pair.

    Args:
        pairs: the words that correspond, in order.
    """
    if not pairs:
        return ()
    regions = list(_regions(asked, stored, pairs))
    found = [*_negations(asked, stored, regions), *_numbers(asked, stored, regions), *_names(asked, stored, regions)]
    return tuple(sorted(found, key=lambda guard: (guard.asked, guard.stored)))


def _regions(asked: Wording, stored: Wording, pairs: Sequence[Pair]) -> Iterator[Region]:
    """Where the two differ, from the first to the last pair, and at an end where neither side is cut off."""
    first_i, first_j = pairs[0]
    if first_i and first_j:
        # Both sides have other words before: as many as the shorter has stand for one another.
        both = min(first_i, first_j)
        yield first_i - both, first_i, first_j - both, first_j
    elif max(first_i, first_j) <= SHORT_HEAD:
        yield 0, first_i, 0, first_j
    for (i, j), (next_i, next_j) in pairwise(pairs):
        if next_i > i + 1 or next_j > j + 1:
            yield i + 1, next_i, j + 1, next_j
        if asked.texts[i] != stored.texts[j]:
            yield i, i + 1, j, j + 1
    last_i, last_j = pairs[-1]
    if asked.texts[last_i] != stored.texts[last_j]:
        yield last_i, last_i + 1, last_j, last_j + 1
    both = min(len(asked) - last_i - 1, len(stored) - last_j - 1)
    if both:
        yield last_i + 1, last_i + 1 + both, last_j + 1, last_j + 1 + both


# --- not ------------------------------------------------------------------------------------------


def _negations(asked: Wording, stored: Wording, regions: Sequence[Region]) -> Iterator[Guard]:
    lost = [(n, region) for region in regions for n in _negating(asked, region[0], region[1], stored, region[2:])]
    added = [(n, region) for region in regions for n in _negating(stored, region[2], region[3], asked, region[:2])]
    for one in list(lost):
        for other in added:
            if abs((one[0] - one[1][0]) + one[1][2] - other[0]) <= NEAR:
                lost.remove(one)
                added.remove(other)
                break
    for number, region in lost:
        at = _between(stored, region[2], region[3])
        yield Guard(GuardKind.NEGATION, *_words(asked, number, number + 1), stored.text[at[0] : at[1]], at)
    for number, region in added:
        at = _between(asked, region[0], region[1])
        yield Guard(GuardKind.NEGATION, asked.text[at[0] : at[1]], at, *_words(stored, number, number + 1))


def _negating(of: Wording, start: int, end: int, other: Wording, region: Pair) -> list[int]:
    """The words of a region that negate: "not" and its like, and "un-" before a word that the other side has bare."""
    if region[0] == region[1] and end - start > LONG:
        return []
    negations = lists.entries("negations")
    found = []
    for number in range(start, end):
        text = of.texts[number]
        if text in negations or (
            len(text) > 5 and text.startswith("un") and text[2:] in other.texts[region[0] : region[1]]
        ):
            found.append(number)
    # "no one", "not any more", "not ... nor": one negation said by several words counts once.
    return found[:1]


# --- numbers --------------------------------------------------------------------------------------


@cache
def _number_words() -> dict[str, str]:
    values = {word: str(value) for value, word in enumerate(lists.lines("numbers"))}
    for line in lists.lines("number_words"):
        word, _, value = line.partition(":")
        values[word] = value.strip()
    return values


@lru_cache(maxsize=10_000)
def _value(text: str) -> str | None:
    """The number that a word is, None of a word that is none."""
    if text[0].isdigit():
        digits = text.rstrip("abcdefghijklmnopqrstuvwxyz")
        unit = text[len(digits) :]
        if unit in ("st", "nd", "rd", "th"):
            return text
        value = digits.replace(",", "")
        return f"{value} {_number_words()[unit]}" if unit in _number_words() else value
    return _number_words().get(text)


def _numbers(asked: Wording, stored: Wording, regions: Sequence[Region]) -> Iterator[Guard]:
    for i, end_i, j, end_j in regions:
        of_asked, of_stored = _number_run(asked, i, end_i), _number_run(stored, j, end_j)
        if not of_asked or not of_stored:
            continue
        if _said(asked, of_asked) == _said(stored, of_stored) or _one(asked, of_asked) or _one(stored, of_stored):
            continue
        yield Guard(
            GuardKind.NUMBER,
            *_words(asked, of_asked[0], of_asked[-1] + 1),
            *_words(stored, of_stored[0], of_stored[-1] + 1),
        )


def _number_run(of: Wording, start: int, end: int) -> list[int]:
    """The numbers in a region, and those that stand directly beside it: "five" of "five million"."""
    while start > 0 and _value(of.texts[start - 1]):
        start -= 1
    while end < len(of) and _value(of.texts[end]):
        end += 1
    return [number for number in range(start, end) if _value(of.texts[number])]


def _one(of: Wording, numbers: Sequence[int]) -> bool:
    """Whether the number is the word "one", which stands for a person or an article too often to be another number."""
    return [of.texts[number] for number in numbers] == ["one"]


def _said(of: Wording, numbers: Sequence[int]) -> str:
    return " ".join(str(_value(of.texts[number])) for number in numbers)


# --- names ----------------------------------------------------------------------------------------


def _names(asked: Wording, stored: Wording, regions: Sequence[Region]) -> Iterator[Guard]:
    if _marks_no_names(asked) or _marks_no_names(stored):
        return
    for i, end_i, j, end_j in regions:
        of_asked, of_stored = _named(asked, i, end_i), _named(stored, j, end_j)
        alone = [name for name in of_asked if not any(_may_be_one(asked, name, stored, other) for other in of_stored)]
        others = [name for name in of_stored if not any(_may_be_one(stored, name, asked, other) for other in of_asked)]
        for name, other in zip(alone, others, strict=False):
            if not (_mentioned(asked, name, stored) and _mentioned(stored, other, asked) and _in_list(asked, name)):
                yield Guard(GuardKind.NAME, *_words(asked, *name), *_words(stored, *other))


def _marks_no_names(of: Wording) -> bool:
    capitals = sum(_capital(of, number) for number in range(len(of)))
    return capitals > UNNAMED_SHARE * len(of)


def _capital(of: Wording, number: int) -> bool:
    return of.text[of.words[number].start].isupper()


def _named(of: Wording, start: int, end: int) -> list[Pair]:
    """The runs of capitalised words of a region that are names: not "I", not a title, not what begins a sentence."""
    found: list[Pair] = []
    for number in range(start, end):
        if not _capital(of, number) or of.texts[number] in _never_names() or _begins_sentence(of, number):
            continue
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found


@cache
def _never_names() -> frozenset[str]:
    return lists.entries("honorifics") | {line.split()[0] for line in lists.lines("pronouns")} | {"i"}


def _begins_sentence(of: Wording, number: int) -> bool:
    if number == 0:
        return True
    between = of.text[of.words[number - 1].end : of.words[number].start]
    if between.startswith(". ") and len(of.texts[number - 1]) <= len("mrs"):
        return False
    return any(mark in between for mark in '.!?:;…“‘"\n')


def _mentioned(of: Wording, name: Pair, other: Wording) -> bool:
    """Whether a word of the name stands anywhere in the other wording."""
    return not set(of.stems[name[0] : name[1]]).isdisjoint(other.counts)


def _in_list(of: Wording, name: Pair) -> bool:
    """Whether the name is one of several that are listed, in whatever order: "Lund and Moe"."""
    return not {"and", "or"}.isdisjoint(of.texts[max(0, name[0] - 1) : name[0]] + of.texts[name[1] : name[1] + 1])


def _may_be_one(of: Wording, name: Pair, other: Wording, other_name: Pair) -> bool:
    """Whether two names may be one: one the initials of the other, or a word of each spelled alike."""
    left, right = of.stems[name[0] : name[1]], other.stems[other_name[0] : other_name[1]]
    if left == ("".join(word[0] for word in right),) or right == ("".join(word[0] for word in left),):
        return True
    return any(
        SequenceMatcher(None, one, another, autojunk=False).ratio() >= ALIKE
        for one in left[:MOST_NAME_WORDS]
        for another in right[:MOST_NAME_WORDS]
    )


# --- places ---------------------------------------------------------------------------------------


def _words(of: Wording, start: int, end: int) -> tuple[str, Place]:
    place = of.words[start].start, of.words[end - 1].end
    return of.text[place[0] : place[1]], place


def _between(of: Wording, start: int, end: int) -> Place:
    if start < end:
        return _words(of, start, end)[1]
    at = of.words[start - 1].end if start else 0
    return at, at
