"""What pages, exports and references say of words that nobody asserts."""

from __future__ import annotations

import pytest

from indexer.extract import extract
from indexer.model import Article, Stance
from indexer.query import Hit
from indexer.store.base import without_text
from service.answers.make_quotes import of_hit
from service.citations import attribution
from service.cli.tables import quote_lines
from service.pages import wording

HEADED = {"Not said": "Words not said, attributed", "Denied": "A denial attributed", "Paraphrase": "Attributed"}


@pytest.mark.parametrize(
    ("text", "tag", "told"),
    [
        ("Mayor Ada Lund did not say when the ferry would sail again.", "Not said", "Not said by Ada Lund"),
        ("Mayor Ada Lund did not say that the ferry had been sold.", "Not said", "Not said by Ada Lund"),
        ("Mayor Ada Lund declined to say whether the ferry was sold.", "Not said", "Not said by Ada Lund"),
        ("Mayor Ada Lund has never said that the ferry had been sold.", "Not said", "Not said by Ada Lund"),
        ("Mayor Ada Lund denied that the ferry had been sold.", "Denied", "Denied by Ada Lund"),
        ("Mayor Ada Lund disputes that the ferry has been sold.", "Denied", "Denied by Ada Lund"),
        ("Mayor Ada Lund does not believe that the ferry will sail again.", "Denied", "Denied by Ada Lund"),
        ("Mayor Ada Lund said that the ferry had not been sold.", "Paraphrase", "Attributed to Ada Lund"),
        ("Mayor Ada Lund never denied that the ferry had been sold.", "Paraphrase", "Attributed to Ada Lund"),
    ],
)
def test_what_was_not_said_is_told_from_what_is_denied(text: str, tag: str, told: str) -> None:
    article = Article(id="a", text=text)
    (found,) = extract(article)
    quote = of_hit(Hit(found, without_text(article)))
    assert wording.tag(quote).words == tag
    assert attribution(quote) == told
    head, *_ = quote_lines(found, 80)
    assert (tag.lower() in head) is (quote.stance is Stance.DENIED)
    assert wording.attributed(quote) == HEADED[tag]
