"""Finds the names of persons, organisations and places in an article, with the titles that stand before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from indexer.extract.tokens import Token
from indexer.words import entries, lines


class Naming(Enum):
    """What a name is the name of, as far as its own words tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    OPEN = "open"


@dataclass(slots=True)
class Mention:
    """A name as printed in one place.

    Args:
        first, last: the numbers of its first and last word, the title left out.
        head: the number of the first word of the title, or ``first`` without one.
        words: as printed.
        low: the same folded.
        title: the folded words before the name: "us secretary of state".
        the: whether an article or a possessive stands directly before it.
    """

    first: int
    last: int
    head: int
    words: tuple[str, ...]
    low: tuple[str, ...]
    title: tuple[str, ...]
    naming: Naming
    the: bool

    @property
    def name(self) -> str:
        """The name in one line, its inner spaces single."""
        return " ".join(self.words)


_CONNECTORS = frozenset(["of", "for", "on", "and", "&", "the", "in"])
_BLANKS = (" ", "\xa0", "\n")
_NICKNAME = (' "', " “", ' ("', " (“")


@cache
def given_names() -> frozenset[str]:
    """All given names, folded."""
    return entries("given_names_male") | entries("given_names_female") | entries("given_names_either")


@cache
def titles() -> frozenset[str]:
    """All words that end a title before a name, folded."""
    return entries("name_titles")


def people_word(low: str, *, nations_only: bool = False) -> bool:
    """Whether a folded word is that of a nation, party or faith, in the singular or the plural."""
    single = low[:-1] if low[-1:] == "s" else low
    nations = entries("nationalities")
    if low in nations or single in nations:
        return True
    others = entries("parties_and_faiths")
    return not nations_only and (low in others or single in others)


@cache
def _places() -> frozenset[str]:
    return entries("places")


def mentions(words: Sequence[Token]) -> list[Mention]:
    """The names in the words of an article, in order.

    Args:
        words: all of the article's words in order.
    """
    small = frozenset(word.low for word in words if word.text.islower())
    headlines = _headlines(words)
    found: list[Mention] = []
    position = 0
    while position < len(words):
        if not _begins(words, position):
            position += 1
            continue
        last = _run(words, position)
        if words[position].sentence in headlines:
            last = _run_in_headline(words, position, last, small)
            found.extend(m for m in _read(words, position, last, small) if _sure_in_headline(m))
            position = last + 1
            continue
        found.extend(_read(words, position, last, small))
        position = last + 1
    return found


def _headlines(words: Sequence[Token]) -> frozenset[int]:
    """The sentences in which nearly every word has a capital, so that capitals tell little."""
    size: dict[int, int] = {}
    capitals: dict[int, int] = {}
    for word in words:
        if len(word.text) > 3:
            size[word.sentence] = size.get(word.sentence, 0) + 1
            capitals[word.sentence] = capitals.get(word.sentence, 0) + word.text[0].isupper()
    return frozenset(s for s, count in size.items() if count >= 4 and capitals[s] >= 0.75 * count)


def _run_in_headline(words: Sequence[Token], first: int, last: int, small: frozenset[str]) -> int:
    """The last word of the run before one that is in small letters elsewhere, or begins no name."""
    common = entries("openers") | entries("link_words")
    for k in range(first + 1, last + 1):
        if words[k].low in small or words[k].low in common:
            return k - 1
    return last


def _sure_in_headline(mention: Mention) -> bool:
    """Whether a run of capitals in a headline is a person's name and no more."""
    return 2 <= len(mention.low) <= 3 and mention.low[0] in given_names()


def _begins(words: Sequence[Token], i: int) -> bool:
    if words[i].capital:
        return True
    return (
        words[i].low in ("de", "van", "von", "bin", "al", "di", "da", "del")
        and i + 1 < len(words)
        and words[i + 1].text[0].isupper()
        and words[i + 1].gap == " "
        and not words[i].owner
    )


