"""The patterns of hearers, media and events, made from the tables."""

from __future__ import annotations

import re

from indexer.english import CALENDAR, GRAMMAR, NOUN_PHRASES, OCCASIONS, TIME, VERBS
from indexer.text import alternation

_DAY = rf"(?:{alternation(CALENDAR.weekdays)})"
# Without short forms that other words begin with too: "Jan", but not "Jan." and "January".
_MONTH = alternation(form for form in CALENDAR.months if sum(each.startswith(form) for each in CALENDAR.months) == 1)
_CAPITAL = rf"(?!{_DAY}\b|(?:{_MONTH}))[A-Z](?:[\w&’'-]|\.(?=\w))*"
_THE = rf"(?:(?:{alternation(GRAMMAR.definite_articles)})\s+)?"
_CONNECTOR = alternation(NOUN_PHRASES.connectors - NOUN_PHRASES.organisation_prepositions)
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:{_CONNECTOR})\s+{_THE})?{_CAPITAL})*"
_TITLE = r"[“\"][A-Z][^”\"\x00]{1,40}[”\"]"
_DETERMINER = rf"(?:{alternation(NOUN_PHRASES.occasion_determiners)})"
_MODIFIER = rf"(?!(?:{alternation(NOUN_PHRASES.not_modifiers)})\b)[\w.&’'–-]+"
_PLATFORM = rf"(?:{alternation(OCCASIONS.platforms)})"

_GROUP = (
    rf"(?:{_DETERMINER}\s+)*(?:{_MODIFIER}\s+){{0,3}}?(?:{alternation(OCCASIONS.hearers)})\b"
    rf"(?:\s+(?:{alternation(OCCASIONS.hearers_behind)}))?(?:\s+(?:{alternation(GRAMMAR.genitive)})\s+{_THE}{_NAME})?"
)
_SOMEBODY = rf"{_THE}{_NAME}(?:\s+(?:{alternation(OCCASIONS.presenters)})\s+{_NAME})?(?:\s+{_TITLE})?"

HEARER = re.compile(
    rf"\b(?:(?:{alternation(OCCASIONS.tellers)})"
    rf"|(?:{alternation(OCCASIONS.speakers_to, capitals=True)})\s+(?:{alternation(OCCASIONS.to_hearers)})"
    rf"|(?:{alternation(OCCASIONS.talks)})\s+(?:{alternation(OCCASIONS.talks_with)})"
    rf"|(?:{alternation(OCCASIONS.messages)})\s+(?:{alternation(OCCASIONS.messages_to)}))"
    rf"\s+(?P<hearer>{_GROUP}|{_SOMEBODY})"
)

MEDIUM = re.compile(
    rf"\b(?:{alternation(OCCASIONS.before_media, capitals=True)})\s+(?:(?:{_DETERMINER}|{_DAY}[’']s)\s+)?"
    rf"(?:{_MODIFIER}\s+){{0,4}}?(?P<medium>(?:{_PLATFORM}\s+)?(?:{alternation(OCCASIONS.media)}))\b(?!-)"
)

PLATFORM = re.compile(
    rf"\b(?:{alternation(OCCASIONS.before_platforms, capitals=True)})\s+(?:(?:{_DETERMINER}|{_NAME}[’']s?)\s+)?"
    rf"(?:(?:{alternation(OCCASIONS.ownership)})\s+)?(?P<platform>{_PLATFORM})\b(?![’'.]\w)"
)

_INSIDE = rf"(?:(?:{alternation(OCCASIONS.inside_programmes)})\s+)*"
PROGRAMME = re.compile(
    rf"\b(?:{alternation(OCCASIONS.before_programmes, capitals=True)})\s+(?P<programme>{_THE}"
    rf"(?:(?:{alternation(OCCASIONS.broadcasters)})\b(?:[’']s)?(?:\s+{_CAPITAL}(?:\s+{_INSIDE}{_CAPITAL})*)?"
    rf"|(?:{_CAPITAL}\s+)+(?:{alternation(OCCASIONS.programme_words)})\b)(?:\s+{_TITLE})?)"
)

EVENT = re.compile(
    rf"\b(?:{alternation(OCCASIONS.before_events, capitals=True)})\s+(?P<event>(?:{_DETERMINER}\s+)?"
    rf"(?:{_MODIFIER}\s+){{0,4}}?(?i:{alternation(OCCASIONS.events)})\b(?!-)(?:\s+(?:{alternation(OCCASIONS.event_links)})\s+{_THE}{_NAME})?)"
)

_TODAY = alternation({day for day in TIME.today | TIME.yesterday if " " not in day}, capitals=True)
_LEADING = re.compile(
    rf"(?:{_DETERMINER}\s+|(?:{_DAY}|{_TODAY})(?:\s+(?:{alternation(TIME.day_parts)}))?(?:[’']s)?\s+"
    rf"|(?:{alternation(TIME.deictics)})\s+(?:{alternation(TIME.periods)})[’']s\s+)+"
)


def event_name(words: str) -> str:
    """An event without its article and day: "Tuesday night's debate" is "debate"."""
    return _LEADING.sub("", words, count=1) if _LEADING.match(words) else words


def medium_of_verb(cue: str) -> str | None:
    """The medium that a cue's verb implies: "tweeted" is a tweet."""
    return next((VERBS.media[word] for word in cue.lower().split() if word in VERBS.media), None)


def medium_of_source(source: str) -> str | None:
    """The medium that a source itself is: "The statement" said."""
    words = source.split()
    return next((name for size in (2, 1) if (name := " ".join(words[-size:])) in OCCASIONS.media), None)
