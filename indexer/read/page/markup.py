"""Text in HTML without its markup, one block a line."""

from __future__ import annotations

import re

from lxml import etree, html

BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt", "figcaption",
     "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol",
     "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip

_MARKUP = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li|ul|blockquote|figure)>|<br\s*/?>|<p[ >]|<img\s", re.IGNORECASE
)
_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "figure", "figcaption")


def has_markup(text: str) -> bool:
    """Whether a text is written in HTML rather than in words alone."""
    return "<" in text and _MARKUP.search(text) is not None


def text_of_markup(markup: str) -> str:
    """The words of a piece of HTML, one block a line; ``<q>`` and block quotes get their marks."""
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (etree.LxmlError, ValueError):
        return markup
    etree.strip_elements(tree, *_SILENT, with_tail=False)
    etree.strip_elements(tree, etree.Comment, with_tail=False)
    lines = "".join(_written(tree)).split("\n")
    return "\n".join(line for each in lines if (line := " ".join(each.split())))


def _written(element: etree._Element) -> list[str]:
    parts: list[str] = []
    waiting: list[etree._Element | str] = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            parts.append(here)
            continue
        inner: list[etree._Element | str] = []
        is_block = here.tag in BLOCKS
        inner.append("\n" if is_block else "")
        inner.append(" ".join((here.text or "").split("\n")))
        for child in here:
            inner.append(child)
            inner.append(" ".join((child.tail or "").split("\n")))
        inner.append("\n" if is_block else "")
        waiting.extend(reversed(inner))
    return parts
