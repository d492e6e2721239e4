"""English as tables: one concept a table, one entry a line. ``docs/languages.md`` says how to add to them."""

from indexer.languages import read

_TABLES = read("english")

VERBS = _TABLES.verbs
