"""The patterns of hearers, media and events, made once from the word lists."""

from __future__ import annotations

import re

from indexer.english import OCCASIONS, VERBS

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_CAPITAL = rf"(?!{_DAY}\b|{_MONTH})[A-Z](?:[\w&’'-]|\.(?=\w))*"
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:of|for|and|the|on|&)\s+(?:the\s+)?)?{_CAPITAL})*"
_TITLE = r"[“\"][A-Z][^”\"\x00]{1,40}[”\"]"
_DETERMINER = r"(?:the|a|an|his|her|their|its|this|that|one|another|some|fellow|other)"
_MODIFIER = (
    r"(?!(?:of|to|in|on|at|by|for|from|with|that|this|these|those|who|which|unless|before|after|and|or|as|is|was|said"
    r"|would|will|the)\b)[\w.&’'–-]+"
)
_ROLE = r"(?:host|co-host|anchor|reporter|correspondent|editor|columnist|moderator|presenter)"


def _any(entries: frozenset[str]) -> str:
    return "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))


_PERSON = (
    rf"(?:{_DETERMINER}\s+)*(?:{_MODIFIER}\s+){{0,3}}?(?:{_any(OCCASIONS.hearers)})\b(?:\s+(?:group|audience|crowd|conference))?(?:\s+of\s+(?:the\s+)?{_NAME})?"
    rf"|(?:the\s+)?{_NAME}(?:\s+{_ROLE}\s+{_NAME})?(?:\s+{_TITLE})?"
)

HEARER = re.compile(
    r"\b(?:(?:told|tells?|telling|informed|informs|assured|reminded|briefed|addressing)"
    r"|(?:spoke|[Ss]peaking|speaks|talked|talking|said|wrote|writing|remarks|comments|replied|testified)\s+(?:to|with|before)"
    r"|(?:interview|conversation|discussion|talk|call)\s+(?:with|by)|(?:letter|email|e-mail|message|statement)\s+to)"
    rf"\s+(?P<hearer>{_PERSON})"
)

MEDIUM = re.compile(
    r"\b(?:in|[Ii]n|[Dd]uring|[Oo]n|[Vv]ia|[Bb]y|[Tt]hrough|[Aa]t|[Ff]rom)\s+"
    rf"(?:(?:{_DETERMINER}|{_DAY}[’']s)\s+)?(?:{_MODIFIER}\s+){{0,4}}?(?P<medium>(?:(?:{_any(OCCASIONS.platforms)})\s+)?(?:{_any(OCCASIONS.media)}))\b(?!-)"
)

PLATFORM = re.compile(
    rf"\b(?:[Oo]n|[Tt]o|[Vv]ia|[Oo]ver)\s+(?:(?:{_DETERMINER}|{_NAME}[’']s?)\s+)?(?:official\s+|own\s+|personal\s+)?"
    rf"(?P<platform>{_any(OCCASIONS.platforms)})\b(?![’'.]\w)"
)

PROGRAMME = re.compile(
    rf"\b[Oo]n\s+(?P<programme>(?:the\s+)?"
    rf"(?:(?:{_any(OCCASIONS.broadcasters)})\b(?:[’']s)?(?:\s+{_CAPITAL}(?:\s+(?:(?:of|the|with)\s+)*{_CAPITAL})*)?"
    rf"|(?:{_CAPITAL}\s+)+(?:News|Radio|TV|Television|Show|Podcast)\b)(?:\s+{_TITLE})?)"
)

EVENT = re.compile(
    rf"\b(?:[Aa]t|[Dd]uring)\s+(?P<event>(?:{_DETERMINER}\s+)?(?:{_MODIFIER}\s+){{0,4}}?(?i:{_any(OCCASIONS.events)})\b(?!-)"
    rf"(?:\s+(?:in|at|of|on|for)\s+(?:the\s+)?{_NAME})?)"
)

_LEADING = re.compile(
    rf"(?:{_DETERMINER}\s+|(?:{_DAY}|[Yy]esterday|[Tt]oday)(?:\s+(?:morning|afternoon|evening|night))?(?:[’']s)?\s+|(?:last|this)\s+(?:night|week|weekend|month|year)[’']s\s+)+"
)


def event_name(words: str) -> str:
    """An event without its article and day: "Tuesday night's debate" is "debate"."""
    return _LEADING.sub("", words, count=1) if _LEADING.match(words) else words


def medium_of_verb(cue: str) -> str | None:
    """The medium that a cue's verb implies: "tweeted" is a tweet."""
    return next((VERBS.media[word] for word in cue.lower().split() if word in VERBS.media), None)


def medium_of_source(source: str) -> str | None:
    """The medium that a source is itself: "The statement" said."""
    words = source.split()
    return next((name for size in (2, 1) if (name := " ".join(words[-size:])) in OCCASIONS.media), None)
