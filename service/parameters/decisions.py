"""The parameters of a decision, for the API."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from indexer.errors import Invalid
from indexer.identity.decisions import Decision
from indexer.read_people import read_person
from indexer.store import deciding
from indexer.store.base import Store
from indexer.store.deciding import By
from service.parameters.base import Parameters


class Decide(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    IMPORT = "import"
    CORRECT = "correct"
    HIDE = "hide"
    FORGET = "forget"
    UNDO = "undo"


_CALLED = {"into": "id", "quote": "id"}
"""The parameters that hold what a decision calls otherwise."""


class DecisionParameters(Parameters):
    """A decision about speakers, a quote or an article: the same as the commands of the same names."""

    action: Decide = Field(description="What is decided.")
    id: str = Field(
        "",
        max_length=4_096,
        description="Whom or what it is about: the speaker of merge (the one that stays), split, rename; the quote of "
        "correct and hide; the speaker or article of forget.",
    )
    others: list[str] = Field([], max_length=100, description="Of merge: the ids of those who are the same.")
    names: list[str] = Field([], max_length=100, description="Of split: the names that are somebody else's.")
    articles: list[str] = Field([], max_length=100, description="Of split: only in these articles; none for all.")
    name: str | None = Field(
        None, max_length=500, description="Of rename, import and correct: the name; null for nobody."
    )
    aliases: list[str] = Field([], max_length=100, description="Of import: other names, and how outlets spell it.")
    wikidata: str | None = Field(None, max_length=20, description="Of import: the id in Wikidata, such as Q42.")
    roles: list[str] = Field(
        [],
        max_length=100,
        description="Of import: roles, with their days if these are known.",
        examples=[["Mayor of Kolvik (2019-05-01 to 2023-04-30)"]],
    )
    kind: str = Field("person", pattern="^(person|organisation|document)$", description="Of correct: what it names.")
    number: int = Field(0, description="Of undo: the number of the decision.")
    who: str = Field(max_length=500, description="Whose decision it is.")
    reason: str = Field(max_length=500, description="Why.")

    def made(self, store: Store) -> Decision:
        """Make the decision.

        Raises:
            Invalid: it cannot be made; nothing was changed.
        """
        try:
            return self._made(store, By(self.who, self.reason))
        except Invalid as error:
            raise Invalid(_CALLED.get(error.field, error.field), error.detail) from None

    def _made(self, store: Store, by: By) -> Decision:
        match self.action:
            case Decide.MERGE:
                return deciding.merge(store, self.id, self.others, by)
            case Decide.SPLIT:
                return deciding.split(store, self.id, self.names, by, self.articles)
            case Decide.RENAME:
                if self.name is None:
                    raise Invalid("name", "is needed to rename somebody")
                return deciding.rename(store, self.id, self.name, by)
            case Decide.IMPORT:
                one = read_person(self.name or "", self.aliases, self.wikidata, self.roles)
                return deciding.know(store, [one], by)[0]
            case Decide.CORRECT:
                return deciding.correct(store, self.id, self.name, by, self.kind)
            case Decide.HIDE:
                return deciding.hide(store, self.id, by)
            case Decide.FORGET:
                return deciding.forget(store, self.id, by)
            case Decide.UNDO:
                return deciding.undo(store, self.number, by)
