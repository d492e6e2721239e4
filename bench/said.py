"""How well said dates are found, given the right attributions: python -m bench.said

Reads the articles all of whose attributions are labelled (``bench.gold.truth``), and prints precision, recall and F1,
the same by class of expression, how often the score means what it says, and articles a second. The weights were learned
from these labels: the figure to trust is the cross-validated one of ``python -m training.said``.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.gold.truth import NOT_THERE, Truth, all_labelled, as_attributions, is_there
from indexer.document import Document
from indexer.extract.act import acts
from indexer.extract.dates import LEAST, Choice, Dated, choices, said_all, said_text, statements, walk
from indexer.extract.dates.said_clues import OWN
from indexer.extract.dates.timeline import Timeline, TimeMention
from indexer.extract.dates.told import Told
from indexer.extract.speakers import resolve
from indexer.extract.weighing import weights_of
from indexer.model import Act, Said, Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its attributions, and the dates that are right of those labelled, by number."""

    document: Document
    told: tuple[Told, ...]
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


def labelled(truth: Truth, done: Sequence[Act] | None = None) -> Labelled:
    """A labelled article, its sources resolved.

    Args:
        done: the act of each attribution; None to find it out.
    """
    document, attributions = Document(truth.article), as_attributions(truth)
    speakers = resolve(document, attributions)
    found = done if done is not None else [act for act, _ in acts(document, attributions)]
    told = (Told(one, who, act) for one, (who, _), act in zip(attributions, speakers, found, strict=True))
    dates = {number: one.label.said for number, one in enumerate(truth.attributions) if one.label is not None}
    return Labelled(document, tuple(told), dates)


def score(
    articles: Iterable[Labelled], weights: Mapping[str, float], least: float = LEAST, *, acts_told: bool = True
) -> list[Outcome]:
    """The outcome of each labelled attribution under these weights.

    Args:
        least: the least probability of a date that is claimed.
        acts_told: whether only what is in words is dated.
    """
    outcomes = []
    for one in articles:
        for statement in statements(walk(Timeline(one.document, one.told), one.told, weights)):
            chosen = choices(statement, least)
            for each in statement:
                if each.number in one.dates:
                    words = not acts_told or one.told[each.number].in_words
                    outcomes.append(_outcome(one, each, chosen[each.number] if words else None))
    return outcomes


def _outcome(one: Labelled, each: Dated, choice: Choice | None) -> Outcome:
    right = one.dates[each.number]
    if choice is None:
        return Outcome(right, None, "undated", 0.0)
    own = any(
        OWN in clues for time, clues in zip(each.weighed.times, each.weighed.clues, strict=True) if time is choice.time
    )
    form = f"{choice.time.words.form}, {'own sentence' if own else 'carried'}"
    return Outcome(right, mention_text(choice.time), form, choice.probability)


def mention_text(time: TimeMention) -> str:
    """The days of a time as labels have them."""
    days = time.words.days
    return said_text(Said(days.from_, days.to, days.precision, Span(0, 0, "")))


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
    articles = [labelled(truth) for truth in all_labelled()]
    outcomes = score(articles, weights_of("indexer.extract.dates"))
    print(figures(outcomes), by_form(outcomes), reliability(outcomes), sep="\n\n")
    start = time.process_time()
    for one in articles:
        said_all(one.document, one.told)
    took = time.process_time() - start
    print(f"\n{len(articles) / took:.0f} articles/s ({1000 * took / len(articles):.1f} ms an article), dating alone")


if __name__ == "__main__":
    main()
