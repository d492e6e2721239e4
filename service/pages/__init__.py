"""The pages: the same searches and answers as the API's, for people, without scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from apiflask import APIFlask
from flask import Blueprint, Response, current_app, render_template, request, url_for
from werkzeug.exceptions import NotFound

from indexer.errors import Invalid
from indexer.query import AllOf, HasName, Query, Sort
from service import make_answers
from service.addresses import is_web
from service.answers import QuotePage
from service.archive import archive
from service.lookups import find_quote, search_with_utterances, utterances_of
from service.pages import wording
from service.parameters import SearchParameters, checked
from service.problems import REASONS
from service.query.filters import Place, filters_in
from service.query.limits import LONGEST

site = Blueprint("pages", __name__)

Filled = dict[str, list[str]]
"""The fields of the form that were filled in, by name."""

_FIELDS = tuple(field.alias or name for name, field in SearchParameters.model_fields.items() if name != "facets")


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows of a search: the answer, and the addresses of the next page and of the JSON."""

    page: QuotePage
    next: str | None
    json: str


@site.get("/")
def search() -> Response:
    """The search form, and the results."""
    filled = _filled()
    found, wrong, status = None, None, 200
    if filled:
        try:
            found = _found(filled)
        except Invalid as error:
            wrong, status = error, 400
    counts = None if filled else archive().store().counts()
    html = render_template("search.html", filled=filled, found=found, wrong=wrong, counts=counts, again=_address)
    return Response(html, status)


@site.get("/quotes/<identity:quote_id>")
def quote(quote_id: str) -> str:
    """One quote with all its details."""
    found = find_quote(archive().store(), quote_id)
    if found is None:
        raise NotFound("There is no quote with this id.")
    return render_template("quote.html", quote=found)


@site.get("/articles/<identity:article_id>")
def article(article_id: str) -> str:
    """One article: its text with the quotes marked, or only the quotes."""
    stored = archive().store().article(article_id)
    if stored is None:
        raise NotFound("There is no article with this id.")
    utterances = utterances_of(archive().store(), stored.quotes)
    answer = make_answers.of_article(stored, full_text=archive().full_text, utterances=utterances)
    return render_template("article.html", article=answer, segments=wording.segments(answer))


@site.get("/speakers/<identity:speaker_id>")
def speaker(speaker_id: str) -> str:
    """One speaker, and the newest quotes."""
    store = archive().store()
    summary = store.speaker(speaker_id)
    if summary is None:
        raise NotFound("There is no speaker with this id.")
    newest = store.search(Query(AllOf((HasName("speaker", (), id=speaker_id),)), sort=Sort.NEWEST))
    return render_template(
        "speaker.html", speaker=make_answers.of_speaker(summary), newest=make_answers.of_page(newest)
    )


@site.get("/docs")
def documentation() -> str:
    """The API, endpoint by endpoint."""
    app = current_app
    assert isinstance(app, APIFlask)
    return render_template("docs.html", api=app.spec, reasons=REASONS)


@site.app_context_processor
def _words() -> dict[str, Any]:
    return {
        "wording": wording,
        "is_web": is_web,
        "longest": LONGEST,
        "search_filters": filters_in(Place.SEARCH),
        "check_filters": filters_in(Place.CHECK),
    }


def _filled() -> Filled:
    """The fields that were filled in: browsers send empty ones too, and other sites add parameters of their own."""
    given = {name: [value for value in request.args.getlist(name) if value.strip()] for name in _FIELDS}
    return {name: values for name, values in given.items() if values}


def _found(filled: Filled) -> Found:
    page, utterances = search_with_utterances(archive().store(), checked(SearchParameters, filled).query())
    answer = make_answers.of_page(page, utterances=utterances)
    following = _address(filled, cursor=answer.next_cursor) if answer.next_cursor else None
    return Found(answer, following, url_for("api.search", **_plain(filled)))


def _address(filled: Filled, **changed: str | None) -> str:
    """The address of a search with these fields, some of them changed; None removes a field."""
    values: dict[str, Any] = {**filled, **changed}
    return url_for("pages.search", **_plain(values))


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
