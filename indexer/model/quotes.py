"""What is found in an article: labels, attributions and quotes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.model.articles import Span


class Role(StrEnum):
    """The part that a labelled span plays in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Label:
    """A span that a tagger found, with its role and how sure it is (0 to 1).

    Args:
        cue: the cue that a source or content belongs to, where the tagger can tell; None leaves it to ``link``. A
            source of several cues is as many labels.
    """

    span: Span
    role: Role
    score: float
    cue: Span | None = None


class Kind(StrEnum):
    """direct: all inside quotation marks; mixed: marks around a part; indirect: no marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """asserted; denied ("denied that ...", "did not say ..."); asked (a question put to somebody)."""

    ASSERTED = "asserted"
    DENIED = "denied"
    ASKED = "asked"


class Act(StrEnum):
    """What the article says that the source did with the content: said it, wrote it, thought it (believed, wanted,
    knew ...), or did it without words or thoughts of theirs ("endorsed", "was accused of")."""

    SAID = "said"
    WROTE = "wrote"
    THOUGHT = "thought"
    DID = "did"


WORDS = (Act.SAID, Act.WROTE)
"""The acts with words: what searches and checks consider unless they ask for others."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The relation source - cue - content that an article prints, before anyone is resolved.

    Args:
        content: one or more spans, outer quotation marks included; never empty.
        source: the span or spans that name who; empty when nobody is named.
        cue: the words that attribute; empty for a dash or a bare line.
        quoted: the spans of the content that stand between marks, without the marks.
        score: how sure the finding of the content is, 0 to 1.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: Kind
    stance: Stance
    quoted: tuple[Span, ...]
    score: float


class SpeakerKind(StrEnum):
    """What the resolved entity is; ``ambiguous`` when two or more fit and none is claimed."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The entity behind a source.

    Args:
        id: a key made of the folded name (``donald-trump``), or None when no name is claimed. Of a stored quote, that
            of the person or body of the archive whom the name stands for (``indexer.identity``).
        name: the fullest name in the article, or None (unnamed, group, unknown, ambiguous).
        as_printed: the source's own words ("he", "the US president"), or None without a source.
        candidates: when ``kind`` is ambiguous, the names that fit; else the others whom the source names beside this
            one, in order ("Ada Lund and Tom Reyes said").
        mention: the key of the article's own name where ``id`` is another; else None.
        probable: whether it is only likely that the name stands for them.
        wikidata: the id of the person or body there, where it was imported.
    """

    id: str | None
    name: str | None
    as_printed: str | None
    kind: SpeakerKind
    candidates: tuple[str, ...] = ()
    mention: str | None = None
    probable: bool = False
    wikidata: str | None = None

    @property
    def key(self) -> str | None:
        """The key of the name in its own article, whoever the archive takes it for."""
        return self.mention if self.mention is not None else self.id


class Precision(StrEnum):
    """How exact a said date is; an interval that is none of the named units is ``interval``."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Said:
    """When the words were said: an interval of days, both inclusive, and the words that say so."""

    from_: date
    to: date
    precision: Precision
    evidence: Span


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and to whom the words were said.

    Args:
        hearer: "Al Jazeera" in "told Al Jazeera".
        medium: "interview", "statement", "post", "Truth Social" ...
        event: "Munich Security Conference" in "speaking at the Munich Security Conference".
        text: the words it rests on.
    """

    hearer: str | None
    medium: str | None
    event: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure each part of a quote is, 0 to 1."""

    content: float
    speaker: float
    said: float
    act: float


@dataclass(frozen=True, slots=True)
class Correction:
    """That somebody decided whose words these are, when (ISO 8601), and why."""

    who: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution in one article, with all that is known of it: the unit of search.

    Args:
        id: a hash of the article's id and of where the content begins.
        before, after: up to 40 words of the article on each side of the content.
        inside: the id of the quote that this one is nested in, or None.
        correction: who decided on the speaker, or None where the article did.
        between: what the article prints between one span of the content and the next, at most 40 words of each; empty
            where that is not known.
    """

    id: str
    article_id: str
    kind: Kind
    stance: Stance
    act: Act
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    quoted: tuple[str, ...]
    speaker: Speaker
    said: Said | None
    occasion: Occasion | None
    before: str
    after: str
    confidence: Confidence
    inside: str | None = None
    correction: Correction | None = None
    between: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The content's spans, joined by one space."""
        return " ".join(span.text for span in self.content)
