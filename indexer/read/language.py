"""The language of an article: as stated, unless its text clearly is in another; else as found, or none."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from indexer.languages import ENGLISH
from indexer.languages.commonest import commonest_words
from indexer.languages.table import rows

SAMPLE = 4000
"""Characters at the beginning of a text that are examined."""

NONE = "und"
"""The code of a text that is in no language that can be told (ISO 639-2): a few words, figures."""

FEWEST = 3
"""Words of a text whose language is looked for."""

SURE = 0.5
"""The least probability of a language that is found; short texts that were tried have 0.7 at least."""

CONTRADICTS = 0.98
"""The least probability at which a text is in another language than is stated."""

LONG_ENOUGH = 40
"""Words of a text that can contradict what is stated: a page in one language may quote a few of another."""

_CODE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z0-9_-]+)?", re.IGNORECASE)
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")
_ONE_CODE = {"nb": "no", "nn": "no"}
_KNOWN = (
    ("af", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi"),
    ("fr", "ga", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "ko", "lt", "lv", "mk", "ms", "nb"),
    (
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "sw",
        "ta",
        "th",
        "tr",
        "uk",
        "ur",
        "vi",
        "zh",
    ),
)
"""The languages that are told apart; the model knows more, which news hardly ever has."""

_LEAD = 2.0
_SHARE = 0.15


def language_of(text: str, *stated: str | None) -> str:
    """The ISO 639-1 code of a text's language, or ``und`` if none can be told.

    The first valid code that is stated ("en-GB" is "en"), unless the text is long and clearly in another language. Else
    the language in whose script most letters are, or that its words show.
    """
    for code in stated:
        if code and (match := _CODE.fullmatch(code.strip())):
            return _contradicting(text[:SAMPLE], match[1].lower()) or match[1].lower()
    return _found(text[:SAMPLE])[0]


def _contradicting(sample: str, stated: str) -> str | None:
    """The other language that a text is in, if that is clear."""
    if len(_LETTERS.findall(sample)) < LONG_ENOUGH:
        return None
    found, sure = _found(sample)
    return found if found not in (stated, NONE) and sure >= CONTRADICTS else None


def _found(sample: str) -> tuple[str, float]:
    """The language that a text shows, and how sure that is."""
    if (by_script := _by_script(sample)) is not None:
        return by_script, 1.0
    words = [word.casefold() for word in _LETTERS.findall(sample)]
    if _is_plainly_english(words):
        return ENGLISH, 1.0
    if len(words) < FEWEST:
        return NONE, 0.0
    code, sure = _identifier().classify(sample)
    if sure < SURE:
        return (ENGLISH, 0.0) if any(word in commonest_words()[ENGLISH] for word in words) else (NONE, 0.0)
    return _ONE_CODE.get(code, code), float(sure)


def _is_plainly_english(words: list[str]) -> bool:
    """Whether the commonest words of English, and of no other language, are among these: most texts need no model."""
    counts = {code: sum(word in common for word in words) for code, common in commonest_words().items()}
    others = max((count for code, count in counts.items() if code != ENGLISH), default=0)
    return counts[ENGLISH] >= max(1, _SHARE * len(words)) and counts[ENGLISH] >= _LEAD * others


@cache
def _identifier() -> Any:
    # Imported here: its model takes a second to load, which English texts need not wait for.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages({code for line in _KNOWN for code in line} & set(identifier.labels))
    return identifier


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
