"""Candidates for names: runs of capitalised words, without words that are capitalised because they begin a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from indexer.document import Token, Tokens
from indexer.english import (
    ENDINGS,
    GIVEN_NAMES,
    GRAMMAR,
    NAME_PARTS,
    NOUN_PHRASES,
    ORGANISATIONS,
    PLURALS,
    ROLES,
    TIME,
    VERBS,
)

_COMMON = NOUN_PHRASES.openers | NOUN_PHRASES.ends
_INNER = NOUN_PHRASES.name_prepositions - NOUN_PHRASES.organisation_prepositions
_ROLES = ROLES.titles | ROLES.roles
BLANKS = (" ", "\xa0", "\n")
AMPERSAND = " & "
NICKNAME = (' "', " “", ' ("', " (“")


def runs(words: Tokens) -> Iterator[tuple[int, int, bool]]:
    """The first and last word of each run, and whether it is in a headline, where all words have capitals.

    Args:
        words: all of the article's words in order.
    """
    small = words.small
    headlines, inner = _headlines(words), _inner_pairs(words)
    position = 0
    for begin in [number for number, word in enumerate(words) if _may_begin(word)]:
        if begin < position or not _begins(words, begin):
            continue
        last = _run(words, begin)
        headline = words[begin].sentence in headlines
        if headline:
            last = _run_in_headline(words, begin, last, small)
        first = _without_opener(words, begin, last, small, inner)
        if first <= last:
            yield first, last, headline
        position = last + 1


def _headlines(words: Tokens) -> frozenset[int]:
    """The sentences that are headlines: five words or more, and only function words without a capital."""
    size = Counter([word.sentence for word in words])
    capitals = Counter([words[number].sentence for number in words.capitals])
    likely = {s for s, count in size.items() if count >= 5 and 2 * capitals[s] > count}
    if likely:
        likely -= {word.sentence for word in words if word.sentence in likely and _is_plain(word)}
    return frozenset(likely)


def _is_plain(word: Token) -> bool:
    """Whether a word would have a capital in a headline."""
    return word.text.islower() and (word.low not in _COMMON or word.low in VERBS.reporting)


def _run_in_headline(words: Tokens, first: int, last: int, small: frozenset[str]) -> int:
    """The last word of the run before a word that is in small letters elsewhere or is a function word."""
    for k in range(first + 1, last + 1):
        if words[k].low in small or words[k].low in _COMMON:
            return k - 1
    return last


def _may_begin(word: Token) -> bool:
    return word.text[0].isupper() or "-" in word.text or word.low in NAME_PARTS.particles


def _begins(words: Tokens, number: int) -> bool:
    if words[number].capital:
        return True
    particle = words[number].low in NAME_PARTS.particles and not words[number].owner
    return particle and words.at(number + 1).is_capital and words[number + 1].gap == " "


def _run(words: Tokens, first: int) -> int:
    """The number of the last word of the run of capitals that begins at ``first``."""
    last = first
    while step := _step(words, first, last):
        last += step
    return last


def _step(words: Tokens, first: int, last: int) -> int:
    """By how many words a run of capitals continues after the word ``last``; 0 if it ends there."""
    word, following, after = words[last], words.at(last + 1), words.at(last + 2)
    if following.sentence != word.sentence or (word.owner and not _owns_body(word, following)):
        return 0
    if following.gap in (", ", ",") and following.is_capital:
        return int(following.low in NAME_PARTS.suffixes)
    if following.gap in NICKNAME and following.is_capital and after.is_capital:
        closes = after.gap[:1] in ('"', "”") and after.gap[-1:] == " " and len(after.gap) <= 3
        return 2 if closes else 0
    if following.gap == AMPERSAND and following.is_capital:
        return 1
    if following.gap not in BLANKS:
        return 0
    if last > first and words[last - 1].text.isupper() and _changes_case(word.text, following.text):
        return 0
    if following.is_capital or (following.capital and not following.text[0].isdigit()):
        return 1
    if after.gap not in BLANKS:
        return 0
    if following.low in NAME_PARTS.particles and (after.is_capital or after.low in NAME_PARTS.particles):
        return int(not following.owner)
    if following.low in NOUN_PHRASES.connectors and _connects(words, first, last):
        return 1 if after.is_capital else 2
    return 0


def _owns_body(word: Token, following: Token) -> bool:
    """Whether people in the plural own a body that is named after them: "the Marrow Farmers’ Union"."""
    many = not ROLES.roles.isdisjoint(PLURALS.singulars(word.low))
    return many and following.low in ORGANISATIONS.words and following.is_capital


def _changes_case(one: str, other: str) -> bool:
    """Whether one of two words is all in capitals, as at the end of a headline: "BELL RESIGNS After"."""
    return one.isalpha() and len(one) > 4 and len(other) > 3 and one.isupper() != other.isupper()


def _connects(words: Tokens, start: int, i: int) -> bool:
    """Whether the small word after ``i`` continues a name: "Department of Justice", "Secretary of State"."""
    word, small, beyond = words[i], words[i + 1].low, i + 2
    organisation = word.low in ORGANISATIONS.words
    if small in NOUN_PHRASES.name_prepositions:
        if words[beyond].low in GRAMMAR.definite_articles:
            beyond += 1
        role = word.low in _ROLES and small not in NOUN_PHRASES.organisation_prepositions
        named = words.at(beyond).is_capital and words[beyond].gap in BLANKS
        return (organisation or role) and named and words[beyond].low not in TIME.weekdays
    if small in GRAMMAR.definite_articles or not words[beyond].is_capital:
        return False
    inner = any(words[k].low in _INNER for k in range(start, i))
    if inner and any(words[k].low in ORGANISATIONS.words for k in range(start, i + 1)):
        return words[beyond].low not in GIVEN_NAMES.names
    # "the Securities and Exchange Commission": one word, and a name of an organisation that ends soon after.
    if any(words[k].low in GIVEN_NAMES.names for k in range(start, i + 1)):
        return False
    # … or two behind a place: "Varg Fire and Rescue Service".
    institution = i == start and words.at(start - 1).low in NOUN_PHRASES.before_institutions
    if not institution and (i != start + 1 or words[beyond].low in GIVEN_NAMES.names):
        return False
    end = beyond
    while words.at(end + 1).gap == " " and words[end + 1].is_capital and end < beyond + 2:
        end += 1
    return end > beyond and words[end].low in ORGANISATIONS.words


def _inner_pairs(words: Tokens) -> frozenset[tuple[str, str]]:
    """Openers that are given names, each with the next word, inside sentences: "Will Bell", "said Do Minh"."""
    return frozenset(
        (words[k].low, words[k + 1].low)
        for k in words.capitals
        if (word := words[k]).low in NOUN_PHRASES.openers
        and not word.opens
        and k + 1 < len(words)
        and (word.low in GIVEN_NAMES.names or (words[k - 1].low in VERBS.reporting and words[k - 1].text.islower()))
    )


def _without_opener(
    words: Tokens, first: int, last: int, small: frozenset[str], inner: frozenset[tuple[str, str]]
) -> int:
    while first <= last:
        word, given = words[first], words[first].low in GIVEN_NAMES.names
        named = first < last and (word.low, words[first + 1].low) in inner
        acronym = len(word.text) > 1 and word.text.isupper() and word.low not in GRAMMAR.definite_articles
        opener = word.low in NOUN_PHRASES.openers and not acronym and not named
        known = given or word.low in ROLES.titles or word.low in ROLES.past
        opens = word.opens and word.low in small and not known
        if not (opens or opener or word.low.endswith(ENDINGS.contractions)):
            break
        first += 1
    return first
