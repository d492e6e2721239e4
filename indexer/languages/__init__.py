"""The languages that have tables of words, and what such tables hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from indexer.languages import words
from indexer.languages.pairs import Calendar, GivenNames, Meanings, Places, Plurals, Quantities
from indexer.languages.verbs import Verbs

ENGLISH = "en"

_FOLDERS = {ENGLISH: "english"}
"""The folder of a language's tables, beside this one, by its ISO 639-1 code."""


@dataclass(frozen=True)
class Tables:
    """The tables of one language."""

    abbreviations: words.Abbreviations
    calendar: Calendar
    clauses: words.Clauses
    endings: words.Endings
    given_names: GivenNames
    grammar: words.Grammar
    meanings: Meanings
    name_parts: words.NameParts
    negation: words.Negation
    noun_phrases: words.NounPhrases
    nouns: words.Nouns
    occasions: words.Occasions
    organisations: words.Organisations
    page_lines: words.PageLines
    peoples: words.Peoples
    phrases: words.Phrases
    places: Places
    plurals: Plurals
    quantities: Quantities
    roles: words.Roles
    time: words.TimeWords
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
        abbreviations=words.Abbreviations.read(place / "abbreviations.tsv", "short", "classes"),
        calendar=Calendar.read(place / "calendar.tsv"),
        clauses=words.Clauses.read(place / "clauses.tsv", "word", "classes"),
        endings=words.Endings.read(place / "endings.tsv", "letters", "classes"),
        given_names=GivenNames.read(place / "given_names.tsv"),
        grammar=words.Grammar.read(place / "grammar.tsv", "word", "stands for", "classes"),
        meanings=Meanings.read(place / "contractions.tsv", place / "opposites.tsv", place / "synonyms.tsv"),
        name_parts=words.NameParts.read(place / "name_parts.tsv", "part", "classes"),
        negation=words.Negation.read(place / "negation.tsv", "phrase", "classes"),
        noun_phrases=words.NounPhrases.read(place / "noun_phrases.tsv", "word", "classes"),
        nouns=words.Nouns.read(place / "nouns.tsv", "noun", "classes"),
        occasions=words.Occasions.read(place / "occasions.tsv", "name", "classes"),
        organisations=words.Organisations.read(place / "organisations.tsv", "name", "classes"),
        page_lines=words.PageLines.read(place / "page_lines.tsv", "line", "classes"),
        peoples=words.Peoples.read(place / "peoples.tsv", "word", "short", "classes"),
        phrases=words.Phrases.read(place / "phrases.tsv", "phrase", "classes"),
        places=Places.read(place / "places.tsv", place / "aliases.tsv"),
        plurals=Plurals.read(place / "plurals.tsv"),
        quantities=Quantities.read(place / "numbers.tsv", place / "amounts.tsv", place / "units.tsv"),
        roles=words.Roles.read(place / "roles.tsv", "word", "sex", "synonyms", "classes"),
        time=words.TimeWords.read(place / "time.tsv", "words", "classes"),
        verbs=Verbs(place / "verbs.tsv", place / "inflection.tsv"),
    )
