"""The WSGI application: blueprints, errors, and the headers of every answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from apiflask import APIFlask
from flask import Response, request
from flask.json.provider import DefaultJSONProvider
from werkzeug.exceptions import BadRequest, RequestURITooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from indexer.settings import Settings
from indexer.store.base import Store
from service import addresses, api, archive, limits, problems
from service.addresses import IdentityConverter
from service.api import check as check_api
from service.api import decisions as decisions_api
from service.api import exports as exports_api
from service.api import openapi
from service.api import speakers as speakers_api
from service.pages import site

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def assemble(settings: Settings, store: Store | None) -> APIFlask:
    """The application; see ``service.create_app``."""
    app = (_BehindProxy if settings.trust_proxy else APIFlask)("service", title="onrecord", version="1", docs_path=None)
    app.config.update(
        AUTO_404_RESPONSE=False,
        AUTO_SERVERS=False,
        AUTO_VALIDATION_ERROR_RESPONSE=False,
        DESCRIPTION="Who is reported to have said what, in which words, when, and where it was printed.",
        MAX_CONTENT_LENGTH=limits.MOST_BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=limits.MOST_BODY_BYTES,
        OPENAPI_VERSION="3.1.0",
        SPEC_DECORATORS=[openapi.with_root],
    )
    # Fields are described in an order that makes sense; sorting them by name would lose it.
    assert isinstance(app.json, DefaultJSONProvider)
    app.json.sort_keys = False
    app.url_map.merge_slashes = False
    app.url_map.converters["identity"] = IdentityConverter
    archive.install(app, settings, store)
    for blueprint in (api.v1, speakers_api.v1, decisions_api.v1, exports_api.v1, check_api.v1, api.health, site):
        app.register_blueprint(blueprint)
    app.spec_processor(openapi.finished)
    app.before_request(_refuse_long_address)
    app.before_request(_note_root)
    app.before_request(_read_body)
    app.after_request(_set_headers)
    problems.register(app)
    return app


class _BehindProxy(APIFlask):
    """The application for requests that come from a proxy, which says how the client sees the service."""

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request as the one that the client has sent to the proxy."""
        trusting = ProxyFix(super().wsgi_app, x_for=1, x_proto=1, x_host=1, x_prefix=1)
        return trusting(environ, start_response)


def _refuse_long_address() -> None:
    """Refuse long addresses under any server, as ``onrecord serve`` does: answers repeat parts of the address."""
    if len(request.path) + len(request.query_string) > limits.MOST_LINE_BYTES:
        raise RequestURITooLarge(f"It has more than {limits.MOST_LINE_BYTES:,} bytes; ask for less at a time.")


def _note_root() -> None:
    addresses.root.set(request.script_root)


def _read_body() -> None:
    """Refuse a body that is not whole: some servers just end it where the client breaks off."""
    body = request.get_data()
    if len(body) < (request.content_length or 0):
        raise BadRequest(f"The body has {len(body):,} bytes, and Content-Length says {request.content_length:,}.")


def _set_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
