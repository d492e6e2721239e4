"""The groups that figures are printed by: the form of the source, and the kind of the content.

One average hides biased errors: an extractor that resolves "he" and not "she" looks well where men are quoted more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bench.gold.measures import ALL, Tallies, Tally
from bench.gold.truth import Attributed, Truth
from indexer.model import Kind, Quote

_DESCRIBES = re.compile(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Tt]his|[Aa]nother|[Ss]ome)\s+[^A-Z]")
_PRONOUNS = frozenset(("it", "they", "i", "we", "who", "which", "that", "them", "him", "her", "you"))
_QUOTED = re.compile(r"[“\"][^“”\"]+(?:[”\"]|$)")
FORMS = ("name", "role", "he", "she", "other pronoun", "none")
COLUMNS = ("direct", "attribution", "content only", "content exact", "source exact")


def groups_of(truth: Truth, one: Attributed | Quote) -> tuple[str, str]:
    """The form of the source and the kind of the content of a wanted attribution or a found quote."""
    return form(" ".join(span.text for span in one.source)), kind(truth, one).value


def form(printed: str) -> str:
    """How a source names somebody: "name", "role", "he", "she", "other pronoun" or "none"."""
    low = printed.lower().strip(" ,")
    if not low:
        return "none"
    if low in ("he", "she"):
        return low
    if low in _PRONOUNS:
        return "other pronoun"
    if not re.search(r"[A-Z]", printed[1:] if low.startswith(("the ", "a ", "an ")) else printed):
        return "role"
    return "role" if _DESCRIBES.match(printed) and not re.search(r"[A-Z][\w’'-]+,? [A-Z]", printed) else "name"


def kind(truth: Truth, one: Attributed | Quote) -> Kind:
    """direct, where nine tenths of the content stand between double marks; mixed, where any of it does."""
    if isinstance(one, Quote):
        return one.kind
    texts = [truth.article.text[span.start : span.end] for span in one.content]
    inside = sum(len(match[0]) for text in texts for match in _QUOTED.finditer(text))
    if not inside:
        return Kind.INDIRECT
    return Kind.DIRECT if inside >= 0.9 * sum(map(len, texts)) else Kind.MIXED


def table(tallies: Tallies) -> Iterator[str]:
    """Lines of a table: each figure (F1, in percent) by group; "who said it" is the share of right full names."""
    yield f"{'by group':16}{'wanted':>7} " + "".join(f"{name:>15}" for name in COLUMNS) + f"{'who said it':>22}"
    for group in (ALL, *FORMS, *(kind.value for kind in Kind)):
        if (here := tallies.get(group)) is None:
            continue
        cells = "".join(f"{_cell(here, name):>15}" for name in COLUMNS)
        who = here.get("who said it", Tally())
        names = f"{who.recall:.1f} % of {who.wanted}" if who.wanted else "-"
        yield f"{group or 'all':16}{here['content only'].wanted:7} {cells}{names:>22}"


def _cell(here: Mapping[str, Tally], name: str) -> str:
    tally = here.get(name, Tally())
    return f"{tally.f1:.1f}" if tally.wanted or tally.found else "-"
