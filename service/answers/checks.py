"""The shape of a check's answer, with what each field means: the same from the API and the command."""

from __future__ import annotations

from pydantic import Field

from indexer.check import Outcome
from indexer.check.records import Agreement, PrintedAs, Sense, Verdict
from indexer.compare import EditKind, GuardKind, Relation
from indexer.model import Precision, SpeakerKind, Stance
from service.answers import Published, Said, Speaker
from service.answers.base import Answer, Score


class Searched(Answer):
    """What was searched. Words that are not found in it may still have been said."""

    articles: int = Field(description="Articles searched, with or without quotes.")
    quotes: int = Field(description="Quotes in these articles.")
    outlets: int = Field(description="Known outlets of these articles.")
    earliest: str | None = Field(description="The first day of publication, ISO 8601; null when none is dated.")
    latest: str | None = Field(description="The last day of publication, ISO 8601.")
    undated: int | None = Field(
        description="Articles without a known date, left out by a date filter; null without a date filter."
    )
    as_of: str = Field(description="The state of the archive; it changes with every write.")


class ReportDate(Answer):
    """A date of a report."""

    from_: str = Field(alias="from", description="First day, ISO 8601.")
    to: str = Field(description="Last day, ISO 8601.")
    precision: Precision
    basis: str = Field(
        description="said: the article says when the words were said; else where the date of publication was read: "
        "given, metadata, header, footer, url, file name, created or modified."
    )
    value: str | None = Field(description="The date of publication as it was read; null for said.")
    zone: str | None = Field(description="UTC offset, null when none was printed.")
    evidence: str = Field(description="The words that it was read from.")


class ReportArticle(Answer):
    """The article that prints a report."""

    id: str = Field(description="The article's id.")
    url: str | None = Field(description="Its address, null when it stated none.")
    title: str | None = Field(description="Its headline, null when it has none.")
    outlet: str | None = Field(description="Who published it, null when that is not known.")
    published: Published | None


class Place(Answer):
    """A piece of a text; empty where the other text has words and this one has none."""

    start: int = Field(description="Where it starts, in Unicode code points.")
    end: int = Field(description="Where it ends, exclusive.")
    text: str = Field(description="The words there.")


class Change(Answer):
    """Words that differ between the text that was checked and the printed one."""

    kind: EditKind = Field(
        description="added: only in the printed text; removed: only in the checked text; replaced: other words in each."
    )
    asked: Place = Field(description="In the text that was asked.")
    printed: Place = Field(description="In the printed text.")
    cut: bool = Field(description="Left out at the start or the end, or where an ellipsis or a bracket marks it.")


class Alteration(Answer):
    """A difference that alters the sense, however alike the words are."""

    kind: GuardKind = Field(
        description='negation: a lost or added "not"; opposite: "less" for "more", or words that have changed places; '
        "number: another number, unit or amount; name: another name. Two that have changed places count as others."
    )
    words: str = Field(description="How the printed words differ, such as: adds “not”.")
    asked: Place = Field(description="In the text that was asked.")
    printed: Place = Field(description="In the printed text.")


class WordPiece(Answer):
    """One step from the checked text to the printed one: all words of both are in exactly one, in order."""

    kind: EditKind = Field(
        description="kept: in both; added: only in the printed text; removed: only in the checked text; replaced: "
        "other words in each."
    )
    asked: str = Field(description="The words of the checked text, empty where only the printed one has words.")
    printed: str = Field(description="The words of the printed text, empty where only the checked one has words.")


class HeadlineParts(Answer):
    """The parts of the headline, for a page that lays them out itself."""

    how: str = Field(description='Whether and how the words are printed: "Word for word".')
    who: str | None = Field(description='Whom they are attributed to; null where nobody is named: "Ida Brandt".')
    when: str | None = Field(
        description='The date of the earliest report that says as much; null without any: "2 March 2025".'
    )
    where: str | None = Field(description="Who printed that report; what was searched where nothing is reported.")


class ReportLinks(Answer):
    """Paths of this service."""

    quote: str | None = Field(description="The quote, null where it is the article's own words.")
    article: str = Field(description="The article that prints it.")
    page: str = Field(description="For people.")


