"""Text analysis: the one place that folds, splits and stems words.

Stored search fields, queries and the comparison of wordings all use it, so both engines agree by construction. Raise
``ANALYSIS`` with any change to a folded word, a stem or a fingerprint: stores of another version then ask for
``onrecord rebuild``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import regex
import Stemmer

ANALYSIS = "6"

LONGEST_WORD = 64
"""Characters kept of a word. Engines cut longer tokens, each at a length of its own (255 in Elasticsearch)."""

_SAME = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4\u0060\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    "\u0131": "i",
    "\u00f8": "o",
    "\u0142": "l",
    "\u0111": "d",
}

# U+0300 to U+036F only: the marks of other scripts (Devanagari vowels, say) are letters to their readers.
_ACCENTS = regex.compile(r"[\u0300-\u036f]+")

# Soft hyphens, zero-width spaces, variation selectors: they do not split a word, and are dropped like accents.
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")

_WORD = regex.compile(
    r"""
      \p{L}\.(?:\p{L}\.)+(?=\W|$)                        # U.S.  N.A.T.O.
    | [\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]           # scripts that are written without spaces
    | \p{N}+(?:[.,:]\p{N}+)*                              # 2.5  1,000  11:33
      (?:[\p{L}\p{M}]+)?                                   # 21st  5bn
    | [\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*                    # war  covid19
      (?:'[\p{L}\p{M}\p{N}]+)*                             # don't  trump's
    """,
    regex.VERBOSE,
)

_ASCII_WORD = re.compile(
    r"[a-z]\.(?:[a-z]\.)+(?=\W|$)|[0-9]+(?:[.,:][0-9]+)*[a-z]*|[a-z_][a-z0-9_]*(?:'[a-z0-9]+)*", re.ASCII
)
"""The same as ``_WORD`` for folded text in ASCII, as nearly all of English is, in half the time."""


def _fold_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if _INVISIBLE.match(character):
        return "\u0300"
    bare = unicodedata.normalize("NFKD", character)
    base = "".join(c for c in bare if not "\u0300" <= c <= "\u036f")
    if len(base) == 1:
        lower = _SAME.get(base, base).lower()
        return _SAME.get(lower, lower) if len(lower) == 1 else lower[0]
    lower = character.lower()
    return lower if len(lower) == 1 else lower[0]


class _Folding(dict[int, str]):
    """A translation table that is filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain quotes, dashes and spaces.

    Every character becomes exactly one character, so offsets into the result are offsets into ``text``. Combining
    accents and invisible characters become U+0300, which ``words`` drops.
    """
    return text.lower().replace("`", "'") if text.isascii() else text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, never empty, and its character offsets in the text (end exclusive)."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The folded words of a text, in order.

    Hyphens, slashes and punctuation split words. An apostrophe inside a word and a point or comma inside a number do
    not. Dotted initials are one word without their points ("U.S." is "us").
    """
    return tuple(_words(fold(text)))


def word_texts(text: str) -> list[str]:
    """The texts of ``words(text)``, in half the time."""
    folded = fold(text)
    if folded.isascii():
        return [_compared(found) for found in _ASCII_WORD.findall(folded)]
    return [word for found in _WORD.findall(folded) if (word := _compared(found))]


def _words(folded: str) -> list[Word]:
    found = _ASCII_WORD.finditer(folded) if folded.isascii() else _WORD.finditer(folded)
    return [Word(word, match.start(), match.end()) for match in found if (word := _compared(match[0]))]


@lru_cache(maxsize=200_000)
def _compared(word: str) -> str:
    if "." in word and word[0].isalpha():
        word = word.replace(".", "")
    if not word.isascii():
        # A single character may stand for a phrase (U+FDFA); words contain no spaces.
        word = "".join(unicodedata.normalize("NFKC", _ACCENTS.sub("", word)).casefold().split())
        # Without its accents a part of the word may be empty: “Hamilton”, U+200B, ’s.
        word = "'".join(filter(None, word.split("'")))
    return word[:LONGEST_WORD]


def alternation(entries: Iterable[str], *, capitals: bool = False) -> str:
    """A pattern that matches any of the entries, the longest that fits.

    Args:
        capitals: also with a capital for the first letter, as at the beginning of a sentence.
    """
    known = set(entries)
    known |= {entry[:1].upper() + entry[1:] for entry in known} if capitals else set()
    return "|".join(map(regex.escape, sorted(known, key=lambda entry: (-len(entry), entry))))


_POSSESSIVE = {"en": "'s"}
"""What is dropped before stemming, by language."""


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    try:
        return Stemmer.Stemmer(language)
    except KeyError:
        return None


def without_possessive(word: str, language: str = "en") -> str:
    """A folded word without the ending that makes it an owner, where its language has one; never empty."""
    return word.removesuffix(_POSSESSIVE.get(language, "")) or word


@lru_cache(maxsize=200_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of one folded word; never empty.

    English words lose a possessive 's and go through Snowball's English stemmer. Other languages use their Snowball
    stemmer, or the word itself where there is none.

    Args:
        language: ISO 639-1.
    """
    if "'" in word:
        word = without_possessive(word, language)
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    stemmed: str = stemmer.stemWord(word)
    return stemmed or word


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """The stem of each of ``words(text)``, in order."""
    return tuple(stem(word.text, language) for word in words(text))
