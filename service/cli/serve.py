"""``onrecord serve``: the API and the pages over HTTP."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from indexer.settings import Settings
from indexer.store import open_store, redact
from service.cli import options


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True)
@click.option(
    "--full-text/--no-full-text",
    default=None,
    help="Show whole articles to everybody who can reach the service (or ONRECORD_FULL_TEXT=1); else each quote with "
    "up to 40 words of context.",
)
@click.option(
    "--trust-proxy/--no-trust-proxy",
    default=None,
    help="Trust the headers X-Forwarded-For, -Proto, -Host and -Prefix of a proxy (or ONRECORD_TRUST_PROXY=1). The "
    "proxy must set all of them: see docs/deploy.md.",
)
@options.settings
def serve(settings: Settings, /, host: str, port: int, full_text: bool | None, trust_proxy: bool | None) -> None:
    """Serve the pages and the API until stopped."""
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

    chosen = replace(
        settings,
        full_text=settings.full_text if full_text is None else full_text,
        trust_proxy=settings.trust_proxy if trust_proxy is None else trust_proxy,
    )
    run(chosen, host, port, started)