class Report(Answer):
    """One place where the words are printed."""

    quote_id: str | None = Field(description="Null when the words are the article's own.")
    article: ReportArticle
    speaker: Speaker | None = Field(description="Whom the article attributes the words to; null for its own words.")
    stance: Stance = Field(
        description="asserted; denied: that it was said, or that it is true; asked: put as a question."
    )
    text: str = Field(description="What is printed.")
    spans: list[tuple[int, int]] = Field(
        description="Where it is in the article's text: start and end, exclusive, in code points."
    )
    printed_as: PrintedAs
    said: Said | None
    date: ReportDate | None = Field(description="When it was said, else published; reports are ordered by it.")
    competing: list[ReportDate] = Field(description="The other dates of the article.")
    relation: Relation = Field(description="How the printed wording relates to the checked one.")
    score: Score = Field(description="How likely the two report one utterance.")
    probable: bool = Field(description="The evidence is not certain.")
    diff: list[Change] = Field(description="The words that differ, in order.")
    guards: list[Alteration]
    sense: Sense
    text_group: int = Field(description="Reports with the same number are copies of one text.")
    links: ReportLinks


class PrintedPart(Answer):
    """A part of the checked text, and what prints it."""

    asked: Place = Field(description="In the text that was asked.")
    report: Report | None = Field(description="What prints it word for word; null if nothing does.")


class FirstReport(Answer):
    """A report with its date."""

    quote_id: str | None = Field(description="Null when the words are the article's own.")
    article: ReportArticle
    speaker: Speaker | None
    date: ReportDate
    competing: list[ReportDate] = Field(description="The other dates of the article.")


class Earliest(FirstReport):
    """The earliest report in this archive; of those that may be the first, the one that was published first."""

    ties: list[FirstReport] = Field(
        description="The others that may be the first: their date does not begin after another report's has ended."
    )


class Stances(Answer):
    """Reports by stance."""

    asserted: int = Field(description="They neither deny the words nor put them as a question.")
    denied: int = Field(description="They deny or dispute the words; not used for earliest and attributions.")
    asked: int = Field(description="They put the words as a question; not used for earliest and attributions.")


class Variant(Answer):
    """One distinct wording; none is taken for the original."""

    text: str = Field(description="One printing of it.")
    relation: Relation
    probable: bool = Field(description="The evidence is less than sure.")
    count: int = Field(description="All reports that print it.")
    stances: Stances
    first: str | None = Field(description="The first day of the first of them, ISO 8601.")
    diff: list[Change] = Field(description="The words that differ from the checked text, in order.")
    guards: list[Alteration]
    sense: Sense


class Attribution(Answer):
    """A source that is named by reports which assert the words in the sense of the verdict."""

    speaker: str | None = Field(description="The speaker's id; null where no name is known.")
    name: str | None = Field(description="The fullest name that articles print, null where they name nobody.")
    kind: SpeakerKind
    as_printed: list[str] = Field(description="Some of the forms in which articles print the source.")
    candidates: list[str] = Field(
        description="The names that fit, when kind is ambiguous; else the others whom the source names beside this one."
    )
    count: int = Field(description="Number of reports.")
    texts: int = Field(description="Distinct texts among the listed reports.")
    first: str | None = Field(description="The first day of the first of them, ISO 8601.")


class Evidence(Answer):
    """The measures behind the confidence: how alike the nearest wording is, with each word by its weight."""

    asked_found: float = Field(description="Share of the checked text's weight that is printed.")
    printed_found: float = Field(description="Share of the printed wording's weight that is in the checked text.")
    both_found: float = Field(description="The product of the two.")
    either_found: float = Field(description="The larger of the two.")
    in_order: float = Field(description="Share of the shorter wording's weight that has the same order in both.")
    respelled: float = Field(
        description="Share of the shorter wording's weight that is found only in another spelling."
    )
    synonyms: float = Field(description="Share of the shorter wording's weight that is found only as a synonym.")
    grams_shared: float = Field(description="Share of all sequences of four letters that both have.")
    grams_found: float = Field(
        description="Share of the shorter wording's sequences of four letters that the other has."
    )
    words_kept: float = Field(description="Share of the longer wording's words that need no edit.")
    length_ratio: float = Field(description="Words of the shorter wording per word of the longer.")
    log_weight: float = Field(
        description="Logarithm of the weight of the words in the same order: the amount of evidence."
    )
    log_run: float = Field(description="The same for the heaviest unbroken run of words.")


