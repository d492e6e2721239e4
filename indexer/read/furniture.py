"""Furniture: what a site prints around an article's text. It is found as spans and read for metadata, but not removed.

Above the text: a date, the name of a section, the headline, a byline. Below it: everything from "Related Articles" or
"Leave a reply" on, an image's address, a bare time stamp. The phrases are in ``page_lines.tsv``.

In the middle of the text only a line is furniture by which the site speaks of something else: a label with the headline
of another article ("Read more: …"), a break ("Story continues below"), an appeal ("Sign up to our newsletter").

A headline is furniture where it is a line of its own above the
text, without a full stop, and where the caller asks for it: it repeats words of the article, and a quote in it would be
counted twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from indexer.english import GRAMMAR, NAME_PARTS, PAGE_LINES
from indexer.model import Basis, PublishedDate, Span
from indexer.read.dates.dateline import byline_date
from indexer.read.dates.published import is_image, is_update_date, read_date, without_update_label
from indexer.text import alternation

HEADER_LINES = 12
"""Lines at the top in which a header is looked for; no site seen prints more."""

LONGEST_HEADLINE = 30
"""Words of a headline; one of the 1,013 titles of PolNeAR (train and dev) has more, the others have 23 at most."""

LONGEST_SECTION = 3
"""Words of a section's name in a line such as "News | City | Harbour"."""

LONGEST_BYLINE = 14
"""Words of a byline: three authors with their outlet."""

_LINE = re.compile(r"[^\r\n]+")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MINUTES, _READ = alternation(PAGE_LINES.reading_time_units), alternation(PAGE_LINES.reading_time_ends)
_READING_TIME = re.compile(rf"\d{{1,3}}\s*-?\s*(?:{_MINUTES})\.?(?: (?:{_READ}))?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"""[.!:;…,][\])"'”’»“‘]*$""")
_TURN = re.compile(r"[^\W\d_][\w.'’ ()\-]{0,60}:\s")
"""A line that may begin with who speaks."""

_SURE_TURN = re.compile(
    r"(?:[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]? [^\W\d_][^:\n]{0,60}|[A-Z]{2}[A-Z.,'’ \-]*(?:\([^()\n]{1,30}\))?):\s"
)
"""A line that begins with a time and who speaks, or with a name in capitals."""

NEAR_TURN = 3
"""Lines behind such a turn among which there is another, in a transcript."""

