"""The shape of the answer to a draft, with what each field means: the same from the API and the command."""

from __future__ import annotations

from pydantic import Field, RootModel

from indexer.check import Outcome
from indexer.check.correspondence import Sign
from service.answers import Span, Speaker
from service.answers.base import Answer
from service.answers.checks import CheckAnswer, ReportArticle


class Counterpart(Answer):
    """The quote of an archived article that corresponds to a quote of the draft."""

    article_id: str = Field(description="The article that corresponds to the draft.")
    quote_id: str = Field(description="Its quote that corresponds to the draft's.")
    text: str = Field(description="The words of that quote.")
    evidence: Sign = Field(
        description="words: the words show it; place: the words are too few to show it, but the quotes before and "
        "after correspond."
    )


class Correspondence(Answer):
    """An archived article whose quotes correspond to the draft's. Which of the two was first is not known."""

    article: ReportArticle
    matched: int = Field(description="Quotes of the draft that correspond, in the same order.")
    of: int = Field(description="Number of quotes of the draft.")
    sentence: str = Field(description="The same as a sentence.")


class DraftQuote(Answer):
    """One quote of a draft, and the answer to it.

    The answer is to the whole quote, or to its part between marks if only that is found, or is found unchanged.
    """

    spans: list[Span] = Field(description="Where it is in the draft, in code points.")
    text: str = Field(description="The attributed words.")
    speaker: Speaker = Field(description="The speaker, according to the draft.")
    answer: CheckAnswer
    counterparts: list[Counterpart] = Field(
        description="The quotes that correspond to it in the articles of corresponds_to."
    )


class Tally(Answer):
    """How many quotes of a draft come to one outcome."""

    outcome: Outcome
    label: str = Field(description="The outcome in the words that people use.")
    count: int = Field(description="Number of quotes.")


class DraftAnswer(Answer):
    """A draft's quotes in order, each with its answer."""

    headline: str = Field(description="The tallies in one sentence, for people.")
    tallies: list[Tally] = Field(description="What the quotes come to, what matters most first; only what occurs.")
    worst_first: list[int] = Field(
        description="Numbers of quotes, from 0: those that matter most first, else in order."
    )
    quotes: list[DraftQuote] = Field(
        description="In the order of the draft; without paraphrases of fewer than four words."
    )
    reported: int = Field(description="Number of quotes that are reported.")
    corresponds_to: list[Correspondence] = Field(
        description="Up to five articles that share the most quotes with the draft, at least two each."
    )


class CheckOrDraft(RootModel[CheckAnswer | DraftAnswer]):
    """CheckAnswer for a text, DraftAnswer for a draft."""
