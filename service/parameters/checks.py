"""The parameters of a check: one description for the API, its documentation and the command."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from indexer.check import LONGEST, MOST_QUOTES, Question, checked_text
from indexer.errors import Invalid
from indexer.query import IN_WORDS, AllOf, names_field
from service.parameters.base import Filtered, Name, with_filters
from service.query.filters import Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole article to be checked quote by quote."""

    text: str
    speaker: str | None
    within: AllOf
    quotes: AllOf


class Texts(Filtered):
    """What is checked, and whom it is attributed to."""

    text: str | None = Field(
        None,
        description=f"The words to look for, with or without quotation marks; at most {LONGEST:,} characters.",
        examples=["The harbour will be closed until the ice is gone"],
    )
    draft: str | None = Field(
        None,
        description=f"In place of text, an article as plain text: at most {LONGEST:,} characters and {MOST_QUOTES} "
        "quotes; each of its quotes is answered.",
    )
    speaker: Name | None = Field(
        None,
        description="Whom the text is attributed to, a name or a speaker's id: the answer says whether reports agree. "
        "It hides no report.",
    )


@with_filters(Place.CHECK)
class CheckParameters(Texts):
    """A text, or a whole draft in place of it, that may have been reported."""

    def within(self) -> AllOf:
        """The part of the archive that is searched.

        Raises:
            Invalid: an interval ends before it begins.
        """
        return AllOf(self.conditions(of_quotes=False))

    def quotes(self) -> AllOf:
        """Which quotes of it are reports: without a filter, those of what was said or written."""
        condition = AllOf(self.conditions(of_quotes=True))
        return condition if names_field(condition, "act") else AllOf((*condition.parts, IN_WORDS))

    def question(self) -> Question | Draft:
        """The text or the draft to check.

        Raises:
            Invalid: there is neither text nor draft, or both; it is too long, or no text; an interval ends before it
                begins.
        """
        within = self.within()
        if self.text is not None and self.draft is not None:
            raise Invalid("draft", "is given beside text; give one of them")
        if self.draft is not None:
            return Draft(checked_text(self.draft, "draft"), self.speaker, within, self.quotes())
        if self.text is None:
            raise Invalid("text", "is missing; give the words to look for, or a whole article as draft")
        return Question(checked_text(self.text), self.speaker, within, quotes=self.quotes())
