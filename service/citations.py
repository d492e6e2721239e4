"""A quote as a reference: in three styles for people, and as BibTeX and RIS for programs that keep references.

What is cited is the article that prints the words; whom it attributes them to stands before it, or in a note, with
whether it prints them as denied, as not said, or as a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from indexer import in_words
from indexer.english import NEGATION
from indexer.model import Kind
from indexer.text import alternation
from service.answers import Quote
from service.stances import not_asserted

Reference = Callable[[Quote, str], str]
"""A reference to a quote, by the address that the quote has here."""

_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}&%$#_"},
}
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_NOBODY = re.compile(rf"(?:{alternation(NEGATION.nobody)})\b", re.IGNORECASE)
_INNER_MARKS = re.compile(r'["“„]([^"“”„]*)["”“]')
_STRAY_MARKS = str.maketrans("“”„", "‘’‘")
_STOPPED_INSIDE = re.compile(r"[.!?]’$")
_MOST_NAME_WORDS = 4
"""Words of an author that is a person; a longer one is taken as it is printed."""


def apa(quote: Quote, address: str) -> str:
    """The reference in APA style (7th edition)."""
    day, month = _day(quote), _month(quote)
    when = f"({month.year}, {in_words.name_of_month(month)}{f' {day.day}' if day else ''})" if month else "(n.d.)"
    title = _stopped(quote.title or "[Article without a title]")
    writers = _joined([_apa_name(name) for name in quote.authors], "&")
    start = f"{_stopped(writers)} {when}. {title}" if writers else f"{title} {when}."
    return _with_source(quote, f"{start} {_stopped(quote.outlet)}" if quote.outlet else start, address)


def mla(quote: Quote, address: str) -> str:
    """The reference in MLA style (9th edition)."""
    day, month = _day(quote), _month(quote)
    when = f"{_MLA_MONTHS[month.month - 1]} {month.year}" if month else "n.d."
    when = f"{day.day} {when}" if day else when
    return _with_source(quote, _printed_in(quote, when), address, ", ")


def chicago(quote: Quote, address: str) -> str:
    """The reference in Chicago style (notes and bibliography)."""
    day, month = _day(quote), _month(quote)
    when = f"{in_words.name_of_month(month)}{f' {day.day},' if day else ''} {month.year}" if month else "n.d."
    return _with_source(quote, _stopped(_printed_in(quote, when)), address)


def bibtex(quote: Quote, address: str) -> str:
    """The reference as an entry of BibTeX and BibLaTeX."""
    fields = {
        "title": quote.title,
        "author": " and ".join(f"{{{_latex(name)}}}" for name in quote.authors),
        "journal": quote.outlet,
        "date": _iso(quote),
        "year": _iso(quote)[:4],
        "url": _url(quote, address),
        "note": _note(quote),
    }
    lines = [
        f"  {name} = {{{value if name == 'author' else _latex(value)}}}," for name, value in fields.items() if value
    ]
    return "\n".join([f"@article{{onrecord-{quote.id},", *lines, "}", ""])


def ris(quote: Quote, address: str) -> str:
    """The reference as a record of RIS, as Zotero, EndNote and others read it."""
    tags = [
        ("TY", "NEWS"),
        ("TI", quote.title),
        *(("AU", name) for name in quote.authors),
        ("T2", quote.outlet),
        ("PY", _iso(quote)[:4]),
        ("DA", _iso(quote).replace("-", "/")),
        ("UR", _url(quote, address)),
        ("N1", _note(quote)),
        ("ID", f"onrecord-{quote.id}"),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


STYLES: dict[str, Reference] = {"APA": apa, "MLA": mla, "Chicago": chicago}
FILES: dict[str, tuple[Reference, str]] = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
}
"""The references for programs by the ending of their files, with their media types."""


def _printed_in(quote: Quote, when: str) -> str:
    """Who wrote it, the title between marks, the outlet and when."""
    writers = _writers(quote.authors)
    start = f"{_stopped(writers)} " if writers else ""
    return f"{start}{_marked_title(quote)} {', '.join(part for part in (quote.outlet, when) if part)}"


def _with_source(quote: Quote, reference: str, address: str, before_url: str = " ") -> str:
    """The reference with its address, behind the name of whoever is quoted."""
    who = _named(quote) or (f"“{quote.speaker.as_printed}”" if quote.speaker.as_printed else "")
    how = not_asserted(quote)
    if how is not None:
        who = _not_attributed(quote, how, who)
    verb = "as reported in" if quote.kind is Kind.INDIRECT else "as quoted in"
    whole = f"{reference}{before_url}{_url(quote, address)}"
    if before_url == ", ":
        whole += "."
    return f"{who}, {verb} {whole}" if who else whole


def attribution(quote: Quote) -> str:
    """Whose words they are printed as: ``Attributed to Ida Brandt``, ``Denied by Ida Brandt``."""
    who = _named(quote) or quote.speaker.as_printed or ""
    how = not_asserted(quote)
    return _not_attributed(quote, how, who) if how is not None else f"Attributed to {who or 'nobody by name'}"


def _not_attributed(quote: Quote, how: str, who: str) -> str:
    """By whom it is denied or asked; "denied by nobody" would say the opposite of "nobody said", and is not written."""
    printed = quote.speaker.as_printed or ""
    if not quote.speaker.name and _NOBODY.match(printed):
        return f"{how} (“{printed}”)"
    return f"{how} by {who}" if who else how


def _named(quote: Quote) -> str:
    """Whose words they are, by name, with those who said them together; empty where nobody is known."""
    return in_words.together(quote.speaker.name, quote.speaker.candidates) if quote.speaker.name else ""


def _note(quote: Quote) -> str:
    return f"{attribution(quote)}: {' '.join(quote.text.split())}"


def _marked_title(quote: Quote) -> str:
    """The title between double marks; double marks in it become single ones."""
    title = quote.title or "Article without a title"
    inner = _INNER_MARKS.sub(r"‘\1’", title).translate(_STRAY_MARKS)
    if title[-1] not in '"”“':
        return f"“{_stopped(inner)}”"
    return f"“{inner}”" if _STOPPED_INSIDE.search(inner) else f"“{inner[:-1]}.’”"


def _url(quote: Quote, address: str) -> str:
    return quote.url if quote.url and re.match(r"https?://", quote.url) else address


def _day(quote: Quote) -> date | None:
    """The day of publication, where it is known as exactly as that."""
    iso = _iso(quote)
    return date.fromisoformat(iso) if len(iso) == len("2025-02-13") else None


def _month(quote: Quote) -> date | None:
    """The first day of the month of publication."""
    iso = _iso(quote)
    return date.fromisoformat(f"{iso[:7]}-01") if iso else None


def _iso(quote: Quote) -> str:
    return quote.published.value[:10] if quote.published else ""


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _is_person(name: str) -> bool:
    return 1 < len(name.split()) <= _MOST_NAME_WORDS and "," not in name


def _apa_name(name: str) -> str:
    """``Ada M. Lund`` as ``Lund, A. M.``."""
    if not _is_person(name):
        return name
    *given, last = name.split()
    return f"{last}, {' '.join(f'{each[0]}.' for each in given)}"


def _writers(names: Sequence[str]) -> str:
    """The first name with its last word first, as bibliographies are sorted; ``et al.`` for more than two."""
    if not names:
        return ""
    first = names[0]
    if _is_person(first):
        *given, last = first.split()
        first = f"{last}, {' '.join(given)}"
    if len(names) > 2:
        return f"{first}, et al."
    return f"{first}, and {names[1]}" if len(names) == 2 else first


def _joined(names: Sequence[str], word: str) -> str:
    return f"{', '.join(names[:-1])}, {word} {names[-1]}" if len(names) > 1 else "".join(names)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in " ".join(text.split()))


def styled(quote: Quote, address: str) -> Iterator[tuple[str, str]]:
    """Each style's name with the reference in it."""
    for name, made in STYLES.items():
        yield name, made(quote, address)
