"""Quotations that a page marks up rather than prints: ``<q>`` and block quotes get the marks that they stand for.

Block quotes are indented on the screen in place of quotation marks. Their source, in ``<cite>``, ``<footer>`` or
``<figcaption>``, becomes a signature below them. The tree is changed before the text is taken out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from indexer.read.page.class_names import EMBEDDED

_OPENS = "“„«‹「『\"'‘»"
_CLOSES = "”“»›」』\"'’«"
_BLOCKS = frozenset(("p", "div", "ul", "ol", "li", "h2", "h3", "h4", "section", "br"))
_SIGNATURE = re.compile(r"^\s*(?:[—–―]|--?\s)\s*\S")
_HAS_SPEECH = re.compile(r"[“„«「][^”»」]{3,}[”“»」]\s*,?\s*\w|\"[^\"]{3,},?\"\s+\w")


def write_marks(tree: etree._Element) -> None:
    """Put marks where ``<q>`` and block quotes stand for them."""
    for element in list(tree.iter("q")):
        _write_around(element)
        element.tag = "span"
    for element in list(tree.iter("blockquote")):
        if element.getparent() is not None and not any(True for _ in element.iterancestors("blockquote")):
            _write_block(element)


def _write_around(element: etree._Element) -> None:
    text = "".join(element.itertext()).strip()
    if not text or text[0] in _OPENS:
        return
    element.text = "“" + (element.text or "").lstrip()
    _append(element, "”")


def _write_block(block: etree._Element) -> None:
    names = " ".join(each.get("class") or "" for each in (block, *list(block.iterancestors())[:2]))
    if EMBEDDED.search(names):
        return
    source = _source(block)
    lines = list(_lines(block))
    signature = _SIGNATURE.match("".join(lines[-1].itertext())) if len(lines) > 1 else None
    quoted = lines[:-1] if signature else lines
    text = " ".join("".join(line.itertext()).strip() for line in quoted).strip()
    if text and text[0] not in _OPENS and not _HAS_SPEECH.search(text):
        for line in quoted:
            line.text = "“" + (line.text or "").lstrip()
        _append(quoted[-1], "”")
    if source:
        signed = etree.SubElement(block, "p")
        signed.text = f"— {source.lstrip('—–―- ')}"
    block.tag = "div"
    for key in list(block.attrib):
        del block.attrib[key]


def _source(block: etree._Element) -> str:
    """The words of the source inside a block quote, or in the caption of the figure that it fills; taken out."""
    found = [each for each in block.iter("cite", "footer", "figcaption") if each.getparent() is not None]
    figure = block.getparent()
    if not found and figure is not None and figure.tag == "figure":
        found = list(figure.iter("figcaption"))
        figure.tag = "div"
    if not found:
        return ""
    source = found[0]
    text = " ".join("".join(source.itertext()).split())
    if len(text.split()) > 20:
        return ""
    holder = source.getparent()
    source.drop_tree()
    if holder is not None and holder is not block and not "".join(holder.itertext()).strip(" —–-"):
        holder.drop_tree()
    return text


def _lines(block: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a block quote in order; words that stand in none of their own are put into one."""
    _wrap_loose(block)
    for child in list(block):
        if child.tag in ("div", "section") and any(grandchild.tag in _BLOCKS for grandchild in child):
            yield from _lines(child)
        elif isinstance(child.tag, str) and "".join(child.itertext()).strip():
            yield child


def _wrap_loose(block: etree._Element) -> None:
    """Put each run of words and inline elements outside of a paragraph into one."""
    children = list(block)
    run: etree._Element | None = None
    if (block.text or "").strip():
        run = etree.Element("p")
        run.text, block.text = block.text, None
        block.insert(0, run)
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in _BLOCKS or not isinstance(child.tag, str):
            run = None
            if child.tag == "br":
                block.remove(child)
        else:
            if run is None:
                run = etree.Element("p")
                block.insert(block.index(child), run)
            run.append(child)
        if (tail or "").strip():
            if run is None:
                run = etree.Element("p")
                run.text = tail
                block.insert(block.index(child) + 1 if child.getparent() is block else len(block), run)
            else:
                _append(run, tail or "")


def join_broken_lines(tree: etree._Element) -> None:
    """Replace a line break in the middle of a sentence by a space."""
    for element in list(tree.iter("br")):
        before, after = _text_before(element), (element.tail or "").lstrip()
        if before and before[-1] not in '.!?:;”"»…' and after and after[0].islower():
            element.tail = " " + after
            element.drop_tag()


def _text_before(element: etree._Element) -> str:
    previous = element.getprevious()
    if previous is not None:
        return ((previous.tail or "") or "".join(previous.itertext())).rstrip() if previous.tag != "br" else ""
    parent = element.getparent()
    return (parent.text or "").rstrip() if parent is not None else ""


def _append(element: etree._Element, text: str) -> None:
    """Add words at the end of an element, before its white space."""
    if len(element):
        last = element[-1]
        if (last.tail or "").strip() or last.tag == "br":
            last.tail = (last.tail or "").rstrip() + text
        elif text == "”" and not (last.tail or "").strip() and isinstance(last.tag, str):
            _append(last, text)
        else:
            last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "").rstrip() + text if text == "”" else (element.text or "") + text
