"""Examples to learn from that are made of annotated articles: the spans stay on their words."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.gold.annotated import read_marked
from indexer.model import Role
from training.tagger.made import KINDS, made
from training.tagger.made.annotated import Annotated, Edit, edited
from training.tagger.made.tables import column_pairs, fillings

PARTS = {"s": Role.SOURCE, "c": Role.CUE, "": Role.CONTENT}
ARTICLE = """Ferry will stay in the harbour

{1:“The ferry will not sail before the ice is gone,”} {1s:Ada Lund} {1c:said}.

{2s:She} {2c:told} reporters in Eskmouth {2:that the company had asked for help}.

{3:“We have no bread, no oil and no news from the mainland,”} {3c:said} {3s:Bram Quell}.

{4s:The harbour master} {4c:added}: {4:“Nobody is to blame. The ice came early.”}
"""


def annotated(marked: str) -> Annotated:
    text, spans = read_marked(marked)
    attributions = {key: {role: list[tuple[int, int]]() for role in Role} for key, _ in spans}
    for (key, part), places in spans.items():
        attributions[key][PARTS[part]] += [(place.start, place.end) for place in places]
    return Annotated.of(
        {"id": "a", "text": text, "attributions": [{r.value: one[r] for r in Role} for one in attributions.values()]}
    )


def words_of(article: Annotated) -> list[dict[str, list[str]]]:
    return [{role.value: [article.text[a:b] for a, b in one[role]] for role in Role} for one in article.attributions]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(0, 0, "On Monday "), ("Lund", "said", "“Yes.”")),
        (Edit(0, 4, "Mayor Ada Lund"), ("Mayor Ada Lund", "said", "“Yes.”")),
        (Edit(4, 4, ", 61,"), ("Lund", "said", "“Yes.”")),
        (Edit(4, 4, " Jr.", inside=True), ("Lund Jr.", "said", "“Yes.”")),
        (Edit(11, 12, ""), ("Lund", "said", "Yes.”")),  # the opening mark is lost
        (Edit(11, 12, "«"), ("Lund", "said", "«Yes.”")),
        (Edit(2, 7, "-"), ("Lu-", "-id", "“Yes.”")),  # both spans keep what is printed instead
        (Edit(0, 4, ""), (None, "said", "“Yes.”")),
    ],
)
def test_spans_go_with_their_words(edit: Edit, expected: tuple[str | None, ...]) -> None:
    changed = edited(annotated("{1s:Lund} {1c:said}: {1:“Yes.”}"), [edit])
    (one,) = words_of(changed)
    assert tuple(next(iter(one[role.value]), None) for role in (Role.SOURCE, Role.CUE, Role.CONTENT)) == expected
    kept = [changed.origin[n] for n in range(len(changed.text)) if changed.origin[n] >= 0]
    assert kept == sorted(set(kept))


def test_of_edits_that_overlap_the_first_is_made() -> None:
    changed = edited(
        annotated("{1s:Lund} {1c:said}: {1:“Yes.”}"), [Edit(0, 4, "Quell"), Edit(2, 6, "x"), Edit(5, 9, "says")]
    )
    assert changed.text == "Quell says: “Yes.”"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_changes_an_article_and_loses_no_attribution(kind: str) -> None:
    article = annotated(ARTICLE)
    seen = {KINDS[kind](article, Random(seed)).text for seed in range(20)}
    assert len(seen - {article.text}) >= 3
    for seed in range(20):
        changed = KINDS[kind](article, Random(seed))
        assert len(changed.attributions) == len(article.attributions)
        assert len(changed.origin) == len(changed.text)
        for one in changed.attributions:
            assert one[Role.CUE]
            assert one[Role.CONTENT]
            assert one[Role.SOURCE]
            assert all(0 <= a < b <= len(changed.text) for role in Role for a, b in one[role])


@pytest.mark.parametrize(
    ("kind", "marks"), [("marks", "“”"), ("spoilt marks", ""), ("lines", "“”"), ("misspelt", "“”"), ("misread", "“”")]
)
def test_contents_keep_their_words(kind: str, marks: str) -> None:
    article = annotated(ARTICLE)
    for seed in range(20):
        for before, after in zip(words_of(article), words_of(KINDS[kind](article, Random(seed))), strict=True):
            one, other = ("".join(filter(str.isalpha, "".join(each["content"]))) for each in (before, after))
            assert abs(len(one) - len(other)) <= (0 if kind in ("marks", "spoilt marks", "lines") else len(one) // 5)


def test_a_translation_loses_articles_and_no_other_letters() -> None:
    article = annotated("Many an army wanted a banana, and the other islands ate another can again.")
    kept = [word for word in article.text.split() if word not in ("an", "a", "the")]
    texts = {KINDS["translated"](article, Random(seed)).text for seed in range(40)}
    assert all([word for word in text.split() if word not in ("an", "a", "the")] == kept for text in texts)
    assert {len(text.split()) for text in texts} >= {len(kept) + 1, len(kept) + 2, len(kept) + 3}


def test_quotes_in_quotes_have_their_own_attribution() -> None:
    article, seen = annotated(ARTICLE), 0
    for seed in range(30):
        changed = KINDS["nested"](article, Random(seed))
        for one in changed.inner:
            (source,), (cue,) = one[Role.SOURCE], one[Role.CUE]
            holders = [
                outer
                for outer in changed.attributions
                if outer[Role.CONTENT][0][0] <= source[0] and one[Role.CONTENT][-1][1] <= outer[Role.CONTENT][-1][1]
            ]
            assert len(holders) == 1
            assert changed.text[slice(*cue)].strip()
            seen += 1
    assert seen > 10


@given(st.integers())
def test_an_article_is_changed_alike_each_time(seed: int) -> None:
    article = annotated(ARTICLE)
    assert words_of(made(article, Random(seed))) == words_of(made(article, Random(seed)))


def test_tables_fill_each_field() -> None:
    known = {"name", "other", "upper", "family", "initials", "short", "age", "who", *fillings()}
    for entries in fillings().values():
        for entry in entries:
            assert {part.split("}")[0] for part in entry.split("{")[1:]} <= known
    assert all(others for table in ("spun.tsv", "translated.tsv") for others in column_pairs(table).values())
