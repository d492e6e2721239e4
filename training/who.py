"""Learn ``indexer/extract/speakers/weights.json`` from labelled articles, and say how well it does on others.

    python -m training.who            cross-validated figures, by article
    python -m training.who --write    and the weights themselves, learned from all articles

Learned from are the labelled articles of PolNeAR and the project's own (``tests/extract``), with their sources given.
For each source, the candidates whose name is the label's are right; where there is none, nobody is. As clues tell who
spoke before, it is first learned with the right speakers before each source, then with those that the weights name.
Figures are of PolNeAR alone: of the names that are claimed how many are right (precision), and of those that are
labelled how many are claimed (recall).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bench.gold import sources
from bench.gold.annotated import ARTICLES, TABLES, tables
from bench.gold.truth import NOT_THERE, Label, Truth, all_labelled, as_attributions, is_there, of_annotated, plain
from indexer.document import Document
from indexer.extract.speakers import record_speaker
from indexer.extract.speakers.choice import Choice, choose
from indexer.extract.speakers.clues import Weighed
from indexer.extract.speakers.form_weights import FormWeights
from indexer.extract.speakers.interviews import Interview
from indexer.extract.speakers.phrases import Form
from indexer.extract.speakers.reading import Reading
from indexer.extract.weighing import FILE
from indexer.model import SpeakerKind
from training import softmax
from training.clue_weights import write
from training.folds import folds, options

PRIOR = 1.0
OWN = 4
"""How often the project's own texts count: they are short, and each shows a way of printing that PolNeAR has rarely."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A labelled source, what was weighed for it, and whom that names."""

    label: Label
    weighed: Weighed
    choice: Choice

    @property
    def right(self) -> tuple[bool, ...]:
        """Whether each candidate, and last nobody, is right."""
        named = [self.label.is_named and plain(each.name) in self.label.names for each in self.weighed.candidates]
        return (*named, not any(named))

    @property
    def example(self) -> softmax.Choice:
        """What is learned from it."""
        return softmax.Choice(self.weighed.options, self.right)


def resolved(truth: Truth, weights: FormWeights | None) -> Iterator[Resolved]:
    """The labelled sources of an article, each weighed after those before it.

    Args:
        weights: None to go on from the right speaker of each source.
    """
    attributions = sorted(
        zip(as_attributions(truth), truth.attributions, strict=True), key=lambda pair: pair[0].content
    )
    reading = Reading(Document(truth.article), [attribution for attribution, _ in attributions])
    interview = Interview(reading)
    for number in reading.order():
        source, label = reading.source(number), attributions[number][1].label
        if source is None:
            continue
        printed = attributions[number][0].source[0].text
        if (letter := interview.choice(printed)) is not None:  # "Q:" and "A:" are not weighed
            record_speaker(letter, reading, source, printed)
            continue
        weighed = Weighed(reading, source)
        _ = (
            weighed.named,
            weighed.nobody,
        )  # the clues depend on who spoke before: they are read before this source is resolved
        one = Resolved(label, weighed, Choice(None, 0.0)) if label is not None else None
        if weights is not None:
            choice = choose(weighed, weights)
        else:
            right = one.right if one is not None else _heads(weighed)
            choice = Choice(
                next((each for each, fits in zip(weighed.candidates, right, strict=False) if fits), None), 1
            )
        record_speaker(choice, reading, source, printed)
        if one is not None:
            yield replace(one, choice=choice)


def _heads(weighed: Weighed) -> list[bool]:
    """Whether each candidate is the name that a source without a label prints as its head."""
    head = weighed.source.phrase.mention
    return [each.inside is not None and each.inside is head for each in weighed.candidates]


def learn(truths: Sequence[Truth]) -> dict[str, float]:
    """The weights that these articles teach."""
    weights: dict[str, float] = {}
    for _ in range(2):
        found = (one for truth in truths for one in resolved(truth, FormWeights(weights) if weights else None))
        # Where two fit alike, neither is right, and nobody is neither.
        examples = [one.example for one in found if one.label.kind != SpeakerKind.AMBIGUOUS]
        weights = softmax.learn(examples, prior=PRIOR)
    return weights


def cross_validated(truths: Sequence[Truth], own: Sequence[Truth]) -> Iterator[Resolved]:
    """Each labelled source of PolNeAR, resolved by weights that were learned without its article."""
    for others, held in folds(truths):
        taught = FormWeights(learn([*own, *others]))
        for truth in held:
            yield from resolved(truth, taught)


def figures(found: Iterable[Resolved], unseen: int) -> Iterator[str]:
    """Precision and recall of the names claimed, by form of the source.

    Args:
        unseen: labelled attributions that have a named speaker and no source, and so are none of these.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    counts["all"]["named"] = unseen
    for one in found:
        name = one.choice.candidate.name if one.choice.candidate is not None else None
        source = one.weighed.source
        pronoun = ("pronoun",) if source.phrase.form is Form.PRONOUN else ()
        for row in ("all", *pronoun, source.form):
            counts[row]["claimed"] += name is not None
            counts[row]["right"] += name is not None and plain(name) in one.label.names
            counts[row]["named"] += one.label.is_named
    yield f"{'names claimed':16}{'precision':>10}{'recall':>8}{'right':>8}{'claimed':>8}{'named':>8}"
    for row, count in sorted(counts.items(), key=lambda each: -each[1]["named"]):
        precision, recall = (100 * count["right"] / max(1, count[whole]) for whole in ("claimed", "named"))
        yield f"{row:16}{precision:10.1f}{recall:8.1f}{count['right']:8}{count['claimed']:8}{count['named']:8}"


def main() -> None:
    """Learn, print the figures, and write when told."""
    arguments = options(__doc__, FILE).parse_args()
    if not is_there():
        print(NOT_THERE)
        return
    truths = all_labelled()
    own = OWN * (*of_annotated((*tables(TABLES), *tables(ARTICLES))), *sources.truths())
    if not arguments.quick:
        labels = (each for truth in truths for each in truth.attributions if not each.source)
        unseen = sum(each.label is not None and each.label.is_named for each in labels)
        print(*figures(cross_validated(truths, own), unseen), sep="\n")
    if arguments.write:
        print(f"{write('speakers', learn([*truths, *own]))} weights")


if __name__ == "__main__":
    main()