def _run(words: Sequence[Token], i: int) -> int:
    """The number of the last word of the run of capitals that begins at ``i``."""
    particles, suffixes = entries("name_particles"), entries("name_suffixes")
    start, size = i, len(words)
    while i + 1 < size and not words[i].owner:
        following = words[i + 1]
        if following.sentence != words[i].sentence:
            break
        gap = following.gap
        if gap in _BLANKS:
            if following.text[0].isupper() or (following.capital and not following.text[0].isdigit()):
                i += 1
                continue
            after = words[i + 2] if i + 2 < size else None
            if after is None or after.gap not in _BLANKS:
                break
            if (
                following.low in particles
                and (after.text[0].isupper() or after.low in particles)
                and not following.owner
            ):
                i += 1
                continue
            if following.low in _CONNECTORS and _connects(words, start, i):
                i += 1 if after.text[0].isupper() else 2
                continue
            break
        if gap in (", ", ",") and following.low in suffixes and following.text[0].isupper():
            i += 1
            continue
        if (
            gap in _NICKNAME
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


def _connects(words: Sequence[Token], start: int, i: int) -> bool:
    """Whether the small word after ``i`` goes on with a name: "Department of Justice", "Secretary of State"."""
    small = words[i + 1].low
    beyond = i + 2
    if small in ("of", "for", "on", "in"):
        heads = words[i].low in entries("organisation_words") or words[i].low in titles()
        if small == "in" and words[i].low not in entries("organisation_words"):
            return False
        if words[beyond].low == "the":
            beyond += 1
        return (
            heads
            and beyond < len(words)
            and words[beyond].text[0].isupper()
            and words[beyond].gap in _BLANKS
            and words[beyond].low not in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        )
    if small == "the":
        return False
    if not words[beyond].text[0].isupper():
        return False
    inner = any(words[k].low in ("of", "for", "on") for k in range(start, i))
    if inner and any(words[k].low in entries("organisation_words") for k in range(start, i + 1)):
        return words[beyond].low not in given_names()
    # "the Securities and Exchange Commission": one word, and a name of an organisation that ends soon after.
    if i != start or start == 0 or words[start - 1].low != "the" or words[i].low in given_names():
        return False
    end = beyond
    while end + 1 < len(words) and words[end + 1].gap == " " and words[end + 1].text[0].isupper() and end < beyond + 2:
        end += 1
    return end > beyond and words[end].low in entries("organisation_words")


def _read(words: Sequence[Token], first: int, last: int, small: frozenset[str]) -> Iterator[Mention]:
    """The mention in a run of capitals, if there is one."""
    first = _without_opener(words, first, last, small)
    while first <= last and words[first].low in entries("weekdays_and_months") and first < last:
        first += 1
    if first > last:
        return
    head = first
    before = words[first - 1] if first else None
    the = before is not None and words[first].gap == " " and (before.low in ("the", "a", "an") or before.owner)
    start = _after_title(words, first, last)
    if start > last:
        return
    lows = tuple(words[k].low for k in range(start, last + 1))
    if len(lows) == 1 and lows[0] in entries("weekdays_and_months"):
        return
    title = tuple(words[k].low for k in range(first, start))
    if start == first:
        title = _small_title(words, first)
        head = first - len(title)
    naming = _naming(words, start, last, lows, bool(title))
    if naming is Naming.OPEN and len(lows) > 2:
        # "Ohio Gov" is cut by its title; "Latvian Dainis Ivans" and "Oklahoma Scott Pruitt" are cut here.
        skip = 2 if " ".join(lows[:2]) in _places() else 1 if lows[0] in _places() or people_word(lows[0]) else 0
        if skip and lows[skip] in given_names():
            title, start, lows = (*title, *lows[:skip]), start + skip, lows[skip:]
            naming = Naming.PERSON
    yield Mention(start, last, head, tuple(_printed(words, start, last)), lows, title, naming, the and head == first)


def _printed(words: Sequence[Token], first: int, last: int) -> Iterator[str]:
    for k in range(first, last + 1):
        if k > first and words[k].gap in _NICKNAME:
            quote = "“" if "“" in words[k].gap else '"'
            yield quote + words[k].text + ("”" if quote == "“" else '"')
        elif k < last and words[k + 1].gap in (", ", ","):
            yield words[k].text + ","
        else:
            yield words[k].text


def _without_opener(words: Sequence[Token], first: int, last: int, small: frozenset[str]) -> int:
    openers, given = entries("openers"), given_names()
    while first <= last:
        word = words[first]
        named = word.low in given and first < last and words[first + 1].text[0].isupper()
        acronym = len(word.text) > 1 and word.text.isupper()
        opens = word.opens and word.low in small and word.low not in given and word.low not in titles()
        if not (opens or _contracted(word.low) or (word.low in openers and not acronym and not named)):
            break
        first += 1
    return first


def _contracted(low: str) -> bool:
    """Whether a word is a contraction that begins a sentence: "Don't", "We'll"."""
    return low.endswith(("n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'m", "’m", "'d", "’d"))


def _after_title(words: Sequence[Token], first: int, last: int) -> int:
    """The number of the word at which the name begins, after its title; ``last + 1`` if there is none."""
    known, given, offices = titles(), given_names(), entries("offices")
    for k in range(last, first - 1, -1):
        low = words[k].low
        if low not in known:
            continue
        if k > first and words[k - 1].low in given and words[k - 1].low not in known and k == last:
            continue  # "Howard Dean", "Charlie King"
        if k == last and k > first and words[k - 1].low in entries("honorifics"):
            continue  # "Mr. King"
        if k == first and low in given and k < last:
            continue  # "Dean Baquet", "Earl Ray Tomblin"
        if k == last and k == first and words[k].text[-1] != ".":
            # A title alone is no name, unless it is used as one: "Dean said".
            return first if low in _surnames_too() else last + 1
        start = k + 1
        if start < last and words[start].low in ("of", "for"):
            start += 1
            while start <= last and (
                words[start].low in offices or words[start].low in _CONNECTORS or words[start].low in _places()
            ):
                start += 1
        return start
    return first


def _surnames_too() -> frozenset[str]:
    return frozenset(["dean", "king", "judge", "major", "bishop", "pope", "prince", "cook", "chief"])


def _small_title(words: Sequence[Token], first: int) -> tuple[str, ...]:
    """The words of a role in small letters directly before a name: "journalist", "lead campaign manager"."""
    roles = entries("role_nouns")
    if not first or words[first].gap not in _BLANKS or words[first - 1].owner or words[first - 1].low not in roles:
        return ()
    links, indefinite = entries("link_words"), entries("indefinite_words")
    start = first - 1
    while (
        start > 0
        and first - start < 8
        and words[start].gap in _BLANKS
        and not words[start - 1].owner
        and words[start - 1].sentence == words[start].sentence
        and words[start - 1].low not in links
        and words[start - 1].low not in indefinite
        and words[start - 1].low not in ("the", "his", "her", "their", "its", "our", "my", "your")
        and (words[start - 1].low in roles or words[start - 1].capital or words[start - 1].low in entries("role_modifiers"))
    ):
        start -= 1
    return tuple(words[k].low for k in range(start, first))


def _naming(words: Sequence[Token], first: int, last: int, lows: tuple[str, ...], titled: bool) -> Naming:
    joined = " ".join(lows)
    if joined in entries("organisations"):
        return Naming.ORGANISATION
    if joined in _places():
        return Naming.PLACE
    if len(lows) == 1:
        text = words[first].text
        if lows[0] in entries("organisation_words"):
            return Naming.ORGANISATION if titled else Naming.OPEN
        if titled and not (text.isupper() and len(text) < 4):
            return Naming.PERSON
        if people_word(lows[0]):
            return Naming.PEOPLE
        if text.isupper() and 2 <= len(text) <= 6 and "." not in text[1:2]:
            return Naming.ORGANISATION
        if "." in text and len(text) > 3:
            return Naming.ORGANISATION
        return Naming.PERSON if lows[0] in given_names() else Naming.OPEN
    known = entries("organisation_words")
    if not titled and (any(low in _CONNECTORS for low in lows) or any(low in known for low in lows[1:])):
        return Naming.ORGANISATION if any(low in known for low in lows) else Naming.OPEN
    if people_word(lows[-1]) or (people_word(lows[0]) and lows[0] not in given_names()):
        return Naming.PEOPLE if all(map(people_word, lows)) else Naming.OPEN
    if titled or lows[0] in given_names() or (len(words[first].text) == 2 and words[first].text[1] == "."):
        return Naming.PERSON
    if any(len(words[k].text) == 2 and words[k].text[1] == "." for k in range(first + 1, last)):
        return Naming.PERSON
    if words[first].text.isupper() and len(words[first].text) == 2 and lows[-1] not in known:
        return Naming.PERSON  # JD Vance
    return Naming.OPEN


def nickname_sets() -> dict[str, frozenset[str]]:
    """For each given name that has short or long forms, all the forms that can stand for it."""
    table: dict[str, set[str]] = {}
    for line in lines("nicknames"):
        forms = line.split()
        for form in forms:
            table.setdefault(form, set()).update(forms)
    return {form: frozenset(forms) for form, forms in table.items()}
