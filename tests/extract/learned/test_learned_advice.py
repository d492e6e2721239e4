"""Where the model knows nobody, the rules are asked; what it knows stays as it is."""

from __future__ import annotations

from indexer.extract.marks import read_marks
from indexer.extract.tag.learned.advice import advised
from indexer.layout import layout
from indexer.model import Article, Label, Role, Span


def after(text: str, *labels: Label) -> set[Label]:
    paragraphs = layout(Article("a", text))
    return advised(Article("a", text), paragraphs, read_marks(text, paragraphs), labels)


def label(text: str, part: str, role: Role, cue: str | None = None) -> Label:
    return Label(span(text, part), role, 0.9, None if cue is None else span(text, cue))


def span(text: str, part: str) -> Span:
    return Span.of(text, text.index(part), text.index(part) + len(part))


def texts(labels: set[Label], role: Role) -> set[str]:
    return {each.span.text for each in labels if each.role is role}


def test_a_passage_that_the_model_saw_nothing_in_is_put_to_the_rules() -> None:
    found = after("“The ferry will sail again on Monday,” said Ada Lund.")
    assert texts(found, Role.SOURCE) == {"Ada Lund"}
    assert texts(found, Role.CONTENT) == {"“The ferry will sail again on Monday,”"}
    assert {each.cue.text for each in found if each.cue is not None} == {"said"}


def test_a_passage_that_the_model_has_a_source_for_is_not() -> None:
    text = "“The ferry will sail again on Monday,” said Ada Lund."
    labels = (
        label(text, "said", Role.CUE),
        label(text, "Lund", Role.SOURCE, "said"),
        label(text, "“The ferry will sail again on Monday,”", Role.CONTENT, "said"),
    )
    assert after(text, *labels) == set(labels)


def test_a_hearer_is_no_source() -> None:
    text = "Ada Lund, the mayor, told Radio Nord: “The ferry will sail again on Monday.”"
    labels = (
        label(text, "told", Role.CUE),
        label(text, "Radio Nord", Role.SOURCE, "told"),
        label(text, "“The ferry will sail again on Monday.”", Role.CONTENT, "told"),
    )
    (source,) = texts(after(text, *labels), Role.SOURCE)
    assert source.startswith("Ada Lund")


def test_who_is_named_behind_other_cues_is_the_source() -> None:
    text = "“The ferry will sail again on Monday,” announced Ada Lund."
    labels = (
        label(text, "announced", Role.CUE),
        label(text, "Ada Lund", Role.SOURCE, "announced"),
        label(text, "“The ferry will sail again on Monday,”", Role.CONTENT, "announced"),
    )
    assert after(text, *labels) == set(labels)


def test_who_acts_before_a_passage_speaks_it() -> None:
    text = "Jonas Holm shrugged. “I have seen worse ferries than this one.”"
    passage = label(text, "“I have seen worse ferries than this one.”", Role.CONTENT)
    assert texts(after(text, passage), Role.SOURCE) == {"Jonas Holm"}
