"""``onrecord speakers``: people of the archive, found, merged, split, named, imported and exported."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from indexer.errors import Invalid
from indexer.identity.decisions import Action, Decision, decision_from, decision_value, undone
from indexer.identity.people import Person, Used
from indexer.in_words import counted
from indexer.read_people import read_people
from indexer.settings import Settings
from indexer.store import deciding, open_store
from indexer.store.base import Store
from indexer.store.deciding import By
from service.cli import options, tables
from service.people import find_people, known

LISTED = 20
"""People that are shown unless told otherwise."""

MOST_LISTED = 10_000

F = TypeVar("F", bound=Callable[..., None])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def decided(command: F) -> F:
    """Add the options of every decision: who makes it, and why."""
    for add in (
        click.option("--reason", required=True, metavar="TEXT", help="Why; it is kept, and shown with the decision."),
        click.option(
            "--who", metavar="NAME", envvar="ONRECORD_WHO", default=_user,
            show_default="who is logged in", help="Whose decision it is (or ONRECORD_WHO).",
        ),
    ):  # fmt: skip
        command = add(command)
    return command


@click.group()
def speakers() -> None:
    """Find speakers; say who is whom."""


@speakers.command("list")
@click.argument("text", nargs=-1, metavar="[NAME]")
@click.option("--size", type=click.IntRange(1, MOST_LISTED), default=LISTED, show_default=True, help="Most shown.")
@options.form
@options.settings
def list_(settings: Settings, /, text: tuple[str, ...], size: int, form: str) -> None:
    """List speakers by the words of a name, their beginnings, or another spelling.

    Without NAME: those who were imported, or whom several outlets quote, the most quoted first.
    """
    with open_store(settings) as store:
        found, more = find_people(store, " ".join(text), size=size)
    for one in found:
        click.echo(_line(one) if form == "table" else _json(one))
    click.echo(f"{counted(len(found), 'speaker')}{', more with --size' if more else ''}", err=True)


@speakers.command()
@click.argument("speaker", metavar="ID")
@options.form
@options.settings
def show(settings: Settings, /, speaker: str, form: str) -> None:
    """Show a speaker: names with the reasons why they are one, roles, outlets, months."""
    with open_store(settings) as store:
        one = _known(store, speaker)
    if form == "jsonl":
        click.echo(_json(one))
        return
    click.echo(_line(one))
    for use in one.names:
        why = f"  {use.score:.2f} {'probably: ' if use.probable else ''}{'; '.join(use.reasons)}"
        click.echo(f"  name    {tables.printable(use.name)} ({use.key}), {counted(use.quotes, 'quote')}{why}")
    click.echo("  acts    " + " ".join(f"{act}:{count}" for act, count in one.acts))
    for title, held in (("printed", one.printed), ("role", one.roles), ("outlet", one.outlets)):
        for each in held:
            click.echo(f"  {title:7} {tables.printable(each.text)}{_times(each)}")
    click.echo("  months  " + " ".join(f"{month}:{count}" for month, count in one.months))


@speakers.command()
@click.argument("into", metavar="ID")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@decided
@options.settings
def merge(settings: Settings, /, into: str, others: tuple[str, ...], who: str, reason: str) -> None:
    """Say that OTHER speakers are ID; their ids lead to it from then on."""
    with open_store(settings) as store:
        _said(deciding.merge(store, into, others, By(who, reason)))


@speakers.command()
@click.argument("speaker", metavar="ID")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only in this article; may be repeated.")
@decided
@options.settings
def split(
    settings: Settings, /, speaker: str, names: tuple[str, ...], articles: tuple[str, ...], who: str, reason: str
) -> None:
    """Say that some of a speaker's NAMEs are somebody else's."""
    with open_store(settings) as store:
        _said(deciding.split(store, speaker, names, By(who, reason), articles))


@speakers.command()
@click.argument("speaker", metavar="ID")
@click.argument("name", metavar="NAME")
@decided
@options.settings
def rename(settings: Settings, /, speaker: str, name: str, who: str, reason: str) -> None:
    """Give a speaker another preferred NAME."""
    with open_store(settings) as store:
        _said(deciding.rename(store, speaker, name, By(who, reason)))


@speakers.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@decided
@options.settings
def import_(settings: Settings, /, file: Path, who: str, reason: str) -> None:
    """Import people from a CSV (samples/people.csv shows it), or the decisions of another store from a .jsonl.

    A broken line is named, and nothing of the file is imported.
    """
    with open_store(settings) as store:
        if file.suffix == ".jsonl":
            click.echo(f"{counted(deciding.add_log(store, _log(file)), 'decision')} added")
            return
        rows = read_people(_lines(file))
        made = deciding.know(store, rows, By(who, reason))
    click.echo(f"{counted(len(made), 'person')} imported".replace("persons", "people"))


@speakers.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--decisions", is_flag=True, help="What was decided, as lines that import takes, rather than people.")
@options.settings
def export(settings: Settings, /, file: Path | None, decisions: bool) -> None:
    """Write all speakers, or all decisions, as JSON lines to FILE or standard output."""
    with open_store(settings) as store:
        if decisions:
            lines: Iterable[str] = [json.dumps(decision_value(one), ensure_ascii=False) for one in store.decisions()]
        else:
            lines = map(_json, list(store.people()))
        text = "".join(line + "\n" for line in lines)
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Invalid("file", f"{file} cannot be written: {error.strerror}") from None


@speakers.command()
@options.settings
def log(settings: Settings, /) -> None:
    """List what was decided, by whom and why."""
    with open_store(settings) as store:
        made = store.decisions()
    gone = undone(made)
    for one in made:
        state = "  (taken back)" if one.number in gone else ""
        click.echo(
            f"{one.number:>4}  {one.at}  {_about(one)}{state}\n      {tables.printable(f'{one.who}: {one.why}')}"
        )


@speakers.command()
@click.argument("number", type=int)
@decided
@options.settings
def undo(settings: Settings, /, number: int, who: str, reason: str) -> None:
    """Take decision NUMBER back; `onrecord speakers log` lists them."""
    with open_store(settings) as store:
        _said(deciding.undo(store, number, By(who, reason)))


def _known(store: Store, ident: str) -> Person:
    found = known(store, ident)
    if found is None:
        raise Invalid("ID", f"{ident!r} is no speaker of this store; `onrecord speakers list` finds them")
    return found


def _said(one: Decision) -> None:
    click.echo(f"decision {one.number}: {_about(one)}")


def _about(one: Decision) -> str:
    about = {name: value for name, value in one.about.items() if name not in ("before", "article")}
    if one.action is Action.FORGET and "article" in one.about:
        about = {"article": one.about["article"]}
    told = (_told(value) for value in about.values() if value)
    return tables.printable(f"{one.action.value} {' · '.join(told)}")


def _told(value: object) -> str:
    """A part of a decision in words; a role as an import writes it: ``mayor (2023-05-01 to )``."""
    if isinstance(value, list):
        return ", ".join(map(_told, value))
    if isinstance(value, dict):
        days = (
            f" ({value.get('from') or ''} to {value.get('to') or ''})" if value.get("from") or value.get("to") else ""
        )
        return f"{value['role']}{days}"
    return str(value)


def _line(one: Person) -> str:
    role = f", {one.roles[0].text}" if one.roles else ""
    also = [use.name for use in one.names if use.name != one.name][:3]
    printed = f"; also {', '.join(dict.fromkeys(also))}" if also else ""
    qid = f" {one.wikidata}" if one.wikidata else ""
    counts = f"{counted(one.in_words, 'quote')} in {counted(one.articles, 'article')}"
    return tables.printable(f"{one.id}  {one.name}{role}{qid}: {counts}{printed}")


def _times(each: Used) -> str:
    days = f", {each.first} to {each.last}" if each.first and each.last else ""
    return f" ({each.count:,}{days})"


def _json(one: Person) -> str:
    from service.answers import as_json
    from service.answers.make_speakers import of_record

    return json.dumps(as_json(of_record(one, {})), ensure_ascii=False)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError:
        raise Invalid("file", f"{file} is not UTF-8 text") from None
    except OSError as error:
        raise Invalid("file", f"{file} cannot be read: {error.strerror}") from None


def _log(file: Path) -> list[Decision]:
    found = []
    for number, line in enumerate(_lines(file), 1):
        try:
            found.append(decision_from(json.loads(line)))
        except json.JSONDecodeError:
            raise Invalid(f"line {number}", f"of {file.name} is no JSON") from None
        except (TypeError, ValueError) as error:
            raise Invalid(f"line {number}", f"of {file.name} is no decision: {error}") from None
    return found
