"""The visible dates of a page, the likeliest date of publication first.

Each element that prints a date is weighed: what it calls the date, how it is marked up, and where it stands. A date
beside the headline is the article's; one in a list of other articles, in comments or in a footer is not. The weights
were set by hand on the pages by which trafilatura is evaluated (docs/indexing.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree

from indexer.languages.table import rows
from indexer.model import Basis, PublishedDate
from indexer.read.dates.printed import Printed, dates_in
from indexer.read.dates.published import read_date
from indexer.read.page.class_names import DATE, NO_DATE, PUBLISHED, UPDATED, names_of
from indexer.read.page.headings import headline_element
from indexer.read.page.walk import Step, body_element, steps
from indexer.text import alternation

LONGEST = 100
"""Characters of an element that prints a date and little else."""

LEAST = -4.0
"""The least score of a date that is taken where no other is printed."""

SURE = 4.0
"""The score of a date that is marked as that of publication beside the headline."""

LIKELY = 2.0
"""The score of a date that is one of the article's own."""

MOST_AROUND = 8
"""Words around a date in a line that prints little else: section, place, author."""

_AT_THE_HEAD = 3
_BEHIND_DATELINE = re.compile(r"\s*[|–—:-]\s|\s+[“„«\"(]|\s+[^\W\d_a-z]")
_LEVELS = 3
_SHARE_OF_FIGURES = 0.25

_LIKELY = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)|\d[./]\d\d?[./]\d\d")
_WITHOUT_DATES = frozenset(
    ("script", "style", "noscript", "svg", "template", "select", "option", "form", "iframe", "head")
)
_TODAY = re.compile(r"^\W*[^\W\d]{5,}\s?,\s+(?:the\s+)?(?:\d|[^\W\d]{3,9}\s\d)")
_INLINE = frozenset(("a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sup", "time", "u"))


