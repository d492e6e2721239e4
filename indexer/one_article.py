"""One article of a run: its bytes -> the article with its quotes, or a refusal. This is what a worker does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from indexer.errors import EncoderUnavailable
from indexer.extract import EXTRACTORS
from indexer.limits import TooSlow
from indexer.model import Article, Quote
from indexer.query import StoredArticle
from indexer.read import Overrides, Raw, Reason, Reject, parse
from indexer.read.compose import now, onrecord_version
from indexer.read.inputs import Format
from indexer.read.origin import NO_ORIGIN
from indexer.read.refusal import Failure, failure

SMALL = Raw("“The ferry sails at noon,” said Ida Brandt, the mayor, on Monday.".encode(), Format.TEXT, NO_ORIGIN)
"""An article that takes every step of reading and extraction."""

Extract = Callable[[Article], Iterable[Quote]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one input: an article with its quotes, or a refusal.

    A rebuild gives both for a stored article that cannot be extracted again and keeps its quotes.

    Args:
        path, line: where it was read, as in ``Reject``; for a stored article, its id and None.
    """

    path: str
    line: int | None
    stored: StoredArticle | None = None
    reject: Reject | None = None


def extractor_name(extract: Extract) -> str:
    """The name of an extractor; that of its function if it is none of onrecord's."""
    known = (name for name, each in EXTRACTORS.items() if each is extract)
    return next(known, None) or str(getattr(extract, "__name__", type(extract).__name__))


def refused(reject: Reject) -> Outcome:
    """A refusal as an outcome."""
    return Outcome(reject.path, reject.line, reject=reject)


@dataclass(frozen=True, slots=True)
class ReadAndExtract:
    """Parse the bytes of an article and extract its quotes; or extract those of a stored article again.

    Args:
        extract: finds the quotes of an article; must be importable by name if there are several workers.
        overrides: what the caller states about all articles.
    """

    extract: Extract
    overrides: Overrides

    def __call__(self, task: Raw | Article) -> Outcome:
        """Do it. Any other error is a refusal of this article.

        Raises:
            EncoderUnavailable: no article can be extracted.
            MemoryError: it takes more memory than this process may have.
        """
        article = task if isinstance(task, Article) else parse(task, self.overrides)
        if isinstance(article, Reject):
            return refused(article)
        path, line = _place(task)
        try:
            quotes = _checked(self.extract(article))
            return Outcome(path, line, StoredArticle(self._extracted(article), quotes))
        except (EncoderUnavailable, KeyboardInterrupt, MemoryError, TooSlow):
            raise
        except BaseException as error:  # sys.exit() and a panic in Rust code are not an ``Exception``
            why = failure(error, Reason.EXTRACTION_FAILED)
            return refused(Reject(path, line, article.id, why.reason, why.detail))

    def _extracted(self, article: Article) -> Article:
        """The article with what its provenance says of the extraction."""
        if article.provenance is None:
            return article
        made = replace(
            article.provenance, extractor=extractor_name(self.extract), version=onrecord_version(), extracted_at=now()
        )
        return replace(article, provenance=made)

    def load(self) -> None:
        """Load models and tables, so that no article pays for them; an error comes up again with the first article."""
        with suppress(Exception):
            article = parse(SMALL, self.overrides)
            if isinstance(article, Article):
                tuple(self.extract(article))

    def failed(self, task: Raw | Article, why: Failure) -> Outcome:
        """The refusal of an article that exceeded its limits or ended its process."""
        known_id = task.id if isinstance(task, Article) else None
        return refused(Reject(*_place(task), known_id, why.reason, why.detail))

    def size(self, task: Raw | Article) -> int:
        """Its approximate size in bytes."""
        return len(task.text) if isinstance(task, Article) else len(task.data)


def _place(task: Raw | Article) -> tuple[str, int | None]:
    """Path and line where it was read; for a stored article, its id and None."""
    return (task.id, None) if isinstance(task, Article) else (task.origin.shown, task.origin.line)


def _checked(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    found = tuple(quotes)
    for quote in found:
        if not isinstance(quote, Quote):
            raise TypeError(f"the extractor returned {type(quote).__name__} instead of a quote")
    return found
