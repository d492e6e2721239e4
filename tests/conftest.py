"""Programs that tests need: required, or named on screen as not run.

Mark a test ``elasticsearch`` and ask for the fixture ``elasticsearch_address``; mark it ``own_node`` besides if it
starts a node of its own by ``nodes.fresh``; mark it ``nginx`` if it starts one by ``proxies.proxying``; mark it
``browser`` if it steers a Chromium. Where what it needs is not to be had, the test is not collected, and the summary
says so and why; with ONRECORD_REQUIRE_ELASTICSEARCH=1, ONRECORD_REQUIRE_NGINX=1 or ONRECORD_REQUIRE_CHROMIUM=1 the
whole run fails.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import browsers
import nodes
import proxies
import pytest

NOT_RUN = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "elasticsearch: needs a running Elasticsearch node")
    config.addinivalue_line("markers", "own_node: starts an Elasticsearch node of its own")
    config.addinivalue_line("markers", "nginx: starts an nginx")
    config.addinivalue_line("markers", "browser: steers a Chromium")
    config.stash[NOT_RUN] = []
    # Commands that tests run work in one process; those that are about worker processes say how many.
    os.environ.setdefault("ONRECORD_WORKERS", "1")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.option.collectonly:
        required = _is_required("Elasticsearch")
        _leave_out(config, items, "elasticsearch", "Elasticsearch", nodes.address, required=required)
        # Where addresses are given, the engine was tested, and nothing to start another with need be there.
        own = required and not nodes.are_given()
        _leave_out(config, items, "own_node", "Elasticsearch", nodes.ready, required=own)
        _leave_out(config, items, "browser", "Chromium", browsers.chromium, required=_is_required("Chromium"))
        _leave_out(config, items, "nginx", "nginx", proxies.nginx, required=_is_required("nginx"))


def _is_required(program: str) -> bool:
    return os.environ.get(f"ONRECORD_REQUIRE_{program.upper()}", "0") not in ("", "0")


def _leave_out(
    config: pytest.Config,
    items: list[pytest.Item],
    mark: str,
    program: str,
    needed: Callable[[], object],
    *,
    required: bool,
) -> None:
    marked = [item for item in items if item.get_closest_marker(mark)]
    if not marked:
        return
    try:
        needed()
    except nodes.Missing as missing:
        if required:
            setting = f"ONRECORD_REQUIRE_{program.upper()}"
            raise pytest.UsageError(f"{setting} is set, and there is no {program}: {missing}") from missing
        items[:] = [item for item in items if item not in marked]
        config.hook.pytest_deselected(items=marked)
        config.stash[NOT_RUN].append(f"{_named(marked)} on {program}: {missing}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for left_out in config.stash[NOT_RUN]:
        terminalreporter.write_line(f"NOT RUN: {left_out}", yellow=True, bold=True)


@pytest.fixture(scope="session")
def elasticsearch_address() -> str:
    """The base URL of a running node, without a prefix; it may hold user and password."""
    return nodes.address()


def _named(items: Sequence[pytest.Item]) -> str:
    contract = sum("contract" in item.path.parts for item in items)
    others = len(items) - contract
    if not contract:
        return f"{others} tests"
    return f"contract suite ({contract} tests)" + (f", {others} other tests" if others else "")
