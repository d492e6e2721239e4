"""The shapes of quotes and of the pages that list them."""

from __future__ import annotations

from pydantic import Field

from indexer.compare import Relation
from indexer.model import Act, Basis, Kind, Precision, SpeakerKind, Stance
from indexer.query import Facet
from service.answers.base import Answer, Score
from service.answers.speakers import SpeakerHint


class Span(Answer):
    """A piece of the article's text."""

    start: int = Field(description="Where it starts in the article's text, in Unicode code points.")
    end: int = Field(description="Where it ends, exclusive.")
    text: str = Field(description="The characters from start to end.")


class Speaker(Answer):
    """Whom the article attributes the words to."""

    id: str | None = Field(description="Of the person or body of the archive, null when no name is claimed.")
    name: str | None = Field(description="The fullest name in the article, whatever others call them.")
    as_printed: str | None = Field(description='The words that name the source, such as "he" or "the mayor".')
    kind: SpeakerKind
    candidates: list[str] = Field(
        description="The names that fit, when kind is ambiguous; else the others whom the source names beside this one."
    )
    wikidata: str | None = Field(description="The id in Wikidata, if it was imported.")
    probable: bool = Field(description="Whether it is only probable that the article's name stands for this speaker.")


class Said(Answer):
    """When the words were said."""

    from_: str = Field(alias="from", description="First day, ISO 8601.")
    to: str = Field(description="Last day, ISO 8601.")
    precision: Precision
    evidence: Span = Field(description="The words of the article that say so.")


class When(Answer):
    """When the words were said, else when they were published."""

    from_: str = Field(alias="from", description="First day, ISO 8601.")
    to: str = Field(description="Last day, ISO 8601.")
    basis: str = Field(description="said or published.")


class PublishedDate(Answer):
    """A date of publication that the article or its address claims."""

    value: str = Field(description="ISO 8601: a date, a date and time as printed, or a month.")
    zone: str | None = Field(description="UTC offset, null when none was printed.")
    basis: Basis = Field(description="Where it was read, from the most to the least trusted.")
    evidence: str = Field(description="The words that it was read from.")


class Published(PublishedDate):
    """The most trusted date of publication, and all that compete with it."""

    others: list[PublishedDate]


class Occasion(Answer):
    """Where and to whom the words were said."""

    hearer: str | None = Field(description='Whom they were said to, such as "reporters".')
    medium: str | None = Field(description='What they were said in, such as "a statement".')
    event: str | None = Field(description='Where they were said, such as "a rally in Kolvik".')
    text: str = Field(description="The words that it rests on.")


class Confidence(Answer):
    """How likely each part is right."""

    content: Score = Field(description="The words are attributed in the article, and begin and end there.")
    speaker: Score = Field(description="They are attributed to this speaker; where no name is claimed, rightly so.")
    said: Score = Field(description="They were said on that day, or in that time.")
    act: Score = Field(description="That is what was done with them; 0 in a language in which nothing tells.")


class Correction(Answer):
    """That somebody decided whose words these are."""

    who: str = Field(description="Whose decision it is.")
    at: str = Field(description="When, ISO 8601.")
    why: str = Field(description="The reason.")


class QuoteLinks(Answer):
    """Paths of this service."""

    self_: str = Field(alias="self", description="The quote.")
    article: str = Field(description="The article that prints it.")
    speaker: str | None = Field(description="Its speaker, null when no name is claimed.")
    page: str = Field(description="For people.")


class UtteranceLinks(Answer):
    """Paths of this service."""

    first: str = Field(description="The first quote that reports it.")


class Wording(Answer):
    """Another wording of what a quote reports."""

    quote_id: str = Field(description="The first quote in that wording.")
    article_id: str = Field(description="The article that prints that quote.")
    text: str = Field(description="The words of that quote.")
    outlet: str | None = Field(description="Who published them, null when unknown.")
    when: When | None
    relation: Relation = Field(
        description="How the shorter of the two wordings relates to the longer: verbatim, part, changed or reworded."
    )
    score: float = Field(description="How likely the two report one utterance, 0 to 1.")


