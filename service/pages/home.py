"""The first page: what the archive holds today, and three examples made of it, as links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template, url_for

from indexer.model import Kind
from indexer.query import IN_WORDS, AllOf, Facet, FacetCount, Hit, Is, Query, Sort
from indexer.store.base import Store
from service.answers import make_quotes
from service.pages.bars import Bars, of_months
from service.pages.filled import address
from service.pages.topics import topics

SHORTEST_EXAMPLE, LONGEST_EXAMPLE = 8, 30
"""Words of a quote that is shown as an example."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question that the archive can answer, with the address of the answer."""

    question: str
    address: str


def home(store: Store) -> str:
    """The page, which works with an empty archive too."""
    counts = store.counts()
    examples: tuple[Example, ...] = ()
    bars: Bars | None = None
    if counts.quotes and counts.outdated is None:
        kind = AllOf((Is("kind", Kind.DIRECT), IN_WORDS))
        found = store.search(Query(kind, sort=Sort.NEWEST, size=60, facets=(Facet.SPEAKER,)))
        examples = _examples(found.hits, found.facets[Facet.SPEAKER][:1])
        spoken = store.search(Query(AllOf((IN_WORDS,)), size=1, facets=(Facet.MONTH,)))
        by_month = spoken.facets[Facet.MONTH]
        bars = of_months(by_month, spoken.total, lambda first, last: address({}, after=first, before=last))
    return render_template(
        "home.html", counts=make_quotes.of_counts(counts), held=store.coverage(), examples=examples, bars=bars
    )


def _examples(hits: Sequence[Hit], speakers: Sequence[FacetCount]) -> tuple[Example, ...]:
    found = [
        Example(f"What is {each.label} on record with?", url_for("pages.speaker", speaker_id=each.value))
        for each in speakers
    ]
    shown = next((hit for hit in hits if _is_example(hit)), None)
    if shown is not None:
        names = [hit.quote.speaker.name or "" for hit in hits]
        of_what = topics(hits, but=names) or topics(hits, but=names, fewest=1)
        found += [Example(f"Who spoke of “{word}”?", address({}, q=word)) for word in of_what[:1]]
        first = " ".join(_longest(shown).split()[:SHORTEST_EXAMPLE])
        question = f"Is “{first} …” printed so, and where first?"
        found.append(Example(question, url_for("pages.check", quote=shown.quote.id)))
    return tuple(found)


def _is_example(hit: Hit) -> bool:
    return hit.quote.speaker.name is not None and SHORTEST_EXAMPLE < len(_longest(hit).split()) <= LONGEST_EXAMPLE


def _longest(hit: Hit) -> str:
    """The longest part of a quote that stands between marks."""
    return max(hit.quote.quoted, key=len, default="")
