"""Examples made of gold articles: how news is printed elsewhere, and what the gold articles do not show.

Each kind takes an article with its attributions and gives it changed, with the attributions where they now stand. Of
the articles of an epoch some are changed, and others with each epoch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from training.tagger.made.annotated import Annotated
from training.tagger.made.layout import otherwise
from training.tagger.made.lines import lines_of_nobody
from training.tagger.made.marks import other_family, spoilt
from training.tagger.made.nested import nested
from training.tagger.made.sources import other_sources
from training.tagger.made.wording import misread, misspelt, plain, spun, translated

Made = Callable[[Annotated, Random], Annotated]

KINDS: Mapping[str, Made] = {
    "marks": other_family,
    "spoilt marks": spoilt,
    "spun": spun,
    "misspelt": misspelt,
    "misread": misread,
    "translated": translated,
    "plain": plain,
    "sources": other_sources,
    "lines": lines_of_nobody,
    "layout": otherwise,
    "nested": nested,
}

SHARE = 0.4
"""The share of an epoch's articles that are changed."""
AFTERWARDS = ("marks", "spoilt marks", "spun", "misspelt")
TWICE = 0.3
"""The share of the changed articles that are changed once more, by one of ``AFTERWARDS``."""


def made(given: Annotated, random: Random) -> Annotated:
    """The article, changed or as it is."""
    if random.random() > SHARE:
        return given
    changed = KINDS[random.choice(tuple(KINDS))](given, random)
    return KINDS[random.choice(AFTERWARDS)](changed, random) if random.random() < TWICE else changed
