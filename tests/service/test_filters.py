"""Each filter of the table, in each place where it can be given."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from command import run
from flask.testing import FlaskClient

from indexer.query import IN_WORDS
from service.parameters import SearchParameters, build, checked
from service.parameters.checks import CheckParameters
from service.query import parse
from service.query.documentation import renewed
from service.query.filters import Filter, Place, filters_in

ROOT = Path(__file__).parents[2]


def of(place: Place) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", filters_in(place), ids=lambda row: row.name)


def help_of(command: str) -> str:
    return " ".join(run(command, "--help").stdout.split())


@of(Place.SEARCH)
def test_is_a_parameter_of_a_search(row: Filter, client: FlaskClient) -> None:
    default = () if row.name == "act" else (IN_WORDS,)
    assert build({row.name: row.example}).condition.parts == (row.condition(row.type.read(row.example)), *default)
    operation = client.get("/openapi.json").get_json()["paths"]["/v1/quotes"]["get"]
    (described,) = (each for each in operation["parameters"] if each["name"] == row.name)
    assert described["description"] == row.help
    assert (described["schema"].get("type") == "array") == row.type.repeats
    assert client.get("/v1/quotes", query_string={row.name: row.example}).status_code == 200


@of(Place.SEARCH)
def test_is_an_option_of_the_command(row: Filter) -> None:
    option, text = f"--{row.name.replace('_', '-')} ", row.help
    assert option in help_of("search")
    assert text in help_of("search")


@of(Place.SEARCH)
def test_is_a_field_of_the_search_page(row: Filter, client: FlaskClient) -> None:
    form = client.get("/", query_string={row.name: row.example}).text
    assert f">{row.label}</" in form
    pressed = rf'<input[^>]* name="{row.name}" value="{re.escape(html.escape(row.example))}"'
    assert re.search(pressed + (" checked" if row.type.choices else ""), form)


@of(Place.Q)
def test_is_a_field_of_the_query_language(row: Filter) -> None:
    assert parse(f'{row.name}:"{row.example}"') == row.condition(row.type.read(row.example))


@of(Place.CHECK)
def test_is_a_parameter_of_a_check(row: Filter, client: FlaskClient) -> None:
    values: dict[str, Any] = {"text": "the ferry sails at noon", row.name: row.example}
    given = checked(CheckParameters, values)
    found = given.quotes() if row.of_quotes else given.within()
    assert found.parts[0] == row.condition(row.type.read(row.example))
    assert client.post("/v1/check", json=values).status_code == 200
    schemas = client.get("/openapi.json").get_json()["components"]["schemas"]
    assert schemas["CheckParameters"]["properties"][row.name]["description"] == row.help
    assert row.help in help_of("check")
    assert f'name="{row.name}"' in client.get("/check").text


def test_filters_are_documented_between_words_and_order() -> None:
    names = list(SearchParameters.model_fields)
    assert names[: len(names) - 6] == ["q", *(row.name for row in filters_in(Place.SEARCH))]


def test_the_documentation_has_the_table_of_today() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert renewed(page) == page, "run python -m service.query.documentation docs/api.md"
