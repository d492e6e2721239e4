"""The parameters of a search: one description for the API, its documentation, the command and Python."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
)

from indexer.errors import Invalid
from indexer.query import IN_WORDS, AllOf, Facet, Group, Query, Sort, Where, names_field
from service.parameters.base import Filtered, Once, Parameters, listed, with_filters
from service.parameters.checked import checked
from service.query import parse
from service.query.filters import Place, filters_in


class Words(Filtered):
    """The words of a search."""

    q: Annotated[str, Once] = Field(
        "",
        description='Words that must all match (stemmed), "exact phrases", -not, OR, parentheses, begin*, '
        f"a NEAR/5 b, {', '.join(f'{each.name}:' for each in filters_in(Place.Q))}.",
        examples=['"end the strike" -rumour', "harbour NEAR/5 clos*"],
    )

    def condition(self) -> AllOf:
        """What the words and the filters ask for, without what they leave open.

        Raises:
            Invalid: ``q`` does not parse, or an interval ends before it begins.
        """
        return AllOf(tuple(AllOf((parse(self.q), *self.conditions())).flat()))


@with_filters(Place.SEARCH)
class SearchParameters(Words):
    """A search for quotes. A filter that is given more than once means "or"."""

    sort: Annotated[Sort, Once] = Field(
        Sort.RELEVANCE, description="newest and oldest go by when the words were said, else published."
    )
    size: Annotated[int, Once] = Field(20, ge=1, le=100, description="Hits a page.")
    cursor: Annotated[str | None, Once] = Field(
        None, min_length=1, max_length=2_000, description="next_cursor of the page before."
    )
    facets: Annotated[list[Facet], BeforeValidator(listed)] = Field(
        [], description="What to count over all matches, separated by commas."
    )
    in_: Annotated[Where, Once] = Field(
        Where.CONTENT,
        alias="in",
        description="Where words are looked for: the whole content, its parts between marks, or content and context.",
    )
    group: Annotated[Group | None, Once] = Field(
        None,
        description="utterance: one row for each utterance, with the number of its reports; total then counts "
        "utterances, undated and facets still quotes.",
    )

    def query(self) -> Query:
        """The query that a store understands.

        Raises:
            Invalid: ``q`` does not parse, an interval ends before it begins, or there are neither words nor filters.
        """
        condition = self.condition()
        if not condition.parts:
            names = ", ".join(each.name for each in self.filters)
            raise Invalid("q", f"needs words or a filter: give q or one of {names}")
        return Query(
            condition=_in_words(condition),
            where=self.in_,
            sort=self.sort,
            size=self.size,
            cursor=self.cursor,
            facets=tuple(dict.fromkeys(self.facets)),
            group=self.group,
        )


def _in_words(condition: AllOf) -> AllOf:
    """The condition on what was said and written, unless it names acts itself."""
    return condition if names_field(condition, "act") else AllOf((*condition.parts, IN_WORDS))


class ByDate(StrEnum):
    """The orders in which all quotes can be given."""

    NEWEST = "newest"
    OLDEST = "oldest"


@with_filters(Place.SEARCH)
class ExportParameters(Words):
    """All quotes of a search, or of the whole archive where nothing is asked."""

    sort: Annotated[ByDate, Once] = Field(
        ByDate.NEWEST, description="By when the words were said, else published; undated last."
    )
    in_: Annotated[Where, Once] = Field(Where.CONTENT, alias="in", description="Where words are looked for.")

    def query(self) -> Query:
        """The query that a store understands.

        Raises:
            Invalid: see ``Words.condition``.
        """
        return Query(_in_words(self.condition()), where=self.in_, sort=Sort(self.sort.value))


class SpeakersParameters(Parameters):
    """A search for speakers by name, or a list of them."""

    q: Annotated[str, Once] = Field(
        "",
        max_length=200,
        description="Words of a name or their beginnings, in any spelling; without it, all who are listed.",
        examples=["brandt", "ida br"],
    )
    size: Annotated[int, Once] = Field(20, ge=1, le=100, description="Speakers a page.")
    cursor: Annotated[str | None, Once] = Field(
        None, min_length=1, max_length=2_000, description="next_cursor of the page before."
    )


def build(values: Mapping[str, Any]) -> Query:
    """The query of some parameters of a search.

    Args:
        values: texts or lists of texts, by the names of the API's parameters.

    Raises:
        Invalid: as ``checked`` and ``SearchParameters.query``.
    """
    return checked(SearchParameters, values).query()
