"""Checks a draft: answers each of its quotes, and finds the archived articles that correspond to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from indexer.check.answer import check
from indexer.check.answer_records import Answer
from indexer.check.correspondence import Correspondence, QuotePair, correspondences
from indexer.check.question import MOST_QUOTES, REPORTS, Question, TooLong
from indexer.check.records import Sense, Verdict
from indexer.compare import too_short, wording
from indexer.deadline import NO_DEADLINE, Deadline
from indexer.errors import Invalid, Unreadable
from indexer.extract import extract
from indexer.extract.tagger import tag
from indexer.model import WORDS, Article, Kind, Quote
from indexer.printed import Coverage
from indexer.query import IN_WORDS, AllOf
from indexer.read.compose import Metadata, compose
from indexer.read.origin import NO_ORIGIN, NO_OVERRIDES
from indexer.store.base import EVERYTHING, Store

AT_ONCE = 4
"""Quotes of a draft that are checked at one time: while the engine searches for one, another is judged.
``docs/check.md`` has the times of one, two, four and eight."""

FEWEST_PARAPHRASED = 4
"""Words of a paraphrase below which it is left out: the draft's own words for "agreed", say."""

_PARTLY = (Verdict.CHANGED, Verdict.LONGER, Verdict.REWORDED)
_WHOLLY = (Verdict.VERBATIM, Verdict.PART)


@dataclass(frozen=True, slots=True)
class DraftQuote:
    """A quote of a draft with its answer.

    Args:
        counterparts: the id of each corresponding article that has a quote for it, with the pair of the two.
    """

    quote: Quote
    answer: Answer
    counterparts: tuple[tuple[str, QuotePair], ...]


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """A draft's quotes in order, and the articles that correspond to it, the nearest first."""

    article: Article
    quotes: tuple[DraftQuote, ...]
    coverage: Coverage
    corresponds_to: tuple[Correspondence, ...]


def draft_article(text: str) -> Article:
    """The draft as an article; offsets of its quotes point into the text.

    Raises:
        Invalid: it holds nothing but what a site prints around an article.
    """
    try:
        return replace(compose(text, Metadata(), NO_ORIGIN, NO_OVERRIDES), id="draft")
    except Unreadable as error:
        raise Invalid("draft", error.detail) from error


def check_draft(
    store: Store,
    article: Article,
    within: AllOf = EVERYTHING,
    speaker: str | None = None,
    deadline: Deadline = NO_DEADLINE,
    quotes: AllOf = REPORTS,
) -> DraftAnswer:
    """Answer each quote of a draft.

    Args:
        article: the draft; it is stored nowhere.
        within: the part of the archive that is searched, as in ``Question``.
        quotes: which quotes there are reports, as in ``Question``; where these are what was said or written, so are the
            draft's quotes that are answered.
        speaker: whom all quotes are attributed to, None to go by the draft's own attributions.

    Raises:
        DeadlinePassed: the deadline came before all quotes were answered.
        TooLong: it has more than ``MOST_QUOTES`` quotes.
        EncoderUnavailable: the language model that finds quotes, or that a semantic archive asks for, cannot be run.
        StoreError: the archive is away, outdated, or answered only in part.
    """
    printed = extract(article, partial(tag, deadline=deadline))
    own = [each for each in printed if _is_comparable(each) and (IN_WORDS not in quotes.parts or _is_in_words(each))]
    if len(own) > MOST_QUOTES:
        raise TooLong("draft", f"has {len(own)} quotes, and at most {MOST_QUOTES} are checked at once; split it")
    coverage = store.coverage(within)
    asked = Question("", speaker, within, article.language, quotes)
    answer = partial(_answer, store, asked, coverage=coverage, deadline=deadline)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = tuple(threads.map(answer, own))
    deadline.check()
    found = correspondences(store, answers)
    counterparts: list[list[tuple[str, QuotePair]]] = [[] for _ in own]
    for each in found:
        for pair in each.pairs:
            counterparts[pair.number].append((each.article.id, pair))
    return DraftAnswer(
        article,
        tuple(
            DraftQuote(quote, answer, tuple(pairs))
            for quote, answer, pairs in zip(own, answers, counterparts, strict=True)
        ),
        coverage,
        found,
    )


def _is_comparable(quote: Quote) -> bool:
    return quote.kind is not Kind.INDIRECT or len(wording(quote.text)) >= FEWEST_PARAPHRASED


def _is_in_words(quote: Quote) -> bool:
    """Whether the draft says that something was said or written, or prints words between marks."""
    return quote.act in WORDS or bool(quote.quoted)


def _answer(store: Store, asked: Question, quote: Quote, *, coverage: Coverage, deadline: Deadline) -> Answer:
    """The answer for a quote, or for its part between marks.

    Args:
        asked: what is the same for all quotes; its speaker goes before the quote's own.

    The longest part is answered if the whole is not reported; the only part, if it is printed word for word and the
    whole is not: the ferry in ``that "the ferry ..."``.
    """
    question = replace(asked, text=quote.text, speaker=asked.speaker or quote.speaker.name)
    answer = check(store, question, coverage, deadline)
    longest = max(quote.quoted, key=len, default="")
    partly = answer.verdict in _PARTLY and answer.sense is Sense.KEPT and len(quote.quoted) == 1
    if quote.kind is not Kind.MIXED or too_short(longest) or (answer.reported and not partly):
        return answer
    part = check(store, replace(question, text=longest), coverage, deadline)
    better = part.verdict in _WHOLLY and part.sense is Sense.KEPT if partly else part.reported
    return part if better else answer
