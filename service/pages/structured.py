"""A quote as schema.org describes one, for search engines: only where a person confirmed who is quoted.

What a machine alone has found is not stated to other machines as a fact.
"""

from __future__ import annotations

from typing import Any

from indexer.model import Act, Precision, SpeakerKind, Stance
from service.addresses import is_web
from service.answers import Quote


def quotation(quote: Quote, address: str) -> dict[str, Any] | None:
    """The quote as a schema.org Quotation (JSON-LD), or None.

    None where nobody has confirmed its speaker, and where it is no statement of theirs: what they deny or ask, think or
    do.

    Args:
        address: of the quote's page.
    """
    if quote.correction is None or quote.speaker.name is None or quote.speaker.probable:
        return None
    if quote.stance is not Stance.ASSERTED or quote.act not in (Act.SAID, Act.WROTE):
        return None
    person = quote.speaker.kind is SpeakerKind.PERSON
    article = {
        "@type": "NewsArticle",
        "headline": quote.title,
        "url": quote.url if is_web(quote.url or "") else None,
        "datePublished": quote.published.value if quote.published else None,
        "publisher": {"@type": "Organization", "name": quote.outlet} if quote.outlet else None,
        "author": [{"@type": "Person", "name": name} for name in quote.authors],
    }
    on_a_day = quote.said is not None and quote.said.precision is Precision.DAY
    made = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": address,
        "url": address,
        "text": quote.text,
        "inLanguage": quote.language,
        "creator": {"@type": "Person" if person else "Organization", "name": quote.speaker.name},
        "dateCreated": quote.said.from_ if on_a_day and quote.said is not None else None,
        "isPartOf": _without_nothing(article),
    }
    return _without_nothing(made)


def _without_nothing(made: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in made.items() if value not in (None, [])}
