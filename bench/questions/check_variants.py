"""Variants of quotes written by hand, put to the whole check over the gold contents of PolNeAR train and dev."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

from bench.gold.corpus import SHARED, polnear
from bench.questions.perturbed import prints
from bench.questions.read_pairs import is_one_utterance
from bench.questions.variants import KINDS, Variant, variants
from indexer.check import Answer, Question, check
from indexer.compare import wording
from indexer.model import Act, Article, Confidence, Kind, Quote, Span, Speaker, SpeakerKind, Stance
from indexer.query import StoredArticle
from indexer.store.base import Store

PARTS = ("train", "dev")
MARKS = "“\"‘'"
TO_REACH = {"cut": 0.99, "misquote": 0.99, "spun": 0.97}
MOST_DIFFERENT = 0.01
WIDTHS = (10, 11, 10, 9, 9, 11)


def gold() -> tuple[StoredArticle, ...] | None:
    """The articles with the contents that people marked in them as their quotes; None where they are not there."""
    needed = [SHARED / "data" / "variants.jsonl", *(SHARED / "data" / f"polnear-{part}.jsonl.gz" for part in PARTS)]
    missing = [path.name for path in needed if not path.is_file()]
    if missing:
        print(f"\nvariants by hand: not measured, {', '.join(missing)} not in {SHARED / 'data'}")
        return None
    return tuple(each for part in PARTS for each in _of_part(part))


def _of_part(part: str) -> Iterator[StoredArticle]:
    articles = {article.id: article for article in polnear(part).articles}
    places: dict[str, dict[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]] = {}
    with gzip.open(SHARED / "data" / f"polnear-{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["text"] != articles[record["id"]].text:
                continue
            mine = places.setdefault(record["id"], {})
            for each in record["attributions"]:
                if content := tuple((start, end) for start, end in each.get("content") or []):
                    mine.setdefault(content, tuple((start, end) for start, end in each.get("source") or []))
    for article_id, found in places.items():
        article = articles[article_id]
        yield StoredArticle(article, tuple(_quote(article, *each) for each in sorted(found.items())))


def _quote(article: Article, content: tuple[tuple[int, int], ...], source: tuple[tuple[int, int], ...]) -> Quote:
    spans = tuple(Span.of(article.text, *place) for place in content)
    named = tuple(Span.of(article.text, *place) for place in source)
    start, end = content[0][0], content[-1][1]
    marked = article.text[start] in MARKS
    return Quote(
        id=f"{article.id}/{content}",
        article_id=article.id,
        kind=Kind.DIRECT if marked else Kind.INDIRECT,
        stance=Stance.ASSERTED,
        act=Act.SAID,
        content=spans,
        source=named,
        cue=(),
        quoted=tuple(span.text.strip('“”"') for span in spans) if marked else (),
        speaker=Speaker(None, None, named[0].text if named else None, SpeakerKind.UNKNOWN),
        said=None,
        occasion=None,
        before=article.text[max(0, start - 200) : start],
        after=article.text[end : end + 200],
        confidence=Confidence(1.0, 0.0, 0.0, 1.0),
    )


def table(store: Store, wrong: int) -> Iterator[str]:
    """How many of each kind are reported, and where; then the lines to reach, and so many of the wrong answers."""
    answers = [(each, check(store, Question(each.text))) for each in variants()]
    shown: list[str] = []
    reached: list[str] = []
    heads = ("reported", "prints it", "probable", "as text", "altered", "suggested")
    yield f"{'variants by hand':18}{'of':>5}" + "".join(
        f"{head:>{width}}" for head, width in zip(heads, WIDTHS, strict=True)
    )
    for kind in KINDS:
        mine = [(each, answer) for each, answer in answers if each.kind == kind]
        found = [(each, answer.best) for each, answer in mine if answer.best is not None]
        right = [
            best for each, best in found if best.article.id == each.article or prints(wording(each.quote), best.text)
        ]
        counts = (
            len(found),
            len(right),
            sum(best.comparison.probable for _, best in found),
            sum(best.quote is None for _, best in found),
            sum(best.altered for _, best in found),
            sum(_suggests(answer, each) for each, answer in mine),
        )
        columns = zip(counts, WIDTHS, strict=True)
        yield f"{kind:18}{len(mine):5}" + "".join(
            f"{100 * count / len(mine):>{width - 2}.1f} %" for count, width in columns
        )
        told = [each for each, best in found if kind == "different" and is_one_utterance(each.text, best.text)]
        share = len(found) / len(mine)
        if kind in TO_REACH:
            least = TO_REACH[kind]
            reached.append(f"{_verdict(share >= least)}  {kind}: {share:.1%} reported, to reach {least:.0%}")
        if kind == "different":
            holds = share <= MOST_DIFFERENT
            others = f" ({len(told)} of them told elsewhere, as was read)" if told else ""
            most = f"at most {MOST_DIFFERENT:.0%}"
            reached.append(f"{_verdict(holds)}  {kind}: {share:.1%} called reported, {most}{others}")
        missed = [each for each in mine if each[1].reported is (kind == "different")]
        for each, answer in missed[:wrong]:
            best = answer.best.text if answer.best is not None else ""
            shown.append(
                f"  {kind}: {each.text!r}\n    of {each.quote!r}\n    is {answer.verdict} {answer.score:.2f} {best!r}"
            )
    yield ""
    yield from reached
    yield from shown


def _suggests(answer: Answer, variant: Variant) -> bool:
    """Whether a text that is not reported has what it was made of among its suggestions."""
    hits = [] if answer.reported else [each.hit for each in answer.similar or ()]
    quote = wording(variant.quote)
    return any(hit.article.id == variant.article or prints(quote, hit.quote.text) for hit in hits)


def _verdict(holds: bool) -> str:
    return "pass" if holds else "MISS"
