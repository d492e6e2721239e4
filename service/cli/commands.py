"""The command ``onrecord`` with its subcommands."""

from __future__ import annotations

import click

from indexer.errors import Invalid
from indexer.settings import DEFAULT_STORE, from_environment, url_in
from service.cli import console
from service.cli.check import check
from service.cli.decide import correct, forget
from service.cli.export import export
from service.cli.extract import extract
from service.cli.index import index, rebuild
from service.cli.schema import schema
from service.cli.search import search
from service.cli.serve import serve
from service.cli.speakers import speakers
from service.cli.stores import delete, status

STORES = "sqlite:///relative.db, sqlite:////absolute.db, http(s)://host:port/PREFIX"


@click.group(cls=console.Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--store", metavar="URL", help=f"Where quotes are kept (or ONRECORD_STORE): {STORES}. Default: {DEFAULT_STORE}."
)
@click.option(
    "--store-file",
    metavar="FILE",
    help="A file whose first line is that URL (or ONRECORD_STORE_FILE): for one with a password, which others on this "
    "machine could read among the arguments of a command.",
)
@click.version_option(package_name="onrecord", prog_name="onrecord")
@click.pass_context
def onrecord(ctx: click.Context, store: str | None, store_file: str | None) -> None:
    """Who said it, in which words, when, and where was it printed."""
    if store and store_file:
        raise Invalid("--store-file", "and --store name the store both; give one of them")
    if store_file:
        store = url_in(store_file, "--store-file")
    ctx.obj = from_environment(store=store)


for command in (
    index,
    rebuild,
    extract,
    search,
    export,
    check,
    delete,
    status,
    serve,
    speakers,
    correct,
    forget,
    schema,
):
    onrecord.add_command(command)
