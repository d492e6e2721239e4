"""Elasticsearch for the tests marked with it: required, or named on screen as not run.

Mark a test ``elasticsearch`` and ask for the fixture ``elasticsearch_address``; mark it ``own_node`` besides if it
starts a node of its own by ``nodes.fresh``. Where no node is to be had, the test is not collected, and the summary
says so and why; with ONRECORD_REQUIRE_ELASTICSEARCH=1 the whole run fails.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import nodes
import pytest

REQUIRE = "ONRECORD_REQUIRE_ELASTICSEARCH"
NOT_RUN = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "elasticsearch: needs a running Elasticsearch node")
    config.addinivalue_line("markers", "own_node: starts an Elasticsearch node of its own")
    # Commands that tests run work in one process; those that are about worker processes say how many.
    os.environ.setdefault("ONRECORD_WORKERS", "1")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.option.collectonly:
        required = os.environ.get(REQUIRE, "0") not in ("", "0")
        _leave_out(config, items, "elasticsearch", nodes.address, required=required)
        # Where addresses are given, the engine was tested, and nothing to start another with need be there.
        _leave_out(config, items, "own_node", nodes.ready, required=required and not nodes.are_given())


def _leave_out(
    config: pytest.Config, items: list[pytest.Item], mark: str, needed: Callable[[], object], *, required: bool
) -> None:
    marked = [item for item in items if item.get_closest_marker(mark)]
    if not marked:
        return
    try:
        needed()
    except nodes.Missing as missing:
        if required:
            raise pytest.UsageError(f"{REQUIRE} is set, and there is no Elasticsearch: {missing}") from missing
        items[:] = [item for item in items if item not in marked]
        config.hook.pytest_deselected(items=marked)
        config.stash[NOT_RUN] = f"{_named(marked)} on Elasticsearch: {missing}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if NOT_RUN in config.stash:
        terminalreporter.write_line(f"NOT RUN: {config.stash[NOT_RUN]}", yellow=True, bold=True)


@pytest.fixture(scope="session")
def elasticsearch_address() -> str:
    """The base URL of a running node, without a prefix; it may hold user and password."""
    return nodes.address()


def _named(items: Sequence[pytest.Item]) -> str:
    contract = sum("contract" in item.path.parts for item in items)
    others = f", {len(items) - contract} other tests" if len(items) > contract else ""
    return f"contract suite ({contract} tests){others}"
