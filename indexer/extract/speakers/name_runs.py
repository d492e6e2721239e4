"""Where names can stand: runs of words with capitals, without what only begins a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.document import Token
from indexer.english import ENDINGS, GIVEN_NAMES, GRAMMAR, NAME_PARTS, NOUN_PHRASES, ORGANISATIONS, ROLES, TIME

_COMMON = NOUN_PHRASES.openers | NOUN_PHRASES.ends
_INNER = NOUN_PHRASES.name_prepositions - NOUN_PHRASES.organisation_prepositions
_OPENERS_AND_NAMES = NOUN_PHRASES.openers & GIVEN_NAMES.names
BLANKS = (" ", "\xa0", "\n")
NICKNAME = (' "', " “", ' ("', " (“")


def runs(words: Sequence[Token]) -> Iterator[tuple[int, int, bool]]:
    """The first and last word of each run, and whether it stands in a headline, where capitals tell little.

    Args:
        words: all of the article's words in order.
    """
    small = frozenset(word.low for word in words if word.text.islower())
    headlines, inner = _headlines(words), _inner_pairs(words)
    position = 0
    while position < len(words):
        if not _begins(words, position):
            position += 1
            continue
        last = _run(words, position)
        headline = words[position].sentence in headlines
        if headline:
            last = _run_in_headline(words, position, last, small)
        first = _without_opener(words, position, last, small, inner)
        if first <= last:
            yield first, last, headline
        position = last + 1


def _headlines(words: Sequence[Token]) -> frozenset[int]:
    """The sentences of five words and more in which only small words lack a capital, so that capitals tell little."""
    size: dict[int, int] = {}
    capitals: dict[int, int] = {}
    plain: set[int] = set()
    for word in words:
        sentence = word.sentence
        size[sentence] = size.get(sentence, 0) + 1
        if word.text[0].isupper():
            capitals[sentence] = capitals.get(sentence, 0) + 1
        elif word.low not in _COMMON and word.text.islower():
            plain.add(sentence)
    return frozenset(s for s, count in size.items() if count >= 5 and s not in plain and 2 * capitals.get(s, 0) > count)


def _run_in_headline(words: Sequence[Token], first: int, last: int, small: frozenset[str]) -> int:
    """The last word of the run before one that is in small letters elsewhere, or begins no name."""
    for k in range(first + 1, last + 1):
        if words[k].low in small or words[k].low in _COMMON:
            return k - 1
    return last


def _begins(words: Sequence[Token], i: int) -> bool:
    if words[i].capital:
        return True
    return (
        words[i].low in NAME_PARTS.particles
        and i + 1 < len(words)
        and words[i + 1].text[0].isupper()
        and words[i + 1].gap == " "
        and not words[i].owner
    )


def _run(words: Sequence[Token], i: int) -> int:
    """The number of the last word of the run of capitals that begins at ``i``."""
    particles, suffixes = NAME_PARTS.particles, NAME_PARTS.suffixes
    start, size = i, len(words)
    while i + 1 < size and not words[i].owner:
        following = words[i + 1]
        if following.sentence != words[i].sentence:
            break
        gap = following.gap
        if gap in BLANKS:
            if i > start and words[i - 1].text.isupper() and _changes_case(words[i].text, following.text):
                break
            if following.text[0].isupper() or (following.capital and not following.text[0].isdigit()):
                i += 1
                continue
            after = words[i + 2] if i + 2 < size else None
            if after is None or after.gap not in BLANKS:
                break
            if (
                following.low in particles
                and (after.text[0].isupper() or after.low in particles)
                and not following.owner
            ):
                i += 1
                continue
            if following.low in NOUN_PHRASES.connectors and _connects(words, start, i):
                i += 1 if after.text[0].isupper() else 2
                continue
            break
        if gap in (", ", ",") and following.low in suffixes and following.text[0].isupper():
            i += 1
            continue
        if (
            gap in NICKNAME
            and following.text[0].isupper()
            and i + 2 < size
            and words[i + 2].text[0].isupper()
            and words[i + 2].gap[:1] in '"”'
            and words[i + 2].gap[-1:] == " "
            and len(words[i + 2].gap) <= 3
        ):
            i += 2
            continue
        break
    return i


def _changes_case(one: str, other: str) -> bool:
    """Whether capitals throughout end between two words, as after a headline in capitals: "BELL RESIGNS After"."""
    return one.isalpha() and len(one) > 4 and len(other) > 3 and one.isupper() != other.isupper()


def _connects(words: Sequence[Token], start: int, i: int) -> bool:
    """Whether the small word after ``i`` goes on with a name: "Department of Justice", "Secretary of State"."""
    small = words[i + 1].low
    beyond = i + 2
    if small in NOUN_PHRASES.name_prepositions:
        heads = any(words[i].low in known for known in (ORGANISATIONS.words, ROLES.titles, ROLES.roles))
        if small in NOUN_PHRASES.organisation_prepositions and words[i].low not in ORGANISATIONS.words:
            return False
        if words[beyond].low in GRAMMAR.definite_articles:
            beyond += 1
        return (
            heads
            and beyond < len(words)
            and words[beyond].text[0].isupper()
            and words[beyond].gap in BLANKS
            and words[beyond].low not in TIME.weekdays
        )
    if small in GRAMMAR.definite_articles:
        return False
    if not words[beyond].text[0].isupper():
        return False
    inner = any(words[k].low in _INNER for k in range(start, i))
    if inner and any(words[k].low in ORGANISATIONS.words for k in range(start, i + 1)):
        return words[beyond].low not in GIVEN_NAMES.names
    # "the Securities and Exchange Commission": one word, and a name of an organisation that ends soon after.
    if (
        i != start
        or start == 0
        or words[start - 1].low not in NOUN_PHRASES.before_institutions
        or words[i].low in GIVEN_NAMES.names
    ):
        return False
    end = beyond
    while end + 1 < len(words) and words[end + 1].gap == " " and words[end + 1].text[0].isupper() and end < beyond + 2:
        end += 1
    return end > beyond and words[end].low in ORGANISATIONS.words


def _inner_pairs(words: Sequence[Token]) -> frozenset[tuple[str, str]]:
    """Openers that are given names too, each with the word after it, inside sentences: "Will Bell", "April Bell"."""
    return frozenset(
        (word.low, words[k + 1].low)
        for k, word in enumerate(words[:-1])
        if word.low in _OPENERS_AND_NAMES and not word.opens and word.text[0].isupper()
    )


def _without_opener(
    words: Sequence[Token], first: int, last: int, small: frozenset[str], inner: frozenset[tuple[str, str]]
) -> int:
    openers, given = NOUN_PHRASES.openers, GIVEN_NAMES.names
    while first <= last:
        word = words[first]
        named = word.low in given and first < last and (word.low, words[first + 1].low) in inner
        acronym = len(word.text) > 1 and word.text.isupper()
        known = word.low in given or word.low in ROLES.titles or word.low in ROLES.past
        opens = word.opens and word.low in small and not known
        if not (opens or _contracted(word.low) or (word.low in openers and not acronym and not named)):
            break
        first += 1
    return first


def _contracted(low: str) -> bool:
    """Whether a word is a contraction that begins a sentence: "Don't", "We'll"."""
    return low.endswith(ENDINGS.contractions)
