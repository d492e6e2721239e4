"""The bylines that a page prints: who is named beside the headline as the writer.

Each element that names somebody is weighed: how it is marked up, how it begins, and where it stands. Those who write
comments or other articles stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from indexer.read.page.author_names import begins_byline, fullest, split_names
from indexer.read.page.class_names import NAME, NO_BYLINE, OTHERS, WRITER, names_of
from indexer.text import fold

LONGEST = 120
"""Characters of an element that names writers and says little else."""

LEAST = 0.3
"""The least score of a byline."""

LONG_PARAGRAPH = 120
"""Characters of a paragraph of the article, behind which bylines are rare."""

_SKIPPED = frozenset(
    ("script", "style", "noscript", "svg", "template", "select", "form", "head", "nav", "figure", "time", "button",
     "blockquote", "q")
)  # fmt: skip
_BLOCKS = frozenset(("div", "p", "ul", "ol", "section", "article", "header", "table", "li", "h1", "h2", "h3", "footer"))


@dataclass(frozen=True, slots=True)
class _Byline:
    score: float
    order: int
    kind: str
    names: tuple[str, ...]


def printed_authors(tree: etree._Element, excluded: frozenset[str], title: str | None = None) -> tuple[str, ...]:
    """The writers whom the likeliest byline names, with those in others of its kind beside it.

    Args:
        excluded: folded names of the site.
        title: the article's title, behind which bylines stand.
    """
    found = list(_bylines(tree, excluded, fold(title or "")))
    if not found:
        return ()
    best = max(found, key=lambda each: (each.score, -each.order))
    if best.score < LEAST:
        return ()
    alike = [each for each in found if each.kind == best.kind and each.score == best.score]
    near, last = [best], best.order
    for each in alike:
        if 0 < each.order - last <= _APART:
            near.append(each)
            last = each.order
    return tuple(fullest(name for each in near for name in each.names))


_APART = 12
"""Elements between two writers of one article."""


def _bylines(tree: etree._Element, excluded: frozenset[str], title: str) -> Iterator[_Byline]:
    bodies = tree.xpath("//body")
    start = bodies[0] if isinstance(bodies, list) and bodies and isinstance(bodies[0], etree._Element) else tree
    waiting: list[tuple[etree._Element, float, bool]] = [(start, 0.0, False)]
    order = paragraphs = 0
    behind_title = False
    while waiting:
        element, beside, writer = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            continue
        order += 1
        names = names_of(element)
        if element.tag in ("h1", "h2") and (not title or fold(" ".join("".join(element.itertext()).split())) in title):
            behind_title, paragraphs = True, 0
        if element.tag == "p" and len("".join(element.itertext())) > LONG_PARAGRAPH:
            paragraphs += 1
        holds = element.tag in ("body", "html", "main", "article") or len(element) > _MANY
        if element.tag == "aside" or (not holds and OTHERS.search(names)):
            beside = _FAR
        elif not holds and not beside and NO_BYLINE.search(names):
            beside = 1.5
        marked = not holds and WRITER.search(names) is not None
        one = _of(element, names, writer, marked, excluded)
        if one is not None:
            score, kind, people = one
            score -= beside / 2 if beside < _FAR and behind_title and paragraphs == 0 else beside
            score += (1.5 if behind_title else 0.5) if paragraphs == 0 else -0.7 if paragraphs > 2 else 0.0
            yield _Byline(score, order, kind, people)
        waiting += [(child, beside, writer or marked) for child in reversed(element)]


_FAR = 4.5
_MANY = 30
"""Children of an element that holds more than a byline."""


def _of(
    element: etree._Element, names: str, writer: bool, marked: bool, excluded: frozenset[str]
) -> tuple[float, str, tuple[str, ...]] | None:
    """The score, kind and names of an element that names writers; None for all others."""
    rel = (element.get("rel") or "").lower().split()
    itemprop = (element.get("itemprop") or element.get("property") or "").lower()
    linked = "author" in rel
    stated = itemprop.rsplit(":", 1)[-1] in ("author", "creator")
    named = writer and (NAME.search(names) is not None or itemprop == "name")
    inner = writer and element.tag == "a"
    exact = linked or named or inner
    if not (exact or stated or marked or _may_begin(element)):
        return None
    text = " ".join(" ".join(str(piece) for piece in element.itertext()).split())
    if not 1 < len(text) <= LONGEST:
        return None
    begins = begins_byline(text)
    if not (exact or stated or marked) and not (begins and _is_own_line(element)):
        return None
    people = tuple(split_names(text, excluded, handles=linked))
    if not people or (not exact and len(text.split()) > 3 * len(people) + 8):
        return None
    if not (linked or stated or named) and not all(_is_capital(name) for name in people):
        return None
    if inner and not named and not linked and not any(" " in name for name in people):
        return None
    score = 2.5 if linked else 2.2 if named else 2.0 if stated else 1.7 if inner else 1.6 if marked else 0.8
    score += 0.6 if begins else 0.0
    kind = f"{element.tag} {element.get('class')} {rel} {itemprop}"
    return score, kind, people


def _may_begin(element: etree._Element) -> bool:
    first = (element.text or "").strip()
    return 0 < len(first) <= LONGEST and element.tag in (
        "p",
        "span",
        "div",
        "em",
        "i",
        "small",
        "strong",
        "h4",
        "h5",
        "li",
        "address",
    )


def _is_own_line(element: etree._Element) -> bool:
    """Whether an element is a line, or begins one."""
    if element.tag in _BLOCKS:
        return True
    parent = element.getparent()
    return parent is not None and not (parent.text or "").strip() and element.getprevious() is None


def _is_capital(name: str) -> bool:
    """Whether a name is written as people's are: two words or more, all but particles with a capital; or an agency."""
    words = name.split()
    capitals = sum(word[:1].isupper() or not word[:1].isascii() for word in words)
    return capitals >= max(1, len(words) - 2) and (words[0][:1].isupper() or not name.isascii() or len(words) == 1)