class Similar(Answer):
    """A quote that is near in meaning: a suggestion, never a report."""

    quote_id: str = Field(description="The quote that is near in meaning.")
    article: ReportArticle
    speaker: Speaker
    text: str = Field(description="What is printed.")
    likeness: float = Field(description="How near the two are in meaning as a whole: a cosine, at most 1.")
    links: ReportLinks


class CheckAnswer(Answer):
    """What the archive has that reports a text."""

    label: str = Field(
        description="The outcome in the words that people use: Word for word, Wording differs, Sense altered, Quotes "
        "joined, Only partly printed, In other words, Attributed to somebody else, Said in other words?, Not in this "
        "archive, Too short to tell, Not in English."
    )
    outcome: Outcome = Field(
        description="What the answer comes to, from verdict, sense and speakers; drafts are tallied by it. suggested: "
        "nothing is reported, and some quotes may say the same in other words."
    )
    verdict: Verdict = Field(
        description="verbatim, changed, part (of what is printed), longer (than what is printed) and reworded: it is "
        "reported; not_found: it is not in what was searched; too_short: fewer than six words, which are found only "
        "where printed exactly so; unsupported_language: not English, and not printed exactly so."
    )
    headline: str = Field(description="The answer in one sentence of at most 30 words, for people.")
    headline_parts: HeadlineParts
    evidence: list[str] = Field(description="What else was found, in sentences.")
    dropped: list[Place] = Field(
        description="Words of the checked text that were left out, as they name who said it and are not part of it."
    )
    reported: bool = Field(description="True for the first five verdicts.")
    probable: bool = Field(description="Reported, but the evidence is not certain.")
    printed_as: PrintedAs | None = Field(
        description="The best of the reports: quote, between quotation marks; paraphrase, attributed without marks; "
        "text, the article's own words; null when not reported."
    )
    sense: Sense | None = Field(
        description='altered: the report of the verdict loses or adds a "not", or has another number or name.'
    )
    guards: list[Alteration] = Field(description="What alters the sense in the report of the verdict.")
    confidence: Score = Field(
        description="How likely the nearest wording reports the text, whatever the verdict; calibrated."
    )
    confidence_parts: Evidence | None = Field(description="Null when no wording was near, or a rule decided.")
    text: str = Field(description="The text that was checked; places in it are given in code points.")
    words: int = Field(description="Number of its words that are compared.")
    coverage: Searched
    earliest: Earliest | None = Field(
        description="Among the sure reports that assert the words in the sense of the verdict's report, and as nearly; "
        "null when none is dated."
    )
    best: Report | None = Field(description="The report that sets the verdict; null when not reported.")
    word_by_word: list[WordPiece] = Field(description="The checked text and that report, word by word.")
    printed_parts: list[PrintedPart] = Field(
        description="The parts of a text that is printed only in part, or joined of several quotes; else empty."
    )
    reports: list[Report] = Field(
        description="The first 100 in order of time: by their date, then by when they were published, undated last. "
        "In a draft of more than ten quotes fewer: 1,000 in all, or five of each."
    )
    perhaps_also: list[Report] = Field(
        description="Reports that are only probable, beside sure ones, at most 100. They count for nothing else here."
    )
    reports_total: int = Field(description="Number of all reports, exactly, but for those of perhaps_also.")
    distinct_texts: int = Field(
        description="Number of texts among the listed reports that are not copies of one another, by the articles' own "
        "words around the quote."
    )
    stances: Stances
    variants: list[Variant] = Field(
        description="Distinct wordings, the nearest first; in a draft, at most as many as the reports of each quote."
    )
    attributions: list[Attribution] = Field(description="Sources, most frequent first; then those without a name.")
    quoted_by: list[Attribution] = Field(
        description="Speakers who repeat the words, between marks, as those of another; they are not in attributions."
    )
    conflict: bool = Field(
        description="Reports name two speakers who are certainly different, and neither is a spokesperson."
    )
    speaker_agrees: Agreement | None = Field(
        description="Whether the reports name the given speaker; unattributed if they name nobody, ambiguous if they "
        "may mean another of that name; null if none was given, or nothing is reported."
    )
    stock: bool = Field(
        description="Three or more certainly different speakers are named: a stock phrase. Persons, organisations and "
        "spokespeople are counted apart, as one may speak for the other."
    )
    similar_in_meaning: list[Similar] | None = Field(
        description="Up to five quotes that may say the text in other words, ranked by words and meaning together; "
        "never counted as reports. Null where the archive has no vectors, or the text is too short."
    )
