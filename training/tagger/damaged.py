"""How well the quotes of dev articles are found when these are changed: python -m training.tagger.damaged

Each kind of change that examples are made by (``training.tagger.made``) is measured on PolNeAR's dev articles, from
which nothing is learned: the words of the tables are the same, the articles are others. Prints F1 for each kind and for
all.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from random import Random

from bench.gold.measures import ALL, figures, measure
from bench.gold.truth import GOLD, NOT_THERE, Attributed, Truth, is_there
from indexer.extract import EXTRACTORS
from indexer.model import Article, Quote, Role, Span
from training.tagger.made import KINDS, Made
from training.tagger.made.annotated import Annotated

FIGURES = ("direct", "attribution", "content only", "content overlap", "source exact", "cue exact")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default="learned")
    parser.add_argument("--kinds", default=",".join(KINDS), help="which changes, parted by commas")
    parser.add_argument("--every", type=int, default=1, help="one of so many articles")
    arguments = parser.parse_args()
    if not is_there():
        print(NOT_THERE)
        return
    extract = EXTRACTORS[arguments.extractor]
    articles = list(_dev())[:: arguments.every]
    print(f"{'':14}" + "".join(f"{name:>17}" for name in FIGURES))
    everything: list[Truth] = []
    found: dict[str, Sequence[Quote]] = {}
    for kind in arguments.kinds.split(","):
        truths = [_truth(kind, number, one, KINDS[kind]) for number, one in enumerate(articles)]
        found |= {truth.article.id: extract(truth.article) for truth in truths}
        everything += truths
        _print(kind, figures(measure(truths, found)[ALL]))
    _print("all", figures(measure(everything, found)[ALL]))


def _dev() -> Iterator[Annotated]:
    """The articles, of several annotators the first."""
    seen = set[str]()
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["id"] not in seen:
                seen.add(record["id"])
                yield Annotated.of(record)


def _truth(kind: str, number: int, article: Annotated, change: Made) -> Truth:
    changed = change(article, Random(number))
    attributions = (
        Attributed(
            **{role.value: tuple(Span.of(changed.text, *place) for place in one[role]) for role in Role}, label=None
        )
        for one in (*changed.attributions, *changed.inner)
    )
    return Truth(Article(f"{article.id}, {kind}", changed.text), tuple(each for each in attributions if each.content))


def _print(name: str, reached: dict[str, float]) -> None:
    print(f"{name:14}" + "".join(f"{reached.get(figure, 0.0):17.1f}" for figure in FIGURES), flush=True)


if __name__ == "__main__":
    main()