class Utterance(Answer):
    """What a quote reports: the quote itself and those that were found to report the same words.

    Only sure evidence counts, and only direct links: two quotes that both report a third need not report each other.
    A quote that was stored after the last pass over the archive counts only itself.
    """

    id: str = Field(
        description="The first of these quotes by date, then by id; searches that group show one row for each."
    )
    reports: int = Field(description="Number of these quotes, exactly.")
    articles: int = Field(description="Number of the articles that print them, exactly.")
    earliest: str | None = Field(description="The first day of the earliest of them, ISO 8601.")
    wordings: list[Wording] | None = Field(
        None, description="The other wordings by date, at most 100; only in a quote requested by its id."
    )
    links: UtteranceLinks


class Provenance(Answer):
    """How an article and its quotes were made."""

    reader: str = Field(description="What read it: text, json, or html with the extractor of its text.")
    version: str = Field(description="Of onrecord.")
    extractor: str | None = Field(description="What found its quotes: learned or rules.")
    remarks: list[str] = Field(description="What was mended or left open while reading.")
    read_at: str | None = Field(description="When it was read, ISO 8601 in UTC.")
    extracted_at: str | None = Field(description="When its quotes were found.")


class Quote(Answer):
    """One attribution in one article: who is said to have said what, when, and where that is printed."""

    id: str = Field(description="A stable key of the quote.")
    article_id: str = Field(description="The article that prints it.")
    text: str = Field(description="The content's spans, joined by one space, outer quotation marks included.")
    quoted: list[str] = Field(description="The parts between quotation marks, without the marks.")
    kind: Kind = Field(description="direct: all between quotation marks; mixed: a part; indirect: none.")
    stance: Stance = Field(description="asserted; denied; asked: a question put to somebody.")
    act: Act = Field(
        description="What the source did with the content: said; wrote; thought (believed, wanted, knew); did "
        "(neither words nor thoughts: endorsed, was accused of)."
    )
    speaker: Speaker
    source: list[Span] = Field(description="The words of the article that name the source.")
    cue: list[Span] = Field(description='The words that attribute: "said", "according to".')
    content: list[Span]
    said: Said | None
    published: Published | None
    when: When | None
    outlet: str | None = Field(description="Who published the article, null when that is not known.")
    url: str | None = Field(description="The article's address, null when it stated none.")
    title: str | None = Field(description="The article's headline, null when it has none.")
    authors: list[str] = Field(description="Who wrote the article, as it prints them.")
    language: str = Field(description="ISO 639-1.")
    origin_hint: str | None = Field(description="The address of an image, for example, that suggests the outlet.")
    provenance: Provenance | None = Field(description="How it was made; null where that is not known.")
    occasion: Occasion | None
    before: str = Field(description="Up to 40 words of the article before the content.")
    after: str = Field(description="Up to 40 words of the article after the content.")
    highlights: list[tuple[int, int]] = Field(description="Where text has words of the search: start and end.")
    confidence: Confidence
    inside: str | None = Field(description="The id of the quote that this one is nested in.")
    correction: Correction | None = Field(description="Who decided on the speaker; null where the article did.")
    between: list[str] = Field(
        description="What the article prints between one span of content and the next, at most 40 words of each, which "
        "text leaves out."
    )
    utterance: Utterance | None = Field(
        None,
        description="In a quote or an article requested by its id, and in searches with group=utterance; else null.",
    )
    links: QuoteLinks


class FacetCount(Answer):
    """How many of the matching quotes have a value."""

    value: str = Field(
        description="The value, as a filter takes it; with id: before it, that speaker or outlet alone, and not those "
        "whose names have the same words."
    )
    label: str = Field(description="The value, for people.")
    count: int = Field(description="Matching quotes that have it.")


class QuotePage(Answer):
    """One page of the quotes that match."""

    total: int = Field(description="Matching quotes, counted exactly; with group=utterance, utterances.")
    hits: list[Quote] = Field(
        description="With group=utterance, only the first matching quote of each utterance, in the order of the search."
    )
    next_cursor: str | None = Field(description="Give it as cursor for the next page; null on the last.")
    undated: int | None = Field(
        description="Quotes that would match but have no date for a date filter; null without a date filter."
    )
    facets: dict[Facet, list[FacetCount]] | None = Field(
        None, description="Only if requested: up to 20 values each, most frequent first; months in order of time."
    )
    speakers: list[SpeakerHint] | None = Field(
        None, description="People whom the search names, or whose names its words are; and others of a like name."
    )
