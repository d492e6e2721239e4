"""The names in a statement of authors: one by one, without what stands around them in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

from indexer.english import GIVEN_NAMES, GRAMMAR, PAGE_LINES, PLACES, ROLES
from indexer.languages.table import WordClasses
from indexer.text import alternation, fold


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


BYLINES = WordClasses(files(__package__) / "byline_words.tsv", "words")
_NOBODY, _STOPS = _folded(BYLINES.nobody | BYLINES.openers), _folded(BYLINES.stops)
_BODIES, _WRITERS = _folded(BYLINES.bodies), _folded(BYLINES.roles)
_ROLES = (ROLES.roles - ROLES.given) | _WRITERS

LONGEST = 60
"""Characters of one author's name."""

MOST_WORDS = 6
"""Words of one author's name."""

LONGEST_PART = 300
"""Characters of a name with what stands around it; longer ones are running text."""

MOST_NAMES = 60
"""Names in one place that are looked at for those that are part of others."""

_ADDRESS = re.compile(r"https?://|www\.|^[\w.\-]+\.(?:com|org|net|de|fr|uk)\b", re.IGNORECASE)
_MAIL = re.compile(r"(?<!\S)[^\s@]++@(?=[^\s,;|/]*\.\w)[^\s,;|/]++|@\w+")
_DATE = re.compile(r"\d{2,}|\d[./]\d|^\d")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,100}[)\]]")
_AROUND = " .,;:|–—-•·\"'»«"


def split_names(text: str, excluded: frozenset[str] = frozenset(), *, handles: bool = False) -> Iterator[str]:
    """The names in one statement of authors ("By Ana Silva, Political Correspondent, and Jon Berg").

    Args:
        excluded: folded names of the site, which is no author.
        handles: whether names with figures count ("keeper21"), as of an element that holds nothing but an author.
    """
    text = _BRACKETS.sub("", " ".join(_MAIL.sub(" ", text).split()))
    if _ADDRESS.search(text):
        return
    text = _opener().sub("", text.strip(_AROUND))
    for place, part in enumerate(_gap().split(text)):
        if len(part) > LONGEST_PART or _pictures().match(part) or fold(part.strip(_AROUND)) in PLACES.names:
            continue
        name = _trimmed(_opener().sub("", part.strip(_AROUND)), excluded, behind=place > 0)
        if _is_name(name, handles=handles) and fold(name) not in _NOBODY and _is_writer(name, excluded):
            yield name


def _is_writer(name: str, excluded: frozenset[str]) -> bool:
    """Whether a name is not the site's; a site can be called after the person who writes it."""
    words = fold(name).split()
    if len(words) > 1 and words[-1] in _BODIES and " ".join(words[:-1]) in excluded:
        return False
    return fold(name) not in excluded or (len(words) > 1 and words[0] in GIVEN_NAMES.names)


def fullest(names: Iterable[str]) -> Iterator[str]:
    """The names without those that are part of another one ("Silva", "AS" beside "Ana Silva")."""
    names = tuple(dict.fromkeys(islice(names, MOST_NAMES)))
    initials = {"".join(word[0] for word in fold(name).split()) for name in names if " " in name}
    for name in names:
        if not any(name != other and f" {fold(name)} " in f" {fold(other)} " for other in names) and (
            fold(name) not in initials
        ):
            yield name


def begins_byline(text: str) -> bool:
    """Whether a line begins as a byline does: "By ", "Von ", "Text: "."""
    return _opener().match(text.strip(_AROUND)) is not None


def _trimmed(name: str, excluded: frozenset[str], *, behind: bool) -> str:
    """A name without what follows it: a label, a role, the site.

    Args:
        behind: whether it stands behind another name.
    """
    words = name.split()
    for place in range(1, len(words)):
        if any(_key(words[place:end]) in _STOPS for end in (place + 1, place + 2, place + 3)):
            words = words[:place]
            break
    while len(words) > 2 and _key(words[-1:]) in _ROLES:
        words = words[:-1]
    for count in range(len(words) - 1, 0, -1):
        if _key(words[-count:]) in excluded:
            words = words[:-count]
            break
    if len(words) == 1 and _key(words) in _ROLES:
        return ""
    if behind and words and _key(words[-1:]) in _WRITERS and fold(words[0]) not in GIVEN_NAMES.names:
        return ""  # "Harbour Correspondent"
    return " ".join(words).strip(_AROUND)


def _key(words: list[str]) -> str:
    """Words as they are looked up."""
    return fold(" ".join(words)).strip(".,:;")


def _is_name(text: str, *, handles: bool) -> bool:
    """Whether a text can be a name: short, with letters and, but for handles, without figures."""
    if not text or len(text) > LONGEST or not any(each.isalpha() for each in text):
        return False
    if not handles and _DATE.search(text):
        return False
    return len(text.split()) <= MOST_WORDS and (len(text) > 1 or not text.isascii())


@cache
def _gap() -> re.Pattern[str]:
    """What stands between two names."""
    joiners = BYLINES.joiners | GRAMMAR.additive
    return re.compile(rf"\s*[;,|/•]\s*|\s+(?:{alternation(joiners)})\s+", re.IGNORECASE)


@cache
def _pictures() -> re.Pattern[str]:
    """How a statement of who made the pictures begins."""
    return re.compile(
        rf"\W*(?:{alternation(BYLINES.pictures)})(?:\s*:|\s+(?:{alternation(BYLINES.openers)})\s)", re.IGNORECASE
    )


@cache
def _opener() -> re.Pattern[str]:
    """How a byline begins."""
    openers = BYLINES.openers | frozenset(each.rstrip(":") for each in PAGE_LINES.bylines)
    return re.compile(rf"^(?:(?:{alternation(openers)})(?:\s*[:：/／]\s*|\s+(?=\S)))+", re.IGNORECASE)
