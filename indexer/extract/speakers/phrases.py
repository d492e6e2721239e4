"""Analyses the words of a source: a name, a pronoun, a role, a document, a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from indexer.document import Token, Tokens
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NOUN_PHRASES, NOUNS, PLURALS, ROLES, VERBS
from indexer.extract.speakers.names import OFFICE_PLACES, OFFICE_WORDS, Mention
from indexer.extract.speakers.naming import Naming
from indexer.languages.word_classes import Pronoun
from indexer.names.words import people_word


class Form(Enum):
    """How a source names somebody."""

    NONE = "none"
    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"
    ORGANISATION = "organisation"
    CAMPAIGN = "campaign"
    DOCUMENT = "document"
    SPEECH = "speech"
    GROUP = "group"
    UNNAMED = "unnamed"
    SEVERAL = "several"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The analysis of a source.

    Args:
        mention: the name that is its head.
        owners: names inside it that are not its head.
        noun: the folded noun that is its head, if no name is.
        words: the folded words of the noun phrase around it, to its first preposition, relative or comma.
        more: the folded words after those, to the first comma.
        definite: begins with "the" or a possessive.
        stands_for: the class of a pronoun: "male", "plural", ...
    """

    form: Form
    mention: Mention | None = None
    owners: tuple[Mention, ...] = ()
    noun: str = ""
    words: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    definite: bool = False
    stands_for: Pronoun | None = None


_ISSUED_BY = CLAUSES.agents | CLAUSES.origins
_IN_OFFICES = ROLES.offices | NOUN_PHRASES.office_words
_DEFINITE = GRAMMAR.definite_articles | GRAMMAR.possessives | GRAMMAR.demonstratives


def phrase(words: Tokens, first: int, last: int, at: Mapping[int, Mention], heads: Mapping[int, Mention]) -> Phrase:
    """Analyse the source made of the words ``first`` to ``last``.

    Args:
        at: the mentions of the article by the number of their first word.
        heads: the same by the number of the first word of their title.
    """
    if first > last:
        return Phrase(Form.NONE)
    if first == last and words[first].low in GRAMMAR.pronouns:
        return Phrase(Form.PRONOUN, stands_for=GRAMMAR.pronouns[words[first].low])
    return _Source(words, first, last, at, heads).phrase()


