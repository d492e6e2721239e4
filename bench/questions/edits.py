"""What printing does to a quote, done by code: each edit takes words and gives words, by a seeded chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

Edit = Callable[[Sequence[str], Sequence[str], random.Random], list[str] | None]
"""Words as printed, other words to put in, chance; None where the quote is too short for the edit."""

FRAGMENT = 6
LOOKS_LIKE = {"l": "1", "o": "0", "e": "c", "m": "rn", "i": "l", "h": "b", "s": "5", "u": "n"}
SPELLED = {
    "don't": "do not", "can't": "cannot", "it's": "it is", "we're": "we are", "won't": "will not", "i'm": "I am",
    "do not": "don't", "it is": "it's", "we are": "we're", "will not": "won't", "I am": "I'm", "that is": "that's",
}  # fmt: skip


def head(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """The first words, the rest cut off."""
    return list(words[: chance.randint(FRAGMENT, len(words) - 1)]) if len(words) > FRAGMENT else None


def tail(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """The last words."""
    return list(words[-chance.randint(FRAGMENT, len(words) - 1) :]) if len(words) > FRAGMENT else None


def middle(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """Head … tail."""
    if len(words) < 10:
        return None
    lost = chance.randint(2, len(words) - 2 * 4)
    at = chance.randint(4, len(words) - lost - 4)
    return [*words[:at], chance.choice(["…", "...", ". . ."]), *words[at + lost :]]


def fragment(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """Six words, or some more, out of the middle."""
    if len(words) <= FRAGMENT + 1:
        return None
    size = chance.randint(FRAGMENT, min(len(words) - 1, FRAGMENT + 4))
    at = chance.randint(0, len(words) - size)
    return list(words[at : at + size])


def longer(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """The quote inside a passage of other words."""
    before, after = (chance.choices(others, k=chance.randint(3, 20)) for _ in range(2))
    return [*before, *words, *after]


def changed(share: float) -> Edit:
    """So many of the words changed for others, lost, or joined by others, at least one; by 0: one."""

    def edit(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
        count = max(1, round(share * len(words)))
        places = set(chance.sample(range(len(words)), min(count, len(words))))
        result = []
        for number, word in enumerate(words):
            if number not in places:
                result.append(word)
                continue
            how = chance.random()
            if how < 0.7:
                result.append(chance.choice(others))
            elif how < 0.85:
                result += [word, chance.choice(others)]
        return result

    return edit


def order(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """Two clauses, or two groups of words, change places."""
    if len(words) < FRAGMENT:
        return None
    first, second, third = sorted(chance.sample(range(len(words) + 1), 3))
    return [*words[:first], *words[second:third], *words[first:second], *words[third:]]


def ocr(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """Letters misread, spaces lost and put in: 3 to 8 of a hundred letters."""
    noise = chance.uniform(0.03, 0.08)
    result = []
    for letter in " ".join(words):
        if chance.random() >= noise:
            result.append(letter)
        elif letter != " ":
            result.append(LOOKS_LIKE.get(letter.lower(), letter + " " if chance.random() < 0.2 else ""))
    return "".join(result).split()


def contractions(words: Sequence[str], others: Sequence[str], chance: random.Random) -> list[str] | None:
    """Short forms spelled out, and the other way about."""
    text = " ".join(words).replace("’", "'")
    for short, long in SPELLED.items():
        if f" {short} " in f" {text} ":
            return f" {text} ".replace(f" {short} ", f" {long} ").split()
    return None


EDITS: dict[str, Edit] = {
    "head": head,
    "tail": tail,
    "head … tail": middle,
    "fragment": fragment,
    "longer": longer,
    "one word changed": changed(0),
    "20 % changed": changed(0.2),
    "40 % changed": changed(0.4),
    "order": order,
    "OCR": ocr,
    "contractions": contractions,
}
