"""The languages that have tables of words, and what such tables hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from indexer.languages.lexicon import Calendar, GivenNames, Meanings, Places, Plurals, Quantities
from indexer.languages.table import EndingClasses, WordClasses
from indexer.languages.verbs import Verbs
from indexer.languages.word_classes import Grammar, Peoples, Roles

ENGLISH = "en"

_FOLDERS = {ENGLISH: "english"}
"""The folder of a language's tables, beside this one, by its ISO 639-1 code."""


@dataclass(frozen=True)
class Tables:
    """The tables of one language."""

    abbreviations: WordClasses
    calendar: Calendar
    clauses: WordClasses
    endings: EndingClasses
    given_names: GivenNames
    grammar: Grammar
    meanings: Meanings
    name_parts: WordClasses
    negation: WordClasses
    noun_phrases: WordClasses
    nouns: WordClasses
    occasions: WordClasses
    organisations: WordClasses
    page_lines: WordClasses
    peoples: Peoples
    phrases: WordClasses
    places: Places
    plurals: Plurals
    quantities: Quantities
    roles: Roles
    time: WordClasses
    verbs: Verbs


def tables(language: str) -> Tables | None:
    """The tables of a language, by its ISO 639-1 code; None of a language that has none.

    Quotes of an article without tables are found by their marks alone: nobody is named for them, and they are neither
    dated nor compared in other words.
    """
    folder = _FOLDERS.get(language)
    return None if folder is None else read(folder)


@cache
def read(folder: str) -> Tables:
    """The tables in a folder beside this one, read once.

    Raises:
        TableError: a table is not as its columns demand; names the table and the line.
    """
    place = files("indexer") / folder
    return Tables(
        abbreviations=WordClasses(place / "abbreviations.tsv", "short"),
        calendar=Calendar.read(place / "calendar.tsv"),
        clauses=WordClasses(place / "clauses.tsv", "word"),
        endings=EndingClasses(place / "endings.tsv", "letters"),
        given_names=GivenNames.read(place / "given_names.tsv"),
        grammar=Grammar(place / "grammar.tsv"),
        meanings=Meanings.read(place / "contractions.tsv", place / "opposites.tsv", place / "synonyms.tsv"),
        name_parts=WordClasses(place / "name_parts.tsv", "part"),
        negation=WordClasses(place / "negation.tsv", "phrase"),
        noun_phrases=WordClasses(place / "noun_phrases.tsv", "word"),
        nouns=WordClasses(place / "nouns.tsv", "noun"),
        occasions=WordClasses(place / "occasions.tsv", "name"),
        organisations=WordClasses(place / "organisations.tsv", "name"),
        page_lines=WordClasses(place / "page_lines.tsv", "line"),
        peoples=Peoples(place / "peoples.tsv"),
        phrases=WordClasses(place / "phrases.tsv", "phrase"),
        places=Places.read(place / "places.tsv", place / "aliases.tsv"),
        plurals=Plurals.read(place / "plurals.tsv"),
        quantities=Quantities.read(place / "numbers.tsv", place / "amounts.tsv", place / "units.tsv"),
        roles=Roles(place / "roles.tsv"),
        time=WordClasses(place / "time.tsv", "words"),
        verbs=Verbs(place / "verbs.tsv", place / "inflection.tsv"),
    )
