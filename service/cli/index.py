"""``onrecord index`` and ``onrecord rebuild``: store the quotes of articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from indexer import pipeline, readings
from indexer.errors import RejectsUnwritable, StoreUnavailable, WorkersUnavailable
from indexer.extract import EXTRACTORS
from indexer.limits import MEGABYTE, Limits
from indexer.model import PublishedDate
from indexer.read import Overrides
from indexer.rejects import RejectsFile, default_path
from indexer.report import Report, Stopped
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import Store
from indexer.store.identifying import identify
from service.cli import console, options
from service.cli import readings as shown


@click.command()
@options.paths(required=True)
@options.reading
@options.semantic
@click.option("--dry-run", is_flag=True, help="Read everything and say what would be stored, without storing anything.")
@options.settings
def index(settings: Settings, /, paths: tuple[str, ...], semantic: bool | None, dry_run: bool, **given: Any) -> None:
    """Store the quotes of articles.

    PATHS are files, folders (.txt .html .json .jsonl .csv .tsv .parquet, also .gz), or - for standard input.
    """
    if dry_run:
        found = readings.dry_run(
            paths, Overrides(given["outlet"], given["published"], given["day_first"], given["fields"])
        )
        click.echo("\n".join(shown.plan(found)))
        if found.rejected:
            console.leave(console.REFUSED)
        return
    with _open(settings, create=True) as store:
        _set_semantic(store, settings, semantic)
        _run(settings, store, partial(pipeline.run, paths, store), **given)


@click.command()
@options.paths(required=False)
@options.reading
@options.semantic
@options.settings
def rebuild(settings: Settings, /, paths: tuple[str, ...], semantic: bool | None, **given: Any) -> None:
    """Fill a new store and swap it in: from PATHS, or by extracting the stored articles again."""
    with _open(settings, create=False) as store:
        _set_semantic(store, settings, semantic)
        total = None if paths else store.counts().articles
        _run(settings, store, partial(pipeline.rebuild, store, paths or None), total=total, **given)


def _set_semantic(store: Store, settings: Settings, semantic: bool | None) -> None:
    """Switch vectors on or off, if the option or the environment says so."""
    wanted = semantic if semantic is not None else settings.semantic
    if wanted is not None and wanted != store.semantic():
        store.set_semantic(wanted)


def _open(settings: Settings, *, create: bool) -> Store:
    try:
        return open_store(settings, create=create)
    except StoreUnavailable as error:
        raise StoreUnavailable(f"{error} - nothing was stored") from error


def _run(
    settings: Settings,
    store: Store,
    work: Callable[..., Report],
    *,
    outlet: str | None,
    published: PublishedDate | None,
    day_first: bool | None,
    fields: tuple[tuple[str, str], ...],
    rejects: Path | None,
    extractor: str,
    workers: int,
    deadline: int,
    memory: int,
    no_utterances: bool,
    no_people: bool,
    total: int | None = None,
) -> None:
    """Run the pipeline with progress and a report; then link quotes that report the same words, and find people."""
    progress = console.Progress(total)
    with RejectsFile(rejects or default_path(settings.store)) as refused:
        try:
            report = work(
                outlet=outlet,
                published=published,
                day_first=day_first,
                fields=fields,
                rejects=refused.write,
                extract=EXTRACTORS[extractor],
                workers=workers,
                limits=Limits(deadline, memory * MEGABYTE),
                progress=progress,
            )
        except (KeyboardInterrupt, RejectsUnwritable, Stopped, WorkersUnavailable) as error:
            progress.clear()
            click.echo(console.summary(error.report if isinstance(error, Stopped) else progress.report))
            raise
    progress.clear()
    click.echo(console.summary(report))
    for line in shown.lines(report.readings):
        click.echo(f"onrecord: {line}", err=True)
    if not no_utterances:
        try:
            pipeline.link(store, progress=progress.linked)
        except KeyboardInterrupt as interrupt:
            interrupt.add_note("all articles are stored; the next run links the quotes that report the same words")
            raise
        finally:
            progress.clear()
    if not no_people:
        identify(store)
    if report.refused:
        click.echo(f"onrecord: refused inputs and reasons: {refused.path}", err=True)
        console.leave(console.REFUSED)
