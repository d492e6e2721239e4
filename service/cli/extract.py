"""``onrecord extract``: print the quotes of articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing

import click

from indexer import pipeline
from indexer.extract import EXTRACTORS
from indexer.limits import MEGABYTE, Limits
from indexer.model import Article, PublishedDate, Quote
from indexer.one_article import ReadAndExtract
from indexer.read import Overrides
from service.cli import console, options, quote_lines, tables


@click.command()
@options.paths(required=True)
@options.form
@options.extraction
@options.outlet
@options.published
@options.records
def extract(
    paths: tuple[str, ...],
    form: str,
    extractor: str,
    workers: int,
    deadline: int,
    memory: int,
    outlet: str | None,
    published: PublishedDate | None,
    day_first: bool | None,
    fields: tuple[tuple[str, str], ...],
) -> None:
    """Print the quotes of articles without storing them."""
    work = ReadAndExtract(EXTRACTORS[extractor], Overrides(outlet, published, day_first, fields))
    limits = Limits(deadline, memory * MEGABYTE)
    refused = False
    with closing(pipeline.outcomes(paths, work, workers=workers, limits=limits)) as found:
        for outcome in found:
            if outcome.reject is not None:
                refused = True
                click.echo(f"onrecord: {console.refusal(outcome.reject)}", err=True)
            if outcome.stored is not None:
                click.echo(_shown(outcome.stored.article, outcome.stored.quotes, form))
    if refused:
        console.leave(console.REFUSED)


def _shown(article: Article, quotes: Sequence[Quote], form: str) -> str:
    if form == "jsonl":
        return json.dumps(quote_lines.line(article, quotes), ensure_ascii=False)
    return tables.article_table(article, quotes, tables.width())
