"""``onrecord check``: one text, a list of texts, or a draft."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, cast

import click

from indexer.errors import Invalid, Unreadable
from indexer.read import STANDARD_INPUT, Reject, each, standard_input
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import Store
from service.cli import check_tables, console, options, tables
from service.query.filters import Place


@click.command()
@click.argument("words", nargs=-1, metavar="TEXT")
@click.option(
    "--list",
    "listed",
    metavar="FILE",
    help="Check each line of FILE.jsonl or FILE.csv: text, and optionally id, speaker and the filters.",
)
@click.option("--draft", metavar="FILE", help="Check each quote of an article; - for standard input.")
@click.option("--speaker", help="Whom it is attributed to: say whether reports agree.")
@options.filters(Place.CHECK)
@options.form
@options.settings
def check(
    settings: Settings, /, words: tuple[str, ...], listed: str | None, draft: str | None, form: str, **given: Any
) -> None:
    """Has it been reported before? onrecord check 'the harbour will be closed' --speaker 'Ida Brandt'."""
    kinds = [name for name, value in (("text", words), ("list", listed), ("draft", draft)) if value]
    if len(kinds) != 1:
        raise Invalid("text", "give a TEXT, --list FILE or --draft FILE" + (", one of them" if kinds else ""))
    asked = {name: value for name, value in given.items() if value}
    with open_store(settings) as store:
        if listed is not None:
            done = _list(store, listed, asked, form)
        elif draft is not None:
            done = _draft(store, draft, asked, form)
        else:
            done = _text(store, " ".join(words), asked, form)
    if not done:
        console.leave(console.REFUSED)


def _text(store: Store, text: str, asked: dict[str, Any], form: str) -> bool:
    from indexer.check import Question, check
    from service.check_parameters import CheckParameters
    from service.parameters import checked
    from service.present_check import answer_json

    question = checked(CheckParameters, {"text": text, **asked}).question()
    assert isinstance(question, Question)
    answer = check(store, question)
    _show(form, answer_json(answer), partial(check_tables.answer_table, answer))
    return True


def _list(store: Store, path: str, asked: dict[str, Any], form: str) -> bool:
    from indexer.check import check
    from service.check_parameters import CheckParameters
    from service.cli.check_lists import is_table, lines
    from service.parameters import checked
    from service.present_check import answer_json

    within = checked(CheckParameters, asked).within()
    coverage = store.coverage(within)
    done = True
    with _opened(path) as stream:
        for line in lines(stream, table=is_table(path, stream), shared=asked):
            known = {"id": line.id} if line.id is not None else {"id": None, "line": line.number}
            if isinstance(line.question, Invalid):
                done = _refused(line.question, known, form, f"line {line.number}")
            else:
                answer = check(store, line.question, coverage if line.question.within == within else None)
                if form == "table":
                    click.echo(tables.printable(f"line {line.number}" if line.id is None else str(line.id)))
                _show(form, {**known, **answer_json(answer)}, partial(check_tables.answer_table, answer))
    return done


def _draft(store: Store, path: str, asked: dict[str, Any], form: str) -> bool:
    from indexer.check import check_draft, checked_text
    from service.check_parameters import CheckParameters
    from service.parameters import checked
    from service.present_check import draft_json

    parameters = checked(CheckParameters, asked)
    within = parameters.within()
    done = True
    for item in each((path,)):
        article = item.outcome
        if isinstance(article, Reject):
            error = Invalid("draft", article.detail, reason=article.reason)
            done = _refused(error, {"id": article.id}, form, item.path)
            continue
        try:
            checked_text(article.text, "draft")
            answer = check_draft(store, article, within, parameters.speaker)
        except Invalid as error:
            done = _refused(error, {"id": article.id}, form, item.path)
            continue
        _show(form, {"id": article.id, **draft_json(answer)}, partial(check_tables.draft_table, answer))
    return done


def _refused(error: Invalid, known: dict[str, Any], form: str, place: str) -> bool:
    """Say what is wrong with one of several questions; the others are answered."""
    click.echo(f"onrecord: {place}: {error}", err=True)
    if form == "jsonl":
        errors = [{"field": error.field, "detail": error.detail}]
        click.echo(_line({**known, "problem": {"reason": error.reason, "detail": str(error), "errors": errors}}))
    return False


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


def _show(form: str, answer: dict[str, Any], table: Callable[[int], str]) -> None:
    click.echo(_line(answer) if form == "jsonl" else table(tables.width()))


def _line(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)
