"""The bylines that a page prints: who is named beside the headline as the writer.

Each element that names somebody is weighed: how it is marked up, how it begins, and where it stands. Those who write
comments or other articles stand elsewhere. The weights were set by hand on the pages by which trafilatura is evaluated
(docs/indexing.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from indexer.read.page.author_names import begins_byline, fullest, split_names
from indexer.read.page.class_names import NAME, NO_BYLINE, OTHERS, WRITER, names_of
from indexer.read.page.headings import headline_element
from indexer.read.page.walk import Step, steps

LONGEST = 120
"""Characters of an element that names writers and says little else."""

LEAST = 0.3
"""The least score of a byline."""

_SKIPPED = frozenset(
    ("script", "style", "noscript", "svg", "template", "select", "form", "head", "nav", "figure", "time", "button",
     "blockquote", "q")
)  # fmt: skip
_BLOCKS = frozenset(("div", "p", "ul", "ol", "section", "article", "header", "table", "li", "h1", "h2", "h3", "footer"))


_LINES = frozenset(("p", "span", "div", "em", "i", "small", "strong", "h4", "h5", "li", "address"))

_MANY = 30
"""Children of an element that holds more than a byline."""

_APART = 12
"""Elements between two writers of one article."""

_SEVERAL = 2
"""Paragraphs behind which bylines are rare."""

_WORDS_OF_NAME = 3
_WORDS_AROUND = 8
"""Words of an element that is marked as a byline: so many for each name, and so many besides."""


class _Weight:
    """What speaks for a byline (above 0) or against it, in points. The first that applies of those up to ``LINE``
    counts; the others are added."""

    LINKED = 2.5
    """A link with ``rel="author"``."""
    NAMED = 2.2
    """The class calls it a name, within what tells of writers."""
    STATED = 2.0
    """An ``itemprop`` or ``property`` calls it the author."""
    LINK = 1.7
    """Any link within what tells of writers."""
    MARKED = 1.6
    """The class says that it tells of writers."""
    LINE = 0.8
    """A line that begins as a byline does."""
    OPENER = 0.6
    """It begins as a byline does, however it is marked."""
    BELOW_HEADLINE = 1.5
    """Between the headline and the first paragraph."""
    ABOVE = 0.5
    """Above the headline."""
    BEHIND_TEXT = -0.7
    """Behind several paragraphs."""
    BESIDE = -1.5
    """In what names people, but seldom the writer; half of that between the headline and the first paragraph."""
    OTHERS = -4.5
    """In comments or other articles."""


@dataclass(frozen=True, slots=True)
class _Byline:
    score: float
    order: int
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What is inherited from the elements around one: what speaks against it, and whether it is within a byline."""

    beside: float = 0.0
    writer: bool = False


@dataclass(frozen=True, slots=True)
class _Signs:
    """How an element is marked as that of a writer; the weights say what each means."""

    linked: bool
    stated: bool
    named: bool
    link: bool
    marked: bool

    @property
    def alone(self) -> bool:
        """Whether it holds nothing but a writer."""
        return self.linked or self.named or self.link

    @property
    def any(self) -> bool:
        """Whether it is marked at all."""
        return self.alone or self.stated or self.marked

    @property
    def sure(self) -> bool:
        """Whether what it holds is a writer however it is written."""
        return self.linked or self.stated or self.named

    def weight(self) -> float:
        """The weight of the surest of the signs."""
        weights = (
            (self.linked, _Weight.LINKED),
            (self.named, _Weight.NAMED),
            (self.stated, _Weight.STATED),
            (self.link, _Weight.LINK),
            (self.marked, _Weight.MARKED),
        )
        return next((weight for holds, weight in weights if holds), _Weight.LINE)


def printed_authors(tree: etree._Element, excluded: frozenset[str], title: str | None = None) -> tuple[str, ...]:
    """The writers whom the likeliest byline names, with those in others of its kind beside it.

    Args:
        excluded: folded names of the site.
        title: the article's title, behind which bylines stand.
    """
    found = list(_bylines(tree, excluded, title))
    best = max(found, key=lambda each: (each.score, -each.order), default=None)
    if best is None or best.score < LEAST:
        return ()
    near, last = [best], best.order
    for each in found:
        if (each.kind, each.score) == (best.kind, best.score) and 0 < each.order - last <= _APART:
            near.append(each)
            last = each.order
    return tuple(fullest(name for each in near for name in each.names))


