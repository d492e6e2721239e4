"""What is asked of an archive, and what is compared and shown to answer."""

from __future__ import annotations

from articles import article, quotes
from family import Family, filled
from measure import timed

from indexer.check import Question, check, check_draft, draft_article
from indexer.check.question import LONGEST, TooLong
from indexer.check.strip_attribution import strip_attribution
from indexer.compare import fingerprint, judge, judge_likeliest, wording
from indexer.errors import Invalid
from indexer.model import Act, Confidence, Kind, Quote, Span, Speaker, SpeakerKind, Stance
from indexer.query import Near, Phrase, Prefix, StoredArticle, Where, Words
from indexer.settings import Settings
from indexer.store.base import Store
from indexer.store.highlight import highlights
from indexer.store.own_sentences import best, own_sentences
from indexer.text import stems, words
from indexer.utterances import evidence, keys, mark, plain
from service import create_app
from service.pages.printed_words import pieces
from service.query import parse
from service.query.limits import LONGEST as LONGEST_QUERY

ARCHIVED = "“{Name} will close the {name} quay on the first day of May,” said {Name} Brandt of the {name} board.\n"
"""The archive that checks are put to has 40 of these."""

CONDITIONS = (
    Words(stems("quay")),
    Words(stems("ferry sail")),
    Phrase(("the", "quay")),
    Prefix("fe"),
    Near(Words(stems("quay")), Words(stems("ferry")), 5),
    Near(Prefix("fe"), Phrase(("the", "quay")), 100),
)


def archived() -> StoredArticle:
    """An article for the archive that checks are put to."""
    text = filled(ARCHIVED, 40 * len(ARCHIVED))
    return StoredArticle(article(text), quotes(text))


def query(text: str) -> object:
    """A query as it is typed."""
    try:
        return parse(text)
    except Invalid as error:
        return error


def compared(family: Family, size: int) -> dict[str, float]:
    """Two wordings, every way in which they are compared."""
    one, other = family.texts(size)
    asked, stored = wording(one), wording(other)
    return {
        "wording": timed(lambda: wording(one)),
        "fingerprint": timed(lambda: fingerprint(one)),
        "judge": timed(lambda: judge(asked, stored)),
        "judge_likeliest": timed(lambda: judge_likeliest(asked, [other])),
        "evidence": timed(lambda: evidence(asked, stored)),
        "keys": timed(lambda: keys(asked)),
        "plain": timed(lambda: plain(one)),
    }


def stripped(text: str) -> object:
    """A text without the attribution that was copied along with it."""
    return strip_attribution(wording(text))


def highlighted(text: str) -> None:
    """What was found in a long quote, as the page marks it."""
    quote = _quote(text)
    for where in Where:
        for condition in CONDITIONS:
            pieces(quote.text, highlights(condition, where, quote, "en"))


def highlighted_for(text: str) -> None:
    """What the longest query finds in a quote that has all of its words."""
    quote = _quote(text)
    wanted = text[: text.find(" ", LONGEST_QUERY)]
    highlights(Phrase(tuple(word.text for word in words(wanted))), Where.CONTENT, quote, "en")
    highlights(Words(stems(wanted)), Where.CONTENT, quote, "en")


def passages(text: str) -> None:
    """An article's own sentences, indexed and found again."""
    stored = StoredArticle(article(text), ())
    own = own_sentences(stored)
    best([(stored.article, own.places)], stems("the ferry will sail from the quay at noon"), 20)
    best([(stored.article, own.places)], stems(text), 20)


class Archive:
    """A store to which articles are written and checks are put.

    Args:
        store: with ``archived()`` in it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._client = create_app(Settings(full_text=True), store).test_client()

    def draft(self, text: str) -> None:
        """A draft checked; one that has too much in it is refused."""
        try:
            check_draft(self._store, draft_article(text))
        except (TooLong, Invalid):
            return

    def text(self, text: str) -> None:
        """A text checked."""
        check(self._store, Question(text[:LONGEST]))

    def stored(self, family: Family, size: int) -> dict[str, float]:
        """An article with its quotes written, linked and shown."""
        text = family.text(size)
        one = StoredArticle(article(text), quotes(text))
        times = {
            "marks": timed(lambda: [mark(quote, "en") for quote in one.quotes]),
            "own_sentences": timed(lambda: own_sentences(one)),
            "replace": timed(lambda: self._store.replace([one])),
            "link": timed(self._link),
            "page": timed(lambda: self._client.get("/articles/a")),
            "answer": timed(lambda: self._client.get("/v1/articles/a")),
        }
        self._store.delete(["a"])
        return times

    def _link(self) -> None:
        while self._store.link_next(500):
            pass


def _quote(text: str) -> Quote:
    span = Span.of(text, 0, len(text))
    return Quote(
        id="q",
        article_id="a",
        kind=Kind.DIRECT,
        stance=Stance.ASSERTED,
        act=Act.SAID,
        content=(span,),
        source=(),
        cue=(),
        quoted=tuple(text.split("\n")),
        speaker=Speaker(None, None, None, SpeakerKind.UNKNOWN),
        said=None,
        occasion=None,
        before="",
        after="",
        confidence=Confidence(1.0, 1.0, 1.0, 1.0),
    )
