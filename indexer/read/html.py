"""An HTML page -> ``Article``: trafilatura finds the text; what the page says of it is read in ``page``."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from contextlib import suppress

from lxml import etree
from trafilatura.utils import load_html

from indexer.errors import Unreadable
from indexer.model import Article
from indexer.read.compose import Metadata, compose
from indexer.read.decode import decode
from indexer.read.mend import mended
from indexer.read.origin import Origin, Overrides
from indexer.read.page.authors import authors_of
from indexer.read.page.body import body_of
from indexer.read.page.dates import page_dates
from indexer.read.page.facts import head_of
from indexer.read.page.publisher import outlet, site_names
from indexer.read.page.titles import title_of
from indexer.read.refusal import Reason

MOST_ELEMENTS = 25_000
"""Most elements of a page; pages of articles have some thousands. Extraction of the text takes seconds for so many
paragraphs or links, and ten times as long for four times as many."""

MOST_WITH_FALLBACK = 4_000
"""Most elements of a page on which trafilatura, if it finds little text, may fall back on jusText, which compares every
short block with its neighbours: half a second for so many rows of a table, 13 seconds for 20,000."""

MOST_ATTRIBUTES = 250
"""Most attributes of one element: the parser compares each new one with all others. HTML defines fewer."""

MOST_ATTRIBUTES_IN_ALL = 4 * MOST_ELEMENTS

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[1-8]|1[1245-9]|2\d|3[01])(?!\d)|x0*(?:[1-8bcef]|1[0-9a-f])(?![0-9a-f]));?", re.IGNORECASE
)

# Both log what this module reports as the reason of a refusal.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_html(data: bytes, origin: Origin, overrides: Overrides) -> Article:
    """The article in a page, one paragraph a line, with the metadata that the page states.

    Raises:
        Unreadable: the bytes cannot be decoded, or no article is found in the page.
    """
    # Of a page with a reference to a control character trafilatura finds nothing.
    found = mended(decode(data, html=True))
    page = _CONTROL_REFERENCE.sub("", _XML_DECLARATION.sub("", found.text))
    size = _size(page)
    tree = _tree(page)
    head = head_of(tree)
    names = site_names(head)
    title = title_of(tree, head, names)
    authors = authors_of(tree, head, names, title)
    dates = page_dates(tree, head, title=title)
    body = body_of(tree, head, title, fast=size.elements > MOST_WITH_FALLBACK)
    if not body.text:
        raise Unreadable(Reason.NO_ARTICLE, "no article text was found in this page; give its text as .txt or .json")
    metadata = Metadata(
        url=head.url,
        title=title,
        authors=authors,
        outlet=outlet(head, title),
        dates=dates,
        language=head.language,
        reader=body.reader,
        entries=body.entries,
        furniture=body.furniture,
        remarks=found.remarks,
    )
    return compose(body.text, metadata, origin, overrides)


def _size(page: str) -> _Size:
    """Count the elements and attributes of a page before a tree is built.

    Raises:
        Unreadable: ``too-large``: it would take too long to read.
    """
    size = _Size()
    with suppress(etree.LxmlError):  # what is not HTML is refused later, with its own reason
        etree.fromstring(page.encode("utf-8", "surrogatepass"), etree.HTMLParser(target=size, encoding="utf-8"))
    return size


class _Size:
    """A parser target that counts elements and attributes without keeping them."""

    def __init__(self) -> None:
        self.elements = 0
        self.attributes = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Count one element."""
        self.elements += 1
        self.attributes += len(attributes)
        _check(self.elements, MOST_ELEMENTS, "elements in one page")
        _check(len(attributes), MOST_ATTRIBUTES, "attributes in one element")
        _check(self.attributes, MOST_ATTRIBUTES_IN_ALL, "attributes in one page")

    def close(self) -> None:
        """End the page."""


def _check(count: int, most: int, of: str) -> None:
    if count > most:
        raise Unreadable(Reason.TOO_LARGE, f"more than {most:,} {of}; give its text as .txt")


def _tree(page: str) -> etree._Element:
    try:
        tree = load_html(page)
    except (ValueError, TypeError, etree.LxmlError) as error:
        raise Unreadable(Reason.NO_ARTICLE, "this is not HTML") from error
    if tree is None:
        raise Unreadable(Reason.NO_ARTICLE, "this is not HTML; name it .txt if it is plain text")
    return tree
