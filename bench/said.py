"""How well said dates are found, given the right attributions: python -m bench.said

Reads the labelled articles (``bench.truth``), and prints precision, recall and F1, the same by class of expression, how
often the score means what it says, and articles a second. The weights were learned from these labels: the figure
to trust is the cross-validated one of ``python -m training.said``.
"""

from __future__ import annotations

import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.truth import GOLD, LABELS, NOT_THERE, is_there
from indexer.document import Document
from indexer.extract.dates import said_all, said_text, walk
from indexer.extract.dates.timeline import Timeline
from indexer.extract.weighing import weights_of
from indexer.model import Article, Attribution, Basis, Kind, Published, PublishedDate, Said, Span, Stance


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its gold attributions; ``dates``: of those labelled, by index, the dates that are right."""

    article: Article
    attributions: tuple[Attribution, ...]
    dates: dict[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled attribution: what is right (empty: undated), what was said, by which words and how surely."""

    right: frozenset[str]
    got: str | None
    form: str
    probability: float

    @property
    def is_right(self) -> bool:
        return self.got in self.right


def labelled() -> list[Labelled]:
    """The labelled articles."""
    dates: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        dates[label["article"]][label["attribution"]] = frozenset(filter(None, label["said"]))
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        articles = {record["id"]: record for record in reversed([json.loads(line) for line in lines])}
    return [_labelled(record, dates.get(ident, {})) for ident, record in sorted(articles.items())]


def _labelled(record: dict[str, object], dates: Mapping[str, frozenset[str]]) -> Labelled:
    text, attributions = str(record["text"]), record["attributions"]
    assert isinstance(attributions, list)
    best = PublishedDate(str(record["published"]), None, Basis.GIVEN, "")
    return Labelled(
        Article(str(record["id"]), text, published=Published(best)),
        tuple(_attribution(text, gold) for gold in attributions),
        {index: dates[gold["id"]] for index, gold in enumerate(attributions) if gold["id"] in dates},
    )


def _attribution(text: str, gold: Mapping[str, list[list[int]]]) -> Attribution:
    content, source, cue = (
        tuple(Span.of(text, *span) for span in gold.get(role) or []) for role in ("content", "source", "cue")
    )
    return Attribution(content, source, cue, Kind.INDIRECT, Stance.ASSERTED, (), 1.0)


def score(articles: Iterable[Labelled], weights: Mapping[str, float]) -> list[Outcome]:
    """The outcome of each labelled attribution under these weights."""
    outcomes = []
    for one in articles:
        timeline = Timeline(Document(one.article), one.attributions)
        for index, (weighed, choice) in walk(timeline, one.attributions, weights):
            if index not in one.dates:
                continue
            if choice is None:
                outcomes.append(Outcome(one.dates[index], None, "undated", 0.0))
                continue
            words = choice.time.words
            got = said_text(Said(words.days.from_, words.days.to, words.days.precision, Span(0, 0, "")))
            where = "own sentence" if "own" in weighed.clues[weighed.times.index(choice.time)] else "carried"
            outcomes.append(Outcome(one.dates[index], got, f"{words.form}, {where}", choice.probability))
    return outcomes


def figures(outcomes: Sequence[Outcome]) -> str:
    """Precision, recall and F1 in percent."""
    right = sum(outcome.is_right for outcome in outcomes)
    predicted = sum(outcome.got is not None for outcome in outcomes)
    gold = sum(bool(outcome.right) for outcome in outcomes)
    precision, recall = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return (
        f"said on  P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"
        f"   ({right} right of {predicted} predicted, {gold} gold)"
    )


def by_form(outcomes: Sequence[Outcome]) -> str:
    """How many of each class of expression were right, or labelled with another date, or labelled undated."""
    rows: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        rows[outcome.form].append(outcome)
    return "\n".join(
        f"{form:26} {len(group):4} found {sum(o.is_right for o in group):4} right "
        f"{sum(bool(o.right) and not o.is_right for o in group):4} other date {sum(not o.right for o in group):4} none"
        for form, group in sorted(rows.items())
    )


def reliability(outcomes: Sequence[Outcome]) -> str:
    """How often a date of each score is right."""
    bins: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.got is not None:
            bins[min(9, int(outcome.probability * 10))].append(outcome)
    return "\n".join(
        f"score {number / 10:.1f} to {number / 10 + 0.1:.1f}  {len(group):4} dates, mean score "
        f"{sum(o.probability for o in group) / len(group):.2f}, right {sum(o.is_right for o in group) / len(group):.2f}"
        for number, group in sorted(bins.items())
    )


def main() -> None:
    if not is_there():
        print(NOT_THERE)
        return
    articles = labelled()
    outcomes = score(articles, weights_of("indexer.extract.dates"))
    print(figures(outcomes), by_form(outcomes), reliability(outcomes), sep="\n\n")
    start = time.process_time()
    for one in articles:
        said_all(Document(one.article), one.attributions)
    took = time.process_time() - start
    print(f"\n{len(articles) / took:.0f} articles/s ({1000 * took / len(articles):.1f} ms an article), dating alone")


if __name__ == "__main__":
    main()
