"""The command's output on stderr: errors and exit codes, progress on a terminal, the report of a run."""

from __future__ import annotations

import os
import signal
import sys
import time
from types import FrameType
from typing import Any, NoReturn

import click

from indexer.errors import Invalid, OnrecordError, StoreError
from indexer.in_words import counted
from indexer.read import Reject, describe_unexpected
from indexer.report import Report
from service.budget import OutOfTime

DONE, REFUSED, WRONG_USE, NO_STORE, UNEXPECTED, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 70, 130, 143
"""Exit codes: done; some input refused, the rest done; wrong use; store not reachable; unexpected error; stopped by
Ctrl-C; stopped by SIGTERM."""

_REDRAW = 0.1


class Commands(click.Group):
    """A group of commands that report a failure in one sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and report its failure."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return result
        except OnrecordError as error:
            click.echo(f"onrecord: {_sentence(error)}", err=True)
            ctx.exit(exit_code(error))
        except BrokenPipeError:
            # The reader of the output has closed it ("| head"): write nothing more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(DONE)
        except OSError as error:
            # Reading and storing report their own errors, so this is the output's: a full disk, for example.
            click.echo(f"onrecord: the output cannot be written: {error.strerror or error}", err=True)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(WRONG_USE)
        except KeyboardInterrupt as interrupt:
            what = " - ".join(("stopped", *getattr(interrupt, "__notes__", ())))
            click.echo(f"onrecord: {what}", err=True)
            ctx.exit(TERMINATED if isinstance(interrupt, Terminated) else INTERRUPTED)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            click.echo(f"onrecord: unexpected error: {describe_unexpected(error)}; please report it", err=True)
            ctx.exit(UNEXPECTED)


class Terminated(KeyboardInterrupt):
    """SIGTERM; it ends a command like Ctrl-C."""


def handle_sigterm() -> None:
    """Raise ``Terminated`` on SIGTERM from now on."""
    signal.signal(signal.SIGTERM, _terminated)


def _terminated(signum: int, frame: FrameType | None) -> None:
    raise Terminated


def exit_code(error: OnrecordError) -> int:
    """The exit code for an error."""
    if isinstance(error, OutOfTime):
        return REFUSED
    return NO_STORE if isinstance(error, StoreError) else WRONG_USE


def _sentence(error: OnrecordError) -> str:
    if not isinstance(error, Invalid):
        return str(error)
    lines = [f"{option(error.field)}: {error.detail}"]
    if error.position is not None:
        lines.append(f"  at character {error.position + 1}")
    if error.repaired:
        lines.append(f"  perhaps: {error.repaired}")
    return "\n".join(lines)


def option(field: str) -> str:
    """A parameter's name on the command line: ``--said-from`` for ``said_from``, ``QUERY`` for ``q``.

    Environment variables keep their names, and so do lines of a file.
    """
    if field.isupper() or " " in field:
        return field
    names = {"q": "QUERY", "paths": "PATHS", "text": "TEXT", "into": "ID", "id": "ID", "others": "OTHER"}
    names |= {
        "names": "NAME",
        "articles": "--article",
        "number": "NUMBER",
        "quote": "QUOTE_ID",
        "file": "FILE",
        "name": "NAME",
        "log": "FILE",
    }
    return names.get(field, f"--{field.rstrip('_').replace('_', '-')}")


class Progress:
    """A line on stderr that is redrawn, on a terminal only.

    Args:
        total: number of articles, if known.
    """

    def __init__(self, total: int | None = None) -> None:
        self._total = total
        self._shown = sys.stderr.isatty()
        self._drawn = 0.0
        self.report = Report()

    def __call__(self, report: Report) -> None:
        """Show the latest counts."""
        self.report = report
        now = time.monotonic()
        if self._shown and now - self._drawn >= _REDRAW:
            self._drawn = now
            click.echo(f"\r\x1b[K{self._line(report)}", err=True, nl=False)

    def linked(self, quotes: int) -> None:
        """Show how many quotes were compared with those stored before."""
        now = time.monotonic()
        if self._shown and now - self._drawn >= _REDRAW:
            self._drawn = now
            click.echo(f"\r\x1b[K{counted(quotes, 'quote')} compared with those stored before", err=True, nl=False)

    def clear(self) -> None:
        """Remove the line."""
        if self._shown and self._drawn:
            click.echo("\r\x1b[K", err=True, nl=False)

    def _line(self, report: Report) -> str:
        done = f"{counted(report.read, 'article')}, {counted(report.quotes, 'quote')}"
        refused = f", {report.refused:,} refused" if report.refused else ""
        if not self._total:
            return done + refused
        share = min(1.0, report.read / self._total)
        return f"[{'#' * round(30 * share):30}] {share:4.0%}  {done}{refused}"


def summary(report: Report) -> str:
    """The report of a run, in one or two lines."""
    stored = (
        f"{counted(report.read, 'article')} read: {report.added:,} added, {report.changed:,} changed, "
        f"{report.unchanged:,} unchanged; {counted(report.quotes, 'quote')}"
    )
    if not report.refused:
        return stored
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(report.rejected.items()))
    return f"{stored}\n{report.refused:,} refused: {reasons}"


def refusal(reject: Reject) -> str:
    """A reject in one line."""
    place = reject.path if reject.line is None else f"{reject.path}:{reject.line}"
    return f"{place}: {reject.reason}: {reject.detail}"


def leave(code: int) -> NoReturn:
    """End the command with this exit code."""
    click.get_current_context().exit(code)
