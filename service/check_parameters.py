"""What a check may be asked: one description for the API, its documentation and the command."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from indexer.check import LONGEST, MOST_QUOTES, Question, Within, checked_text
from indexer.errors import Invalid
from service.parameters import FirstDay, LastDay, Name, Parameters


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole article to be checked quote by quote."""

    text: str
    speaker: str | None
    within: Within


class CheckParameters(Parameters):
    """A text, or a whole draft in place of it, that may have been reported."""

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
    outlet: Name | None = Field(None, description="Search only outlets in whose name these words occur.")
    published_from: FirstDay | None = Field(None, description="Search what was published on this day or later.")
    published_to: LastDay | None = Field(None, description="Search what was published on this day or earlier.")

    def within(self) -> Within:
        """The part of the archive that is searched.

        Raises:
            Invalid: it ends before it begins.
        """
        if self.published_from and self.published_to and self.published_from > self.published_to:
            raise Invalid("published_to", "lies before published_from")
        return Within(self.outlet, self.published_from, self.published_to)

    def asked(self) -> Question | Draft:
        """The question that a check understands.

        Raises:
            Invalid: there is neither text nor draft, or both; it is too long, or no text; the dates are turned around.
        """
        within = self.within()
        if self.text is not None and self.draft is not None:
            raise Invalid("draft", "is given beside text; give one of them")
        if self.draft is not None:
            return Draft(checked_text(self.draft, "draft"), self.speaker, within)
        if self.text is None:
            raise Invalid("text", "is missing; give the words to look for, or a whole article as draft")
        return Question(checked_text(self.text), self.speaker, within)
