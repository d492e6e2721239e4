"""What one article tells of each of its speakers: the mention, which identity works on.

A mention is everything in one article that was attributed to one name. It is made once, when the article is stored,
and stored beside it.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from indexer.english import GRAMMAR, NOUN_PHRASES, ROLES
from indexer.languages.word_classes import SEXES
from indexer.model import Act, Article, Quote, SpeakerKind
from indexer.names.words import title_sex
from indexer.query import StoredArticle
from indexer.text import Word, stem, word_texts, words

LONGEST = 256
"""Characters of a printed form or a role that are kept."""

MOST_ROLES, MOST_FORMS = 4, 8
"""Roles and printed forms that are kept of one mention."""

MOST_WORDS = 48
"""Words of its quotes that are kept of one mention, to find the same words under another name."""

WORD_BYTES = 4
"""Bytes of the hash of such a word."""

WORDS_BEFORE, WORDS_BEHIND = 6, 14
"""Words before and behind a name that may say what somebody is."""

MOST_PLACES = 3
"""Places in an article where a name is looked at."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What one article tells of one speaker.

    Args:
        article: its id.
        key: of the name (``indexer.extract.speakers.speaker_id``).
        name: the fullest form that the article prints.
        quotes: the ids of the quotes attributed to it.
        printed: the forms of the name that name the source, with how often each does.
        roles: what the article calls them, as printed: "the mayor of Kolvik".
        sex: "m", "f" or "" where titles and pronouns tell none.
        day: the article's day of publication.
        outlet: who published the article.
        words: hashes of weighty words of the quotes, four bytes each: an archive has a million of them.
        acts: how many of the quotes have an act other than said.
    """

    article: str
    key: str
    name: str
    kind: SpeakerKind
    quotes: tuple[str, ...]
    printed: tuple[tuple[str, int], ...] = ()
    roles: tuple[str, ...] = ()
    sex: str = ""
    outlet: str | None = None
    day: date | None = None
    words: bytes = b""
    acts: tuple[tuple[Act, int], ...] = ()


def mentions_of(stored: StoredArticle) -> tuple[Mention, ...]:
    """The mentions of an article's named speakers, in order of their keys."""
    article = stored.article
    groups: dict[str, list[Quote]] = {}
    for quote in stored.quotes:
        if quote.speaker.key is not None and quote.speaker.name is not None:
            groups.setdefault(quote.speaker.key, []).append(quote)
    places = _Places(article) if groups else None
    return tuple(_mention(article, key, quotes, places) for key, quotes in sorted(groups.items()) if places is not None)


def mention_value(mention: Mention) -> dict[str, Any]:
    """A mention as a JSON value, without what its article says of itself; empty parts are left out."""
    value = {
        "key": mention.key,
        "name": mention.name,
        "kind": mention.kind.value,
        "quotes": list(mention.quotes),
        "acts": [[act.value, count] for act, count in mention.acts],
        "printed": [list(form) for form in mention.printed],
        "roles": list(mention.roles),
        "sex": mention.sex,
        "words": b64encode(mention.words).decode(),
    }
    return {name: held for name, held in value.items() if held}


def mention_from(value: dict[str, Any], article: str, outlet: str | None, day: date | None) -> Mention:
    """The mention of ``mention_value`` in an article."""
    return Mention(
        article=article,
        key=value["key"],
        name=value["name"],
        kind=SpeakerKind(value["kind"]),
        quotes=tuple(value.get("quotes", ())),
        acts=tuple((Act(act), count) for act, count in value.get("acts", ())),
        printed=tuple((form, count) for form, count in value.get("printed", ())),
        roles=tuple(value.get("roles", ())),
        sex=value.get("sex", ""),
        outlet=outlet,
        day=day,
        words=b64decode(value.get("words", "")),
    )


def words_of(mention: Mention) -> frozenset[bytes]:
    """The hashes of the weighty words attributed to a mention."""
    return frozenset(mention.words[at : at + WORD_BYTES] for at in range(0, len(mention.words), WORD_BYTES))


@lru_cache(maxsize=50_000)
def role_key(role: str) -> frozenset[str]:
    """What is compared of a role: its words without small ones, synonyms and inflections made one."""
    same = ROLES.synonyms
    content = (word for word in word_texts(role) if word not in NOUN_PHRASES.empty and word not in ROLES.honorifics)
    return frozenset(same.get(word) or stem(word) for word in content)


def _mention(article: Article, key: str, quotes: list[Quote], places: _Places) -> Mention:
    names = Counter(quote.speaker.name for quote in quotes if quote.speaker.name is not None)
    name = min(names, key=lambda each: (-names[each], each))
    kinds = Counter(quote.speaker.kind for quote in quotes)
    acts = Counter(quote.act for quote in quotes if quote.act is not Act.SAID)
    printed = Counter(form for quote in quotes if (form := _form(quote, name)) is not None)
    return Mention(
        article=article.id,
        key=key,
        name=name[:LONGEST],
        kind=min(kinds, key=lambda each: (-kinds[each], each)),
        quotes=tuple(quote.id for quote in quotes),
        acts=tuple(sorted(acts.items())),
        printed=tuple(printed.most_common(MOST_FORMS)),
        roles=places.roles(name),
        sex=_sex(quotes, places.titles(name)),
        outlet=article.outlet,
        day=article.published.best.day if article.published else None,
        words=b"".join(sorted(_weighty(quotes, article.language))[:MOST_WORDS]),
    )


