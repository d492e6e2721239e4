import re
from typing import Any
from urllib.parse import quote

import pytest
import served
from flask.testing import FlaskClient

from service.parameters import SearchParameters

Json = dict[str, Any]


@pytest.fixture(scope="module")
def document(client: FlaskClient) -> Json:
    response = client.get("/openapi.json")
    assert response.content_type == "application/json"
    found: Json = response.get_json()
    return found


def inside(value: Any) -> list[Json]:
    """All objects of a document, outermost first."""
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [*([value] if isinstance(value, dict) else []), *(found for child in children for found in inside(child))]


def wrong(value: Any, schema: Json, schemas: Json, at: str = "answer") -> list[str]:
    """Where a JSON value is not as a schema says, for all keywords that our document uses."""
    if "$ref" in schema:
        return wrong(value, schemas[schema["$ref"].split("/")[-1]], schemas, at)
    if "anyOf" in schema:
        found = [wrong(value, choice, schemas, at) for choice in schema["anyOf"]]
        return min(found, key=len)
    types: dict[str, type | tuple[type, ...]] = {
        "array": list,
        "boolean": bool,
        "integer": int,
        "null": type(None),
        "number": (int, float),
        "object": dict,
        "string": str,
    }
    if not isinstance(value, types[schema["type"]]):
        return [f"{at} is no {schema['type']}: {value!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at} is none of {schema['enum']}: {value!r}"]
    if isinstance(value, dict):
        return of_object(value, schema, schemas, at)
    if isinstance(value, list):
        parts = schema.get("prefixItems") or [schema["items"]] * len(value)
        ends = [] if len(parts) == len(value) else [f"{at} has {len(value)} items"]
        pairs = zip(value, parts, strict=False)
        return ends + [text for part, of in pairs for text in wrong(part, of, schemas, f"{at}[]")]
    if not isinstance(value, int | float):
        return []
    low, high = schema.get("minimum", value), schema.get("maximum", value)
    return [] if low <= value <= high else [f"{at} is out of bounds: {value!r}"]


def of_object(value: Json, schema: Json, schemas: Json, at: str) -> list[str]:
    known = schema.get("properties", {})
    others = schema.get("additionalProperties")
    found = [f"{at}.{name} is missing" for name in schema.get("required", []) if name not in value]
    for name, part in value.items():
        if name in known:
            found += wrong(part, known[name], schemas, f"{at}.{name}")
        elif isinstance(others, dict):
            found += wrong(part, others, schemas, f"{at}.{name}")
        else:
            found.append(f"{at}.{name} is not described")
    return found


def test_is_openapi_3_1(document: Json) -> None:
    assert document["openapi"].startswith("3.1.")
    assert document["info"]["title"] == "onrecord"
    assert set(document["paths"]) == {
        "/v1/quotes",
        *(f"/v1/quotes.{ending}" for ending in ("csv", "jsonl", "bib", "ris", "atom")),
        *(f"/v1/citations/{{quote_id}}.{ending}" for ending in ("bib", "ris")),
        "/v1/quotes/{quote_id}",
        "/v1/articles/{article_id}",
        "/v1/outlets",
        "/v1/speakers",
        "/v1/speakers/{speaker_id}",
        "/v1/decisions",
        "/v1/check",
        "/healthz",
        "/readyz",
        "/schema/article.json",
    }


def test_every_reference_leads_to_a_schema_and_every_schema_is_used(document: Json) -> None:
    names = {found["$ref"].removeprefix("#/components/schemas/") for found in inside(document) if "$ref" in found}
    assert names == set(document["components"]["schemas"])
    assert all(re.fullmatch(r"[A-Za-z]+", name) for name in names)


def test_every_path_has_its_parameters(document: Json) -> None:
    for path, operations in document["paths"].items():
        for operation in operations.values():
            named = {
                parameter["name"]
                for parameter in operation.get("parameters", [])
                if parameter["in"] == "path" and parameter["required"]
            }
            assert named == set(re.findall(r"{(\w+)}", path))


def test_every_parameter_of_a_search_is_described(document: Json) -> None:
    described = {parameter["name"]: parameter for parameter in document["paths"]["/v1/quotes"]["get"]["parameters"]}
    assert set(described) == {field.alias or name for name, field in SearchParameters.model_fields.items()}
    assert all(parameter["description"] for parameter in described.values())
    assert not any("anyOf" in parameter["schema"] for parameter in described.values())
    assert (described["speaker"]["explode"], described["facets"]["explode"]) == (True, False)


def test_every_error_is_a_problem(document: Json) -> None:
    methods = {"/v1/check": ["post"], "/v1/decisions": ["get", "post"]}
    every = [(path, operation) for path, each in document["paths"].items() for operation in each.values()]
    assert all(sorted(each) == methods.get(path, ["get"]) for path, each in document["paths"].items())
    for path, operation in every:
        responses = operation["responses"]
        assert ("404" in responses) == ("{" in path)
        assert ("503" in responses) == (path not in ("/healthz", "/schema/article.json"))
        for status, response in responses.items():
            if status >= "400":
                assert list(response["content"]) == ["application/problem+json"]
    assert "Retry-After" in document["paths"]["/readyz"]["get"]["responses"]["503"]["headers"]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/v1/quotes", "/v1/quotes?q=mill OR depot OR bus&facets=speaker,outlet,kind,year"),
        ("/v1/quotes", "/v1/quotes?speaker=brandt&said_from=2025"),
        ("/v1/quotes", "/v1/quotes"),
        ("/v1/quotes", '/v1/quotes?q="mill'),
        ("/v1/articles/{article_id}", f"/v1/articles/{quote(served.MILL, safe='')}"),
        ("/v1/articles/{article_id}", f"/v1/articles/{quote(served.DEPOT, safe='')}"),
        ("/v1/articles/{article_id}", "/v1/articles/none"),
        ("/v1/speakers", "/v1/speakers?q=d&size=1"),
        ("/v1/speakers/{speaker_id}", "/v1/speakers/otto-lind"),
        ("/healthz", "/healthz"),
        ("/readyz", "/readyz"),
    ],
)
def test_answers_are_as_described(client: FlaskClient, document: Json, path: str, address: str) -> None:
    response = client.get(address)
    content = document["paths"][path]["get"]["responses"][str(response.status_code)]["content"]
    schema = content[response.content_type]["schema"]
    assert wrong(response.get_json(force=True), schema, document["components"]["schemas"]) == []


def test_one_quote_is_as_described(client: FlaskClient, document: Json) -> None:
    (hit,) = client.get("/v1/quotes?q=debts").get_json()["hits"]
    answer = client.get(hit["links"]["self"]).get_json()
    schemas = document["components"]["schemas"]
    assert wrong(answer, schemas["Quote"], schemas) == []
    assert wrong({**answer, "mood": 1}, schemas["Quote"], schemas) == ["answer.mood is not described"]


def test_the_page_of_it_needs_no_network(client: FlaskClient, document: Json) -> None:
    page = client.get("/docs").text
    assert "<script" not in page
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page)
    for path, operations in document["paths"].items():
        for method in operations:
            assert f"{method.upper()} {path}" in page
    assert "CheckParameters" in page
    for name in document["components"]["schemas"]:
        assert f'id="schema-{name}"' in page


def test_every_field_is_described(document: Json) -> None:
    schemas = document["components"]["schemas"]

    def is_described(field: Json) -> bool:
        described = (schemas[each["$ref"].split("/")[-1]] for each in inside(field) if "$ref" in each)
        return "description" in field or any("description" in schema for schema in described)

    assert [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, described in schema.get("properties", {}).items()
        if not is_described(described)
    ] == []
