"""``onrecord delete`` and ``onrecord status``."""

from __future__ import annotations

import click

from indexer.settings import Settings
from indexer.store import open_store, redact
from indexer.store.identifying import identify
from service.cli import console, options, tables


@click.command()
@click.argument("article_ids", nargs=-1, required=True, metavar="ARTICLE_ID...")
@options.settings
def delete(settings: Settings, /, article_ids: tuple[str, ...]) -> None:
    """Delete articles and their quotes."""
    with open_store(settings) as store:
        deleted = store.delete(article_ids)
        store.flush()
        if deleted:
            identify(store)
    for article_id in deleted:
        click.echo(f"deleted {tables.printable(article_id)}")
    missing = [article_id for article_id in dict.fromkeys(article_ids) if article_id not in set(deleted)]
    for article_id in missing:
        click.echo(f"onrecord: not in the store: {tables.printable(article_id)}", err=True)
    if missing:
        console.leave(console.REFUSED)


@click.command()
@options.settings
def status(settings: Settings, /) -> None:
    """Show what the store holds."""
    with open_store(settings) as store:
        counts = store.counts()
    click.echo(f"store     {redact(settings.store)}")
    for name in ("articles", "quotes", "speakers", "outlets"):
        click.echo(f"{name:9} {getattr(counts, name):,}")
    if counts.earliest and counts.latest:
        click.echo(f"dates     {counts.earliest} to {counts.latest}")
    meaning = f"on, {counts.vectors:,} of the quotes have a vector" if counts.semantic else "off"
    click.echo(f"meaning   {meaning}")
    click.echo(f"undated   {counts.undated:,} of the articles; {counts.without_outlet:,} without an outlet")
    for name, found in (
        ("languages", counts.languages),
        ("readers", counts.readers),
        ("extracted", counts.extractors),
    ):
        if found:
            shown = sorted(found.items(), key=lambda each: (-each[1], each[0]))
            click.echo(f"{name:9} {', '.join(f'{key} {count:,}' for key, count in shown)}")
    click.echo(f"analysis  {counts.analysis}")
    for reason, quotes in sorted(counts.set_aside.items()):
        click.echo(f"set aside {quotes:,}: {reason}")
    if counts.outdated is not None:
        click.echo(f"onrecord: {counts.outdated}", err=True)
