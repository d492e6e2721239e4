"""Reads a text as it is compared: its folded words, without the marks of editing.

Contractions are spelled out, words in square brackets (an editor's) left out but for a "[not]", and "[W]e" is "we".
Places where an ellipsis or a bracket says that words are missing are kept, and every word knows its characters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from indexer.compare import idf
from indexer.english import ENDINGS, GRAMMAR, MEANINGS, NEGATION
from indexer.text import Word, fold, stem, word_texts, words

MOST_WORDS = 400
"""Words of a wording that are aligned; of a longer one the window that holds most of the other's words."""

FEW_IN_BRACKETS = 2
"""Words of a bracket up to which its "not" counts; a longer one is a remark."""

_BRACKETED = regex.compile(r"\[([^\[\]]{0,120})\]")
_ELLIPSIS = regex.compile(r"\.(?:\s?\.){2,}|…")
_GRAM = 4


@dataclass(frozen=True)
class Wording:
    """The compared words of a text.

    Args:
        text: as given; all places point into it.
        words: in order, folded, contractions spelled out.
        gaps: numbers of the words before which the text says that words are missing; ``len`` for its end.
        edited: whether words in square brackets were left out, so that reading them gives another wording.
    """

    text: str
    words: tuple[Word, ...]
    gaps: frozenset[int] = frozenset()
    edited: bool = False

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(word.text for word in self.words)

    @cached_property
    def joined(self) -> str:
        """The words with one space before and after each."""
        return f" {' '.join(self.texts)} "

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each word."""
        return tuple(stem(word) for word in self.texts)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """The weight of each word."""
        return tuple(idf.weights(self.stems))

    @cached_property
    def mass(self) -> float:
        """The weight of all words."""
        return sum(self.weights)

    @cached_property
    def counts(self) -> dict[str, int]:
        """The number of times that each stem occurs."""
        counts: dict[str, int] = {}
        for each in self.stems:
            counts[each] = counts.get(each, 0) + 1
        return counts

    @cached_property
    def grams(self) -> frozenset[str]:
        """The runs of four characters in the joined words."""
        return grams(self.texts)

    @property
    def kept_text(self) -> str:
        """The text from the first to the last of the words."""
        return self.text[self.words[0].start : self.words[-1].end] if self.words else ""

    def part(self, start: int, end: int) -> Wording:
        """The wording of a run of words, by their numbers, end exclusive."""
        return Wording(self.text, self.words[start:end], frozenset(g - start for g in self.gaps if start < g < end))


def wording(text: str, brackets: bool = False) -> Wording:
    """The wording of a text.

    Args:
        text: of any length; the work is linear in it.
        brackets: read words in square brackets like all others.
    """
    if "[" not in text:
        found = _spelled_out(words(text), text)
        return Wording(text, found, _gaps(text, found, ()))
    plain, places, dropped = _without_brackets(text, keep=brackets)
    placed = tuple(Word(word.text, places[word.start], places[word.end - 1] + 1) for word in words(plain))
    found = _spelled_out(placed, text)
    if dropped and not found:
        return wording(text, brackets=True)
    return Wording(text, found, _gaps(text, found, dropped), bool(dropped))


def grams(texts: Sequence[str]) -> frozenset[str]:
    """The runs of four characters in words joined by spaces, with one before the first and behind the last."""
    joined = f" {' '.join(texts)} "
    return frozenset([joined[at : at + _GRAM] for at in range(len(joined) - _GRAM + 1)])


def wording_texts(text: str) -> tuple[str, ...]:
    """``wording(text).texts``, in half the time."""
    found = word_texts(text)
    if "[" in text or not _TAILS.isdisjoint(found):
        return wording(text).texts
    spelled: list[str] = []
    for word in found:
        parts = _parts(word)
        if parts is None:
            spelled.append(word)
        else:
            spelled += [part for part, _, _ in parts]
    return tuple(spelled)


def window(wide: Wording, other: Wording) -> Wording:
    """The run of at most ``MOST_WORDS`` words that holds most of the other's words; all of a shorter wording."""
    if len(wide) <= MOST_WORDS:
        return wide
    wanted = other.counts
    held = [weight if each in wanted else 0.0 for each, weight in zip(wide.stems, wide.weights, strict=True)]
    total = best = sum(held[:MOST_WORDS])
    at = 0
    for end in range(MOST_WORDS, len(held)):
        total += held[end] - held[end - MOST_WORDS]
        if total > best + 1e-9:
            best, at = total, end - MOST_WORDS + 1
    return wide.part(at, at + MOST_WORDS)


