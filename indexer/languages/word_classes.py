"""Tables of word classes that say more of a word than its classes."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources.abc import Traversable

from indexer.languages.lexicon import Sex
from indexer.languages.table import WordClasses


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


class Grammar(WordClasses):
    """``grammar.tsv``: words by part of speech."""

    def __init__(self, table: Traversable) -> None:
        super().__init__(table, "word", "stands for")
        stands = ((row.text("word"), row.choice("stands for", Pronoun)) for row in self.rows)
        self.pronouns = {word: pronoun for word, pronoun in stands if pronoun}
        """What each personal pronoun stands for."""


class Peoples(WordClasses):
    """``peoples.tsv``: words for what belongs to a country, a people, a party or a faith."""

    def __init__(self, table: Traversable) -> None:
        super().__init__(table, "word", "short", "same")
        self.short = {row.text("short"): row.text("word") for row in self.rows if row.text("short")}
        """The party that a letter stands for."""
        self.same = {row.text("word"): row.text("same") for row in self.rows if row.text("same")}
        """The people of one of whom a word is said: "british" for "briton"."""
        self.never_one = frozenset(self.same.values())
        """Words for a people that are said of nobody by themselves: "the British" are many."""


class Roles(WordClasses):
    """``roles.tsv``: what people are called."""

    def __init__(self, table: Traversable) -> None:
        super().__init__(table, "word", "sex", "synonyms")
        self.sexes = {row.text("word"): sex for row in self.rows if (sex := row.choice("sex", Sex))}
        """The sex of those that only a man or only a woman is called."""
        self.synonyms: dict[str, str] = {}
        """For a word that has synonyms, the one that stands for all of them: that of the first line with the word."""
        for row in self.rows:
            if others := row.words("synonyms"):
                for word in (row.text("word"), *others):
                    self.synonyms.setdefault(word, self.synonyms.get(row.text("word"), row.text("word")))