class _Weight:
    """What speaks for a date as that of publication (above 0) or against it, in points that are added up."""

    ANY = 1.0
    """Each date."""
    TIME = 2.0
    """``<time>``, or ``<abbr>`` with a title."""
    NAMED = 1.0
    """The class calls it a date."""
    NAMED_PUBLISHED = 2.0
    """The class or an attribute calls it that of publication."""
    LABELLED = 2.0
    """The text calls it that of publication: "First published"."""
    UPDATED = -3.0
    """The class or the text calls it that of a change, and nothing that of publication."""
    IN_ARTICLE = 1.0
    """In ``<article>`` or ``<main>``."""
    ASIDE = -4.0
    """In what stands beside the article."""
    IN_LINK = -1.5
    """In a link, which may lead to another article."""
    IN_LIST = -1.0
    """In a list or table."""
    BELOW_HEADLINE = 2.0
    """Between the headline and the first paragraph."""
    BEHIND_TEXT = -1.0
    """Behind the first paragraph."""
    ABOVE = 0.5
    """Above the headline."""
    TODAY = -2.0
    """Above the headline with its weekday ("Monday, 9 March 2026"): often the day on which the page was looked at."""
    WORDS = -2.5
    """In words, without any mark or label."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element stands: what is inherited from those around it."""

    aside: bool = False
    article: bool = False
    link: bool = False
    item: bool = False


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date that an element prints.

    Args:
        score: how likely it is the date of publication; ``LIKELY``, ``SURE``.
        order: the number of its element in the page.
    """

    score: float
    order: int
    date: PublishedDate


def date_lines(tree: etree._Element, *, day_first: bool | None, title: str | None) -> list[DateLine]:
    """The dates that are printed around an article's text, the likeliest date of publication first.

    Args:
        day_first: how 03/04/2026 is read; None leaves such dates out.
        title: the article's title.
    """
    lines = list(_lines(tree, day_first, title))
    lines.sort(key=lambda line: (-line.score, line.order))
    return [line for line in lines if line.score > 0] or [line for line in lines[:1] if line.score > LEAST]


def _lines(tree: etree._Element, day_first: bool | None, title: str | None) -> Iterator[DateLine]:
    """The dates that elements print, in order of the page, each with its score."""
    headline = headline_element(tree, title)
    around_headline = frozenset() if headline is None else frozenset(headline.iterancestors())
    start = body_element(tree)
    printing = _printing(start)
    places: dict[etree._Element, _Place] = {}
    for step in steps(tree, headline, _is_skipped):
        if step.element in printing and (date := _date_of(step.element, day_first)) is not None:
            place = _place_of(step.element, start, around_headline, places)
            if (score := _score(step, place, date)) is not None:
                yield DateLine(score, step.order, date)


def _is_skipped(element: etree._Element) -> bool:
    """Whether an element prints no date, or is the bar of the Internet Archive, which has the day of the copy."""
    return element.tag in _WITHOUT_DATES or (element.get("id") or "").startswith("wm-ipp")


def _printing(start: etree._Element) -> set[etree._Element]:
    """The elements that may print a date, and those around them: a date may be spread over several."""
    found: set[etree._Element] = set()
    for element in start.iter():
        here: etree._Element | None = None
        stated = element.get("datetime") or element.get("content") or element.get("title") if element.attrib else None
        if (stated and _LIKELY.search(stated)) or (element.text and _LIKELY.search(element.text)):
            here = element
        elif element.tail and _LIKELY.search(element.tail):
            here = element.getparent()
        for _ in range(_LEVELS):
            if here is None or here in found:
                break
            found.add(here)
            here = here.getparent()
    return found


def _place_of(
    element: etree._Element,
    start: etree._Element,
    around_headline: frozenset[etree._Element],
    known: dict[etree._Element, _Place],
) -> _Place:
    """Where an element stands, by all elements around it; found once for each of them."""
    path = [element]
    while path[-1] is not start and path[-1] not in known and (parent := path[-1].getparent()) is not None:
        path.append(parent)
    place = known.get(path[-1], _Place())
    for each in reversed(path):
        if each not in known:
            known[each] = _place(each, place, holds_headline=each in around_headline)
        place = known[each]
    return place


def _place(element: etree._Element, around: _Place, *, holds_headline: bool) -> _Place:
    tag = element.tag
    # A class such as "with-sidebar" on what also holds the headline is no sidebar.
    beside = tag in ("aside", "footer", "nav") or NO_DATE.search(names_of(element)) is not None
    aside = around.aside or (beside and not holds_headline)
    return _Place(
        aside,
        around.article or tag in ("article", "main"),
        around.link or tag == "a",
        around.item or tag in ("li", "td", "dd"),
    )


def _date_of(element: etree._Element, day_first: bool | None) -> PublishedDate | None:
    """The date that an element prints, or states in an attribute, if it says little else."""
    property_ = (element.get("itemprop") or element.get("property") or "").lower()
    stated = element.get("datetime") or (element.get("content") if "date" in property_ else None)
    stated = stated or (element.get("title") if element.tag == "abbr" else None)
    basis = Basis.HEADER
    if stated and _LIKELY.search(stated) and (one := _read(stated, day_first)) is not None:
        printed = " ".join("".join(element.itertext()).split())
        return PublishedDate(one.value, one.zone, basis, printed[:80] if _LIKELY.search(printed) else one.evidence)
    marked = element.tag == "time" or DATE.search(names_of(element)) or "date" in property_
    text = "".join(element.itertext()) if marked else _own_text(element)
    if not _LIKELY.search(text[: 4 * LONGEST]):
        return None
    if len(text) > 4 * LONGEST or len(text := " ".join(text.split())) > 2 * LONGEST:
        return _at_head(" ".join(text[: 2 * LONGEST].split()), day_first)
    return _read(text, day_first)


def _at_head(text: str, day_first: bool | None) -> PublishedDate | None:
    """The date with which a long paragraph begins, as a dateline does: "27.1.2026 – The weir"."""
    found = next(dates_in(text, day_first=day_first), None)
    if found is None or found.start > _AT_THE_HEAD or not _BEHIND_DATELINE.match(text, found.end):
        return None
    return PublishedDate(found.value, found.zone, Basis.HEADER, text[: found.end])


def _own_text(element: etree._Element) -> str:
    """The text of an element and of the inline elements in it; that of its blocks is theirs."""
    if element.tag in ("p", "li", "td", "h1", "h2", "h3", "h4") or len(element) == 0 or element.tag in _INLINE:
        return "".join(element.itertext()) if len(element) < 12 else element.text or ""
    parts = [element.text or ""]
    for child in element:
        if child.tag in _INLINE:
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return " ".join(parts)


def _read(text: str, day_first: bool | None) -> PublishedDate | None:
    text = " ".join(text.split())
    found = list(dates_in(text, day_first=day_first, short_years=True))
    if not found or (len(found) == 1 and ":" in text and "T" not in found[0].value):
        # Forms that only dateutil knows: a time before the day, for example.
        if (one := read_date(text, Basis.HEADER)) is not None:
            return one
        if not found:
            return None
    chosen = found[0]
    if len(found) > 1:
        # "Updated 20 March, first published 4 March": the one after the label of publication.
        for each in found:
            if _publication_label().search(text[: each.start]) and not _update_label().search(text[: each.start]):
                chosen = each
                break
        else:
            labelled = [each for each in found if _publication_label().search(_between(text, found, each))]
            free = [each for each in found if not _update_label().search(_between(text, found, each))]
            chosen = (labelled or free or found)[0]
    around = text[: chosen.start] + text[chosen.end :]
    labelled_date = f"{_between(text, found, chosen).lstrip(' ,;|')}{text[chosen.start : chosen.end]}"
    evidence = text if len(found) == 1 else labelled_date
    return PublishedDate(chosen.value, chosen.zone, Basis.HEADER, evidence) if len(around) <= 2 * LONGEST else None


def _between(text: str, found: list[Printed], each: Printed) -> str:
    place = found.index(each)
    return text[found[place - 1].end if place else 0 : found[place].start]


@cache
def _publication_label() -> re.Pattern[str]:
    return _label("published")


@cache
def _update_label() -> re.Pattern[str]:
    return _label("modified")


def _label(state: str) -> re.Pattern[str]:
    table = rows(files(__package__) / "date_labels.tsv", "label", "state")
    labels = frozenset(line.text("label") for line in table if line.text("state") == state)
    return re.compile(rf"(?<!\w)(?:{alternation(labels)})(?!\w)", re.IGNORECASE)


def _score(step: Step, place: _Place, date: PublishedDate) -> float | None:
    """How likely a date is that of publication; None for one that a sentence tells of."""
    element, text = step.element, date.evidence
    names = " ".join((names_of(element), *(element.get(key) or "" for key in ("itemprop", "property", "pubdate"))))
    is_time = element.tag == "time" or (element.tag == "abbr" and bool(element.get("title")))
    is_named = DATE.search(names) is not None
    is_labelled = _publication_label().search(text) is not None
    if not (is_named or is_time) and _is_sentence(text, is_labelled):
        return None
    is_published = PUBLISHED.search(names) is not None or element.get("pubdate") is not None
    is_updated = UPDATED.search(names) is not None or _update_label().search(text) is not None
    is_above = not step.behind_headline and step.paragraphs == 0
    figures = len(re.findall(r"\d", text)) / max(1, sum(character.isalnum() for character in text))
    signs = (
        (_Weight.ANY, True),
        (_Weight.TIME, is_time),
        (_Weight.NAMED, is_named),
        (_Weight.NAMED_PUBLISHED, is_published),
        (_Weight.LABELLED, is_labelled),
        (_Weight.IN_ARTICLE, place.article),
        (_Weight.ASIDE, place.aside),
        (_Weight.IN_LINK, place.link and element.tag != "time"),
        (_Weight.IN_LIST, place.item),
        (_Weight.UPDATED, is_updated and not is_labelled),
        (_Weight.BELOW_HEADLINE, step.behind_headline and step.paragraphs == 0),
        (_Weight.BEHIND_TEXT, step.behind_headline and step.paragraphs > 0),
        (_Weight.ABOVE, is_above),
        (_Weight.TODAY, is_above and _TODAY.match(text) is not None),
        (_Weight.WORDS, not (is_named or is_time or is_labelled) and figures < _SHARE_OF_FIGURES),
    )
    return sum(weight for weight, holds in signs if holds)


def _is_sentence(text: str, labelled: bool) -> bool:
    """Whether a date stands within running text, which may tell of any day."""
    found = next(dates_in(text, day_first=True, short_years=True), None)
    if found is None or found.start <= _AT_THE_HEAD:
        return False
    before, after = text[: found.start].split(), text[found.end :].split()
    if labelled and _publication_label().search(" ".join(before[-3:])):
        return False
    return len(before) + len(after) > MOST_AROUND and len(after) > 1
