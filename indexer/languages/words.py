"""The words of a language by class; the comments of each table say what its classes are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indexer.languages.pairs import Sex
from indexer.languages.table import Row, WordClasses


class Pronoun(StrEnum):
    """What a personal pronoun stands for."""

    MALE = "male"
    FEMALE = "female"
    PLURAL = "plural"
    THING = "thing"
    SPEAKER = "speaker"
    HEARER = "hearer"
    RELATIVE = "relative"


SEXES = {Pronoun.MALE: Sex.MALE, Pronoun.FEMALE: Sex.FEMALE}
"""The sex of those whom a pronoun stands for, where it tells one."""


@dataclass(frozen=True)
class Grammar(WordClasses):
    """``grammar.tsv``: words by part of speech.

    Args:
        pronouns: what each personal pronoun stands for.
    """

    adpositions: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    comparisons: frozenset[str]
    complementisers: frozenset[str]
    conjunctions: frozenset[str]
    contracted_is: frozenset[str]
    coordinators: frozenset[str]
    definites: frozenset[str]
    demonstratives: frozenset[str]
    determiners: frozenset[str]
    dummies: frozenset[str]
    elided: frozenset[str]
    first_person: frozenset[str]
    genitive: frozenset[str]
    infinitive: frozenset[str]
    objective: frozenset[str]
    objects: frozenset[str]
    only_objects: frozenset[str]
    perfect: frozenset[str]
    personal_relatives: frozenset[str]
    persons: frozenset[str]
    pluperfect: frozenset[str]
    possessives: frozenset[str]
    relative_pronouns: frozenset[str]
    relative_subjects: frozenset[str]
    relatives: frozenset[str]
    subjects: frozenset[str]
    subordinators: frozenset[str]
    sums: frozenset[str]
    third_persons: frozenset[str]
    pronouns: Mapping[str, Pronoun]

    @classmethod
    def _others(cls, lines: Sequence[Row]) -> Mapping[str, Mapping[str, str]]:
        stands = ((line.text("word"), line.choice("stands for", Pronoun)) for line in lines)
        return {"pronouns": {word: pronoun for word, pronoun in stands if pronoun}}


@dataclass(frozen=True)
class Clauses(WordClasses):
    """``clauses.tsv``: words by what they do in a sentence that attributes."""

    absolutes: frozenset[str]
    after_had: frozenset[str]
    agents: frozenset[str]
    appositive_openers: frozenset[str]
    asides: frozenset[str]
    base_form_subjects: frozenset[str]
    before_gerunds: frozenset[str]
    before_times: frozenset[str]
    before_verbs: frozenset[str]
    called: frozenset[str]
    clause_adpositions: frozenset[str]
    clause_openers: frozenset[str]
    clause_subjects: frozenset[str]
    connectives: frozenset[str]
    cue_adverbs: frozenset[str]
    dash_turns: frozenset[str]
    denied_openers: frozenset[str]
    finite_perfect: frozenset[str]
    introductions: frozenset[str]
    joins: frozenset[str]
    joins_nouns: frozenset[str]
    occasion_barriers: frozenset[str]
    open_questions: frozenset[str]
    origins: frozenset[str]
    particles: frozenset[str]
    passive_adverbs: frozenset[str]
    plurals: frozenset[str]
    pronominal: frozenset[str]
    same_source: frozenset[str]
    sentence_goes_on: frozenset[str]
    shares_subject: frozenset[str]
    source_goes_on: frozenset[str]
    time_barriers: frozenset[str]
    told_openers: frozenset[str]
    told_subjects: frozenset[str]
    topics: frozenset[str]
    turns: frozenset[str]


@dataclass(frozen=True)
class NounPhrases(WordClasses):
    """``noun_phrases.tsv``: words by what they do in and beside a phrase that names somebody."""

    before_institutions: frozenset[str]
    before_places: frozenset[str]
    behind_names: frozenset[str]
    connectors: frozenset[str]
    copulas: frozenset[str]
    description_ends: frozenset[str]
    description_openers: frozenset[str]
    empty: frozenset[str]
    ends: frozenset[str]
    head_ends: frozenset[str]
    indefinites: frozenset[str]
    joined: frozenset[str]
    name_prepositions: frozenset[str]
    no_appositive: frozenset[str]
    no_modifiers: frozenset[str]
    occasion_determiners: frozenset[str]
    of_states: frozenset[str]
    of_things: frozenset[str]
    office_links: frozenset[str]
    office_words: frozenset[str]
    openers: frozenset[str]
    others: frozenset[str]
    places_inside: frozenset[str]
    several: frozenset[str]


@dataclass(frozen=True)
class TimeWords(WordClasses):
    """``time.tsv``: words that tell of times."""

    about: frozenset[str]
    after: frozenset[str]
    after_noon: frozenset[str]
    after_verbs: frozenset[str]
    ago: frozenset[str]
    ahead: frozenset[str]
    around_days: frozenset[str]
    before_noon: frozenset[str]
    clock: frozenset[str]
    days_and_months: frozenset[str]
    earlier: frozenset[str]
    few: frozenset[str]
    halves_of_days: frozenset[str]
    last: frozenset[str]
    leads: frozenset[str]
    month_leads: frozenset[str]
    next: frozenset[str]
    not_when: frozenset[str]
    parts_of: frozenset[str]
    past_verbs: frozenset[str]
    pieces: frozenset[str]
    same_time: frozenset[str]
    spans: frozenset[str]
    spells: frozenset[str]
    times: frozenset[str]
    today: frozenset[str]
    weekdays: frozenset[str]
    weekends: frozenset[str]
    which: frozenset[str]
    year_leads: frozenset[str]
    yesterday: frozenset[str]


@dataclass(frozen=True)
class Nouns(WordClasses):
    """``nouns.tsv``: nouns by what kind of source they can name."""

    campaigns: frozenset[str]
    claims: frozenset[str]
    confidants: frozenset[str]
    documents: frozenset[str]
    groups: frozenset[str]
    organisations: frozenset[str]
    quotations: frozenset[str]
    recalled: frozenset[str]
    shares: frozenset[str]
    speech: frozenset[str]
    unnamed: frozenset[str]
    works: frozenset[str]


@dataclass(frozen=True)
class Roles(WordClasses):
    """``roles.tsv``: what people are called."""

    address: frozenset[str]
    honorifics: frozenset[str]
    modifiers: frozenset[str]
    offices: frozenset[str]
    past: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    sexes: Mapping[str, Sex]
    """The sex of those that only a man or only a woman is called."""
    synonyms: Mapping[str, str]
    """For a word that has synonyms, the one of them that stands for all: that of the first line which has the word."""

    @classmethod
    def _others(cls, lines: Sequence[Row]) -> Mapping[str, Mapping[str, str]]:
        synonyms: dict[str, str] = {}
        for line in lines:
            if others := line.words("synonyms"):
                for word in (line.text("word"), *others):
                    synonyms.setdefault(word, synonyms.get(line.text("word"), line.text("word")))
        sexes = {line.text("word"): sex for line in lines if (sex := line.choice("sex", Sex))}
        return {"sexes": sexes, "synonyms": synonyms}


@dataclass(frozen=True)
class Occasions(WordClasses):
    """``occasions.tsv``: where, to whom and in what form words are given."""

    before_events: frozenset[str]
    before_media: frozenset[str]
    before_platforms: frozenset[str]
    before_programmes: frozenset[str]
    broadcasters: frozenset[str]
    event_links: frozenset[str]
    events: frozenset[str]
    hearers: frozenset[str]
    hearers_behind: frozenset[str]
    inside_programmes: frozenset[str]
    media: frozenset[str]
    messages: frozenset[str]
    messages_to: frozenset[str]
    own: frozenset[str]
    platforms: frozenset[str]
    posts: frozenset[str]
    presenters: frozenset[str]
    programme_words: frozenset[str]
    speakers_to: frozenset[str]
    talks: frozenset[str]
    talks_with: frozenset[str]
    tellers: frozenset[str]
    to_hearers: frozenset[str]
    tweets: frozenset[str]


@dataclass(frozen=True)
class NameParts(WordClasses):
    """``name_parts.tsv``: what stands in and beside names."""

    behind: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]


@dataclass(frozen=True)
class Endings(WordClasses):
    """``endings.tsv``: how words begin and end, as ``str.startswith`` and ``str.endswith`` take them."""

    adjectives: tuple[str, ...]
    adverbs: tuple[str, ...]
    ages: tuple[str, ...]
    capital_inside: tuple[str, ...]
    contracted_is: tuple[str, ...]
    contractions: tuple[str, ...]
    finite: tuple[str, ...]
    gerunds: tuple[str, ...]
    group_plurals: tuple[str, ...]
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    misprinted_negations: tuple[str, ...]
    negations: tuple[str, ...]
    not_plural: tuple[str, ...]
    ordinals: tuple[str, ...]
    origins: tuple[str, ...]
    parts: tuple[str, ...]
    past: tuple[str, ...]
    plural: tuple[str, ...]
    plural_people: tuple[str, ...]
    possessives: tuple[str, ...]
    reversing: tuple[str, ...]
    turning: tuple[str, ...]
    verb_forms: tuple[str, ...]

    @staticmethod
    def _group(members: set[str]) -> tuple[str, ...]:
        return tuple(sorted(members))


@dataclass(frozen=True)
class Abbreviations(WordClasses):
    """``abbreviations.tsv``: short forms that end with a full stop."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    behind_names: frozenset[str]
    in_names: frozenset[str]
    never_end: frozenset[str]


