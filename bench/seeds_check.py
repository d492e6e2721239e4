"""Two damaged copies of one article, beside the project: is each quote of one recognised in the other?

One copy is indexed, and the other's quotes of nine words and more are asked one by one, then the whole other copy as a
draft, each with meaning and by words alone; and with both indexed, three questions. Prints each point with ok or
MISSED, and ends with 1 if any was missed.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.gold.corpus import SHARED
from bench.gold.seeds_expected import COPIES
from bench.judge import CORRESPONDING, passage, plain
from bench.seeds import Point
from indexer import pipeline
from indexer.check import Answer, Question, Verdict, check, check_draft, draft_article
from indexer.check.records import PrintedAs, Report, Sense
from indexer.compare import EditKind, Relation
from indexer.document import Document
from indexer.model import Article, Quote
from indexer.query import StoredArticle
from indexer.store import open_store
from indexer.store.base import Store

RECOGNISED, BY_MEANING, CORRESPOND = 11, 12, 22
PROLONG = "will only prolong the war and cause more suffering"
MUNICH = ("When we return", "to the president")  # how a passage of 001 begins and ends
AFFILIATED = "they should not be affiliated with NATO"


@contextlib.contextmanager
def indexed(*paths: Path, semantic: bool = False) -> Iterator[tuple[Store, list[StoredArticle]]]:
    """A store of these copies, and what it holds, in order of the files' names."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"sqlite:///{folder}/seeds.db", create=True) as store,
    ):
        store.set_semantic(semantic)
        pipeline.run(paths, store)
        yield store, sorted(store.scan(), key=lambda each: Path(each.article.id).name)


def one_way(asked: Path, stored: Path, side: int) -> Iterator[Point]:
    """The long quotes of one copy put to the other, then the whole copy as a draft."""
    with indexed(asked) as (_, copies):
        quotes = copies[0].quotes
    name = f"{asked.name[:3]} asked of {stored.name[:3]}"
    with indexed(stored, semantic=True) as (store, _):
        yield long_quotes(store, quotes, f"{name}, with meaning", side, BY_MEANING)
        yield draft(store, asked, f"{name}, with meaning,", side)
        store.set_semantic(False)
        yield long_quotes(store, quotes, name, side, RECOGNISED)
        yield draft(store, asked, name, side)


def long_quotes(store: Store, quotes: Sequence[Quote], name: str, side: int, least: int) -> Point:
    missed = [words[side] for words in CORRESPONDING if not recognised(store, quotes, words, side)]
    found = len(CORRESPONDING) - len(missed)
    return f"{name}: {found} of 14 long quotes recognised, to reach {least}", found >= least, f"missed {missed}"


def recognised(store: Store, quotes: Sequence[Quote], words: tuple[str, str], side: int) -> bool:
    text = passage(quotes, words[side])
    if not text:
        return False
    answer = check(store, Question(text))
    return any(plain(words[1 - side]) in plain(report.text) for report in answer.reports)


def draft(store: Store, asked: Path, name: str, side: int) -> Point:
    drafted = draft_article(asked.read_text(encoding="utf-8"))
    answer = check_draft(store, drafted)
    stored = next(store.scan()).article
    found = [
        (answer.quotes[pair.number].quote, pair.quote) for each in answer.corresponds_to[:1] for pair in each.pairs
    ]
    pairs = [(ours.text, theirs.text) for ours, theirs in found]
    right = [words for words in COPIES if any(holds(words, pair, side) for pair in pairs)]
    wrong = [
        (ours.text, theirs.text)
        for ours, theirs in found
        if contradicted((ours.text, theirs.text), (around(drafted, ours), around(stored, theirs)), side)
    ]
    missed = [words[side] for words in COPIES if words not in right]
    label = f"{name} as a draft: {len(right)} of {len(COPIES)} quotes correspond, to reach {CORRESPOND}; none wrongly"
    said = f"{len(pairs)} of {len(answer.quotes)}, those without marks among them; wrong: {wrong}; missed: {missed}"
    return label, len(right) >= CORRESPOND and not wrong, said


def contradicted(pair: tuple[str, str], sentences: tuple[str, str], side: int) -> bool:
    """Whether one of the two is known to correspond to something else: to words that are neither in the other nor,
    where the other is known to correspond to nothing, in the sentences around it."""
    ours = [words for words in COPIES if plain(words[side]) in plain(pair[0])]
    theirs = [words for words in COPIES if plain(words[1 - side]) in plain(pair[1])]
    known = {*ours, *theirs}
    if not known or any(holds(words, pair, side) for words in known):
        return False
    return bool(ours and theirs) or not any(holds(words, sentences, side) for words in known)


