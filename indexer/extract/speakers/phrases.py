"""Takes the words of a source apart: a name, a pronoun, a role, a document, a crowd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from indexer.document import Token
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NOUN_PHRASES, NOUNS, PLURALS, ROLES, VERBS
from indexer.extract.speakers.names import Mention, Naming
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
    """A source taken apart.

    Args:
        mention: the name that is its head.
        owners: names inside it that are not its head.
        noun: the folded noun that is its head, when no name is.
        words: the folded words of the noun phrase around it, to its first preposition, relative or comma.
        more: the folded words after those, to the first comma.
        definite: begins with "the" or a possessive.
        stands_for: of a pronoun, what it stands for: "male", "plural", ...
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
_DEFINITE = GRAMMAR.definite_articles | GRAMMAR.possessives | GRAMMAR.demonstratives


def phrase(
    words: Sequence[Token], first: int, last: int, at: Mapping[int, Mention], heads: Mapping[int, Mention]
) -> Phrase:
    """Take the source that is made of the words ``first`` to ``last`` apart.

    Args:
        at: the mentions of the article by the number of their first word.
        heads: the same by the number of the first word of their title.
    """
    if first > last:
        return Phrase(Form.NONE)
    if first == last and words[first].low in GRAMMAR.pronouns:
        return Phrase(Form.PRONOUN, stands_for=GRAMMAR.pronouns[words[first].low])
    owners: list[Mention] = []
    nouns: list[str] = []
    links, ended, after_comma, i = NOUN_PHRASES.ends, False, False, first
    more: list[str] = []
    while i <= last:
        parted = i > first and ("," in words[i].gap or words[i].gap in (" – ", " — ", "-- "))
        if parted and (nouns or owners):
            ended, after_comma = True, True
        mention = at.get(i) or heads.get(i)
        if mention is not None and mention.naming is Naming.PEOPLE and mention.last <= last and not ended:
            nouns.extend((*(mention.title if mention.head >= i else ()), *mention.low))
            after_comma, i = False, mention.last + 1
            continue
        if mention is not None and mention.last <= last and not _common(words, mention):
            apposed = _apposed(mention, nouns, last)
            if _is_head(words, mention, last) and (apposed if after_comma else not ended):
                return _named(words, mention, last, owners, at, heads)
            if not ended or _issuer(words, mention):
                owners.append(mention)
            if not ended:
                nouns.extend(mention.low)
                after_comma = False
            i = mention.last + 1
            continue
        low = words[i].low
        office = _after_office(words, i, last, at) if nouns and not ended else None
        if office is not None:
            return _named(words, office, last, owners, at, heads)
        if (
            i > first
            and not (len(nouns) == 1 and nouns[0] in GRAMMAR.articles)
            and (low in links or (nouns and _participle(low) and not _qualifies(low) and _noun(nouns[-1])))
        ):
            ended, after_comma = True, False
        if not ended:
            nouns.append(low)
        elif not after_comma:
            more.append(low)
        elif low not in GRAMMAR.articles and not _role(low) and not words[i].text[0].isupper():
            after_comma = i + 1 in at or i + 1 in heads
        i += 1
    return _described(words, first, nouns, more, owners)


def _apposed(mention: Mention, nouns: Sequence[str], last: int) -> bool:
    """Whether a name after a comma is who the nouns before it describe: "its director, Bram Holt"."""
    if mention.naming is Naming.PERSON:
        another = len(nouns) == 1 and nouns[0] in NOUN_PHRASES.another
        return not nouns or another or _role(nouns[-1]) or bool(mention.title)
    ends = mention.last == last and len(mention.low) > 1 and bool(nouns)
    return ends and (_role(nouns[-1]) or nouns[-1] in NOUNS.organisations)


def _after_office(words: Sequence[Token], i: int, last: int, at: Mapping[int, Mention]) -> Mention | None:
    """The person named after an office that begins with the preposition at ``i``: "secretary [of] state Ann Bell"."""
    if words[i].low not in NOUN_PHRASES.office_links:
        return None
    offices, k = ROLES.offices, i + 1
    while k <= last and k not in at and (words[k].low in offices or words[k].low in NOUN_PHRASES.office_words):
        k += 1
    mention = at.get(k)
    if k > i + 1 and mention is not None and mention.naming is Naming.PERSON and not words[k].gap.strip():
        return mention
    return None


