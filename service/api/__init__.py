"""The API: requests to queries, answers to JSON. It keeps no state between requests."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response
from werkzeug.exceptions import NotFound

from indexer.errors import StoreOutdated
from service import answers, make_answers
from service.api import inputs
from service.archive import archive
from service.lookups import find_quote, search_with_utterances, utterances_of
from service.parameters import NoParameters, SearchParameters, SpeakersParameters

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
    page, utterances = search_with_utterances(archive().store(), parameters.query())
    return _sent(make_answers.of_page(page, facets=bool(parameters.facets), utterances=utterances))


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
    return _sent(make_answers.of_article(stored, full_text=archive().full_text, utterances=utterances))


@v1.get("/speakers")
@v1.input(SpeakersParameters, location="query", arg_name="parameters")
@v1.output(answers.SpeakerPage)
@v1.doc(responses=[400, 503])
def speakers(parameters: SpeakersParameters) -> Response:
    """List speakers whose names begin with given words."""
    found = archive().store().speakers(parameters.prefix, size=parameters.size + 1, after=parameters.cursor)
    return _sent(make_answers.of_speakers(found, size=parameters.size))


@v1.get("/speakers/<identity:speaker_id>")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.output(answers.SpeakerSummary)
@v1.doc(responses=[400, 404, 503])
def speaker(speaker_id: str, parameters: NoParameters) -> Response:
    """One speaker, with the forms of the name, counts, and the first and last date."""
    found = archive().store().speaker(speaker_id)
    if found is None:
        raise NotFound("There is no speaker with this id.")
    return _sent(make_answers.of_speaker(found))


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
    return _sent(make_answers.of_counts(counts))


def _sent(answer: answers.Answer) -> Response:
    return Response(answers.as_text(answer), content_type="application/json")
