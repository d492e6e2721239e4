"""The language of an article: as stated, else another language that the text clearly shows, else English."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files

import regex

from indexer.languages import ENGLISH
from indexer.languages.commonest import commonest_words
from indexer.languages.table import rows

SAMPLE = 4000
"""Characters at the beginning of a text that are examined."""

_CODE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z0-9_-]+)?", re.IGNORECASE)
_LETTERS = regex.compile(r"\p{L}+")
_FEWEST = 8
_SHARE = 0.12
_LEAD = 2.0


def language_of(text: str, *stated: str | None) -> str:
    """The ISO 639-1 code of a text's language.

    The first valid code that is stated ("en-GB" is "en"). Else the language that the text clearly shows: most letters
    are in its script, or at least 8 words are among its commonest, which are 12 % of all words and twice as many as
    the common English ones. Else ``en``.
    """
    for code in stated:
        if code and (match := _CODE.fullmatch(code.strip())):
            return match[1].lower()
    return _found(text[:SAMPLE]) or ENGLISH


def _found(sample: str) -> str | None:
    if (by_script := _by_script(sample)) is not None:
        return by_script
    words = [word.casefold() for word in _LETTERS.findall(sample)]
    counts = {code: sum(word in common for word in words) for code, common in commonest_words().items()}
    best = max(counts, key=lambda code: counts[code])
    enough = counts[best] >= max(_FEWEST, _SHARE * len(words))
    return best if enough and counts[best] >= _LEAD * counts[ENGLISH] else None


def _by_script(sample: str) -> str | None:
    letters = "".join(_LETTERS.findall(sample))
    counts = Counter(dict.fromkeys(_scripts(), 0))
    for code, pattern in _scripts().items():
        counts[code] = len(pattern.findall(letters))
    # Japanese is mostly Han characters: any share of kana tells it from Chinese.
    if counts["ja"] > 0.1 * len(letters):
        return "ja"
    code, count = counts.most_common(1)[0]
    return code if count > 0.5 * len(letters) else None


@cache
def _scripts() -> dict[str, regex.Pattern[str]]:
    names: dict[str, list[str]] = {}
    for line in rows(files(__package__) / "scripts.tsv", "script", "language"):
        names.setdefault(line.text("language"), []).append(rf"\p{{Script={line.text('script')}}}")
    return {code: regex.compile(f"[{''.join(scripts)}]") for code, scripts in names.items()}