def _issuer(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a name after its noun is whose it is: "a report by the Tern Group", not "seen by the Tern Group"."""
    at = mention.head - 1
    if words[at].low in GRAMMAR.articles and at > 0:
        at -= 1
    return words[at].low in _ISSUED_BY and (at == 0 or words[at - 1].low not in VERBS.seen_by)


def _common(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a word has its capital only because it begins a sentence: "Police", "Voters"."""
    word = words[mention.first]
    if not (word.opens or word.low in NOUNS.groups) or mention.naming is not Naming.OPEN or len(mention.low) > 1:
        return False
    return word.low in NOUNS.groups or any(map(_noun, (word.low, *PLURALS.singulars(word.low))))


def _participle(low: str) -> bool:
    return (len(low) > 4 and low.endswith((*ENDINGS.past, *ENDINGS.gerunds))) or low in VERBS.seen_by


def _qualifies(low: str) -> bool:
    """Whether a participle belongs to the title after it: "retired", "acting"."""
    return low in ROLES.past or low in ROLES.modifiers


def _noun(low: str) -> bool:
    return _role(low) or low in NOUNS.documents or low in NOUNS.organisations


def _role(low: str) -> bool:
    roles = ROLES.roles
    return low in roles or low in ROLES.titles or low in NOUNS.unnamed


def _is_head(words: Sequence[Token], mention: Mention, last: int) -> bool:
    """Whether a name is the head of its phrase: no possessive, and no noun after it that it qualifies."""
    if words[mention.first].gap[-1:] in ("“", '"'):
        return False  # the "Sunset Road" star
    if words[mention.last].owner:
        # "Trump’s claim": the whole source is the owner.
        return mention.last == last
    if mention.last == last:
        return True
    after = words[mention.last + 1]
    if after.gap.strip(" \xa0"):
        return True
    if after.low in NOUN_PHRASES.ends or after.low in NOUN_PHRASES.coordinators or not after.text.islower():
        return True
    return after.low.endswith(ENDINGS.adverbs) or after.low in NOUN_PHRASES.after_heads


def _named(
    words: Sequence[Token],
    mention: Mention,
    last: int,
    owners: Sequence[Mention],
    at: Mapping[int, Mention],
    heads: Mapping[int, Mention],
) -> Phrase:
    after = words[mention.last + 1] if mention.last < last else None
    if after is not None and after.low in NOUN_PHRASES.adds_speakers and after.gap == " ":
        following = next((at[k] for k in range(mention.last + 2, min(last, mention.last + 6) + 1) if k in at), None)
        if following is not None and following.naming in (mention.naming, Naming.PERSON):
            return Phrase(Form.SEVERAL, mention, (following,))
    if after is not None and after.gap == ", " and mention.last + 1 in (*at, *heads):
        following = at.get(mention.last + 1) or heads.get(mention.last + 1)
        listed = any(word.low in GRAMMAR.additive for word in words[mention.last + 2 : last + 1])
        if listed and following is not None and following.naming is Naming.PERSON:
            return Phrase(Form.SEVERAL, mention, (following,))
    if mention.naming is Naming.PEOPLE:
        return Phrase(Form.GROUP, mention, tuple(owners), mention.low[-1])
    return Phrase(Form.NAME, mention, tuple(owners))


def _described(
    words: Sequence[Token], first: int, nouns: list[str], more: list[str], owners: Sequence[Mention]
) -> Phrase:
    noun = nouns[-1] if nouns else ""
    begins = nouns[0] if nouns else ""
    definite = begins in _DEFINITE or words[first].owner or any(words[m.last].owner for m in owners)

    def made(form: Form) -> Phrase:
        return Phrase(form, None, tuple(owners), noun, tuple(nouns), tuple(more), definite)

    singulars = PLURALS.singulars(noun)
    indefinite = begins in NOUN_PHRASES.indefinites
    if begins[:1].isdigit() or not NOUNS.shares.isdisjoint(nouns):
        return made(Form.GROUP)
    if definite and noun.endswith(ENDINGS.ages):
        return made(Form.ROLE)
    if noun in NOUNS.speech and (owners or begins in GRAMMAR.pronouns):
        return made(Form.SPEECH)
    if noun in NOUNS.campaigns:
        return made(Form.CAMPAIGN)
    if noun in NOUNS.unnamed:
        return made(Form.UNNAMED)
    if noun in NOUNS.documents:
        return made(Form.DOCUMENT)
    if not definite and NOUNS.confidants & set(more):
        return made(Form.UNNAMED)
    if noun in ROLES.roles or (noun in ROLES.titles and noun not in NOUNS.organisations):
        return made(Form.UNNAMED if indefinite else Form.ROLE)
    if noun in NOUNS.groups or people_word(noun):
        return made(Form.GROUP)
    if not ROLES.roles.isdisjoint(singulars):
        return made(Form.GROUP)
    if noun in NOUNS.organisations:
        return made(Form.ORGANISATION if definite else Form.GROUP)
    if not NOUNS.organisations.isdisjoint(singulars):
        return made(Form.GROUP)
    return made(Form.UNNAMED if indefinite else Form.OTHER)
