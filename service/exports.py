"""Quotes to take away: as a table, as JSON lines, as references and as a feed, each made piece by piece.

The API and the command write the same bytes. Nothing here holds more than one quote at a time.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from indexer.model import Stance
from indexer.query import Hit
from indexer.rows import COLUMNS, row
from service.answers import Quote, as_text, make_quotes
from service.citations import FILES, Reference, attribution

Address = Callable[[str], str]
"""Gives the permanent address of a quote by its id, empty where there is none."""

Made = Callable[[Iterable[Hit], Address], Iterator[str]]
"""Makes the text of a file, piece by piece."""

FEED_SIZE = 50
"""Entries of a feed, the newest."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def csv_lines(hits: Iterable[Hit], address: Address) -> Iterator[str]:
    """A table with the columns of ``indexer.rows`` and the quote's address.

    A cell that a spreadsheet would take for a formula begins with an apostrophe, which it does not show.
    """
    yield _csv_line([*COLUMNS, "link"])
    for hit in hits:
        values = row(hit.quote, hit.article)
        link = address(hit.quote.id)
        yield _csv_line([_cell(values[column]) for column in COLUMNS] + [link])


def json_lines(hits: Iterable[Hit], address: Address) -> Iterator[str]:
    """A line a quote, each as the API answers it in a search."""
    for hit in hits:
        yield as_text(make_quotes.of_hit(hit)) + "\n"


def references(reference: Reference) -> Made:
    """A reference a quote."""

    def made(hits: Iterable[Hit], address: Address) -> Iterator[str]:
        for hit in hits:
            quote = make_quotes.of_hit(hit)
            yield reference(quote, address(quote.id))

    return made


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which quotes leave onrecord.

    Args:
        media: its media type.
        help: what it is, for the documentation.
    """

    media: str
    made: Made
    help: str


FORMATS = {
    "csv": Format("text/csv; charset=utf-8", csv_lines, "A table, safe to open in a spreadsheet."),
    "jsonl": Format("application/jsonl; charset=utf-8", json_lines, "One JSON object a line, as in a search."),
    "bib": Format(f"{FILES['bib'][1]}; charset=utf-8", references(FILES["bib"][0]), "References for BibTeX."),
    "ris": Format(
        f"{FILES['ris'][1]}; charset=utf-8", references(FILES["ris"][0]), "References for Zotero and others."
    ),
}
"""The forms by the endings of their files."""


def feed(hits: Iterable[Hit], address: Address, *, title: str, here: str, page: str) -> Iterator[str]:
    """An Atom feed of the first ``FEED_SIZE`` quotes.

    Args:
        here, page: the addresses of the feed, which is also its identity, and of the same search for people.
    """
    entries = [_entry(make_quotes.of_hit(hit), address) for hit in islice(hits, FEED_SIZE)]
    newest = max((updated for updated, _ in entries), default=_moment("1970-01-01"))
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"<title>{_xml(title)}</title>\n<id>{_xml(here)}</id>\n<updated>{newest}</updated>\n"
    yield f'<link rel="self" href={_attribute(here)}/>\n<link href={_attribute(page)}/>\n'
    yield from (entry for _, entry in entries)
    yield "</feed>\n"


def _entry(quote: Quote, address: Address) -> tuple[str, str]:
    link = address(quote.id)
    updated = _moment(quote.published.value if quote.published else quote.when.from_ if quote.when else "1970-01-01")
    outlet = quote.outlet or "an unknown outlet"
    by = " by" if quote.stance is Stance.ASSERTED else ", according to"
    return updated, (
        f"<entry>\n<title>{_xml(f'{attribution(quote)}{by} {outlet}')}</title>\n<id>{_xml(link)}</id>\n"
        f"<updated>{updated}</updated>\n<author><name>{_xml(outlet)}</name></author>\n"
        f'<link href={_attribute(link)}/>\n<content type="text">{_xml(quote.text)}</content>\n</entry>\n'
    )


def _moment(iso: str) -> str:
    """A month, a day or a moment as Atom wants it: with a day, a time and a zone, the first day and UTC if unknown."""
    read = datetime.fromisoformat(f"{iso}-01" if len(iso) == len("2025-02") else iso)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).isoformat()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _csv_line(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("�", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("�", text))