class _Source:
    """A source of several words while it is analysed from its first word to its last."""

    def __init__(
        self, words: Tokens, first: int, last: int, at: Mapping[int, Mention], heads: Mapping[int, Mention]
    ) -> None:
        self.words, self.first, self.last, self.at, self.heads = words, first, last, at, heads
        self.owners: list[Mention] = []
        self.nouns: list[str] = []
        self.more: list[str] = []

    def mention(self, number: int) -> Mention | None:
        """The mention whose name or title begins at a word."""
        return self.at.get(number) or self.heads.get(number)

    def phrase(self) -> Phrase:
        """The analysis of the source."""
        ended = after_comma = False
        i = self.first
        while i <= self.last:
            word = self.words[i]
            parted = i > self.first and ("," in word.gap or word.gap in (" – ", " — ", "-- "))
            if parted and (self.nouns or self.owners):
                ended = after_comma = True
            mention = self.mention(i)
            if mention is not None and mention.last <= self.last:
                if mention.naming is Naming.PEOPLE and not ended:
                    self.nouns.extend((*(mention.title if mention.head >= i else ()), *mention.low))
                    after_comma, i = False, mention.last + 1
                    continue
                if not _is_common(self.words[mention.first], mention):
                    apposed = _is_apposed(mention, self.nouns, self.last)
                    if self._is_head(mention) and (apposed if after_comma else not ended):
                        return self._named(mention)
                    if not ended or self._issues(mention):
                        self.owners.append(mention)
                    if not ended:
                        self.nouns.extend(mention.low)
                        after_comma = False
                    i = mention.last + 1
                    continue
            office = self._after_office(i) if self.nouns and not ended else None
            if office is not None:
                return self._named(office)
            if i > self.first and self._ends(word.low):
                ended, after_comma = True, False
            if not ended:
                self.nouns.append(word.low)
            elif not after_comma:
                self.more.append(word.low)
            elif word.low not in GRAMMAR.articles and not _role(word.low) and not word.is_capital:
                after_comma = self.mention(i + 1) is not None
            i += 1
        return self._described()

    def _ends(self, low: str) -> bool:
        """Whether a word ends the noun phrase: a preposition, a relative pronoun, a participle ..."""
        if len(self.nouns) == 1 and self.nouns[0] in GRAMMAR.articles:
            return False
        participle = _participle(low) and low not in ROLES.past and low not in ROLES.modifiers
        return low in NOUN_PHRASES.ends or (bool(self.nouns) and participle and _noun(self.nouns[-1]))

    def _after_office(self, i: int) -> Mention | None:
        """The person named after an office that begins with the preposition ``i``: "secretary [of] state Ann Bell"."""
        if self.words[i].low not in OFFICE_PLACES or not _role(self.nouns[-1]):
            return None
        k = i + 1
        while k <= self.last and self._is_in_office(k):
            if k in self.at and self.at[k].naming is Naming.PERSON:
                break
            k += 1
        mention = self.at.get(k)
        if mention is None or mention.naming is not Naming.PERSON or min(k, mention.head) <= i + 1:
            return None
        ranked = self.words[mention.head - 1].low in NOUNS.organisations  # "of the drugs unit Inspector Ann Bell"
        titled = ranked or ROLES.honorifics.issuperset(mention.title)
        return mention if titled and not self.words[k].gap.strip() else None

    def _is_in_office(self, k: int) -> bool:
        """Whether a word can stand in the name of an office or of a body: "the Harbour Police’s drugs unit"."""
        word = self.words[k]
        known = word.low in _IN_OFFICES or word.low in OFFICE_WORDS or word.is_capital
        return not word.gap.strip() and (known or self.words[k - 1].owner)

    def _issues(self, mention: Mention) -> bool:
        """Whether a name is the issuer of the document before it: "a report by the Tern Group", not "seen by Tern"."""
        by = mention.head - 1
        by -= self.words[by].low in GRAMMAR.articles and by > 0
        return self.words[by].low in _ISSUED_BY and self.words.at(by - 1).low not in VERBS.seen_by

    def _is_head(self, mention: Mention) -> bool:
        """Whether a name is the head of its phrase: neither a possessive nor the modifier of a noun after it."""
        if mention.first > self.first and self.words[mention.first].gap[-1:] in ("“", '"'):
            return False  # the "Sunset Road" star
        if self.words[mention.last].owner or mention.last == self.last:
            return mention.last == self.last  # "Trump’s claim": the whole source is the owner
        after = self.words[mention.last + 1]
        joined = self.at.get(mention.last + 2) if after.low in NOUN_PHRASES.adds_speakers else None
        if joined is not None and joined.last < self.last and not self._is_head(joined):
            return False  # "Tern and Marrow users"
        if after.gap.strip(" \xa0") or not after.text.islower() or after.low.endswith(ENDINGS.adverbs):
            return True
        closed = (NOUN_PHRASES.ends, NOUN_PHRASES.coordinators, NOUN_PHRASES.after_heads)
        return any(after.low in words for words in closed)

    def _named(self, mention: Mention) -> Phrase:
        """The analysis of a phrase whose head is a name, or a list of names."""
        if others := self._beside(mention):
            return Phrase(Form.SEVERAL, mention, others)
        if mention.naming is Naming.PEOPLE:
            return Phrase(Form.GROUP, mention, tuple(self.owners), mention.low[-1])
        return Phrase(Form.NAME, mention, tuple(self.owners))

    def _beside(self, mention: Mention) -> tuple[Mention, ...]:
        """The names that "and" joins to a head: "Ann Bell (D-Ohio), Tom Reyes and the pilot Carl Moon"."""
        found: list[Mention] = []
        listed: list[Mention] = []  # between commas, before it is known whether an "and" follows
        k, brackets, joined = mention.last + 1, False, False
        while k <= self.last:
            word = self.words[k]
            brackets = "(" in word.gap or (brackets and ")" not in word.gap)
            another = self.mention(k)
            if another is not None and (joined or word.gap.lstrip(")") == ", ") and self._is_alike(mention, another):
                listed.append(another)
                if joined:
                    found, listed, joined = found + listed, [], False
                k = another.last + 1
                continue
            if word.low in NOUN_PHRASES.adds_speakers or word.low in GRAMMAR.additive:
                joined = True
            elif not brackets and (word.low in NOUN_PHRASES.ends or word.low in GRAMMAR.relatives):
                break
            k += 1
        return tuple(found)

    def _is_alike(self, mention: Mention, another: Mention) -> bool:
        whole = another.last <= self.last and not self.words[another.last].owner
        return whole and another.naming in (mention.naming, Naming.PERSON)

    def _described(self) -> Phrase:
        """The analysis of a phrase whose head is no name."""
        begins, noun = (self.nouns[0], self.nouns[-1]) if self.nouns else ("", "")
        owned = self.words[self.first].owner or any(self.words[owner.last].owner for owner in self.owners)
        definite = begins in _DEFINITE or owned
        form = _form(noun, self.nouns, self.more, owned=bool(self.owners), definite=definite)
        return Phrase(form, None, tuple(self.owners), noun, tuple(self.nouns), tuple(self.more), definite)


