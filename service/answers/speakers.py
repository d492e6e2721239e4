"""The shapes of answers about speakers: what the API sends, and what its documentation says of each field."""

from __future__ import annotations

from pydantic import Field

from indexer.model import SpeakerKind
from service.answers.base import Answer, Score


class SpeakerLinks(Answer):
    """Paths of this service."""

    self_: str = Field(alias="self", description="The speaker.")
    quotes: str = Field(description="A search for what the speaker said.")
    page: str = Field(description="For people.")


class SpeakerSummary(Answer):
    """What the archive has of one person or body, under all names that articles have for it."""

    id: str = Field(description="A key made of the main name; ids that it had before lead to it.")
    name: str = Field(description="The preferred name: the one that most quotes have, or that somebody decided on.")
    kind: SpeakerKind
    role: str | None = Field(description="What articles call them most often, as printed; null where none does.")
    wikidata: str | None = Field(description="The id in Wikidata, if it was imported.")
    quotes: int = Field(description="What they said or wrote: as many quotes as a search for the speaker finds.")
    articles: int = Field(description="Articles that attribute anything to the speaker.")
    outlets: int = Field(description="Known outlets that published them.")
    printed: list[str] = Field(description="The forms in which articles print the name, most frequent first.")
    earliest: str | None = Field(description="The first day of publication, ISO 8601.")
    latest: str | None = Field(description="The last day of publication, ISO 8601.")
    links: SpeakerLinks


class SpeakerName(Answer):
    """A name that articles have for somebody, and why it is theirs."""

    key: str = Field(description="The key of the name: as an id it leads to this speaker.")
    name: str = Field(description="The name as articles have it, without titles.")
    quotes: int = Field(description="Quotes with this name, thoughts and acts among them.")
    articles: int = Field(description="Articles with such quotes.")
    earliest: str | None = Field(description="The first day of publication, ISO 8601.")
    latest: str | None = Field(description="The last day of publication, ISO 8601.")
    score: Score = Field(description="How sure it is that the name is theirs.")
    probable: bool = Field(description="Whether it is only probable.")
    reasons: list[str] = Field(description="What speaks for it and against it, in words.")


class Printed(Answer):
    """Something that articles print of a speaker, and when."""

    text: str = Field(description="As printed.")
    count: int = Field(description="How often.")
    earliest: str | None = Field(description="The first day of publication, ISO 8601.")
    latest: str | None = Field(description="The last day of publication, ISO 8601.")


class CountOf(Answer):
    """How many quotes have a value."""

    value: str = Field(description="The value.")
    count: int = Field(description="How many quotes have it.")


class SpeakerHint(Answer):
    """Somebody whom a search means, or may mean."""

    id: str = Field(description="Of the speaker.")
    name: str = Field(description="The preferred name.")
    quotes: int = Field(description="What they said or wrote.")
    also: list[str] = Field(description="Other names that articles have for them, most quotes first.")
    sure: bool = Field(description="False for those who may be meant besides.")
    links: SpeakerLinks


class SpeakerRecord(SpeakerSummary):
    """A person or body with all that articles print of it."""

    names: list[SpeakerName] = Field(description="The names that articles have for it, most quotes first.")
    forms: list[Printed] = Field(description="The forms of the name that sources have, most frequent first.")
    roles: list[Printed] = Field(description="What articles call them, most frequent first.")
    by_outlet: list[CountOf] = Field(description="Quotes by outlet, at most 20 of them.")
    by_kind: list[CountOf] = Field(description="Quotes that are direct, mixed and indirect.")
    by_act: list[CountOf] = Field(
        description="All that is attributed to them: said and wrote, as the counts beside it, and thought and did."
    )
    by_month: list[CountOf] = Field(description="Quotes by the month in which they were said, else published.")
    perhaps: list[SpeakerHint] = Field(description="Others of a like name, who may be meant.")


class SpeakerPage(Answer):
    """One page of speakers: with q those whom it finds, best first; else those who are listed, most quoted first."""

    speakers: list[SpeakerSummary]
    next_cursor: str | None = Field(description="Give it as cursor for the next page; null on the last.")
