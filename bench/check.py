"""How well the whole check answers, from the text to the verdict: python -m bench.check

From an archive (PolNeAR train by the real pipeline, else samples/) questions are made by code, see
bench.questions.perturbed, and put to ``indexer.check.check``. Prints by kind: how many were reported; how many were
found, that is, the report that sets the verdict stands in the right article or prints its words; in which of these the
relation is right; how many guards tripped; and what a plain phrase and a plain match of 70 % of the words find. Then
texts that the archive does not hold, and how many were called reported; milliseconds of a check beside the engine's own
best 50 by BM25; and the variants by hand against the gold contents of PolNeAR train and dev, when they are there. With
--semantic quotes get vectors, and each table is printed twice: of checks that ask meaning too, and of words alone.
"""

from __future__ import annotations

import argparse
import contextlib
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, quantiles

from bench.archives.plain import Found, Plain, plain
from bench.archives.stores import ENGINES, engines_of, fill, new_store
from bench.gold.corpus import polnear
from bench.questions import told
from bench.questions.check_variants import gold, table
from bench.questions.perturbed import KINDS, NEGATIVES, Case, archive, cases, negatives, prints
from bench.questions.read_pairs import is_one_utterance
from indexer.check import Answer, Outcome, Question, check
from indexer.check.records import Sense
from indexer.compare import wording
from indexer.query import StoredArticle
from indexer.store import open_store
from indexer.store.base import Store

SHOWN = 300
"""Characters of a text that are shown of what went wrong."""

STEPS = (0.0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.01)
"""Bounds of the confidence between which answers are counted together."""

SURE = ("verbatim", "case, marks, dashes", "tail cut", "head cut", "head … tail", "one word changed", "fragment")


@dataclass(slots=True)
class Tally:
    """Counts of one kind, and the cases that went wrong."""

    of: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    told: Counter[Outcome] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def share(self, what: str) -> float:
        return self.counts[what] / self.of if self.of else 0.0


