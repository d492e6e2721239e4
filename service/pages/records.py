"""The pages of one quote, one article and one speaker."""

from __future__ import annotations

from flask import render_template, url_for
from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as WerkzeugResponse

from indexer.query import AllOf, HasName, Query, Sort
from service import make_answers
from service.archive import archive
from service.citations import styled
from service.lookups import find_quote, utterances_of
from service.make_speaker_answers import of_person
from service.pages import in_place
from service.pages.blueprint import site
from service.people import moved


@site.get("/quotes/<identity:quote_id>")
def quote(quote_id: str) -> str:
    """One quote with all its details."""
    found = find_quote(archive().store(), quote_id)
    if found is None:
        raise NotFound("There is no quote with this id.")
    address = url_for("pages.quote", quote_id=found.id, _external=True)
    return render_template("quote.html", quote=found, address=address, styles=dict(styled(found, address)))


@site.get("/articles/<identity:article_id>")
def article(article_id: str) -> str:
    """One article: its text with the quotes marked, or only the quotes."""
    stored = archive().store().article(article_id)
    if stored is None:
        raise NotFound("There is no article with this id.")
    utterances = utterances_of(archive().store(), stored.quotes)
    answer = make_answers.of_article(stored, full_text=archive().full_text, utterances=utterances)
    return render_template("article.html", article=answer, in_place=in_place)


@site.get("/speakers/<identity:speaker_id>")
def speaker(speaker_id: str) -> str | WerkzeugResponse:
    """One speaker, and the newest quotes; an id that was merged leads to the one that stays."""
    store = archive().store()
    found = store.person(speaker_id)
    if found is None:
        other = moved(store, speaker_id)
        if other is None:
            raise NotFound("There is no speaker with this id.")
        return redirect(url_for("pages.speaker", speaker_id=other), 308)
    newest = store.search(Query(AllOf((HasName("speaker", (), id=speaker_id),)), sort=Sort.NEWEST))
    return render_template("speaker.html", speaker=of_person(found), newest=make_answers.of_page(newest))
