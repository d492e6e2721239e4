"""``onrecord export``: all quotes of a search, to take away."""

from __future__ import annotations

import sys
from typing import Any, TextIO

import click

from indexer.query import Where
from indexer.settings import Settings
from indexer.store import open_store
from service.cli import options
from service.people import with_wikidata
from service.query.filters import Place


@click.command()
@click.argument("words", nargs=-1, metavar="[QUERY]")
@options.filters(Place.SEARCH)
@click.option("--in", "in_", type=click.Choice([where.value for where in Where]), help="Where to look for words.")
@click.option(
    "--sort", type=click.Choice(["newest", "oldest"]), help="By when the words were said (newest first by default)."
)
@click.option("--format", "form", type=click.Choice(["csv", "jsonl", "bib", "ris"]), default="csv", show_default=True)
@click.option("--output", type=click.File("w", encoding="utf-8", lazy=True), help="A file in place of the screen.")
@options.settings
def export(settings: Settings, /, words: tuple[str, ...], form: str, output: TextIO | None, **filters: Any) -> None:
    """Write all quotes of a search, or of the whole archive: onrecord export --speaker halloran --output halloran.csv.

    The rows come newest first, as a table (csv), as JSON lines, or as references for BibTeX (bib) or Zotero (ris).
    """
    from service.exports import FORMATS
    from service.parameters import ExportParameters, checked

    named = {"q": " ".join(words), **filters}
    named["in"] = named.pop("in_")
    given = {key: value for key, value in named.items() if value not in (None, (), "")}
    parameters = checked(
        ExportParameters, {key: list(each) if isinstance(each, tuple) else each for key, each in given.items()}
    )
    to = output or sys.stdout
    with open_store(settings) as store:
        for piece in FORMATS[form].made(with_wikidata(store.each(parameters.query()), store.directory()), lambda _: ""):
            to.write(piece)