def around(article: Article, quote: Quote) -> str:
    """The sentences of the article that a quote stands in."""
    first, last = quote.content[0].start, quote.content[-1].end
    sentences = Document(article).sentences
    return " ".join(article.text[each.start : each.end] for each in sentences if each.start < last and first < each.end)


def holds(words: tuple[str, str], pair: tuple[str, str], side: int) -> bool:
    return plain(words[side]) in plain(pair[0]) and plain(words[1 - side]) in plain(pair[1])


def of(answer: Answer, name: str, words: str = "") -> Report | None:
    """The report in the copy of this name, one that holds the words."""
    return next((r for r in answer.reports if Path(r.article.id).name.startswith(name) and words in r.text), None)


def between(store: Store, name: str, begins: str, ends: str) -> str:
    """The passage of the copy of this name that begins and ends so."""
    text = next(each.article.text for each in store.scan() if Path(each.article.id).name.startswith(name))
    start = text.index(begins)
    return text[start : text.index(ends, start) + len(ends)]


def questions(store: Store) -> Iterator[Point]:
    answer = check(store, Question(PROLONG, "Pete Hegseth"))
    first, second = of(answer, "000"), of(answer, "001")
    yield f"“{PROLONG}” is reported", answer.reported, str(answer.verdict)
    yield (
        "… 000 reports it in other words",
        first is not None and first.comparison.relation is Relation.REWORDED,
        str(first and first.comparison.relation),
    )
    added = second is not None and any(
        edit.kind is not EditKind.KEPT and "not" in second.text[slice(*edit.stored)].split()
        for edit in second.comparison.diff
    )
    yield (
        "… 001 changed it, and “not” alters the sense",
        second is not None and second.comparison.relation is Relation.CHANGED and second.altered and added,
        str(second and (second.comparison.relation, second.comparison.guards)),
    )
    answer = check(store, Question(between(store, "001", *MUNICH)))
    second = of(answer, "001")
    yield (
        "“When we return …” is part of what 001 prints",
        second is not None and second.comparison.relation is Relation.PART and answer.verdict is Verdict.PART,
        str((answer.verdict, second and second.comparison.relation)),
    )
    yield (
        "… attributed there to nobody, and no conflict",
        second is not None and second.quote is not None and second.quote.speaker.name is None and not answer.conflict,
        str((second and second.quote and second.quote.speaker, answer.conflict)),
    )
    first = of(answer, "000")
    yield (
        "… with 000's wording beside it, attributed to Keith Kellogg",
        first is not None and first.quote is not None and first.quote.speaker.name == "Keith Kellogg",
        str(
            [
                (report.article.id[-30:], report.text[:60], report.quote and report.quote.speaker)
                for report in answer.reports
            ]
        ),
    )
    answer = check(store, Question(AFFILIATED))
    first, second = of(answer, "000"), of(answer, "001")
    yield (
        "“they should not be affiliated …” is printed in both, as a paraphrase",
        first is not None and second is not None and answer.printed_as is PrintedAs.PARAPHRASE,
        str((answer.verdict, answer.printed_as, [(report.printed_as, report.text) for report in answer.reports])),
    )
    yield (
        "… and 000's contraction trips no guard",
        first is not None and not first.comparison.guards and answer.sense is Sense.KEPT,
        str(first and first.comparison.guards),
    )


def points(first: Path, second: Path) -> Iterator[Point]:
    yield from one_way(first, second, 0)
    yield from one_way(second, first, 1)
    with indexed(first, second) as (store, _):
        yield from questions(store)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=SHARED / "seeds", help="where the two texts lie")
    folder = parser.parse_args().folder
    found = sorted(folder.glob("*.txt"))
    if len(found) != 2:
        print(f"seeds: the two texts are not in {folder}; nothing was checked")
        return 0
    results = list(points(found[0], found[1]))
    for label, holds_, seen in results:
        print(f"{'ok    ' if holds_ else 'MISSED'} {label}\n           found: {seen}")
    print(f"seeds: {sum(holds_ for _, holds_, _ in results)} of {len(results)} points hold")
    return 0 if all(holds_ for _, holds_, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
