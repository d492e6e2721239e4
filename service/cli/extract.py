"""``onrecord extract``: the quotes of articles, storing nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from indexer import pipeline
from indexer.extract import EXTRACTORS
from indexer.model import Article, PublishedDate, Quote
from indexer.read import Reject, each
from service.cli import console, options, quote_lines, tables


@click.command()
@options.paths(required=True)
@options.form
@options.extractor
@options.outlet
@options.published
def extract(
    paths: tuple[str, ...], form: str, extractor: str, outlet: str | None, published: PublishedDate | None
) -> None:
    """Print the quotes of articles, storing nothing."""
    find = EXTRACTORS[extractor]
    refused = False
    for item in each(paths, outlet=outlet, published=published):
        found = pipeline.with_quotes(item, find)
        if isinstance(found, Reject):
            refused = True
            click.echo(f"onrecord: {console.refusal(found)}", err=True)
        else:
            click.echo(_shown(found.article, found.quotes, form))
    if refused:
        console.leave(console.REFUSED)


def _shown(article: Article, quotes: Sequence[Quote], form: str) -> str:
    if form == "jsonl":
        return json.dumps(quote_lines.line(article, quotes), ensure_ascii=False)
    return tables.article_table(article, quotes, tables.width())