_NAME_WORD = rf"(?:[A-Z][\w.'’\-]*|{alternation(NAME_PARTS.particles)})"
_AND = alternation(GRAMMAR.additive)
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}"
_BY_NAMES = re.compile(
    rf"(?P<names>(?:(?:{_NAME}\s*,\s*)*{_NAME}\s*,?\s*(?:\b(?:{_AND})\b|&)\s+)?{_NAME})(?P<more>\s*[,|/–—-]\s*.*)?"
)
_TEASER_MARKS = "»›▸►▶→➜➤•·"
_SECTION_GAP = re.compile(r"[>»›|/•·]")
_NAME_GAP = re.compile(rf"\s*,\s*(?:(?:{_AND})\s+)?|\s+(?:{_AND})\s+|\s*&\s*")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The spans around an article's text, and the metadata in them.

    Args:
        spans: in order, without overlap; each a line, or the whole of a footer.
        title: the headline, as printed.
        authors: the names in the byline.
        dates: the dates in header and footer.
        origin_hint: the first address of an image in the footer.
    """

    spans: tuple[Span, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    dates: tuple[PublishedDate, ...] = ()
    origin_hint: str | None = None


def furniture(text: str, *, title: str | None = None, headline: bool = True) -> Furniture:
    """Find the furniture of an article.

    Args:
        text: the article as read.
        title: its title, where that is known from elsewhere: a first line that repeats it is the headline.
        headline: whether a headline is furniture.
    """
    all_lines = [line for match in _LINE.finditer(text) if (line := _trimmed(text, match)).text]
    footer = _footer(text, all_lines)
    below = footer.spans[0].start if footer.spans else len(text)
    header = _header([line for line in all_lines if line.start < below], title, headline=headline)
    above = header.spans[-1].end if header.spans else 0
    between = tuple(line for line in all_lines if above <= line.start < below and is_insert(line.text))
    return Furniture(
        header.spans + between + footer.spans,
        header.title,
        header.authors,
        header.dates + footer.dates,
        footer.origin_hint or header.origin_hint,
    )


def _trimmed(text: str, match: re.Match[str]) -> Span:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Span.of(text, start, max(start, match.start() + len(match[0].rstrip())))


# --- Above ---------------------------------------------------------------------------------------


def _header(body: Sequence[Span], title: str | None, *, headline: bool) -> Furniture:
    spans: list[Span] = []
    dates: list[PublishedDate] = []
    authors: tuple[str, ...] = ()
    found: str | None = None
    hint: str | None = None
    for place, line in enumerate(body[:HEADER_LINES]):
        if (date := _date(line.text, Basis.HEADER)) is not _NO_DATE:
            dates += [date] if isinstance(date, PublishedDate) else []
        elif _is_site_line(line.text, PAGE_LINES.headers) or _is_section(line.text):
            pass
        elif _URL.fullmatch(line.text):
            hint = hint or (line.text if is_image(line.text) else None)
        elif not authors and (names := byline(line.text)):
            authors = names
            dates += [written] if (written := byline_date(line.text)) else []
        elif found is None and _is_headline(body, place, title):
            found = line.text
            if not headline:
                continue
        else:
            break
        spans.append(line)
    return Furniture(tuple(spans), found, authors, tuple(dates), hint)


def _is_headline(body: Sequence[Span], place: int, title: str | None) -> bool:
    line = body[place].text
    if title is not None:
        return _same(line, title)
    if len(line.split()) > LONGEST_HEADLINE or _SENTENCE_END.search(line) or place + 1 == len(body):
        return False
    following = [other.text for other in body[place + 1 : place + HEADER_LINES]]
    if _SURE_TURN.match(line) and any(map(_SURE_TURN.match, following[:NEAR_TURN])):
        return False
    if _TURN.match(line) and _TURN.match(following[0]):
        return False  # a transcript: each line begins with who speaks
    return any(_SENTENCE_END.search(other) or len(other.split()) > LONGEST_HEADLINE for other in following)


def _same(line: str, title: str) -> bool:
    return _words_only(line) == _words_only(title)


def _words_only(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def byline(line: str) -> tuple[str, ...]:
    """The names in a byline ("By Ana Silva and Jon Berg, Harbour Gazette"); none if the line is not one."""
    for opener in _openers():
        rest = line[len(opener) :]
        if line[: len(opener)].casefold() != opener or not rest[:1].isspace():
            continue
        rest = rest.strip(" \t:")
        if len(rest.split()) > LONGEST_BYLINE or rest.endswith((".", "!", "?")):
            return ()
        if (match := _BY_NAMES.fullmatch(rest)) is None:
            return ()
        return tuple(name.strip() for name in _NAME_GAP.split(match["names"]) if name.strip())
    return ()


@cache
def _openers() -> tuple[str, ...]:
    return tuple(sorted(PAGE_LINES.bylines, key=len, reverse=True))


def _is_section(line: str) -> bool:
    parts = [part.strip() for part in _SECTION_GAP.split(line) if part.strip()]
    if not parts or parts[0].casefold() not in _without_colon(PAGE_LINES.sections):
        return False
    return all(len(part.split()) <= LONGEST_SECTION for part in parts)


# --- Below ---------------------------------------------------------------------------------------


def _footer(text: str, all_lines: Sequence[Span]) -> Furniture:
    """The lines at the very end, everything from "Related articles" on, and the furniture right before that."""
    body, last = _trailing_lines(all_lines)
    cut = _start_of_rest(text, body)
    body, added = body[:cut], body[cut:]
    body, before = _trailing_lines(body) if added else (body, Furniture())
    matter = (Span.of(text, added[0].start, added[-1].end),) if added else ()
    return Furniture(
        before.spans + matter + last.spans,
        dates=before.dates + last.dates,
        origin_hint=before.origin_hint or last.origin_hint,
    )


def _trailing_lines(body: Sequence[Span]) -> tuple[Sequence[Span], Furniture]:
    """The lines without the time stamps, addresses and site lines at their end; and those as furniture."""
    spans: list[Span] = []
    dates: list[PublishedDate] = []
    hint: str | None = None
    end = len(body)
    while end > 1:
        line = body[end - 1]
        if (date := _date(line.text, Basis.FOOTER)) is not _NO_DATE:
            dates += [date] if isinstance(date, PublishedDate) else []
        elif _URL.fullmatch(line.text):
            hint = line.text if is_image(line.text) else hint
        elif not _is_site_line(line.text, PAGE_LINES.footers):
            break
        spans.append(line)
        end -= 1
    return body[:end], Furniture(tuple(reversed(spans)), dates=tuple(reversed(dates)), origin_hint=hint)


def _start_of_rest(text: str, body: Sequence[Span]) -> int:
    """The number of the line, in the second half of the text, from which on all is furniture; else that of lines."""
    for number, line in enumerate(body):
        if (
            number
            and line.start >= len(text) / 2
            and line.text.rstrip(" :").casefold() in _without_colon(PAGE_LINES.footer_starts)
        ):
            return number
    return len(body)


# --- Between -------------------------------------------------------------------------------------


def is_insert(line: str) -> bool:
    """Whether a line in the midst of an article is the site's own: a teaser, a break or an appeal."""
    inner = line.strip()
    bracketed = inner[:1] in "[(" and inner[-1:] in "])"
    bare = inner.strip("[]() ").rstrip(" :.…").casefold() if bracketed or inner[-1:] in ":…" else inner.casefold()
    if bare in _without_colon(PAGE_LINES.breaks):
        return True
    marked = inner[0] in _TEASER_MARKS[:8] and inner[1:2].isspace()
    inner = inner.lstrip(f"{_TEASER_MARKS}[( ").rstrip("]) ").replace("’", "'")
    label = _teaser().match(inner)
    # What ends like a sentence is one, whatever it begins with: More on this: “it is forty pages long,” he added.
    whole = _SENTENCE_END.search(inner) is not None
    if label is not None and (not whole or bracketed or inner.endswith(("?", "!"))):
        return True
    return (marked and not whole) or _is_appeal(inner)


