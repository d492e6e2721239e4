"""The command as it is run, and two articles for it."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from service.cli.commands import onrecord

PIER = (
    "Bo Lind is the harbour master of Lower Brae.\n\n“The pier will outlive the village,” said Bo Lind on Tuesday.\n\n"
    "“It was built by people who hated carpentry,” he added.\n"
)
MILL = "The mill is closed.\n\n“Nobody eats bread any more,” said Ida Brandt.\n"


def run(*arguments: str, code: int = 0, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(onrecord, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result


def hits(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]
