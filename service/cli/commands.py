"""The command ``onrecord`` with its subcommands."""

from __future__ import annotations

from dataclasses import replace

import click

from indexer.settings import DEFAULT_STORE, from_environment
from service.cli import console
from service.cli.check import check
from service.cli.extract import extract
from service.cli.index import index, rebuild
from service.cli.search import search
from service.cli.serve import serve
from service.cli.stores import delete, status

STORES = "sqlite:///relative.db, sqlite:////absolute.db, http(s)://[user:password@]host:port/PREFIX"


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


for command in (index, rebuild, extract, search, check, delete, status, serve):
    onrecord.add_command(command)