def _bylines(tree: etree._Element, excluded: frozenset[str], title: str | None) -> Iterator[_Byline]:
    """The elements that name writers, in order of the page, each with its score."""
    inherited: dict[etree._Element, _Around] = {}
    for step in steps(tree, headline_element(tree, title), lambda element: element.tag in _SKIPPED):
        element = step.element
        around = inherited.get(element.getparent(), _Around())
        classes = names_of(element)
        holds_more = element.tag in ("body", "html", "main", "article") or len(element) > _MANY
        marked = not holds_more and WRITER.search(classes) is not None
        beside = min(around.beside, _beside(element, "" if holds_more else classes))
        inherited[element] = _Around(beside, around.writer or marked)
        signs = _signs(element, classes, within=around.writer, marked=marked)
        if people := _people(element, signs, excluded):
            kind = f"{element.tag} {element.get('class')} {element.get('rel')} {_property(element)}"
            opener = _Weight.OPENER if begins_byline(_line(element)) else 0.0
            yield _Byline(signs.weight() + opener + _of_place(step, beside), step.order, kind, people)


def _beside(element: etree._Element, classes: str) -> float:
    """What speaks against bylines in an element, by what it is."""
    if element.tag == "aside" or OTHERS.search(classes):
        return _Weight.OTHERS
    return _Weight.BESIDE if NO_BYLINE.search(classes) else 0.0


def _of_place(step: Step, beside: float) -> float:
    """What speaks for and against a byline by where it stands."""
    if step.paragraphs:
        return beside + (_Weight.BEHIND_TEXT if step.paragraphs > _SEVERAL else 0.0)
    if not step.behind_headline:
        return beside + _Weight.ABOVE
    return _Weight.BELOW_HEADLINE + (beside / 2 if beside > _Weight.OTHERS else beside)


def _signs(element: etree._Element, classes: str, *, within: bool, marked: bool) -> _Signs:
    """How an element is marked.

    Args:
        within: whether it is in an element that tells of writers.
        marked: whether its own class says that it does.
    """
    name = _property(element)
    return _Signs(
        linked="author" in (element.get("rel") or "").lower().split(),
        stated=name.rsplit(":", 1)[-1] in ("author", "creator"),
        named=within and (NAME.search(classes) is not None or name == "name"),
        link=within and element.tag == "a",
        marked=marked,
    )


def _property(element: etree._Element) -> str:
    """The property that an element is said to hold, in microdata or RDFa."""
    return (element.get("itemprop") or element.get("property") or "").lower()


def _people(element: etree._Element, signs: _Signs, excluded: frozenset[str]) -> tuple[str, ...]:
    """The writers whom an element names and says little else; none of one that is neither marked nor a byline."""
    if not (signs.any or _may_begin(element)):
        return ()
    text = _line(element)
    if not 1 < len(text) <= LONGEST or not (signs.any or (begins_byline(text) and _is_own_line(element))):
        return ()
    people = tuple(split_names(text, excluded, handles=signs.linked))
    if not signs.alone and len(text.split()) > _WORDS_OF_NAME * len(people) + _WORDS_AROUND:
        return ()
    if not signs.sure and not all(map(_is_capital, people)):
        return ()
    # A link that says no more than "News" or "Share" within a byline names nobody.
    is_mere_link = signs.link and not signs.named and not signs.linked
    return () if is_mere_link and not any(" " in name for name in people) else people


def _line(element: etree._Element) -> str:
    """The text of an element in one line."""
    return " ".join(" ".join(element.itertext()).split())


def _may_begin(element: etree._Element) -> bool:
    """Whether an element can be a line that begins with "By"."""
    return element.tag in _LINES and 0 < len((element.text or "").strip()) <= LONGEST


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
