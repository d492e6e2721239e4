"""How well the judge tells who prints the same words: python -m bench.judge

Without any store: the gold contents of PolNeAR train and dev (six words and more) are the archive, a small BM25 in
memory gives 50 candidates for each text, the judge keeps the best. Prints, for the variants of quotes written by hand,
how many of each kind are reported (by the shipped weights, which have seen them: ``python -m training.judge`` prints
the same cross-validated); how many of each edit made by code; how far the score
can be believed; what two damaged copies of one article find of one another; and pairs a second. Texts are found where
``bench.gold.corpus`` looks.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.gold.corpus import SHARED
from bench.questions.trials import Archive, Trial, by_hand, gathered
from bench.questions.variants import KINDS, contents, variants
from indexer.compare import judge, wording
from indexer.compare.weights import Weights, shipped
from indexer.extract import EXTRACTORS
from indexer.model import Article, Quote
from indexer.read import read
from indexer.text import word_texts

CORRESPONDING = (
    ("As we each agreed", "As we agreed"),
    ("Putin even used", "Putin used the slogan"),
    ("They see that Trump", "They see Trump"),
    ("However nonetheless", "But still"),
    ("defining our joint steps", "define our common steps"),
    ("solely finish this", "end this devastating"),
    ("doesn't imagine", "does not believe"),
    ("For all this", "On all of this"),
    ("quite a lot of land", "took a lot of land"),
    ("lengthen the warfare", "not only prolong"),
    ("overwhelming share of future", "overwhelming share of deadly"),
    ("Once we come again", "When we return"),
    ("strategy of discovering", "finding a solution"),
    ("rewarding an aggressor", "reward of the aggressor"),
)
"""A few words of each quote of nine words and more that both copies print, in the first and in the second."""


def share(found: int, of: int) -> str:
    return f"{100 * found / of:5.1f} %" if of else "    -"


def variants_by_hand(trials: Sequence[Trial], weights: Weights) -> Iterator[str]:
    yield f"{'variants by hand':18}{'of':>5}{'reported':>10}"
    for kind in KINDS:
        mine = [trial for trial in trials if trial.kind == kind]
        found = sum(reported(trial, weights) for trial in mine)
        yield f"{kind:18}{len(mine):5}{share(found, len(mine)):>10}"


def edits_by_code(trials: Sequence[Trial], weights: Weights) -> Iterator[str]:
    yield f"{'edits by code':18}{'of':>5}{'found':>10}{'false':>10}   (false: with what prints it taken out)"
    for kind in (*sorted({trial.kind for trial in trials}), ""):
        mine = [trial for trial in trials if kind in (trial.kind, "")]
        right = sum(reported(trial, weights) and bool((best := trial.best(weights)) and best.copy) for trial in mine)
        wrong = sum(reported(trial, weights, copies=False) for trial in mine)
        yield f"{kind or 'all':18}{len(mine):5}{share(right, len(mine)):>10}{share(wrong, len(mine)):>10}"


def reported(trial: Trial, weights: Weights, copies: bool = True) -> bool:
    best = trial.best(weights, copies)
    return best is not None and best.reported(weights)


def calibration(trials: Sequence[Trial], weights: Weights) -> Iterator[str]:
    """Of the best candidates by score, how many print the quote."""
    bins: dict[int, list[bool]] = defaultdict(list)
    for trial in trials:
        for copies in (True, False):  # as asked, and with all that prints the quote held out
            best = trial.best(weights, copies)
            if best is not None and not best.exact:
                bins[min(9, int(best.score(weights) * 10))].append(best.copy)
    yield "score of the best candidate, and how many of these print the quote (exact ones left out)"
    for number, found in sorted(bins.items()):
        yield f"  {number / 10:.1f} to {number / 10 + 0.1:.1f}{len(found):6}{share(sum(found), len(found)):>10}"


def two_copies(folder: Path) -> Iterator[str]:
    paths = sorted(map(str, folder.glob("*.txt")))
    articles = [article for article in read(paths) if isinstance(article, Article)]
    if len(articles) != 2:
        yield f"two copies of one article: not in {folder}"
        return
    quotes = [EXTRACTORS["rules"](article) for article in articles]
    for asked, stored in ((0, 1), (1, 0)):
        missed = []
        for words in CORRESPONDING:
            text = passage(quotes[asked], words[asked])
            right = [quote.text for quote in quotes[stored] if plain(words[stored]) in plain(quote.text)]
            if not any(judge(text, each).reported for each in right):
                missed.append(words[asked])
        found = len(CORRESPONDING) - len(missed)
        yield f"copy {asked} asked of copy {stored}: {found} of {len(CORRESPONDING)} recognised; missed: {missed}"


def passage(quotes: Sequence[Quote], words: str) -> str:
    """The shortest passage between marks, else the shortest quote, that holds these words."""
    passages = [part for quote in quotes for part in quote.quoted] + [quote.text for quote in quotes]
    return min((each for each in passages if plain(words) in plain(each)), key=len, default="")


def plain(text: str) -> str:
    return f" {' '.join(word_texts(text))} "


def speed(trials: Sequence[Trial], archive: Archive) -> Iterator[str]:
    pairs = [
        (wording(trial.text), wording(archive.wordings[row.stored].text)) for trial in trials for row in trial.rows
    ][:10_000]
    start = time.perf_counter()
    for asked, stored in pairs:
        judge(asked, stored)
    took = time.perf_counter() - start
    texts = [archive.contents[number].text for number in range(min(5000, len(archive.contents)))]
    start = time.perf_counter()
    for text in texts:
        wording(text)
    prepared = time.perf_counter() - start
    yield f"{len(pairs) / took:.0f} pairs/s judged, {len(texts) / prepared:.0f} texts/s made into wordings"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the two copies and the speed alone")
    arguments = parser.parse_args()
    weights = shipped()
    print(*two_copies(SHARED / "seeds"), sep="\n", flush=True)
    written = variants()
    archive = Archive(contents("train", "dev"))
    if arguments.quick:
        print(*speed(by_hand(archive, written[:60]), archive), sep="\n")
        return
    hand, code = gathered(archive, written)
    print(*variants_by_hand(hand, weights), "", sep="\n", flush=True)
    print(*edits_by_code(code, weights), "", sep="\n")
    print(*calibration([*hand, *code], weights), "", sep="\n")
    print(*speed(hand, archive), sep="\n")


if __name__ == "__main__":
    main()
