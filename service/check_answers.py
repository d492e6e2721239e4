"""The shapes of a check's answers, with what each field means: the same from the API and the command."""

from __future__ import annotations

from pydantic import Field, RootModel

from indexer.check.correspondence import Sign
from indexer.check.records import Agreement, PrintedAs, Sense, Verdict
from indexer.compare import EditKind, GuardKind, Relation
from indexer.model import Precision, SpeakerKind, Stance
from service.answers import Answer, Published, Said, Score, Span, Speaker


class Searched(Answer):
    """What was looked through: what was not found was not found in these, which does not say that it was never said."""

    articles: int = Field(description="With or without quotes.")
    quotes: int = Field(description="In these articles.")
    outlets: int = Field(description="That published them, as far as it is known.")
    earliest: str | None = Field(description="The first day of publication, ISO 8601; null when none is dated.")
    latest: str | None = Field(description="The last day of publication, ISO 8601.")
    undated: int | None = Field(
        description="Articles left out by the dates that were asked for because theirs is not known; null without such."
    )
    as_of: str = Field(description="The archive's state: it changes with every write.")


class ReportDate(Answer):
    """A date of a report."""

    from_: str = Field(alias="from", description="First day, ISO 8601.")
    to: str = Field(description="Last day, ISO 8601.")
    precision: Precision
    basis: str = Field(
        description="said: the article says when the words were said; else where the date of publication was read: "
        "given, metadata, header, footer, url or file name."
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

    start: int = Field(description="Unicode code points before it.")
    end: int = Field(description="Where it ends, exclusive.")
    text: str = Field(description="The words at that place.")


class Change(Answer):
    """Words that differ between what was asked and what is printed."""

    kind: EditKind = Field(
        description="added: printed, not asked; removed: asked, not printed; replaced: other words on each side."
    )
    asked: Place = Field(description="In the text that was asked.")
    printed: Place = Field(description="In the printed text.")
    cut: bool = Field(description="Left out at the head or the tail, or where an ellipsis or a bracket says so.")


class Alteration(Answer):
    """What alters the sense, however alike the words are."""

    kind: GuardKind = Field(
        description='negation: a lost or added "not"; opposite: "less" for "more"; number: another one, of another '
        "unit, or another amount; name: another one. Two that have changed places are others, too."
    )
    words: str = Field(description="What is other about the printed words, such as: adds “not”.")
    asked: Place = Field(description="In the text that was asked.")
    printed: Place = Field(description="In the printed text.")


class ReportLinks(Answer):
    """Paths of this service."""

    quote: str | None = Field(description="The quote, null where it is the article's own words.")
    article: str = Field(description="The article that prints it.")
    page: str = Field(description="For people.")


class Report(Answer):
    """One printing of what was asked."""

    quote_id: str | None = Field(description="Null when the words are the article's own.")
    article: ReportArticle
    speaker: Speaker | None = Field(description="Whom the article attributes the words to; null for its own words.")
    stance: Stance = Field(
        description="asserted; denied: that it was said, or that it is so; asked: put to somebody as a question."
    )
    text: str = Field(description="What is printed.")
    spans: list[tuple[int, int]] = Field(description="Where it stands in the article's text, in code points.")
    printed_as: PrintedAs
    said: Said | None
    date: ReportDate | None = Field(description="When it was said, else published; what reports are ordered by.")
    competing: list[ReportDate] = Field(description="The article's other dates.")
    relation: Relation = Field(description="How the printed wording stands to the one that was asked.")
    score: Score = Field(description="How likely the two are one utterance.")
    probable: bool = Field(description="The evidence is less than sure.")
    diff: list[Change] = Field(description="The words that differ, in order.")
    guards: list[Alteration]
    sense: Sense
    text_group: int = Field(description="Reports of one group are one text, printed more than once.")
    links: ReportLinks


class FirstReport(Answer):
    """A report with its date."""

    quote_id: str | None = Field(description="Null when the words are the article's own.")
    article: ReportArticle
    speaker: Speaker | None
    date: ReportDate
    competing: list[ReportDate] = Field(description="The other dates that it has.")


class Earliest(FirstReport):
    """Of the reports that may be the first, the one published first: in this archive, not of all that there were."""

    ties: list[FirstReport] = Field(
        description="The others that may be the first: no report's date has ended before theirs begins."
    )


class Stances(Answer):
    """Reports by how they put the words."""

    asserted: int = Field(description="Reports that neither deny the words nor ask for them.")
    denied: int = Field(description="The words are denied or disputed; feeds neither earliest nor attributions.")
    asked: int = Field(description="The words are put to somebody as a question; feeds neither, either.")


class Variant(Answer):
    """One distinct wording; none is called the original."""

    text: str = Field(description="One printing of it.")
    relation: Relation
    probable: bool = Field(description="The evidence is less than sure.")
    count: int = Field(description="All reports that print it.")
    stances: Stances
    first: str | None = Field(description="The first day of the first of them, ISO 8601.")
    diff: list[Change] = Field(description="The words that differ from what was asked, in order.")
    guards: list[Alteration]
    sense: Sense


class Attribution(Answer):
    """Whom reports name for the words, among those that assert them in the sense of the one that sets the verdict."""

    speaker: str | None = Field(description="The speaker's id; null where nobody is named or found out.")
    name: str | None = Field(description="The fullest name that articles print, null where they name nobody.")
    kind: SpeakerKind
    as_printed: list[str] = Field(description="Some forms in which the articles name the source.")
    candidates: list[str] = Field(description="The names that fit, when kind is ambiguous.")
    count: int = Field(description="All reports.")
    texts: int = Field(description="Distinct texts among the reports that are listed.")
    first: str | None = Field(description="The first day of the first of them, ISO 8601.")


class Evidence(Answer):
    """What the confidence is made of: how alike the words of the nearest report are, each word by its weight."""

    asked_found: float = Field(description="Weight of the asked words that are printed, over all asked.")
    printed_found: float = Field(description="Weight of the printed words that were asked, over all printed.")
    both_found: float = Field(description="The product of the two.")
    either_found: float = Field(description="The larger of the two.")
    in_order: float = Field(description="Weight of the words in the same order, over the shorter wording.")
    respelled: float = Field(
        description="Weight of the words found in another spelling alone, over the shorter wording."
    )
    synonyms: float = Field(description="Weight of the words found by a synonym alone, over the shorter wording.")
    grams_shared: float = Field(description="Runs of four letters that both have, over all.")
    grams_found: float = Field(description="Runs of four letters that both have, over those of the shorter wording.")
    words_kept: float = Field(description="Words that need no edit, over the longer wording.")
    length_ratio: float = Field(description="Words of the shorter over words of the longer wording.")
    log_weight: float = Field(description="Logarithm of the weight of the words in order: how much evidence there is.")
    log_run: float = Field(description="The same of the heaviest unbroken run.")
    asked_meant: float | None = Field(
        description="How near each piece of the asked words has another among the printed ones in meaning, by weight. "
        "This and the following are cosines, and null where words alone decided."
    )
    printed_meant: float | None = Field(description="The same of the printed words.")
    asked_least: float | None = Field(description="What a fourth of the asked weight does not reach.")
    printed_least: float | None = Field(description="The same of the printed words.")
    sentences: float | None = Field(description="How near the two are in meaning as wholes.")


class Similar(Answer):
    """A quote near in meaning: a suggestion to look at, never a report."""

    quote_id: str = Field(description="The quote that is near in meaning.")
    article: ReportArticle
    speaker: Speaker
    text: str = Field(description="What is printed.")
    likeness: float = Field(description="The cosine of two vectors: how near the two are as wholes, at most 1.")
    links: ReportLinks


class CheckAnswer(Answer):
    """What an archive has that reports one text."""

    verdict: Verdict = Field(
        description="verbatim, changed, part (of what is printed), longer (than what is printed) and reworded say that "
        "it is reported; not_found: not in what was searched; too_short: fewer than six words are found only where "
        "printed exactly so; unsupported_language: not English, and not printed exactly so."
    )
    headline: str = Field(description="The answer in a few sentences, for people.")
    reported: bool = Field(description="true for the first five verdicts.")
    probable: bool = Field(description="Reported, by less evidence than makes sure.")
    printed_as: PrintedAs | None = Field(
        description="At best: quote: between quotation marks; paraphrase: attributed, without marks; text: the "
        "article's own words; null when not reported."
    )
    sense: Sense | None = Field(
        description='altered: the report that sets the verdict loses or adds a "not", or has another number or name.'
    )
    guards: list[Alteration] = Field(description="What alters the sense in the report that sets the verdict.")
    confidence: Score = Field(
        description="How likely the nearest wording reports the text, whatever the verdict; calibrated."
    )
    confidence_parts: Evidence | None = Field(description="Null when nothing came near, or a rule decided.")
    text: str = Field(description="What was asked; places of asked words point into it.")
    words: int = Field(description="Words of it that are compared.")
    coverage: Searched
    earliest: Earliest | None = Field(
        description="Among the reports that assert the words in the sense of the one that sets the verdict; null when "
        "none is dated."
    )
    reports: list[Report] = Field(
        description="The first 100 in order of time: by their date, then by when they were published, undated last. "
        "In a draft of more than ten quotes fewer: 1,000 in all, or five of each."
    )
    reports_total: int = Field(description="All reports, counted exactly.")
    distinct_texts: int = Field(
        description="Among the listed reports: texts not known to be copies of one another, by the articles' own words "
        "around the quote."
    )
    stances: Stances
    variants: list[Variant] = Field(
        description="Distinct wordings, the nearest first; in a draft, at most as many as the reports of each quote."
    )
    attributions: list[Attribution] = Field(description="Who is named, most often named first; then nobody.")
    conflict: bool = Field(
        description="Two resolved speakers are named who are certainly not one, and speak for nobody else."
    )
    speaker_agrees: Agreement | None = Field(
        description="Whether the reports name the given speaker; null when none was given, or nothing is reported."
    )
    stock: bool = Field(
        description="Three or more speakers are named: it is what everybody says. Persons, organisations and those who "
        "speak for others are counted each for themselves, as one may speak for the other."
    )
    similar_in_meaning: list[Similar] | None = Field(
        description="At most five quotes that are near in meaning and not known to report the text; they feed nothing "
        "else here. Null where the archive has no vectors, or the text is too short."
    )


class Counterpart(Answer):
    """The quote of an archived article that stands where a quote of the draft stands."""

    article_id: str = Field(description="The article that corresponds to the draft.")
    quote_id: str = Field(description="Its quote that stands for the draft's.")
    text: str = Field(description="The words of that quote.")
    evidence: Sign = Field(
        description="words: the words alone tell; place: too few to tell, and it stands in the same place between "
        "others that correspond."
    )


class Correspondence(Answer):
    """An archived article whose quotes correspond to the draft's; which of the two was first, they do not tell."""

    article: ReportArticle
    matched: int = Field(description="Quotes of the draft that correspond, in order.")
    of: int = Field(description="Quotes of the draft.")
    sentence: str = Field(description="The same for people.")


class DraftQuote(Answer):
    """One quote of a draft, where it stands, and what is known of it.

    The answer is to all of it, or to its part between quotation marks where that alone is found, or found unchanged.
    """

    spans: list[Span] = Field(description="In the draft, in code points.")
    text: str = Field(description="The words attributed.")
    speaker: Speaker = Field(description="Whom the draft attributes it to.")
    answer: CheckAnswer
    counterparts: list[Counterpart] = Field(description="In the articles of corresponds_to.")


class DraftAnswer(Answer):
    """A draft's quotes in order, each with its answer."""

    quotes: list[DraftQuote]
    reported: int = Field(description="Quotes that are reported.")
    corresponds_to: list[Correspondence] = Field(
        description="Articles that share most quotes with it, two at least, at most five."
    )


class CheckOrDraft(RootModel[CheckAnswer | DraftAnswer]):
    """CheckAnswer for a text, DraftAnswer for a draft."""