def _form(noun: str, nouns: Sequence[str], more: Sequence[str], *, owned: bool, definite: bool) -> Form:
    """The form of a noun phrase, by its last noun."""
    begins, singulars = nouns[0] if nouns else "", PLURALS.singulars(noun)
    indefinite = begins in NOUN_PHRASES.indefinites
    if begins[:1].isdigit() or not NOUNS.shares.isdisjoint(nouns):
        return Form.GROUP
    if definite and noun.endswith(ENDINGS.ages):
        return Form.ROLE
    if noun in NOUNS.speech and (owned or begins in GRAMMAR.pronouns):
        return Form.SPEECH
    if noun in NOUNS.campaigns:
        return Form.CAMPAIGN
    if noun in NOUNS.unnamed:
        return Form.UNNAMED
    if noun in NOUNS.documents:
        return Form.DOCUMENT
    if not definite and NOUNS.confidants & set(more):
        return Form.UNNAMED
    if noun in ROLES.roles or (noun in ROLES.titles and noun not in NOUNS.organisations):
        return Form.UNNAMED if indefinite else Form.ROLE
    if noun in NOUNS.groups or people_word(noun) or not ROLES.roles.isdisjoint(singulars):
        return Form.GROUP
    if noun in NOUNS.organisations:
        return Form.ORGANISATION if definite else Form.GROUP
    if not NOUNS.organisations.isdisjoint(singulars):
        return Form.GROUP
    return Form.UNNAMED if indefinite else Form.OTHER


def _is_apposed(mention: Mention, nouns: Sequence[str], last: int) -> bool:
    """Whether a name after a comma is the appositive of the nouns before it: "its director, Bram Holt"."""
    if mention.naming is Naming.PERSON:
        another = len(nouns) == 1 and nouns[0] in NOUN_PHRASES.another
        return not nouns or another or _role(nouns[-1]) or bool(mention.title)
    ends = mention.last == last and len(mention.low) > 1 and bool(nouns)
    return ends and (_role(nouns[-1]) or nouns[-1] in NOUNS.organisations)


def _is_common(word: Token, mention: Mention) -> bool:
    """Whether a word is capitalised only because it begins a sentence: "Police", "Voters"."""
    if mention.naming is not Naming.OPEN or len(mention.low) > 1:
        return False
    return word.low in NOUNS.groups or (word.opens and any(map(_noun, (word.low, *PLURALS.singulars(word.low)))))


def _participle(low: str) -> bool:
    return (len(low) > 4 and low.endswith((*ENDINGS.past, *ENDINGS.gerunds))) or low in VERBS.seen_by


def _noun(low: str) -> bool:
    return _role(low) or low in NOUNS.documents or low in NOUNS.organisations


def _role(low: str) -> bool:
    return low in ROLES.roles or low in ROLES.titles or low in NOUNS.unnamed
