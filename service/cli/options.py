"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from indexer.errors import Invalid
from indexer.extract import EXTRACTORS
from indexer.model import PublishedDate
from indexer.read.dates.published import given as published_on
from indexer.read.fields import described
from indexer.workers import default_workers
from service.query.filters import Place, filters_in

Command = Callable[..., None]


def name(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The name, unchanged.

    Raises:
        Invalid: it is empty.
    """
    if value is not None and not value.strip():
        raise Invalid("outlet", "is empty; leave it out if it is not known")
    return value


def day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> PublishedDate | None:
    """The date of publication.

    Raises:
        Invalid: it is not a date.
    """
    return None if value is None else published_on(value, "published")


extractor = click.option(
    "--extractor",
    type=click.Choice(list(EXTRACTORS)),
    default=next(iter(EXTRACTORS)),
    show_default=True,
    help="What finds the quotes: a trained model, or rules, which are faster.",
)
workers = click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 256),
    envvar="ONRECORD_WORKERS",
    default=default_workers,
    show_default="one for each processor, 2 to 8",
    help="Processes that read and extract (or ONRECORD_WORKERS); 1: all in one process.",
)
deadline = click.option(
    "--deadline",
    metavar="SECONDS",
    type=click.IntRange(1, 86_400),
    envvar="ONRECORD_DEADLINE",
    default=60,
    show_default=True,
    help="Refuse an article that takes longer (or ONRECORD_DEADLINE).",
)
memory = click.option(
    "--memory",
    metavar="MB",
    type=click.IntRange(10, 1_000_000),
    envvar="ONRECORD_MEMORY",
    default=2_000,
    show_default=True,
    help="Refuse an article that takes more memory (or ONRECORD_MEMORY).",
)
published = click.option("--published", metavar="DATE", callback=day, help="Date of publication, such as 2025-02-13.")
outlet = click.option("--outlet", metavar="NAME", callback=name, help="Who published the articles.")
semantic = click.option(
    "--semantic/--no-semantic",
    default=None,
    help="Store vectors, so that checks also compare meaning (or ONRECORD_SEMANTIC=1); the store remembers this.",
)
form = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="Format of the output.",
)
rejects = click.option(
    "--rejects",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to list refused inputs, as JSON lines (default: beside the store).",
)
no_utterances = click.option(
    "--no-utterances", is_flag=True, help="Do not link quotes that report the same words; the next run does."
)

no_people = click.option(
    "--no-people", is_flag=True, help="Do not find whom names stand for in all articles; the next run does."
)
paths = partial(click.argument, "paths", nargs=-1, type=click.Path(allow_dash=True), metavar="PATHS")
settings = click.pass_obj


def filters(place: Place) -> Callable[[Command], Command]:
    """An option for each filter of a place; those of a search may be repeated."""

    def decorate(command: Command) -> Command:
        for each in reversed(filters_in(place)):
            command = click.option(
                f"--{each.name.replace('_', '-')}",
                multiple=each.type.repeats and place is Place.SEARCH,
                type=click.Choice([choice.value for choice in each.type.choices]) if each.type.choices else str,
                metavar=None if each.type.choices else each.type.metavar,
                help=each.help,
            )(command)
        return command

    return decorate


def extraction(command: Command) -> Command:
    """The options for extraction, and the limits for one article."""
    for decorate in (memory, deadline, workers, extractor):
        command = decorate(command)
    return command


def pairs(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The (name, field) pairs of ``--map NAME=FIELD``.

    Raises:
        Invalid: one is no such pair, or names a field that articles do not have.
    """
    known = [each.field for each in described()]
    found = []
    for each in value:
        name, sign, field = each.partition("=")
        if not sign or not name.strip() or field not in known:
            raise Invalid("map", f"{each!r} is not NAME=FIELD with a field that articles have: {', '.join(known)}")
        found.append((name.strip(), field))
    return tuple(found)


maps = click.option(
    "--map",
    "fields",
    metavar="NAME=FIELD",
    multiple=True,
    callback=pairs,
    help="What a field of JSON, CSV, TSV or Parquet is, such as when=published; may be repeated.",
)
day_first = click.option(
    "--day-first/--month-first",
    "day_first",
    default=None,
    help="How 03/10/2026 is read; such a date is left open without.",
)


def records(command: Command) -> Command:
    """The options for reading records."""
    for decorate in (day_first, maps):
        command = decorate(command)
    return command


def reading(command: Command) -> Command:
    """The options for reading and storing articles."""
    for decorate in (extraction, no_people, no_utterances, rejects, records, published, outlet):
        command = decorate(command)
    return command
