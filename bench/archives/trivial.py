"""What a page of regular expressions gets: the yardstick that speed is measured beside."""

from __future__ import annotations

import re

_SAID = r"(?:said|says|told|added|wrote|asked|replied|called|insisted|argued|noted|stated)"
_NAME = r"(?:[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}|he|she|they|He|She|They)"
_QUOTE = r"[“\"]([^”\"\n]{1,2000})[”\"]"

_AFTER = re.compile(rf"{_QUOTE},? (?:{_SAID} ({_NAME})|({_NAME}) {_SAID})\b")
_BEFORE = re.compile(rf"({_NAME}) {_SAID}(?: [\w’' ]{{1,60}})?[,:]? {_QUOTE}")
_ACCORDING = re.compile(rf"{_QUOTE},? according to ({_NAME})")


def quotes(text: str) -> list[tuple[int, int, str]]:
    """(start, end, source) of the quotations in ``text`` whose speaker stands beside them."""
    found = {}
    for match in _AFTER.finditer(text):
        found[match.start(1)] = (match.start(1), match.end(1), match[2] or match[3])
    for match in _BEFORE.finditer(text):
        found.setdefault(match.start(2), (match.start(2), match.end(2), match[1]))
    for match in _ACCORDING.finditer(text):
        found.setdefault(match.start(1), (match.start(1), match.end(1), match[2]))
    return sorted(found.values())
