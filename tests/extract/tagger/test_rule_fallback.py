"""Where the model knows nobody, the rules are asked; what it knows stays as it is."""

from __future__ import annotations

import pytest

from indexer.document import Document
from indexer.extract.tagger.rule_fallback import with_rule_labels
from indexer.model import Article, Label, Role, Span


def after(text: str, *labels: Label) -> set[Label]:
    return with_rule_labels(Document(Article("a", text)), labels)


def label(text: str, part: str, role: Role, cue: str | None = None, score: float = 0.9) -> Label:
    return Label(span(text, part), role, score, None if cue is None else span(text, cue))


def span(text: str, part: str) -> Span:
    return Span.of(text, text.index(part), text.index(part) + len(part))


def texts(labels: set[Label], role: Role) -> set[str]:
    return {each.span.text for each in labels if each.role is role}


def test_a_passage_that_the_model_saw_nothing_in_is_put_to_the_rules() -> None:
    found = after("“The ferry will sail again on Monday,” said Ada Lund.")
    assert texts(found, Role.SOURCE) == {"Ada Lund"}
    assert texts(found, Role.CONTENT) == {"“The ferry will sail again on Monday,”"}
    assert {each.cue.text for each in found if each.cue is not None} == {"said"}


@pytest.mark.parametrize(("cue", "source"), [("said", "Lund"), ("announced", "Ada Lund")])
def test_a_passage_that_the_model_has_a_source_for_is_not(cue: str, source: str) -> None:
    text = f"“The ferry will sail again on Monday,” {cue} Ada Lund."
    labels = (
        label(text, cue, Role.CUE),
        label(text, source, Role.SOURCE, cue),
        label(text, "“The ferry will sail again on Monday,”", Role.CONTENT, cue),
    )
    assert after(text, *labels) == set(labels)


DAMAGED = "The flurry of ferries doubtless imply “a strategy of mending the pier”, Ada Lund told Radio Nord."


@pytest.mark.parametrize(("score", "source"), [(0.3, "Ada Lund"), (0.9, "The flurry of ferries")])
def test_what_the_model_is_not_sure_of_is_put_to_the_rules(score: float, source: str) -> None:
    labels = (
        label(DAMAGED, "doubtless imply", Role.CUE, score=score),
        label(DAMAGED, "The flurry of ferries", Role.SOURCE, "doubtless imply", score),
        label(DAMAGED, "“a strategy of mending the pier”", Role.CONTENT, "doubtless imply"),
        label(DAMAGED, "told", Role.CUE),
        label(DAMAGED, "The flurry of ferries", Role.SOURCE, "told", score),
    )
    found = after(DAMAGED, *labels)
    (passage,) = (each for each in found if each.role is Role.CONTENT)
    assert "a strategy of mending the pier" in passage.span.text
    assert {each.span.text for each in found if each.role is Role.SOURCE and each.cue == passage.cue} == {source}


def test_a_word_in_marks_is_asked_about_where_the_model_sees_a_content() -> None:
    text = "The ferry will sail “tomorrow”, the mayor said."
    labels = (label(text, "will", Role.CUE, score=0.5), label(text, "sail “tomorrow”", Role.CONTENT, "will"))
    assert texts(after(text, *labels), Role.SOURCE) == {"the mayor"}
    assert texts(after(text), Role.SOURCE) == set()


def test_who_acts_before_a_passage_speaks_it() -> None:
    text = "Jonas Holm shrugged. “I have seen worse ferries than this one.”"
    passage = label(text, "“I have seen worse ferries than this one.”", Role.CONTENT)
    assert texts(after(text, passage), Role.SOURCE) == {"Jonas Holm"}
