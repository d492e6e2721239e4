"""The command ``onrecord``: results on stdout, all else on stderr; exit 0, 1, 2 or 3 (see ``service.console``)."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from indexer import pipeline
from indexer.errors import Invalid, StoreUnavailable
from indexer.extract import EXTRACTORS
from indexer.model import Article, Kind, PublishedDate, Quote, Stance
from indexer.printed import Utterance
from indexer.query import Facet, Group, Hit, Sort, Where
from indexer.read import Reject, each
from indexer.read.published import given
from indexer.rejects import RejectsFile, beside
from indexer.report import Report, Stopped
from indexer.settings import DEFAULT_STORE, Settings, from_environment
from indexer.store import open_store, redact
from indexer.store.base import Store
from indexer.text import ANALYSIS
from service import console, extracted, tables
from service.check_command import check

STORES = "sqlite:///relative.db, sqlite:////absolute.db, http(s)://[user:password@]host:port/PREFIX"
FIRST = next(iter(EXTRACTORS))
FORMATS = click.Choice(["table", "jsonl"])


def main() -> None:
    """Run the command as the program that it is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What a terminal's encoding lacks is shown by its code point rather than ending the command.
            stream.reconfigure(errors="backslashreplace")
    onrecord(prog_name="onrecord")


@click.group(cls=console.Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--store", metavar="URL", help=f"Where quotes are kept (or ONRECORD_STORE): {STORES}. Default: {DEFAULT_STORE}."
)
@click.version_option(package_name="onrecord", prog_name="onrecord")
@click.pass_context
def onrecord(ctx: click.Context, store: str | None) -> None:
    """Who said it, in which words, when, and where was it printed."""
    settings = from_environment()
    ctx.obj = replace(settings, store=store) if store else settings


# --- Options that several commands share ----------------------------------------------------------


