"""Other words: spun by tables of synonyms, misspelt, misread by a scanner, without accents, in other letter case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from random import Random

from bench.questions.edits import LOOKS_LIKE
from indexer.english import GRAMMAR, MEANINGS
from indexer.text import alternation
from training.tagger.made.annotated import Annotated, Edit, edited
from training.tagger.made.tables import column_pairs

SPUN, SPUN_PHRASES, MISSPELT, DROPPED = 0.5, 0.7, 0.06, 0.15
"""The shares of words that are changed: of those with synonyms, of those with phrases put for them by machines, of all,
of articles."""
MISREAD = (0.005, 0.04)
"""The share of letters that are misread, at least and at most."""
IN_CAPITALS = 0.3

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("", "s", "ed", "d", "ing")


def spun(given: Annotated, random: Random) -> Annotated:
    """The article with synonyms, as a rewriting program puts them: without a look at the sense."""
    return edited(given, _spun(given.text, random))


def _spun(text: str, random: Random) -> Iterator[Edit]:
    put = column_pairs("spun.tsv")
    for match in _any_of(put).finditer(text):
        if random.random() < SPUN_PHRASES:
            yield Edit(match.start(), match.end(), random.choice(put[match[0]]))
    for match in _WORD.finditer(text):
        others = _others(match[0])
        if others and random.random() < SPUN:
            yield Edit(match.start(), match.end(), random.choice(others))


@cache
def _others(word: str) -> tuple[str, ...]:
    """The words that a table of synonyms has for a word in small letters, with its ending."""
    if not word.islower():
        return ()
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if word.endswith(ending) and base in _synonyms():
            return tuple(_ended(other, ending) for other in _synonyms()[base])
    return ()


def _ended(base: str, ending: str) -> str:
    if ending in ("ed", "d"):
        return base + ("d" if base.endswith("e") else "ed")
    return (base.removesuffix("e") if ending == "ing" else base) + ending


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in MEANINGS.synonyms:
        for word in each:
            found.setdefault(word, tuple(other for other in each if other != word))
    return found


def misspelt(given: Annotated, random: Random) -> Annotated:
    """The article with letters lost, doubled or exchanged."""
    edits = []
    for match in _WORD.finditer(given.text):
        word = match[0]
        if len(word) < 4 or random.random() > MISSPELT:
            continue
        at = random.randrange(1, len(word) - 1)
        new = random.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
        edits.append(Edit(match.start(), match.end(), new))
    return edited(given, edits)


def misread(given: Annotated, random: Random) -> Annotated:
    """The article as a scanner misreads letters."""
    share = random.uniform(*MISREAD)
    edits = (
        Edit(at, at + 1, LOOKS_LIKE[letter])
        for at, letter in enumerate(given.text)
        if letter in LOOKS_LIKE and random.random() < share * 2
    )
    return edited(given, edits)


def translated(given: Annotated, random: Random) -> Annotated:
    """The article as from a machine translation: articles lost, and reporting verbs that nobody would choose."""
    put = column_pairs("translated.tsv")
    edits = [Edit(m.start(), m.end(), random.choice(put[m[0]])) for m in _any_of(put).finditer(given.text)]
    articles = re.compile(rf"{_any_of(GRAMMAR.articles).pattern} (?=\w)")
    edits += [Edit(m.start(), m.end(), "") for m in articles.finditer(given.text) if random.random() < DROPPED]
    return edited(given, edits)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of some phrases as whole words."""
    return re.compile(rf"\b(?:{alternation(phrases)})\b")


def plain(given: Annotated, random: Random) -> Annotated:
    """The article in plain letters: without accents, with straight marks and hyphens for dashes; or all in one case."""
    edits = []
    for at, letter in enumerate(given.text):
        new = _PLAIN.get(letter) or unicodedata.normalize("NFD", letter)[0]
        if new != letter:
            edits.append(Edit(at, at + 1, new))
    made = edited(given, edits)
    chance = random.random()
    if chance > 2 * IN_CAPITALS:
        return made
    cased = made.text.upper() if chance < IN_CAPITALS else made.text.lower()
    return Annotated(made.id, cased, made.attributions, made.origin) if len(cased) == len(made.text) else made


_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "--", "–": "-", "…": "..."}
