"""``onrecord correct`` and ``onrecord forget``: what people decide of single quotes, articles and speakers."""

from __future__ import annotations

import click

from indexer.errors import Invalid
from indexer.model import SpeakerKind
from indexer.settings import Settings
from indexer.store import deciding, open_store
from indexer.store.deciding import By
from service.cli import options
from service.cli.speakers import decided

_KINDS = [SpeakerKind.PERSON.value, SpeakerKind.ORGANISATION.value, SpeakerKind.DOCUMENT.value]


@click.command()
@click.argument("quote", metavar="QUOTE_ID")
@click.option("--speaker", metavar="NAME", help="Whose words they are.")
@click.option("--kind", type=click.Choice(_KINDS), default=_KINDS[0], show_default=True, help="What that speaker is.")
@click.option("--unattributed", is_flag=True, help="They are nobody's that can be named.")
@click.option("--hide", is_flag=True, help="Show the quote no longer.")
@decided
@options.settings
def correct(
    settings: Settings,
    /,
    quote: str,
    speaker: str | None,
    kind: str,
    unattributed: bool,
    hide: bool,
    who: str,
    reason: str,
) -> None:
    """Correct a quote: its speaker, or whether it is shown at all.

    The correction is kept when the article is read again, and shown wherever the quote is.
    """
    if (speaker is not None) + unattributed + hide != 1:
        raise Invalid("speaker", "or --unattributed or --hide: give one of them")
    by = By(who, reason)
    with open_store(settings) as store:
        made = deciding.hide(store, quote, by) if hide else deciding.correct(store, quote, speaker, by, kind)
    click.echo(f"decision {made.number}; `onrecord speakers undo {made.number}` takes it back")


@click.command()
@click.argument("ident", metavar="SPEAKER|ARTICLE")
@decided
@options.settings
def forget(settings: Settings, /, ident: str, who: str, reason: str) -> None:
    """Delete all quotes of a speaker, or an article, for good: they are not stored again, not even by a rebuild."""
    with open_store(settings) as store:
        made = deciding.forget(store, ident, By(who, reason))
    click.echo(f"decision {made.number}; what was forgotten is gone, and is not stored again")
