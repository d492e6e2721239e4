"""The connection to Elasticsearch, and the one place where its client's exceptions become our own."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from elastic_transport import JsonSerializer, NdjsonSerializer, TlsError
from elasticsearch import (
    ApiError,
    ConnectionTimeout,
    Elasticsearch,
    NotFoundError,
    SerializationError,
    TransportError,
    UnsupportedProductError,
    __version__,
)

from indexer.errors import Invalid, StoreError, StoreIncompatible, StoreMissing, StoreUnavailable
from indexer.settings import Settings
from indexer.store.elastic.connection.answers import not_elasticsearch
from indexer.store.elastic.connection.transport import LimitedNode

DEFAULT_PREFIX = "onrecord"
DEFAULT_PORT = 9200

REQUEST_SECONDS = 30.0
"""How long one request may take before the engine counts as away."""

# The error that a request ends in tells what happened; the client would log each attempt on stderr besides.
logging.getLogger("elastic_transport").addHandler(logging.NullHandler())

RETRIES = 3
BUSY_STATUSES = (429, 502, 503, 504)
"""Answers worth another attempt: the engine is busy or starting, or a proxy has lost it."""

_PREFIX = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of a store's URL.

    Args:
        node: scheme, host and port, fit to be printed.
        prefix: the beginning of the names of all indices.
    """

    node: str
    user: str | None
    password: str | None
    prefix: str


def address(url: str) -> Address:
    """The parts of ``http(s)://[user:password@]host[:port]/[PREFIX]``.

    Raises:
        Invalid: the prefix cannot begin the name of an index.
    """
    parts = urlsplit(url)
    prefix = unquote(parts.path).strip("/") or DEFAULT_PREFIX
    if not _PREFIX.fullmatch(prefix) or parts.query or parts.fragment:
        raise Invalid("store", "the part after the host names the indices: small letters, digits, - and _ only")
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return Address(
        node=f"{parts.scheme}://{host}:{parts.port or DEFAULT_PORT}",
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password or "") if parts.username else None,
        prefix=prefix,
    )


def connect(at: Address, settings: Settings) -> Elasticsearch:
    """A client for a node; no request is made yet.

    Raises:
        StoreUnavailable: the file of the certificate authority cannot be read.
    """
    security: dict[str, Any] = {}
    if settings.api_key:
        security["api_key"] = settings.api_key
    elif at.user is not None:
        security["basic_auth"] = (at.user, at.password or "")
    if settings.ca_file and at.node.startswith("https:"):
        security["ca_certs"] = settings.ca_file
    try:
        return Elasticsearch(
            at.node,
            node_class=LimitedNode,
            request_timeout=REQUEST_SECONDS,
            max_retries=RETRIES,
            retry_on_timeout=False,
            retry_on_status=BUSY_STATUSES,
            serializers=_SERIALIZERS,
            **security,
        )
    except (OSError, ValueError) as error:
        raise StoreUnavailable(f"{at.node} cannot be used with these settings: {error}") from None


@contextmanager
def translated(node: str, *, known: bool = False) -> Iterator[None]:
    """Turn what the client raises inside the block into a ``StoreError`` that names the node, and no secret.

    Args:
        known: whether it has answered as Elasticsearch before.
    """
    try:
        yield
    except UnsupportedProductError:
        raise (
            not_elasticsearch(node) if known else StoreIncompatible(f"what answers at {node} is not Elasticsearch")
        ) from None
    except ApiError as error:
        raise refused(node, error.status_code, error.body) from None
    except TlsError as error:
        hint = "if its certificate is your own authority's, name that one's file in ONRECORD_ES_CA_FILE"
        raise StoreUnavailable(f"{node} cannot be reached by TLS: {_reason(error)}; {hint}") from None
    except ConnectionTimeout:
        raise StoreUnavailable(f"{node} did not answer within {REQUEST_SECONDS:.0f} seconds") from None
    except SerializationError:
        raise not_elasticsearch(node) from None
    except TransportError as error:
        raise StoreUnavailable(f"{node} cannot be reached: {_reason(error)}") from None


def refused(node: str, status: int, body: object) -> StoreError | Invalid:
    """The error for an answer of another status than success.

    Args:
        body: the JSON value that came with it, which may be anything.
    """
    kinds = _kinds(body)
    if "media_type_header_exception" in kinds:
        return StoreIncompatible(
            f"{node} is older than the installed client (elasticsearch {'.'.join(map(str, __version__))}): install "
            "the client of its version with pip install 'elasticsearch>=8.19,<9'"
        )
    if status in (401, 403):
        return StoreUnavailable(f"{node} does not let us in ({status}): check user and password, or the API key")
    if "index_not_found_exception" in kinds:
        return StoreMissing(f"there is no store at {node} under this name; `onrecord index` makes one")
    if status in BUSY_STATUSES or status >= 500:
        return StoreUnavailable(f"{node} could not answer ({status}{_listed(kinds)})")
    if not says_why(body):
        return not_elasticsearch(node, f"it said {status}: is a sign-on page or a proxy in its place?")
    if kinds & {"too_many_clauses", "too_many_nested_clauses", "x_content_parse_exception"}:
        return Invalid("q", "is more than the engine can do at once; make it shorter, or nest it less")
    return StoreError(f"{node} refused a request ({status}{_listed(kinds)})")


def says_why(body: object) -> bool:
    """Whether a refusal is Elasticsearch's: it names an error, or the document that was not found."""
    return isinstance(body, Mapping) and ("error" in body or body.get("found") is False)


@contextmanager
def nothing_if_missing() -> Iterator[None]:
    """Leave the block quietly if what it names is not there, and Elasticsearch says so."""
    try:
        yield
    except NotFoundError as error:
        if not says_why(error.body):
            raise


def _kinds(body: object, levels: int = 20) -> set[str]:
    """The types of all errors that an answer names, within so many levels."""
    if isinstance(body, Mapping) and levels:
        own = {body["type"]} if isinstance(body.get("type"), str) else set()
        return own.union(*(_kinds(value, levels - 1) for value in body.values()))
    if isinstance(body, list) and levels:
        return set().union(*(_kinds(value, levels - 1) for value in body))
    return set()


def _listed(kinds: set[str]) -> str:
    return ": " + ", ".join(sorted(kinds)) if kinds else ""


def _reason(error: TransportError) -> str:
    """The cause in a few words. The client's own text begins with Python objects and repeats every attempt."""
    text = str(error.errors[-1] if error.errors else error.message)
    cause = re.sub(r"^\w+ error caused by: \w+\(", "", text).rpartition("): ")[2]
    return (cause.removesuffix(")") if cause.count(")") > cause.count("(") else cause)[:300]


class _Ascii(JsonSerializer):
    """JSON in ASCII, as an unpaired surrogate has no UTF-8 form and must be escaped."""

    def json_dumps(self, data: Any) -> bytes:
        return json.dumps(data, default=self.default, separators=(",", ":")).encode("ascii")

    def json_loads(self, data: bytes) -> Any:
        try:
            return json.loads(data)
        except RecursionError:
            raise ValueError("the JSON is nested too deep") from None


class _AsciiLines(NdjsonSerializer):
    def json_dumps(self, data: Any) -> bytes:
        return json.dumps(data, default=self.default, separators=(",", ":")).encode("ascii")


_SERIALIZERS = {
    "application/json": _Ascii(),
    "application/vnd.elasticsearch+json": _Ascii(),
    "application/x-ndjson": _AsciiLines(),
    "application/vnd.elasticsearch+x-ndjson": _AsciiLines(),
}
