"""Extraction with the weights that some articles teach, in place of those that are shipped.

What is shipped was learned from all labelled articles, and is surer of them than it will be of others: how sure it may
be is learned from articles that it has not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from bench.gold import sources
from bench.gold.annotated import ARTICLES, TABLES, tables
from bench.gold.truth import Truth, of_annotated
from indexer.extract.act import by_clue
from indexer.extract.speakers.form_weights import FormWeights
from training import act, said, who


@contextmanager
def taught(truths: Sequence[Truth]) -> Iterator[None]:
    """Within it, speakers, acts and dates are found by what these labelled articles teach."""
    own = who.OWN * (*of_annotated((*tables(TABLES), *tables(ARTICLES))), *sources.truths())
    speakers = FormWeights(who.learn([*truths, *own]))
    acts = act.learn([each for truth in truths for each in act.examples(truth)])
    known = by_clue(acts.weights)
    with ExitStack() as held:
        held.enter_context(patch("indexer.extract.speakers._weights", lambda: speakers))
        held.enter_context(patch("indexer.extract.act._known", lambda: known))
        held.enter_context(patch("indexer.extract.act._directions", lambda: acts.directions))
        dates = said.learn(said.read(truths))
        held.enter_context(patch("indexer.extract.dates.weights_of", lambda package: dates))
        yield