def _form(quote: Quote, name: str) -> str | None:
    """The words of the printed source that are the name or a part of it: "Giles" in "Mr Giles, the analyst"."""
    own = set(word_texts(name))
    printed = quote.speaker.as_printed or ""
    runs: list[list[Word]] = [[]]
    for word in words(printed):
        if word.text.removesuffix("'s") in own:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    return printed[longest[0].start : longest[-1].end][:LONGEST] if longest else None


def _sex(quotes: Iterable[Quote], titles: Iterable[str]) -> str:
    """What pronouns and titles tell, where they agree by three to one."""
    told: Counter[str] = Counter(titles)
    for quote in quotes:
        for word in word_texts(quote.speaker.as_printed or "")[:WORDS_BEFORE]:
            pronoun = GRAMMAR.pronouns.get(word)
            told[(pronoun and SEXES.get(pronoun)) or title_sex([word])] += 1
    male, female = told["m"], told["f"]
    if male >= 3 * female and male:
        return "m"
    return "f" if female >= 3 * male and female else ""


def _weighty(quotes: Iterable[Quote], language: str) -> Iterator[bytes]:
    """Hashes of the longer words that were attributed, of four bytes."""
    stems = {stem(word, language) for quote in quotes for word in word_texts(quote.text) if len(word) >= 5}
    for each in stems:
        yield blake2b(each.encode("utf-8", "surrogatepass"), digest_size=WORD_BYTES).digest()


class _Places:
    """Where an article prints names, and what stands beside them."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._words = words(article.text)
        self._at: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            self._at.setdefault(word.text.removesuffix("'s"), []).append(number)

    def titles(self, name: str) -> Iterator[str]:
        """The sexes that titles before the name and before its last word tell."""
        low = word_texts(name)
        for number in self._at.get(low[-1], ()) if low else ():
            before = [word.text for word in self._words[max(0, number - 2) : number]]
            if sex := title_sex(before[-1:]):
                yield sex

    def roles(self, name: str) -> tuple[str, ...]:
        """What stands directly before and behind the name and holds a word for a role, each once."""
        low = tuple(word_texts(name))
        found: dict[str, None] = {}
        for first in self._at.get(low[0], [])[: 8 * MOST_PLACES] if low else ():
            last = first + len(low)
            here = [word.text.removesuffix("'s") for word in self._words[first:last]]
            if tuple(here) == low and len(found) < MOST_ROLES:
                for role in (self._before(first), self._behind(last)):
                    if role:
                        found.setdefault(" ".join(role.split())[:LONGEST])
        return tuple(found)[:MOST_ROLES]

    def _before(self, first: int) -> str:
        """The words before a name up to a mark, from the first that belongs to a role: ``Defence Minister``."""
        begin = first
        while begin > max(0, first - WORDS_BEFORE) and self._gap(begin - 1, begin) in (" ", "-"):
            begin -= 1
        run = [word.text.removesuffix("'s") for word in self._words[begin:first]]
        start, of_what = _last_phrase(run)
        # A role before a name is capitalised or a role's own word: "told Defence Minister Arne Dahl".
        while start < len(run) and not (self._is_capital(begin + start) or run[start] in _ROLE_WORDS):
            start += 1
        phrase = run[start:]
        if not phrase or not (phrase[-1] in _ROLE_WORDS or (of_what and phrase[-1] not in _NO_ROLE)):
            return ""
        return self._slice(begin + start, first) if _ROLE_WORDS.intersection(phrase) - ROLES.honorifics else ""

    def _behind(self, last: int) -> str:
        """The words behind a comma after a name, up to the next comma or stop."""
        # "Edwin Marlow Jr., the treasurer", "the Marlows', …"
        if last >= len(self._words) or self._gap(last - 1, last).strip().lstrip(".’'") != ",":
            return ""
        end = last + 1
        while end < min(len(self._words), last + WORDS_BEHIND) and not _ENDS.intersection(self._gap(end - 1, end)):
            end += 1
        run = [word.text for word in self._words[last : last + 6]]
        if run[0] in _NO_ROLE - GRAMMAR.determiners:
            return ""
        # Whatever somebody is said to be tells them from others: "a retired lighthouse keeper"; an age does not.
        one_of_many = len(run) > 1 and run[0] in _ONE_OF_MANY and not run[1].isdigit()
        return self._slice(last, end) if one_of_many or _ROLE_WORDS.intersection(run) else ""

    def _gap(self, one: int, other: int) -> str:
        return self._text[self._words[one].end : self._words[other].start]

    def _is_capital(self, number: int) -> bool:
        return self._text[self._words[number].start].isupper()

    def _slice(self, begin: int, end: int) -> str:
        return self._text[self._words[begin].start : self._words[end - 1].end] if begin < end else ""


_ONE_OF_MANY = NOUN_PHRASES.indefinites & GRAMMAR.articles
_ROLE_WORDS = ROLES.roles | ROLES.titles
_NO_ROLE = (
    GRAMMAR.adpositions
    | GRAMMAR.auxiliaries
    | GRAMMAR.conjunctions
    | GRAMMAR.determiners
    | GRAMMAR.object_pronouns
    | GRAMMAR.subject_pronouns
)
"""Words that are no part of a role, but for "of" and the like behind its word: "Secretary of the Navy"."""


def _last_phrase(run: Sequence[str]) -> tuple[int, bool]:
    """Where the last phrase of a run of words begins that may be a role, and whether it says of what."""
    start, of_what = 0, False
    for at, word in enumerate(run):
        if word in GRAMMAR.adpositions and at > start and run[at - 1] in _ROLE_WORDS:
            of_what = True
        elif word in _NO_ROLE and not (of_what and word in GRAMMAR.articles):
            start, of_what = at + 1, False
    return start, of_what


_ENDS = frozenset(',.;:!?()\n—–"“”')
