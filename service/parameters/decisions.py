"""The parameters of a decision, for the API."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from indexer.errors import Invalid
from indexer.identity.decisions import Decision
from indexer.store import deciding
from indexer.store.base import Store
from indexer.store.deciding import By
from service.parameters.base import Parameters


class Decide(StrEnum):
    """What can be decided."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    CORRECT = "correct"
    HIDE = "hide"
    FORGET = "forget"
    UNDO = "undo"


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
    name: str | None = Field(None, max_length=500, description="Of rename and correct: the name; null for nobody.")
    kind: str = Field("person", pattern="^(person|organisation|document)$", description="Of correct: what it names.")
    number: int = Field(0, description="Of undo: the number of the decision.")
    who: str = Field(max_length=500, description="Whose decision it is.")
    reason: str = Field(max_length=500, description="Why.")

    def made(self, store: Store) -> Decision:
        """Make the decision.

        Raises:
            Invalid: it cannot be made; nothing was changed.
        """
        by = By(self.who, self.reason)
        match self.action:
            case Decide.MERGE:
                return deciding.merge(store, self.id, self.others, by)
            case Decide.SPLIT:
                return deciding.split(store, self.id, self.names, by, self.articles)
            case Decide.RENAME:
                if self.name is None:
                    raise Invalid("name", "is needed to rename somebody")
                return deciding.rename(store, self.id, self.name, by)
            case Decide.CORRECT:
                return deciding.correct(store, self.id, self.name, by, self.kind)
            case Decide.HIDE:
                return deciding.hide(store, self.id, by)
            case Decide.FORGET:
                return deciding.forget(store, self.id, by)
            case Decide.UNDO:
                return deciding.undo(store, self.number, by)
