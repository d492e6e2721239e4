"""The pages of one quote and of one article."""

from __future__ import annotations

from flask import render_template, url_for
from werkzeug.exceptions import NotFound

from service.answers import make_quotes
from service.archive import archive
from service.citations import styled
from service.lookups import find_quote, utterances_of
from service.pages import in_place
from service.pages.blueprint import site
from service.pages.structured import quotation


@site.get("/quotes/<identity:quote_id>")
def quote(quote_id: str) -> str:
    """One quote with all its details."""
    found = find_quote(archive().store(), quote_id)
    if found is None:
        raise NotFound("There is no quote with this id.")
    first = archive().store().quote(found.utterance.id) if found.utterance is not None else None
    address = url_for("pages.quote", quote_id=found.id, _external=True)
    return render_template(
        "quote.html",
        quote=found,
        first=make_quotes.when(first.quote, first.article) if first is not None else None,
        address=address,
        styles=dict(styled(found, address)),
        structured=quotation(found, address),
    )


@site.get("/articles/<identity:article_id>")
def article(article_id: str) -> str:
    """One article: its text with the quotes marked, or only the quotes."""
    stored = archive().store().article(article_id)
    if stored is None:
        raise NotFound("There is no article with this id.")
    utterances = utterances_of(archive().store(), stored.quotes)
    answer = make_quotes.of_article(stored, full_text=archive().full_text, utterances=utterances)
    return render_template("article.html", article=answer, in_place=in_place)
