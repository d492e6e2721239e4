"""The languages that have tables of words, and what such tables hold."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from indexer.languages.lexicon import Calendar, GivenNames, Meanings, Numbers, Places, Plurals, Spellings
from indexer.languages.table import EndingClasses, WordClasses
from indexer.languages.verbs import Verbs
from indexer.languages.word_classes import Grammar, Peoples, Roles

ENGLISH = "en"

_FOLDERS = {ENGLISH: "english"}
"""The folder of a language's tables, beside this one, by its ISO 639-1 code."""


class Tables:
    """The tables of one language.

    Args:
        folder: the folder that holds them, beside this one.

    Raises:
        TableError: a table is not as its head says; names the table and the line.
    """

    def __init__(self, folder: str) -> None:
        place = files("indexer") / folder
        self.abbreviations = WordClasses(place / "abbreviations.tsv", "short")
        self.calendar = Calendar(place / "calendar.tsv")
        self.clauses = WordClasses(place / "clauses.tsv", "word")
        self.endings = EndingClasses(place / "endings.tsv", "letters")
        self.given_names = GivenNames(place / "given_names.tsv")
        self.grammar = Grammar(place / "grammar.tsv")
        self.meanings = Meanings(place / "contractions.tsv", place / "opposites.tsv", place / "synonyms.tsv")
        self.name_parts = WordClasses(place / "name_parts.tsv", "part")
        self.negation = WordClasses(place / "negation.tsv", "phrase")
        self.noun_phrases = WordClasses(place / "noun_phrases.tsv", "word")
        self.nouns = WordClasses(place / "nouns.tsv", "noun")
        self.numbers = Numbers(place / "numbers.tsv", place / "amounts.tsv", place / "units.tsv")
        self.occasions = WordClasses(place / "occasions.tsv", "name")
        self.organisations = WordClasses(place / "organisations.tsv", "name")
        self.page_lines = WordClasses(place / "page_lines.tsv", "line")
        self.peoples = Peoples(place / "peoples.tsv")
        self.phrases = WordClasses(place / "phrases.tsv", "phrase")
        self.places = Places(place / "places.tsv", place / "aliases.tsv")
        self.plurals = Plurals(place / "plurals.tsv")
        self.roles = Roles(place / "roles.tsv")
        self.spellings = Spellings(place / "spellings.tsv")
        self.time = WordClasses(place / "time.tsv", "words")
        self.verbs = Verbs(place / "verbs.tsv", place / "inflection.tsv")


def tables(language: str) -> Tables | None:
    """The tables of a language, by its ISO 639-1 code; None of a language that has none.

    Quotes of an article without tables are found by their marks alone: nobody is named for them, and they are neither
    dated nor compared in other words.
    """
    folder = _FOLDERS.get(language)
    return None if folder is None else read(folder)


@cache
def read(folder: str) -> Tables:
    """The tables in a folder, read once."""
    return Tables(folder)
