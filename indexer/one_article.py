"""One article of a run: from its bytes to its quotes, or why there are none. This is what a worker does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from indexer.errors import EncoderUnavailable
from indexer.limits import TooSlow
from indexer.model import Article, Quote
from indexer.query import StoredArticle
from indexer.read import Raw, Reason, Reject, Told, parse
from indexer.read.refusal import Failure, failure

SMALL = Article(id="", text="“The ferry sails at noon,” said Ida Brandt, the mayor, on Monday.")
"""An article that takes every step of extraction."""

Extract = Callable[[Article], Iterable[Quote]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: an article with its quotes, or a refusal.

    A rebuild has both, where a stored article keeps the quotes that it has because it cannot be extracted again.

    Args:
        path, line: where it was read, as ``Reject`` has it; of a stored article, its id.
    """

    path: str
    line: int | None
    stored: StoredArticle | None = None
    reject: Reject | None = None


def refused(reject: Reject) -> Outcome:
    """The outcome that a refusal is."""
    return Outcome(reject.path, reject.line, reject=reject)


@dataclass(frozen=True, slots=True)
class ReadAndExtract:
    """Reads what was found, and extracts its quotes; a stored article is extracted again.

    Args:
        extract: an article's quotes; for several workers it must be importable by name.
        told: what the caller says of all articles.
    """

    extract: Extract
    told: Told

    def __call__(self, task: Raw | Article) -> Outcome:
        """What becomes of it; a failure of reading or extracting is this article's alone.

        Raises:
            EncoderUnavailable: no article at all can be extracted so.
            MemoryError: it takes more than this process may have.
        """
        article = task if isinstance(task, Article) else parse(task, self.told)
        if isinstance(article, Reject):
            return refused(article)
        path, line = _place(task)
        try:
            return Outcome(path, line, StoredArticle(article, _checked(self.extract(article))))
        except (EncoderUnavailable, KeyboardInterrupt, MemoryError, TooSlow):
            raise
        except BaseException as error:  # sys.exit() and a panic in Rust are no ``Exception``
            why = failure(error, Reason.EXTRACTION_FAILED)
            return refused(Reject(path, line, article.id, why.reason, why.detail))

    def load(self) -> None:
        """Load the model and the tables, which is no article's cost. What fails here fails with the first article."""
        with suppress(Exception):
            tuple(self.extract(SMALL))

    def failed(self, task: Raw | Article, why: Failure) -> Outcome:
        """The refusal of an article that went beyond its limits, or brought its process down."""
        known_id = task.id if isinstance(task, Article) else None
        return refused(Reject(*_place(task), known_id, why.reason, why.detail))

    def size(self, task: Raw | Article) -> int:
        """Its bytes, about."""
        return len(task.text) if isinstance(task, Article) else len(task.data)


def _place(task: Raw | Article) -> tuple[str, int | None]:
    """Where it was read; of a stored article, its id."""
    return (task.id, None) if isinstance(task, Article) else (task.origin.shown, task.origin.line)


def _checked(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    found = tuple(quotes)
    for quote in found:
        if not isinstance(quote, Quote):
            raise TypeError(f"the extractor gave {type(quote).__name__} in place of a quote")
    return found
