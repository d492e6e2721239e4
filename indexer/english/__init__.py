"""English as tables: one concept a table, one entry a line. ``docs/languages.md`` says how to add to them."""

from indexer.languages import read

_TABLES = read("english")

ABBREVIATIONS = _TABLES.abbreviations
CALENDAR = _TABLES.calendar
CLAUSES = _TABLES.clauses
ENDINGS = _TABLES.endings
GIVEN_NAMES = _TABLES.given_names
GRAMMAR = _TABLES.grammar
MEANINGS = _TABLES.meanings
NAME_PARTS = _TABLES.name_parts
NEGATION = _TABLES.negation
NOUN_PHRASES = _TABLES.noun_phrases
NOUNS = _TABLES.nouns
NUMBERS = _TABLES.numbers
OCCASIONS = _TABLES.occasions
ORGANISATIONS = _TABLES.organisations
PAGE_LINES = _TABLES.page_lines
PEOPLES = _TABLES.peoples
PHRASES = _TABLES.phrases
PLACES = _TABLES.places
PLURALS = _TABLES.plurals
ROLES = _TABLES.roles
SPELLINGS = _TABLES.spellings
TIME = _TABLES.time
VERBS = _TABLES.verbs
