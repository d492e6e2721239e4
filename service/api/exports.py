"""Whole searches to take away, as streams; and the feed of a search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from apiflask import APIBlueprint
from flask import Response, request, stream_with_context, url_for
from werkzeug.exceptions import NotFound

from indexer.query import Hit, Query
from service.answers import make_quotes
from service.archive import archive
from service.citations import FILES
from service.exports import FORMATS, Address, Format, feed
from service.parameters import ExportParameters, NoParameters
from service.people import with_wikidata

v1 = APIBlueprint("exports", __name__, url_prefix="/v1", tag="Exports")

_BYTES_AT_ONCE = 65_536
_BOM = "\ufeff"
"""Without it, spreadsheets take the text for one in another encoding."""


def _hits(query: Query) -> Iterator[Hit]:
    store = archive().store()
    return with_wikidata(store.each(query), store.directory())


def _endpoint(ending: str, made: Format) -> None:
    def export(parameters: ExportParameters) -> Response:
        hits = _hits(parameters.query())
        # What is wrong is known with the first quote, while the answer can still say so.
        known = chain(list(islice(hits, 1)), hits)
        lines = made.made(known, addresses())
        body = stream_with_context(_pieces(chain([_BOM], lines) if ending == "csv" else lines))
        headers = {"Content-Disposition": f'attachment; filename="quotes.{ending}"'}
        return Response(body, content_type=made.media, headers=headers)

    export.__name__ = f"export_{ending}"
    export.__doc__ = f"All quotes of a search as {ending.upper()}.\n\n{made.help}"
    content: dict[str, Any] = {made.media.partition(";")[0]: {"schema": {"type": "string"}}}
    view = v1.doc(responses={200: {"description": "The file, as a stream.", "content": content}, **_ERRORS})(export)
    view = v1.input(ExportParameters, location="query", arg_name="parameters")(view)
    v1.get(f"/quotes.{ending}")(view)


_ERRORS: dict[int, Any] = {400: {"description": "Bad Request"}, 503: {"description": "Service Unavailable"}}

for _ending, _format in FORMATS.items():
    _endpoint(_ending, _format)


@v1.get("/quotes.atom")
@v1.input(ExportParameters, location="query", arg_name="parameters")
@v1.doc(
    responses={
        200: {"description": "The feed.", "content": {"application/atom+xml": {"schema": {"type": "string"}}}},
        **_ERRORS,
    }
)
def atom(parameters: ExportParameters) -> Response:
    """The newest quotes of a search as an Atom feed, to follow it."""
    asked: dict[str, Any] = request.args.to_dict(flat=False)
    words = [*asked.get("q", []), *(f"{name} {value}" for name in asked if name != "q" for value in asked[name])]
    made = feed(
        _hits(parameters.query()),
        addresses(),
        title=f"Quotes: {', '.join(words)}" if words else "Quotes",
        here=request.url,
        page=url_for("pages.search", **asked, _external=True),
    )
    return Response("".join(made), content_type="application/atom+xml; charset=utf-8")


@v1.get("/citations/<identity:quote_id>.bib")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.doc(
    responses={
        200: {"description": "The reference.", "content": {FILES["bib"][1]: {"schema": {"type": "string"}}}},
        **_ERRORS,
        404: {"description": "Not Found"},
    }
)
def citation_bib(quote_id: str, parameters: NoParameters) -> Response:
    """A reference to one quote for BibTeX."""
    return _reference(quote_id, "bib")


@v1.get("/citations/<identity:quote_id>.ris")
@v1.input(NoParameters, location="query", arg_name="parameters")
@v1.doc(
    responses={
        200: {"description": "The reference.", "content": {FILES["ris"][1]: {"schema": {"type": "string"}}}},
        **_ERRORS,
        404: {"description": "Not Found"},
    }
)
def citation_ris(quote_id: str, parameters: NoParameters) -> Response:
    """A reference to one quote for Zotero and others."""
    return _reference(quote_id, "ris")


def addresses() -> Address:
    """Gives the permanent addresses of quotes as this client sees the service."""
    before, _, after = url_for("pages.quote", quote_id="ID", _external=True).rpartition("ID")

    def address(identity: str) -> str:
        return f"{before}{identity}{after}"

    return address


def _reference(quote_id: str, ending: str) -> Response:
    hit: Hit | None = archive().store().quote(quote_id)
    if hit is None:
        raise NotFound("There is no quote with this id.")
    reference, media = FILES[ending]
    quote = make_quotes.of_hit(hit)
    headers = {"Content-Disposition": f'attachment; filename="onrecord-{quote.id}.{ending}"'}
    return Response(reference(quote, addresses()(quote.id)), content_type=f"{media}; charset=utf-8", headers=headers)


def _pieces(lines: Iterator[str]) -> Iterator[bytes]:
    """The lines as pieces of some size: one a line would cost a system call each."""
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _BYTES_AT_ONCE:
            yield "".join(held).encode("utf-8", "replace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "replace")
