"""The API: requests to queries, answers to JSON. It keeps no state between requests."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify
from werkzeug.exceptions import NotFound

from indexer.errors import StoreOutdated
from indexer.read import schema
from service import answers
from service.answers import make_quotes
from service.answers.base import Answer
from service.api import inputs
from service.archive import archive
from service.lookups import find_quote, search_with_utterances, utterances_of
from service.parameters import NoParameters, SearchParameters
from service.people import hints

inputs.register()

v1 = APIBlueprint("api", __name__, url_prefix="/v1", tag="Quotes")
health = APIBlueprint("health", __name__, tag="Health")


@v1.get("/quotes")
@v1.input(SearchParameters, location="query", arg_name="parameters")
@v1.output(answers.QuotePage)
@v1.doc(responses=[400, 503])
def search(parameters: SearchParameters) -> Response:
    """Search quotes.

    Needs words or a filter. Values of a repeated filter are alternatives; different filters must all hold.
    """
    query = parameters.query()
    page, utterances = search_with_utterances(archive().store(), query)
    meant = hints(archive().store().directory(), query.condition, parameters.q)
    answer = make_quotes.of_page(page, facets=bool(parameters.facets), utterances=utterances, hints=meant)
    return _sent(answer)


@v1.get("/quotes/<identity:quote_id>")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.output(answers.Quote)
@v1.doc(responses=[400, 404, 503])
def quote(quote_id: str, parameters: NoParameters) -> Response:
    """One quote, with the number of reports of the same words, the first of them, and their other wordings."""
    found = find_quote(archive().store(), quote_id)
    if found is None:
        raise NotFound("There is no quote with this id.")
    return _sent(found)


@v1.get("/articles/<identity:article_id>")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.output(answers.Article)
@v1.doc(responses=[400, 404, 503])
def article(article_id: str, parameters: NoParameters) -> Response:
    """One article with its quotes.

    An id may be a URL: percent-encode all of it, slashes included.
    """
    stored = archive().store().article(article_id)
    if stored is None:
        raise NotFound("There is no article with this id.")
    utterances = utterances_of(archive().store(), stored.quotes)
    return _sent(make_quotes.of_article(stored, full_text=archive().full_text, utterances=utterances))


@v1.get("/outlets")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.output(answers.OutletList)
@v1.doc(responses=[400, 503])
def outlets(parameters: NoParameters) -> Response:
    """The outlets with their articles by month."""
    return _sent(make_quotes.of_holdings(archive().store().holdings()))


@health.get("/schema/article.json")
def article_schema() -> Response:
    """The JSON Schema of an article as it is indexed: its fields, and the names they are known under."""
    return jsonify(schema.article_schema())


@health.get("/healthz")
@health.output(answers.Health)
def healthz() -> Response:
    """Whether the process is up."""
    return _sent(answers.Health(status="up"))


@health.get("/readyz")
@health.output(answers.Readiness)
@health.doc(responses=[503])
def readyz() -> Response:
    """Whether searches can be answered, and how much the store holds."""
    counts = archive().store().counts()
    if counts.outdated is not None:
        raise StoreOutdated(counts.outdated)
    return _sent(make_quotes.of_counts(counts))


def _sent(answer: Answer) -> Response:
    return Response(answers.as_text(answer), content_type="application/json")
