"""docker-compose.yml and Dockerfile keep their promises as far as that shows without an engine to run them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.cli.commands import onrecord

ROOT = Path(__file__).parents[1]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
SERVICES = ("elasticsearch", "onrecord")


def service(name: str) -> dict[str, Any]:
    found: dict[str, Any] = COMPOSE["services"][name]
    return found


def last_instruction(name: str) -> str:
    return [line for line in DOCKERFILE if line.startswith(f"{name} ")][-1].removeprefix(f"{name} ").strip()


def test_these_are_all_services() -> None:
    assert tuple(COMPOSE["services"]) == SERVICES


@pytest.mark.parametrize("name", SERVICES)
def test_memory_is_limited_and_rights_are_dropped(name: str) -> None:
    assert re.fullmatch(r"\d+g", service(name)["mem_limit"])
    assert service(name)["cap_drop"] == ["ALL"]
    assert service(name)["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", SERVICES)
def test_only_this_machine_is_listened_to(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in service(name)["ports"])


def test_elasticsearch_is_the_major_that_is_tested_and_asks_for_a_password() -> None:
    assert re.search(r"/elasticsearch:9\.\d+\.\d+$", service("elasticsearch")["image"])
    assert service("elasticsearch")["environment"]["xpack.security.enabled"] == "true"


def test_the_heap_is_half_of_the_memory() -> None:
    heap = re.search(r"-Xmx(\d+)g", service("elasticsearch")["environment"]["ES_JAVA_OPTS"])
    assert heap is not None
    assert 2 * int(heap[1]) == int(service("elasticsearch")["mem_limit"].removesuffix("g"))


@pytest.mark.parametrize(
    ("name", "folder"),
    [("elasticsearch", "/usr/share/elasticsearch/data"), ("onrecord", last_instruction("WORKDIR"))],
)
def test_what_is_written_outlives_the_container(name: str, folder: str) -> None:
    volume, place = service(name)["volumes"][0].split(":")
    assert volume in COMPOSE["volumes"]
    assert place == folder


def test_the_service_waits_until_elasticsearch_is_healthy() -> None:
    assert service("onrecord")["depends_on"] == {"elasticsearch": {"condition": "service_healthy"}}
    assert "_cluster/health" in service("elasticsearch")["healthcheck"]["test"]


def test_no_password_is_written_down() -> None:
    required = re.compile(r"\$\{ELASTIC_PASSWORD:\?[^}]+\}")
    assert required.fullmatch(service("elasticsearch")["environment"]["ELASTIC_PASSWORD"])
    store = required.sub("PASSWORD", service("onrecord")["environment"]["ONRECORD_STORE"])
    assert store == "http://elastic:PASSWORD@elasticsearch:9200/onrecord"
    assert "ELASTIC_PASSWORD=\n" in (ROOT / ".env.example").read_text(encoding="utf-8")
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_service_runs_as_nobody_special_and_writes_nowhere_but_where_it_must() -> None:
    assert int(last_instruction("USER")) > 0
    assert service("onrecord")["read_only"] is True
    assert service("onrecord")["tmpfs"] == ["/tmp"]


def test_the_command_of_the_image_is_one_that_onrecord_has() -> None:
    assert json.loads(last_instruction("ENTRYPOINT")) == ["onrecord"]
    name, *arguments = json.loads(last_instruction("CMD"))
    context = onrecord.commands[name].make_context(name, arguments)
    assert context.params["host"] == "0.0.0.0"
    assert str(context.params["port"]) == last_instruction("EXPOSE")
    assert service("onrecord")["ports"][0].endswith(f":{context.params['port']}")


def test_the_build_is_given_all_that_it_copies_and_nothing_else() -> None:
    copied = {word for line in DOCKERFILE if re.match(r"COPY (?!--from)", line) for word in line.split()[1:-1]}
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignored[0] == "*"
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == copied
    assert all((ROOT / name).exists() for name in copied)
