"""``onrecord search``: find quotes."""

from __future__ import annotations

import json
from typing import Any

import click

from indexer.in_words import counted
from indexer.printed import Utterance
from indexer.query import Facet, Group, Hit, Sort, Where
from indexer.settings import Settings
from indexer.store import open_store
from service.cli import options, tables
from service.people import Hint
from service.query.filters import Place

MOST_PEOPLE, MOST_ALSO = 5, 3
"""People whom a search may mean that are named, and other names of each."""


@click.command()
@click.argument("words", nargs=-1, metavar="QUERY")
@options.filters(Place.SEARCH)
@click.option("--in", "in_", type=click.Choice([where.value for where in Where]), help="Where to look for words.")
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in Sort]),
    help="newest and oldest go by when the words were said.",
)
@click.option("--size", type=int, help="Quotes per page (20, at most 100).")
@click.option("--cursor", help="Continue after the previous page.")
@click.option("--group", type=click.Choice([group.value for group in Group]), help="Show each utterance once.")
@click.option("--facets", metavar="NAMES", help=f"Count matches by {', '.join(Facet)}.")
@options.form
@options.settings
def search(settings: Settings, /, words: tuple[str, ...], form: str, **filters: Any) -> None:
    """Find quotes by words, speaker, outlet and dates: onrecord search 'speaker:halloran "no car"'.

    Filters by name, outlet, kind or stance may be repeated, which means "or".
    """
    from service.lookups import first_report, search_with_utterances
    from service.parameters import build
    from service.people import hints

    named = {"q": " ".join(words), **filters}
    named["in"] = named.pop("in_")
    given = {key: value for key, value in named.items() if value not in (None, ())}
    query = build({key: list(value) if isinstance(value, tuple) else value for key, value in given.items()})
    with open_store(settings) as store:
        page, utterances = search_with_utterances(store, query)
        lines = []
        for hit in page.hits:
            utterance = utterances.get(hit.quote.id)
            if form == "jsonl":
                lines.append(_hit_line(hit, utterance))
            else:
                reported = (utterance, first_report(store, utterance, hit)) if utterance is not None else None
                lines.append(tables.hit_table(hit, tables.width(), reported))
        people = hints(store.directory(), query.condition, " ".join(words))
    for line in lines:
        click.echo(line)
    if page.facets:
        click.echo(tables.facet_table(page.facets), err=form == "jsonl")
    noun = query.group.value if query.group else "quote"
    click.echo(f"{counted(page.total, noun)}, {len(page.hits):,} shown", err=True)
    for each in people[:MOST_PEOPLE]:
        click.echo(_who(each), err=True)
    if page.undated:
        click.echo(f"{page.undated:,} more have no such date", err=True)
    if page.next_cursor:
        click.echo(f"more: --cursor {page.next_cursor}", err=True)


def _who(hint: Hint) -> str:
    """Somebody whom the search means, or may mean: ``perhaps also Ida Moe (3 quotes): speaker:id:ida-moe``."""
    one = hint.person
    printed = f", also printed as {', '.join(one.also[:MOST_ALSO])}" if one.also else ""
    told = f"{one.name} ({counted(one.quotes, 'quote')}){printed}: speaker:id:{one.id}"
    return tables.printable(told if hint.sure else f"perhaps also {told}")


def _hit_line(hit: Hit, utterance: Utterance | None) -> str:
    from service.answers.make_quotes import hit_json

    return json.dumps(hit_json(hit, utterance), ensure_ascii=False)