@dataclass(frozen=True)
class Peoples(WordClasses):
    """``peoples.tsv``: words for what belongs to a country, a people, a party or a faith."""

    american: frozenset[str]
    nations: frozenset[str]
    parties: frozenset[str]
    short: Mapping[str, str]
    """The party that a letter stands for."""

    @classmethod
    def _others(cls, lines: Sequence[Row]) -> Mapping[str, Mapping[str, str]]:
        return {"short": {line.text("short"): line.text("word") for line in lines if line.text("short")}}


@dataclass(frozen=True)
class Organisations(WordClasses):
    """``organisations.tsv``: what tells an organisation, and the words of its name."""

    minor: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True)
class PageLines(WordClasses):
    """``page_lines.tsv``: lines that sites print around an article."""

    answers: frozenset[str]
    bylines: frozenset[str]
    changed: frozenset[str]
    footers: frozenset[str]
    headers: frozenset[str]
    label_openers: frozenset[str]
    labels: frozenset[str]
    minutes: frozenset[str]
    published: frozenset[str]
    questions: frozenset[str]
    reading: frozenset[str]
    rest: frozenset[str]
    sections: frozenset[str]


@dataclass(frozen=True)
class Phrases(WordClasses):
    """``phrases.tsv``: phrases of several words."""

    auxiliaries: frozenset[str]
    cues: frozenset[str]
    cues_of_all: frozenset[str]
    halves: frozenset[str]
    passives: frozenset[str]
    speaks_for: frozenset[str]
    turnings: frozenset[str]
    unnamed: frozenset[str]


@dataclass(frozen=True)
class Negation(WordClasses):
    """``negation.tsv``: what turns around what is said."""

    absurd: frozenset[str]
    affirmed: frozenset[str]
    alternative_openers: frozenset[str]
    alternatives: frozenset[str]
    at_least: frozenset[str]
    before: frozenset[str]
    deniable: frozenset[str]
    emphasis: frozenset[str]
    ends: frozenset[str]
    fake: frozenset[str]
    hardly: frozenset[str]
    neither: frozenset[str]
    no_negation: frozenset[str]
    no_noun: frozenset[str]
    nobody: frozenset[str]
    nor: frozenset[str]
    of_cues: frozenset[str]
    only: frozenset[str]
    undone: frozenset[str]
    untrue: frozenset[str]
    wrongly: frozenset[str]
