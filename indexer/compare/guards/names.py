"""Guards for another name: of a person, a place, a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

import regex

from indexer.compare import idf
from indexer.compare.align import Pair
from indexer.compare.breaks import begins_sentence
from indexer.compare.capitals import capitalised
from indexer.compare.guards.differences import Difference, guard
from indexer.compare.guards.exchanges import exchange_guards
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.english import ENDINGS, GIVEN_NAMES, GRAMMAR, PEOPLES, PLACES, ROLES, TIME
from indexer.languages import ENGLISH
from indexer.languages.commonest import commonest_words
from indexer.spelling import letters_in_order, looks_like, sound
from indexer.text import stem, without_possessive, word_texts

MOST_NAME_WORDS = 6
"""Words of a name that are compared, so that the work is bounded."""

SHORTEST_UNSEEN = 4
"""Letters of a word unknown to the table of weights from which on it is a name where it begins a text."""

UNNAMED_SHARE = 0.7
"""Share of words with capitals beyond which capitals mark no names: a headline, a shout."""

LONG, MISPRINTED = 6, 0.9
"""Two known words of so many letters and more may be one name misprinted where so many letters stand in order in both:
Hegseth, Hegeth."""

MISREAD = 0.7
"""The same share for a known word and one never seen: Cruz, Crnz."""

GIVEN_NAMES_ALIKE, SOUNDS_ALIKE = 0.8, 0.6
"""The same for two known given names (Jon and John, not Howard and Harold), and for words that sound alike (Gaddafi and
Qaddafi, not John and Jane)."""

SHORTEST_BEGINNING = 4
"""Letters of a name that another may begin with and be the same, run together with the next word."""

_INITIALS = regex.compile(r"\p{Lu}(?:\.\s?|\s|\Z)(?:\p{Lu}(?:\.\s?|\s|\Z))*")

SPELLED_ONE_WAY = (PLACES.names, PEOPLES.nations)
"""Names that one other letter makes another name: Iran and Iraq, Austrian and Australian."""


def name_guards(query: Wording, stored: Wording, differences: Sequence[Difference]) -> Iterator[Guard]:
    """The guards for names that differ in the same place, or have changed places.

    Capitals tell names. If one side has capitals everywhere, the other's names are compared with the words in their
    place that can be names; if both have, no guard is raised.
    """
    marked, others_marked = not _marks_no_names(query), not _marks_no_names(stored)
    known = _inside(query) | _inside(stored)
    for difference in differences:
        i, end_i, j, end_j = difference
        of_query = _named(query, i, end_i, known) if marked else []
        of_stored = _named(stored, j, end_j, known) if others_marked else []
        if marked and not others_marked:
            of_stored = _instead(stored, j, end_j, of_query, end_i - i)
        elif others_marked and not marked:
            of_query = _instead(query, i, end_i, of_stored, end_j - j)
        alone = [name for name in of_query if not any(_may_be_one(query, name, stored, other) for other in of_stored)]
        others = [name for name in of_stored if not any(_may_be_one(stored, name, query, other) for other in of_query)]
        for name, other in zip(alone, others, strict=False):
            if not (_mentioned(query, name, stored) and _mentioned(stored, other, query) and _in_list(query, name)):
                yield guard(GuardKind.NAME, query, name, stored, other)
    if marked and others_marked:
        every = _named(query, 0, len(query), known), _named(stored, 0, len(stored), known)
        yield from exchange_guards(query, every[0], stored, every[1], GuardKind.NAME)


def _instead(wording: Wording, start: int, end: int, found: Sequence[Pair], words: int) -> list[Pair]:
    """The words of a place without marked names that stand for one name which fills the ``words`` of the other side."""
    filled = len(found) == 1 and found[0][1] - found[0][0] == words
    if not filled or not 0 < end - start <= MOST_NAME_WORDS:
        return []
    return [(start, end)] if all(_can_be_name(wording, index) for index in range(start, end)) else []


def _can_be_name(wording: Wording, index: int) -> bool:
    text = wording.texts[index]
    return text.isalpha() and (text in _known_names() or wording.weights[index] >= idf.unseen())


@cache
def _known_names() -> frozenset[str]:
    """Words that are names whatever their letters; besides these, those that the table of weights has never seen."""
    printed = (*GIVEN_NAMES.names, *PLACES.names, *PLACES.states, *TIME.days_and_months)
    return frozenset(word for name in printed for word in word_texts(name)) - commonest_words()[ENGLISH]


def _marks_no_names(wording: Wording) -> bool:
    capitals = sum(_capital(wording, index) for index in range(len(wording)))
    return capitals > UNNAMED_SHARE * len(wording)


def _capital(wording: Wording, index: int) -> bool:
    return wording.text[wording.words[index].start].isupper()


def _inside(wording: Wording) -> set[str]:
    """The words that have a capital inside a sentence."""
    words = range(len(wording))
    return {wording.texts[at] for at in words if _capital(wording, at) and not begins_sentence(wording, at)}


def _named(wording: Wording, start: int, end: int, known: Collection[str]) -> list[Pair]:
    """The runs of capitalised words that are names: not "I", not a title, not what only begins a sentence.

    Args:
        known: words that are names at the beginning of a sentence, too, besides those that are names anywhere.
    """
    found: list[Pair] = []
    for index in range(start, end):
        text = wording.texts[index]
        if not _capital(wording, index) or text in _never_names() or any(map(str.isdigit, text)):
            continue
        if begins_sentence(wording, index) and not (text in known or _is_name_anywhere(wording, index)):
            continue
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _is_name_anywhere(wording: Wording, index: int) -> bool:
    """Whether a word that begins a sentence is a name; the first of a text also if it is in no table."""
    text, stem = wording.texts[index], wording.stems[index]
    if text in _known_names() or stem in capitalised():
        return True
    unseen = index == 0 and len(text) >= SHORTEST_UNSEEN and not idf.is_known(stem)
    return unseen and not text.endswith(ENDINGS.group_plurals)


@cache
def _never_names() -> frozenset[str]:
    return ROLES.honorifics | GRAMMAR.pronouns.keys()


def _mentioned(wording: Wording, name: Pair, other: Wording) -> bool:
    """Whether the other wording has a word of the name anywhere."""
    return not set(wording.stems[name[0] : name[1]]).isdisjoint(other.counts)


def _in_list(wording: Wording, name: Pair) -> bool:
    """Whether the name is one of a list, whose order makes no difference: "Lund and Moe", "in Oslo or in Kolvik"."""
    before = wording.texts[max(0, name[0] - 1) : name[0]]
    if not GRAMMAR.adpositions.isdisjoint(before):
        before = wording.texts[max(0, name[0] - 2) : name[0]]
    return not GRAMMAR.coordinators.isdisjoint(before + wording.texts[name[1] : name[1] + 1])


def _may_be_one(wording: Wording, name: Pair, other: Wording, other_name: Pair) -> bool:
    """Whether two names may be one: initials, a title for a given name, an alias, or another spelling."""
    if _are_titles(wording, name, other, other_name):
        return True
    if _are_initials(wording, name, other, other_name) or _are_initials(other, other_name, wording, name):
        return True
    left, right = wording.stems[name[0] : name[1]], other.stems[other_name[0] : other_name[1]]
    if left == ("".join(word[0] for word in right),) or right == ("".join(word[0] for word in left),):
        return True
    mine, theirs = _texts(wording, name), _texts(other, other_name)
    if " ".join(theirs) in PLACES.aliases.get(" ".join(mine), ()):
        return True
    return any(_may_be_spelled(one, other) for one in mine for other in theirs)


def _are_initials(wording: Wording, name: Pair, other: Wording, full: Pair) -> bool:
    """Whether a name is printed as the first letters of another: "F. D.", "F.D." of "Frida", "Frida Dorothea"."""
    printed = wording.text[wording.words[name[0]].start : wording.words[name[1] - 1].end + 1]
    if _INITIALS.fullmatch(printed) is None:
        return False
    letters = "".join(filter(str.isalpha, printed.lower()))
    firsts = "".join(text[0] for text in other.texts[full[0] : full[1]])
    return letters.startswith(firsts) or firsts.startswith(letters)


@lru_cache(maxsize=10_000)
def _may_be_spelled(one: str, other: str) -> bool:
    """Whether two words of wordings may be one name spelled or misprinted in two ways.

    What differs in its vowels alone ("Khamenei", "Khomeini") may be; two known words that differ in a consonant
    ("Hansen", "Jensen") may not.
    """
    shorter, longer = sorted((one, other), key=len)
    if any(one in names and other in names for names in SPELLED_ONE_WAY):
        return one == other
    if one in TIME.days_and_months and other in TIME.days_and_months:
        return longer.startswith(shorter)  # Tue and Tuesday, not Thursday
    if (len(shorter) >= SHORTEST_BEGINNING and longer.startswith(shorter)) or looks_like(one, other):
        return True
    if other in GIVEN_NAMES.nicknames.get(one, ()):
        return True
    alike = letters_in_order(one, other)
    if alike > SOUNDS_ALIKE and sound(one) == sound(other):
        return True
    if one in GIVEN_NAMES.names and other in GIVEN_NAMES.names:
        return alike >= GIVEN_NAMES_ALIKE
    if _is_known(one) is not _is_known(other):
        return alike >= MISREAD
    return alike >= MISPRINTED and one[0] == other[0] and len(shorter) >= LONG


def _is_known(word: str) -> bool:
    return any(word in names for names in (*SPELLED_ONE_WAY, GIVEN_NAMES.names)) or idf.is_known(stem(word))


def _are_titles(wording: Wording, name: Pair, other: Wording, other_name: Pair) -> bool:
    """Whether two names stand before the same name, and one of them is a title: "President Lund", "Ida Lund"."""
    behind = wording.texts[name[1] : name[1] + 1]
    if not behind or behind != other.texts[other_name[1] : other_name[1] + 1] or not _capital(wording, name[1]):
        return False
    titles = ROLES.titles
    return wording.texts[name[1] - 1] in titles or other.texts[other_name[1] - 1] in titles


def _texts(wording: Wording, name: Pair) -> Sequence[str]:
    return [without_possessive(text) for text in wording.texts[name[0] : name[1]][:MOST_NAME_WORDS]]