@dataclass(slots=True)
class Results:
    """All kinds, and the milliseconds of each check, of its work in this process, and of the engine's own query."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    checks: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    believed: list[tuple[float, bool]] = field(default_factory=list)
    """The confidence of each answer, and whether the nearest wording did print the text, where that is known."""


def asked(store: Store, plain: Plain, questions: Iterable[Case]) -> Results:
    """Put every question to the check, and to the bare engine beside it."""
    results = Results()
    for case in questions:
        start, worked = time.perf_counter(), time.process_time()
        answer = check(store, Question(case.text))
        results.checks.append((time.perf_counter() - start) * 1000)
        results.work.append((time.process_time() - worked) * 1000)
        results.bare.append(plain.best_fifty(case.text))
        found = {"phrase": plain.phrase(case.text), "70 %": plain.most_words(case.text)}
        tally = results.kinds[case.kind]
        if case.kind in told.MADE:
            tally.told[answer.outcome] += 1
            if answer.outcome not in told.RIGHT[case.kind]:
                tally.wrong.append(_shown(case, answer))
            continue
        (_note if case.relations else _note_negative)(tally, case, answer, found)
        if answer.best is not None:
            results.believed.append((answer.confidence, _is_right(case, answer.best.article.id, answer.best.text)))
        elif not case.relations:
            results.believed.append((answer.confidence, False))
    return results


def _note(tally: Tally, case: Case, answer: Answer, found: dict[str, Found | None]) -> None:
    tally.of += 1
    tally.told[answer.outcome] += 1
    right = answer.best is not None and _is_right(case, answer.best.article.id, answer.best.text)
    relation = answer.best is not None and answer.best.comparison.relation in case.relations
    altered = answer.sense is Sense.ALTERED
    tally.counts["reported"] += answer.reported
    tally.counts["found"] += right
    tally.counts["right"] += right and relation
    tally.counts["guarded"] += altered
    tally.counts["probable"] += answer.probable
    for way, first in found.items():
        tally.counts[way] += first is not None and _is_right(case, first.article, first.text)
    if not (right and relation and altered is case.altered):
        tally.wrong.append(_shown(case, answer))


def _note_negative(tally: Tally, case: Case, answer: Answer, found: dict[str, Found | None]) -> None:
    original = wording(case.text)
    if answer.best is not None and prints(original, answer.best.text):
        tally.counts["printed there too"] += 1
        return
    if answer.best is not None and is_one_utterance(case.text, answer.best.text):
        tally.counts["told there too"] += 1
        return
    tally.of += 1
    tally.told[answer.outcome] += 1
    tally.counts["reported"] += answer.reported
    tally.counts["probable"] += answer.probable
    for way, first in found.items():
        tally.counts[way] += first is not None and not prints(original, first.text)
    if answer.reported:
        tally.wrong.append(_shown(case, answer))


def _is_right(case: Case, article: str, text: str) -> bool:
    return article == case.original.article_id or prints(wording(case.original.text), text)


def _shown(case: Case, answer: Answer) -> str:
    seen = f"{answer.verdict} {answer.score:.2f}"
    if answer.best is not None:
        guarded = "; ".join(f"{each.kind}: {each.query_text!r} {each.stored_text!r}" for each in answer.guards)
        seen += f" {answer.best.printed_as} {_short(answer.best.text)} {guarded[:SHOWN]}"
    return f"  {case.kind}: {_short(case.text)}\n    of {_short(case.original.text)}\n    is {seen}"


def _short(text: str) -> str:
    return repr(text) if len(text) <= SHOWN else f"{text[:SHOWN]!r} and {len(text) - SHOWN:,} characters more"


# --- What is printed -------------------------------------------------------------------------------


def recall(results: Results) -> Iterator[str]:
    yield (
        f"{'edits by code':24}{'of':>5}{'reported':>10}{'found':>9}{'+relation':>11}{'guarded':>9}{'probable':>10}"
        f"{'| phrase':>11}{'70 % words':>12}"
    )
    for kind in KINDS:
        each = results.kinds[kind]
        columns = zip(
            ("reported", "found", "right", "guarded", "probable", "phrase", "70 %"),
            (10, 9, 11, 9, 10, 11, 12),
            strict=True,
        )
        yield f"{kind:24}{each.of:5}" + "".join(f"{_percent(each, what):>{width}}" for what, width in columns)


def false_reports(results: Results) -> Iterator[str]:
    yield f"{'not in the archive':28}{'of':>5}{'reported':>10}{'probable':>10}{'| phrase':>11}{'70 % words':>12}"
    for kind in NEGATIVES:
        each = results.kinds[kind]
        columns = zip(("reported", "probable", "phrase", "70 %"), (10, 10, 11, 12), strict=True)
        line = "".join(f"{_percent(each, what):>{width}}" for what, width in columns)
        others = f"{each.counts['printed there too']} more are printed there too"
        told = f"{each.counts['told there too']} told in other words, as was read"
        yield f"{kind:28}{each.of:5}{line}   ({others}, {told})"


def reliability(results: Results) -> Iterator[str]:
    """How far the confidence can be believed; what prints a negative in other words counts as false."""
    yield f"{'confidence':16}{'answers':>8}{'given':>9}{'right':>9}"
    for low, high in pairwise(STEPS):
        here = [(given, right) for given, right in results.believed if low <= given < high]
        if here:
            mean, right = (100 * sum(each[at] for each in here) / len(here) for at in (0, 1))
            yield f"{low:.2f} – {min(high, 1.0):.2f}{len(here):12}{mean:7.1f} %{right:7.1f} %"


def _percent(tally: Tally, what: str) -> str:
    return f"{100 * tally.share(what):.1f} %" if tally.of else "-"


def reach(results: Results) -> Iterator[str]:
    """The lines that the check is to reach, with what was measured."""
    for kind in SURE:
        yield reached(f"{kind}: found", results.kinds[kind].share("found"), 0.99)
    yield reached("20 % changed: found", results.kinds["20 % changed"].share("found"), 0.97)
    yield reached("40 % changed: found", results.kinds["40 % changed"].share("found"), 0.90)
    negative = [results.kinds[kind] for kind in NEGATIVES]
    # Only what was called reported is ever read again, so a reading can but lower the figure: it does not count here.
    told = sum(each.counts["told there too"] for each in negative)
    wrong, of = told + sum(each.counts["reported"] for each in negative), told + sum(each.of for each in negative)
    yield reached(
        "not in the archive: not reported, as counted before any reading", 1 - wrong / of if of else 0.0, 0.99
    )


def reached(what: str, value: float, least: float) -> str:
    return f"{'pass' if value >= least else 'MISS'}  {what}: {100 * value:.1f} %, to reach {100 * least:.0f} %"


def times(name: str, milliseconds: Sequence[float]) -> str:
    return f"{name:32}{median(milliseconds):8.1f} /{quantiles(milliseconds, n=20)[-1]:8.1f} ms (p50 / p95)"


# --- Stores ----------------------------------------------------------------------------------------


@contextlib.contextmanager
def opened(
    engine: str, stored: Iterable[StoredArticle], *, semantic: bool = False
) -> Iterator[tuple[Store, Plain] | None]:
    """A store of these articles in an engine, with the bare engine beside it; None where there is no engine."""
    with new_store(engine) as url:
        if url is None:
            yield None
            return
        fill(url, stored, semantic=semantic)
        with open_store(url) as store:
            yield store, plain(url)


def by_code(engine: str, arguments: argparse.Namespace) -> None:
    corpus = polnear("train")
    made = archive(corpus.articles[: arguments.articles], arguments.seed)
    quotes = sum(len(each.quotes) for each in made.stored)
    print(f"\n{engine}: {corpus.name}, {len(made.stored)} articles with {quotes:,} quotes, seed {arguments.seed}")
    started = time.perf_counter()
    with opened(engine, made.stored, semantic=arguments.semantic) as both:
        if both is None:
            return
        print(f"{quotes / (time.perf_counter() - started):,.0f} quotes/s stored")
        questions = [*cases(made, arguments.each, arguments.seed)]
        questions += negatives(made, arguments.negatives, arguments.seed)
        questions += told.questions(made, arguments.each, arguments.seed)
        for way in ways(both[0], arguments):
            print(f"{way}:", *described(asked(*both, questions), arguments.wrong), sep="\n", flush=True)


def ways(store: Store, arguments: argparse.Namespace) -> Iterator[str]:
    """The ways in which a store is asked, which is then so: of one with vectors with meaning first."""
    if arguments.semantic:
        yield "with meaning"
        store.set_semantic(False)
    yield "by words alone"


def described(results: Results, wrong: int) -> Iterator[str]:
    """All tables and times, the lines to reach, and so many wrong answers of each kind."""
    yield from (*recall(results), "", *false_reports(results), "")
    yield times("a check", results.checks)
    yield times("… of it this process' own work", results.work)
    yield times("the engine's best 50 alone", results.bare)
    by_kind = {kind: tally.told for kind, tally in results.kinds.items()}
    yield from ("", *told.table(by_kind), "", *told.rates(by_kind))
    yield from ("", *reliability(results))
    yield from ("", *reach(results))
    for tally in results.kinds.values():
        yield from tally.wrong[:wrong]


def by_hand(engine: str, arguments: argparse.Namespace) -> None:
    stored = gold()
    if stored is None:
        return
    quotes = sum(len(each.quotes) for each in stored)
    print(f"\n{engine}: variants by hand against {quotes:,} gold contents of PolNeAR train and dev", flush=True)
    with opened(engine, stored, semantic=arguments.semantic) as both:
        if both is not None:
            for way in ways(both[0], arguments):
                print(f"{way}:", *table(both[0], arguments.wrong), sep="\n", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=(*ENGINES, "both"), default="sqlite", help="(sqlite)")
    parser.add_argument("--each", type=int, default=120, help="questions of each kind (120)")
    parser.add_argument("--negatives", type=int, default=300, help="of each kind (300)")
    parser.add_argument("--articles", type=int, default=None, help="of the archive (all)")
    parser.add_argument("--seed", type=int, default=7, help="(7)")
    parser.add_argument("--wrong", type=int, default=0, help="print so many of the wrong answers of each kind")
    parser.add_argument("--semantic", action="store_true", help="ask with meaning, and then by words alone")
    parser.add_argument("--only", choices=("code", "hand"), help="(both)")
    arguments = parser.parse_args()
    for engine in engines_of(arguments.engine):
        if arguments.only != "hand":
            by_code(engine, arguments)
        if arguments.only != "code":
            by_hand(engine, arguments)


if __name__ == "__main__":
    main()
