"""What the README shows is what happens."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from indexer import pipeline
from indexer.settings import Settings
from indexer.store import open_store
from service import create_app
from service.cli.commands import onrecord

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(store=f"sqlite:///{tmp_path_factory.mktemp('readme')}/samples.db")
    with open_store(settings, create=True) as store:
        report = pipeline.run([ROOT / "samples"], store)
    assert not report.rejected
    return settings


def shown_in(answer: Any, shown: Any) -> bool:
    """Whether the answer holds everything shown: it may have more fields, but no other values or hits."""
    if isinstance(shown, dict):
        return all(key in answer and shown_in(answer[key], value) for key, value in shown.items())
    if isinstance(shown, list):
        return len(answer) == len(shown) and all(map(shown_in, answer, shown))
    return bool(answer == shown)


def test_the_search_by_curl_is_answered_so(samples: Settings) -> None:
    found = re.search(r"curl 'http://127\.0\.0\.1:8080(/v1/[^']+)'.*?```json\n(.*?)```", README, re.DOTALL)
    assert found is not None
    answer = create_app(samples).test_client().get(found[1])
    assert answer.status_code == 200
    assert shown_in(answer.json, json.loads(found[2])), json.dumps(answer.json, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("path", re.findall(r'"  http://127\.0\.0\.1:\$\(PORT\)(/[^"]+)"', MAKEFILE))
def test_the_searches_of_the_demo_find_something(samples: Settings, path: str) -> None:
    answer = create_app(samples).test_client().get(path)
    assert answer.status_code == 200
    assert "Ines Halloran" in answer.text


def test_the_demo_offers_two_searches() -> None:
    assert len(re.findall(r'"  http://127\.0\.0\.1:\$\(PORT\)/', MAKEFILE)) == 2


def shown_after_the_demo() -> list[str]:
    """The commands that README shows after ``make demo``, without their comments."""
    block = README.partition("In another terminal, after `make demo`:\n\n")[2].partition("\n\n")[0]
    lines = [line.strip().partition("  #")[0].strip() for line in block.splitlines()]
    assert lines[0].startswith('export PATH="$PWD/.venv/bin:$PATH" ONRECORD_STORE="sqlite:///$PWD/build/demo-8080.db"')
    return lines[1:]


def test_the_commands_after_the_demo_run_as_shown(samples: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (ROOT / "build").mkdir(exist_ok=True)
    commands = shown_after_the_demo()
    assert len(commands) >= 5
    said = []
    for command in commands:
        name, *arguments = shlex.split(command)
        assert name == "onrecord"
        done = CliRunner().invoke(onrecord, ["--store", samples.store, *arguments])
        assert done.exit_code == 0, f"{command}: {done.output}"
        said.append(done.output)
    assert said[0].startswith("Wording differs")
    assert said[1].startswith("Sense altered")
    assert "Ines Halloran" in (ROOT / "build" / "bridge.csv").read_text(encoding="utf-8")


def test_the_demo_names_its_store_and_the_path_of_the_command() -> None:
    assert "export PATH=" in MAKEFILE.partition("demo: ")[2].partition("serve: ")[0]
    assert "build/demo-$(PORT).db" in MAKEFILE.partition("in another terminal")[2]


def test_every_page_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_demo_alone_shows_whole_articles() -> None:
    assert re.findall(r"serve --port \$\(PORT\)(.*)", MAKEFILE) == [" --full-text", ""]
    assert "FULL_TEXT" not in (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
