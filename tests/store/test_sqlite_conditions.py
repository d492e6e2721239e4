"""Conditions as SQL and FTS5 expressions, by what is written."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import Invalid
from indexer.model import Kind
from indexer.query import AllOf, AnyOf, Condition, HasName, InRange, Is, Near, Not, Phrase, Prefix, Where, Words
from indexer.store.sqlite.sql.conditions import Sql, compile_condition, undated
from indexer.store.sqlite.sql.nearness import near_from, near_in, near_text

WAR, PEACE = Words(("war",)), Words(("peac",))


@pytest.mark.parametrize(
    ("parts", "match"),
    [
        ((WAR,), 'content_stems : "war"'),
        ((Words(("long", "term")),), 'content_stems : "long term"'),
        ((Phrase(("the", "war")),), 'content_words : "the war"'),
        ((Prefix("wa"),), 'content_words : "wa" *'),
        ((WAR, PEACE), '(content_stems : "war" AND content_stems : "peac")'),
        ((AllOf((WAR, AllOf((PEACE,)))),), '(content_stems : "war" AND content_stems : "peac")'),
        ((WAR, Not(PEACE)), '(content_stems : "war" NOT content_stems : "peac")'),
        ((Not(PEACE), WAR), '(content_stems : "war" NOT content_stems : "peac")'),
        ((AnyOf((WAR, PEACE)),), '(content_stems : "war" OR content_stems : "peac")'),
        ((Near(WAR, PEACE, 3),), 'content_stems : NEAR("war" "peac", 3)'),
        ((Near(Prefix("wa"), Phrase(("a", "b")), 0),), 'content_words : NEAR("wa" * "a b", 0)'),
        ((Phrase(('a"b',)),), 'content_words : "a""b"'),
        ((Phrase(("a b",)),), 'content_words : "-"'),
        ((Phrase(("a\0",)),), 'content_words : "-"'),
        ((Words(()),), 'content_stems : "-"'),
        ((Prefix(""),), 'content_words : "-"'),
    ],
)
def test_words_are_one_match(parts: tuple[Condition, ...], match: str) -> None:
    compiled = compile_condition(AllOf(parts), Where.CONTENT)
    assert (compiled.match, compiled.rest) == (match, None)


@pytest.mark.parametrize(
    ("parts", "match", "rest"),
    [
        ((), None, None),
        ((WAR, Is("kind", Kind.MIXED)), 'content_stems : "war"', Sql("(q.kind = ?)", ("mixed",))),
        ((Not(Is("kind", Kind.MIXED)),), None, Sql("((q.kind = ?) = 0)", ("mixed",))),
        ((AnyOf(()),), 'content_words : "-"', None),
        (
            (WAR, InRange("when", date(2025, 1, 1), date(2025, 2, 1))),
            'content_stems : "war"',
            Sql(
                "((q.when_from IS NOT NULL AND q.when_from <= ? AND q.when_to >= ?))",
                ("2025-02-01", "2025-01-01"),
            ),
        ),
        ((InRange("said"),), None, Sql("((q.said_from IS NOT NULL))")),
        (
            (Not(WAR),),
            None,
            Sql(
                "((q.number IN (SELECT rowid FROM content_search WHERE content_search MATCH ?)) = 0)",
                ('content_stems : "war"',),
            ),
        ),
        (
            (HasName("outlet", ("evening", "post")),),
            None,
            Sql(
                "(q.number IN (SELECT rowid FROM source_search WHERE source_search MATCH ?))",
                ('outlet_words : ("evening" AND "post")',),
            ),
        ),
        (
            (HasName("speaker", ("ida", "brandt"), id="ida-brandt"),),
            None,
            Sql(
                "((q.speaker_id IS ? OR q.number IN (SELECT rowid FROM source_search WHERE source_search MATCH ?)))",
                ("ida-brandt", 'name_words : ("ida" AND "brandt") OR printed_words : ("ida" AND "brandt")'),
            ),
        ),
    ],
)
def test_the_rest_is_sql(parts: tuple[Condition, ...], match: str | None, rest: Sql | None) -> None:
    compiled = compile_condition(AllOf(parts), Where.CONTENT)
    assert (compiled.match, compiled.rest) == (match, rest)


def test_a_stem_near_a_word_is_compared_outside_of_fts5() -> None:
    near = Near(WAR, Phrase(("and", "peace")), 2)
    both = 'quoted_stems : "war" AND quoted_words : "and peace"'
    compiled = compile_condition(AllOf((near,)), Where.QUOTED)
    assert compiled.match == f"({both})"
    assert compiled.rest is not None
    assert "near_in(?, w.quoted_words, w.quoted_stems)" in compiled.rest.text
    assert compiled.rest.parameters == (near_text(near),)
    inside = compile_condition(AllOf((AnyOf((near, Is("kind", Kind.MIXED))),)), Where.QUOTED)
    assert inside.match is None
    assert inside.rest is not None
    assert inside.rest.parameters == (both, near_text(near), "mixed")
    assert near_from(near_text(near)) == near
    assert near_in(near_text(near), "wars on earth and peace", "war on earth and peac")
    assert not near_in(near_text(near), "wars on earth now and peace", "war on earth now and peac")


def test_the_table_and_columns_are_those_of_the_place() -> None:
    for where in Where:
        compiled = compile_condition(AllOf((WAR,)), where)
        assert compiled.table == f"{where.value}_search"
        assert compiled.match == f'{where.value}_stems : "war"'


def test_what_is_excluded_does_not_score() -> None:
    compiled = compile_condition(AllOf((AnyOf((WAR, Is("kind", Kind.MIXED))), Not(PEACE))), Where.CONTENT)
    assert compiled.match is None
    assert compiled.score == 'content_stems : "war"'


def test_undated_is_the_lack_of_a_date_asked_for() -> None:
    assert undated((InRange("said"), InRange("when"))).text == "(q.said_from IS NULL OR q.when_from IS NULL)"


@pytest.mark.parametrize("levels", [60, 5_000])
def test_too_deep_is_refused_by_name(levels: int) -> None:
    condition: Condition = WAR
    for _ in range(levels):
        condition = AnyOf((condition, Not(PEACE)))
    with pytest.raises(Invalid) as caught:
        compile_condition(AllOf((condition,)), Where.CONTENT)
    assert caught.value.field == "q"


TEXT = st.text(max_size=12)
LEAVES = st.one_of(
    st.builds(Words, st.lists(TEXT, max_size=3).map(tuple)),
    st.builds(Phrase, st.lists(TEXT, max_size=3).map(tuple)),
    st.builds(Prefix, TEXT),
    st.builds(HasName, st.just("speaker"), st.lists(TEXT, max_size=2).map(tuple), TEXT),
    st.builds(HasName, st.just("outlet"), st.lists(TEXT, max_size=2).map(tuple)),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(AllOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)


@given(TREES, st.sampled_from(Where))
def test_no_text_of_a_user_stands_outside_of_quotes(tree: Condition, where: Where) -> None:
    compiled = compile_condition(AllOf((tree,)), where)
    expressions = [compiled.match or "", compiled.score or ""]
    if compiled.rest is not None:
        assert re.fullmatch(r"[a-zA-Z0-9_.,?() =]*", compiled.rest.text)
        assert compiled.rest.text.count("?") == len(compiled.rest.parameters)
    for expression in expressions:
        bare = re.sub(r'"(?:[^"]|"")*"', "", expression)
        assert re.fullmatch(r"(?:content|quoted|context|stems|words|AND|OR|NOT|NEAR|[_ :(),*\d])*", bare)