def _without_brackets(text: str, keep: bool) -> tuple[str, list[int], tuple[int, ...]]:
    """The text without its brackets, the place of each character left, and the places where words were dropped."""
    kept: list[str] = []
    places: list[int] = []
    dropped: list[int] = []

    def take(start: int, end: int) -> None:
        kept.append(text[start:end])
        places.extend(range(start, end))

    at = 0
    for match in _BRACKETED.finditer(text):
        take(at, match.start())
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if match[1].isalpha() and (before.isalpha() or after.isalpha()):
            take(match.start(1), match.end(1))
        elif keep or _reverses_sense(match[1]):
            take(match.start(), match.end())
        else:
            kept.append(" ")
            places.append(match.start())
            if words(match[1]):
                dropped.append(match.start())
        at = match.end()
    take(at, len(text))
    return "".join(kept), places, tuple(dropped)


def _reverses_sense(inside: str) -> bool:
    """Whether a bracket holds a "not" and hardly more, so that leaving it out would reverse the sense."""
    found = word_texts(inside)
    return 0 < len(found) <= FEW_IN_BRACKETS and not NEGATION.negators.isdisjoint(
        part for word in found for part, _, _ in (_parts(word) or ((word, 0, 0),))
    )


def _gaps(text: str, found: tuple[Word, ...], dropped: tuple[int, ...]) -> frozenset[int]:
    said = [match.start() for match in _ELLIPSIS.finditer(text)] if "…" in text or ".." in text or ". ." in text else []
    if not said and not dropped:
        return frozenset()
    starts = [word.start for word in found]
    return frozenset(bisect_left(starts, place) for place in (*said, *dropped))


def _spelled_out(found: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    spelled: list[Word] = []
    for word in _closed_up(found, text):
        parts = _parts(word.text)
        if parts is None:
            spelled.append(word)
        else:
            # The parts have their own characters, if folding kept the number of characters.
            same = word.end - word.start == len(word.text)
            for text, start, end in parts:
                spelled.append(
                    Word(text, word.start + start, word.start + end) if same else Word(text, word.start, word.end)
                )
    return tuple(spelled)


def _closed_up(found: tuple[Word, ...], text: str) -> Iterable[Word]:
    """The words with contractions rejoined that were printed with a space: "don' t", "doesn 't"."""
    if not any(word.text in _TAILS for word in found):
        return found
    closed: list[Word] = []
    for word in found:
        before = closed[-1] if closed else None
        if before is not None and word.text in _TAILS and _is_apostrophe(text[before.end : word.start]):
            whole = f"{before.text}'{word.text}"
            if _parts(whole) is not None:
                closed[-1] = Word(whole, before.start, word.end)
                continue
        closed.append(word)
    return closed


def _is_apostrophe(between: str) -> bool:
    return len(between) == len("' ") and fold(between).strip() == "'"


_ENDINGS = {short: long for short, long in MEANINGS.endings.items() if short not in ENDINGS.contracted_is}
_TAILS = frozenset(ending.rpartition("'")[2] for ending in _ENDINGS)


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[tuple[str, int, int], ...] | None:
    """The words that a folded word stands for, each with its characters in it; None for itself."""
    if word[0].isdigit():
        return ((word.replace(",", ""), 0, len(word)),) if "," in word else None
    full = MEANINGS.contractions.get(word)
    if full is not None:
        short = len(word) - word.find("'") if "'" in word else 2
        tail = 3 if word.endswith((*ENDINGS.negations, *NEGATION.verb_negators)) else short
        middle = max(1, len(word) - tail)
        return ((full[0], 0, middle), *((each, middle, len(word)) for each in full[1:]))
    if "'" not in word:
        return None
    for ending, long in _ENDINGS.items():
        head = word.removesuffix(ending)
        if head and head != word:
            first = _parts(head) or ((head, 0, len(head)),)
            return (*first, (long, len(head), len(word)))
    for ending in ENDINGS.contracted_is:
        head = word.removesuffix(ending)
        if head != word and head in GRAMMAR.contracted_is:
            return (head, 0, len(head)), (MEANINGS.endings[ending], len(head), len(word))
    return None
