"""Compares two wordings: pure functions, without any store.

``judge`` compares a query with the words of a stored quote; ``fingerprint`` tells which stored quotes print the same
words. Words are folded by ``indexer.text`` and weighed by a frozen table (``idf``); the weights of thirteen measures
were learned (``training/judge.py``, figures in ``training/judge.md``).
"""

from indexer.compare.fingerprint import fingerprint
from indexer.compare.judge import judge, too_short
from indexer.compare.records import Comparison, Edit, EditKind, Guard, GuardKind, Measures, Relation
from indexer.compare.reversals import reversal
from indexer.compare.upper_bounds import judge_likeliest
from indexer.compare.wording import Wording, wording

__all__ = [
    "Comparison",
    "Edit",
    "EditKind",
    "Guard",
    "GuardKind",
    "Measures",
    "Relation",
    "Wording",
    "fingerprint",
    "judge",
    "judge_likeliest",
    "reversal",
    "too_short",
    "wording",
]