@cache
def _teaser() -> re.Pattern[str]:
    labels = alternation(frozenset(label.rstrip(" :") for label in PAGE_LINES.teasers))
    return re.compile(rf"(?:{labels})\s*(?::|[»›▸►▶→|]|\s[–—-]\s)\s*\S", re.IGNORECASE)


def _is_appeal(line: str) -> bool:
    """Whether a site asks its readers for something: "Get the Post in your inbox"."""
    return _appeal().match(line) is not None


@cache
def _appeal() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternation(PAGE_LINES.appeal_openers)})\b[^.!?“\"]*\b(?:{alternation(PAGE_LINES.appeal_words)})\b",
        re.IGNORECASE,
    )


# --- Lines ---------------------------------------------------------------------------------------

_NO_DATE = object()


def _date(line: str, basis: Basis) -> PublishedDate | object | None:
    """The date of publication that a line states; None for the date of an update; ``_NO_DATE`` for other lines."""
    if (date := read_date(line, basis)) is not None:
        return date
    if is_update_date(line) and read_date(without_update_label(line), basis) is not None:
        return None
    return _NO_DATE


def _is_site_line(line: str, known: frozenset[str]) -> bool:
    return line.casefold() in _without_colon(known) or _READING_TIME.fullmatch(line) is not None


@cache
def _without_colon(known: frozenset[str]) -> frozenset[str]:
    """The lines, with and without a colon at their end."""
    return known | frozenset(entry.rstrip(" :") for entry in known)
