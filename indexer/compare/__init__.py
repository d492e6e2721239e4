"""Two wordings in, what they have to do with one another out; pure, without any store.

``judge`` compares the words somebody asks for with those of a stored quote; ``fingerprint`` says which stored quotes
are printed in the same words. Words are compared by ``indexer.text``, weighed by a frozen table (``idf``), and what
thirteen measures are worth together was learned (``training/judge.py``, its figures in ``training/judge.md``). A
``SecondLook`` reads what words leave undecided with a language model: the one part that needs more than words.
"""

from indexer.compare.fingerprint import fingerprint
from indexer.compare.judge import judge, too_short
from indexer.compare.records import Comparison, Edit, EditKind, Guard, GuardKind, Likeness, Measures, Relation
from indexer.compare.screen import judge_likeliest
from indexer.compare.second_look import SecondLook
from indexer.compare.wording import Wording, wording

__all__ = [
    "Comparison",
    "Edit",
    "EditKind",
    "Guard",
    "GuardKind",
    "Likeness",
    "Measures",
    "Relation",
    "SecondLook",
    "Wording",
    "fingerprint",
    "judge",
    "judge_likeliest",
    "too_short",
    "wording",
]
