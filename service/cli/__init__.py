"""The command ``onrecord``: results on stdout, all else on stderr; exit codes in ``service.cli.console``."""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper


def main() -> None:
    """Run the command as the program that it is."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        # Loading takes a third of a second; until then Ctrl-C ends the process without a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from service.cli.commands import onrecord
    from service.cli.console import handle_sigterm

    signal.signal(signal.SIGINT, handler)
    handle_sigterm()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What a terminal's encoding lacks is shown by its code point rather than ending the command.
            stream.reconfigure(errors="backslashreplace")
    onrecord(prog_name="onrecord")