def _name(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.strip():
        raise Invalid("outlet", "there is no name in it; leave it out where it is not known")
    return value


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say how articles are read and where the refused ones are listed."""
    for decorate in (
        click.option("--extractor", type=click.Choice(list(EXTRACTORS)), default=FIRST, show_default=True,
                     help="What finds the quotes: a model that learned it, or rules, which are faster."),
        click.option("--no-utterances", is_flag=True,
                     help="Leave finding quotes that report the same words to the next run."),
        click.option("--rejects", metavar="FILE", type=click.Path(path_type=Path),
                     help="Where refused inputs are listed, as JSON lines (beside the store)."),
        click.option("--published", metavar="DATE", help="When all of them appeared, as 2025-02-13."),
        click.option("--outlet", metavar="NAME", callback=_name, help="Who published all of them."),
    ):  # fmt: skip
        command = decorate(command)
    return command


_semantic = click.option(
    "--semantic/--no-semantic",
    default=None,
    help="Write vectors, so that checks ask for meaning too (or ONRECORD_SEMANTIC=1); the store stays so.",
)
_format = click.option("--format", "form", type=FORMATS, default="table", show_default=True, help="The output's form.")
_paths = partial(click.argument, "paths", nargs=-1, type=click.Path(allow_dash=True), metavar="PATHS")
_settings = click.pass_obj


# --- Articles in ----------------------------------------------------------------------------------


@onrecord.command()
@_paths(required=True)
@_reading
@_semantic
@_settings
def index(settings: Settings, /, paths: tuple[str, ...], semantic: bool | None, **options: Any) -> None:
    """Store the quotes of articles: files, folders (.txt .html .json .jsonl, also .gz), or - for standard input."""
    with _opened_to_write(settings, create=True) as store:
        _switch(store, settings, semantic)
        _indexed(settings, store, partial(pipeline.run, paths, store), **options)


@onrecord.command()
@_paths(required=False)
@_reading
@_semantic
@_settings
def rebuild(settings: Settings, /, paths: tuple[str, ...], semantic: bool | None, **options: Any) -> None:
    """Fill a fresh store and swap it in: from PATHS, or from the stored articles, extracted again."""
    with _opened_to_write(settings, create=False) as store:
        _switch(store, settings, semantic)
        total = None if paths else store.counts().articles
        _indexed(settings, store, partial(pipeline.rebuild, store, paths or None), total=total, **options)


def _switch(store: Store, settings: Settings, semantic: bool | None) -> None:
    """Set whether vectors are written, where that was asked for."""
    wanted = semantic if semantic is not None else settings.semantic
    if wanted is not None and wanted != store.semantic():
        store.set_semantic(wanted)


def _opened_to_write(settings: Settings, *, create: bool) -> Store:
    try:
        return open_store(settings, create=create)
    except StoreUnavailable as error:
        raise StoreUnavailable(f"{error} - nothing was stored") from error


def _indexed(
    settings: Settings,
    store: Store,
    work: Callable[..., Report],
    *,
    outlet: str | None,
    published: str | None,
    rejects: Path | None,
    extractor: str,
    no_utterances: bool,
    total: int | None = None,
) -> None:
    """Run the pipeline, show how far it is, and report; then link what reports the same words."""
    progress = console.Progress(total)
    with RejectsFile(rejects or beside(settings.store)) as refused:
        try:
            report = work(
                outlet=outlet,
                published=_date(published),
                rejects=refused.write,
                extract=EXTRACTORS[extractor],
                progress=progress,
            )
        except (KeyboardInterrupt, Stopped) as error:
            progress.clear()
            done = error.report if isinstance(error, Stopped) else progress.report
            click.echo(console.summary(done))
            raise
    progress.clear()
    click.echo(console.summary(report))
    if not no_utterances:
        try:
            pipeline.link(store, progress=progress.linked)
        finally:
            progress.clear()
    if report.refused:
        click.echo(f"onrecord: what was refused, and why: {refused.path}", err=True)
        console.leave(console.REFUSED)


def _date(published: str | None) -> PublishedDate | None:
    return None if published is None else given(published, "published")


@onrecord.command()
@_paths(required=True)
@_format
@click.option("--extractor", type=click.Choice(list(EXTRACTORS)), default=FIRST, show_default=True)
@click.option("--outlet", metavar="NAME", callback=_name, help="Who published all of them.")
@click.option("--published", metavar="DATE", help="When all of them appeared, as 2025-02-13.")
def extract(paths: tuple[str, ...], form: str, extractor: str, outlet: str | None, published: str | None) -> None:
    """Print the quotes of articles, storing nothing."""
    find = EXTRACTORS[extractor]
    shown = _article_line if form == "jsonl" else partial(_article_table, columns=tables.width())
    refused = False
    for item in each(paths, outlet=outlet, published=_date(published)):
        found = pipeline.with_quotes(item, find)
        if isinstance(found, Reject):
            refused = True
            click.echo(f"onrecord: {console.refusal(found)}", err=True)
        else:
            click.echo(shown(found.article, found.quotes))
    if refused:
        console.leave(console.REFUSED)


def _article_line(article: Article, quotes: tuple[Quote, ...]) -> str:
    return json.dumps(extracted.line(article, quotes), ensure_ascii=False)


def _article_table(article: Article, quotes: tuple[Quote, ...], *, columns: int) -> str:
    return tables.article_table(article, quotes, columns)


# --- Quotes out -----------------------------------------------------------------------------------


@onrecord.command()
@click.argument("words", nargs=-1, metavar="QUERY")
@click.option("--speaker", multiple=True, help="A speaker's id, or words of the name; may be repeated, as any filter.")
@click.option("--outlet", multiple=True, help="Words of the outlet's name.")
@click.option("--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]))
@click.option("--stance", multiple=True, type=click.Choice([stance.value for stance in Stance]))
@click.option("--said-from", metavar="DATE", help="Said on this day or later.")
@click.option("--said-to", metavar="DATE", help="Said on this day or earlier.")
@click.option("--published-from", metavar="DATE")
@click.option("--published-to", metavar="DATE")
@click.option("--in", "in_", type=click.Choice([where.value for where in Where]), help="Where words are looked for.")
@click.option("--sort", type=click.Choice([sort.value for sort in Sort]))
@click.option("--size", type=int, help="Quotes a page (20, at most 100).")
@click.option("--cursor", help="Go on after the page before.")
@click.option("--group", type=click.Choice([group.value for group in Group]), help="Show each utterance once.")
@click.option("--facets", metavar="NAMES", help=f"Count matches by {', '.join(Facet)}.")
@_format
@_settings
def search(settings: Settings, /, words: tuple[str, ...], form: str, **filters: Any) -> None:
    """Find quotes by their words, speaker, outlet and dates; onrecord search 'speaker:halloran "no car"'."""
    from service.asking import searched
    from service.parameters import build

    asked = {"q": " ".join(words), **filters, "in": filters["in_"]}
    del asked["in_"]
    query = build(
        {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asked.items()
            if value not in (None, ())
        }
    )
    with open_store(settings) as store:
        page, utterances = searched(store, query)
    shown = _hit_line if form == "jsonl" else partial(tables.hit_table, columns=tables.width())
    for hit in page.hits:
        click.echo(shown(hit, utterance=utterances.get(hit.quote.id)))
    if page.facets:
        click.echo(tables.facet_table(page.facets), err=form == "jsonl")
    noun = query.group.value if query.group else "quote"
    click.echo(f"{console.counted(page.total, noun)}, {len(page.hits):,} shown", err=True)
    if page.undated:
        click.echo(f"{page.undated:,} more have no such date", err=True)
    if page.next_cursor:
        click.echo(f"more: --cursor {page.next_cursor}", err=True)


def _hit_line(hit: Hit, *, utterance: Utterance | None) -> str:
    from service.present import hit_json

    return json.dumps(hit_json(hit, utterance), ensure_ascii=False)


onrecord.add_command(check)


# --- The store ------------------------------------------------------------------------------------


@onrecord.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ARTICLE_ID...")
@_settings
def delete(settings: Settings, /, article_ids: tuple[str, ...]) -> None:
    """Remove articles with all their quotes."""
    with open_store(settings) as store:
        deleted = store.delete(article_ids)
        store.flush()
    for article_id in deleted:
        click.echo(f"deleted {tables.printable(article_id)}")
    missing = [article_id for article_id in dict.fromkeys(article_ids) if article_id not in set(deleted)]
    for article_id in missing:
        click.echo(f"onrecord: not in the store: {tables.printable(article_id)}", err=True)
    if missing:
        console.leave(console.REFUSED)


@onrecord.command()
@_settings
def status(settings: Settings, /) -> None:
    """Say what the store holds."""
    with open_store(settings) as store:
        counts = store.counts()
    click.echo(f"store     {redact(settings.store)}")
    for name in ("articles", "quotes", "speakers", "outlets"):
        click.echo(f"{name:9} {getattr(counts, name):,}")
    if counts.earliest and counts.latest:
        click.echo(f"dates     {counts.earliest} to {counts.latest}")
    meaning = f"on, {counts.vectors:,} of the quotes have a vector" if counts.semantic else "off"
    click.echo(f"meaning   {meaning}")
    click.echo(f"analysis  {counts.analysis}")
    if counts.analysis != ANALYSIS:
        click.echo(
            f"onrecord: this version analyses text as {ANALYSIS}; renew the store by: onrecord rebuild", err=True
        )


@onrecord.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True)
@_settings
def serve(settings: Settings, /, host: str, port: int) -> None:
    """Answer searches in the browser and over HTTP until stopped."""
    from service.server import serve as run

    with open_store(settings) as store:
        store.counts()
    name = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
    at = f"http://{name}:{port}"

    def started() -> None:
        click.echo(f"onrecord answers from {redact(settings.store)}; try")
        click.echo(f"  {at}/")
        click.echo(f"  {at}/v1/quotes?kind=direct&sort=newest")
        sys.stdout.flush()

    run(settings, host, port, started)
