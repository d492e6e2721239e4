"""``onrecord schema``: the fields of an article, as JSON Schema."""

from __future__ import annotations

import json

import click

from indexer.read.schema import article_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of an article: its fields, and the names they are known under."""
    click.echo(json.dumps(article_schema(), ensure_ascii=False, indent=2))
