"""Whether two printed names can be one person's or organisation's, and how sure.

``compare_names`` scores two names of different articles by the names alone; ``within_article`` compares names of one
article, which spells a name in one way; ``words`` says what the single words of a name are.
"""

from indexer.names.likeness import POSSIBLE, SAME, NameMatch, Verdict, can_be_one, compare_names

__all__ = ["POSSIBLE", "SAME", "NameMatch", "Verdict", "can_be_one", "compare_names"]
