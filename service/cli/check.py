"""``onrecord check``: check a text, a list of texts, or a draft."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, cast

import click

from indexer.errors import Invalid, Unreadable
from indexer.read import STANDARD_INPUT, Overrides, Reject, each, standard_input
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import Store
from service.budget import limited
from service.cli import check_tables, console, options, tables
from service.query.filters import Place


@click.command()
@click.argument("words", nargs=-1, metavar="TEXT")
@click.option(
    "--list",
    "listed",
    metavar="FILE",
    help="Check each line of FILE.jsonl or FILE.csv: text, and optionally id, speaker and filters.",
)
@click.option("--draft", metavar="FILE", help="Check each quote of an article; - for standard input.")
@click.option("--speaker", help="Whom it is attributed to: the answer says whether reports agree.")
@options.filters(Place.CHECK)
@click.option(
    "--deadline",
    type=click.FloatRange(min=0, min_open=True),
    default=math.inf,
    metavar="SECONDS",
    help="Refuse a text or a draft that takes longer to check; no limit by default.",
)
@options.form
@options.settings
def check(
    settings: Settings,
    /,
    words: tuple[str, ...],
    listed: str | None,
    draft: str | None,
    deadline: float,
    form: str,
    **given: Any,
) -> None:
    """Check whether a text has been reported before.

    onrecord check 'the harbour will be closed until June' --speaker 'Ida Brandt'
    """
    kinds = [name for name, value in (("text", words), ("list", listed), ("draft", draft)) if value]
    if len(kinds) != 1:
        raise Invalid("text", "give a TEXT, --list FILE or --draft FILE" + (", one of them" if kinds else ""))
    with open_store(settings) as store:
        run = _Run(store, {name: value for name, value in given.items() if value}, deadline, form)
        if listed is not None:
            done = _list(run, listed)
        elif draft is not None:
            done = _draft(run, draft)
        else:
            done = _text(run, " ".join(words))
    if not done:
        console.leave(console.REFUSED)


@dataclass(frozen=True, slots=True)
class _Run:
    """What all checks of one command have in common.

    Args:
        given: the other parameters, by the API's names.
        seconds: that the check of one text or draft may take.
        form: of the output: table or jsonl.
    """

    store: Store
    given: dict[str, Any]
    seconds: float
    form: str

    def show(self, answer: dict[str, Any], table: Callable[[int], str]) -> None:
        """Print an answer."""
        click.echo(_line(answer) if self.form == "jsonl" else table(tables.width()))

    def refuse(self, error: Invalid, known: dict[str, Any], place: str) -> bool:
        """Report what is wrong with one of several texts, and go on with the others; returns False."""
        click.echo(f"onrecord: {place}: {error}", err=True)
        if self.form == "jsonl":
            errors = [{"field": error.field, "detail": error.detail}]
            click.echo(_line({**known, "problem": {"reason": error.reason, "detail": str(error), "errors": errors}}))
        return False


def _text(run: _Run, text: str) -> bool:
    from indexer.check import Question, check
    from service.answers.make_checks import answer_json
    from service.parameters import checked
    from service.parameters.checks import CheckParameters

    question = checked(CheckParameters, {"text": text, **run.given}).question()
    assert isinstance(question, Question)
    with limited("text", run.seconds) as deadline:
        answer = check(run.store, question, deadline=deadline)
    run.show(answer_json(answer), partial(check_tables.answer_table, answer))
    return True


def _list(run: _Run, path: str) -> bool:
    from indexer.check import check
    from service.answers.make_checks import answer_json
    from service.cli.check_lists import is_table, lines
    from service.parameters import checked
    from service.parameters.checks import CheckParameters

    within = checked(CheckParameters, run.given).within()
    coverage = run.store.coverage(within)
    done = True
    with _opened(path) as stream:
        for line in lines(stream, table=is_table(path, stream), shared=run.given):
            known = {"id": line.id} if line.id is not None else {"id": None, "line": line.number}
            try:
                if isinstance(line.question, Invalid):
                    raise line.question
                shared = coverage if line.question.within == within else None
                with limited("text", run.seconds) as deadline:
                    answer = check(run.store, line.question, shared, deadline)
            except Invalid as error:
                done = run.refuse(error, known, f"line {line.number}")
                continue
            if run.form == "table":
                click.echo(tables.printable(f"line {line.number}" if line.id is None else str(line.id)))
            run.show({**known, **answer_json(answer)}, partial(check_tables.answer_table, answer))
    return done


def _draft(run: _Run, path: str) -> bool:
    from indexer.check import check_draft, checked_text
    from service.answers.make_drafts import draft_json
    from service.parameters import checked
    from service.parameters.checks import CheckParameters

    parameters = checked(CheckParameters, run.given)
    within = parameters.within()
    done = True
    for item in each((path,), Overrides()):
        article = item.outcome
        if isinstance(article, Reject):
            error = Invalid("draft", article.detail, reason=article.reason)
            done = run.refuse(error, {"id": article.id}, item.path)
            continue
        try:
            checked_text(article.text, "draft")
            with limited("draft", run.seconds) as deadline:
                answer = check_draft(run.store, article, within, parameters.speaker, deadline, parameters.quotes())
        except Invalid as error:
            done = run.refuse(error, {"id": article.id}, item.path)
            continue
        run.show({"id": article.id, **draft_json(answer)}, partial(check_tables.draft_table, answer))
    return done


@contextmanager
def _opened(path: str) -> Iterator[BufferedReader]:
    if path == STANDARD_INPUT:
        try:
            stdin = standard_input()
        except Unreadable as error:
            raise Invalid("list", error.detail) from None
        yield BufferedReader(cast(RawIOBase, stdin))
        return
    with ExitStack() as held:
        try:
            stream = held.enter_context(Path(path).open("rb"))
        except (OSError, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) else str(error)
            raise Invalid("list", f"{path} cannot be read: {said}") from None
        yield stream


def _line(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)
