"""Texts and questions that are written to break an engine: none is syntax, all are words or nothing."""

from __future__ import annotations

import pytest
from factory import article, says
from queries import bare, by, exact, folded, found, outlet, put, search

from indexer.model import Kind
from indexer.query import AllOf, AnyOf, Condition, Facet, HasName, Is, Near, Not, Phrase, Prefix, Words
from indexer.store.base import Store

HOSTILE = (
    '" OR 1=1 --',
    "'; DROP TABLE quotes; --",
    "zebra\0zulu",
    "content_words : zebra",
    "{content_words content_stems} : zebra",
    "NEAR(zebra zulu, 3)",
    "zebra AND NOT zulu OR",
    "zebra* + ^zulu",
    "-zebra",
    "(((((",
    'zebra"zulu',
    "zebra\\zulu\\",
    '{"match_all": {}}',
    "*:* _exists_:zebra /z.*/ zebra~2 [a TO z]",
    "$where ${zebra} #{zulu} %s %(x)s ? :1 @p",
    "<script>alert(1)</script> &amp; <em>zebra</em>",
    "“zebra”\u200b’s \u0301’s zulu’\u200b",
    "🦓 zebra 👨‍👩‍👧 🇳🇴 zulu",
    "z\u0335e\u0336b\u0337r\u0338a\u0301\u0302\u0303",
    "zebra\u200bzulu \ufeff\u200e\u202ezebra",
    "\x01\x02\x1b[31mzebra\x7f",
    "z" * 4_000,
    "zebra " * 300,
    "\U0001d4e9\U0001d4ee\U0001d4eb\U0001d4fb\U0001d4ea math",
)


@pytest.fixture(scope="module")
def hostile(shared: Store) -> Store:
    put(
        shared,
        *(
            article(f"{number} {text[:200]}", says(text, text[:80], as_printed=text[:90]), outlet=text[:100])
            for number, text in enumerate(HOSTILE)
        ),
        article("plain", "plain words"),
    )
    return shared


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_stored_is_found_and_comes_back_to_the_letter(hostile: Store, text: str) -> None:
    for condition in (exact(text[:420]), bare(text[:420])):
        if folded(text):
            assert text in found(hostile, condition)
            assert "plain words" not in found(hostile, condition)
        else:
            assert found(hostile, condition) == []
    stored = hostile.article(f"{HOSTILE.index(text)} {text[:200]}")
    assert stored is not None
    assert stored.quotes[0].text == text
    if folded(text[:80]):
        assert text in found(hostile, by(text[:90]))
        assert text in found(hostile, outlet(text[:100]))
    assert hostile.quote(stored.quotes[0].id) is not None


WORDS = ('"', "'", "*", "zebra*", "z?bra", "AND", "OR", "NOT", "zebra zulu", "\0", "ze\0bra", "", " ", "\ud83d", "a:b")
WORDS += (
    "-zebra",
    "+zebra",
    "^zebra",
    "zebra~1",
    "{x}",
    "(",
    ")",
    "\\",
    '\\"',
    "/z/",
    "[a TO z]",
    "%",
    "_",
    "🦓",
    "z" * 70,
)


@pytest.mark.parametrize("word", WORDS, ids=range(len(WORDS)))
def test_no_word_is_syntax(hostile: Store, word: str) -> None:
    """Words that ``indexer.text`` never makes, in every place that takes one."""
    conditions: tuple[Condition, ...] = (
        Words((word,)),
        Phrase((word,)),
        Phrase(("plain", word)),
        Prefix(word),
        Near(Words(("plain",)), Phrase((word,)), 3),
        Near(Prefix(word), Phrase((word,)), 3),
        HasName("speaker", (word,), id=word),
        HasName("outlet", (word,)),
    )
    for condition in conditions:
        assert "plain words" not in found(hostile, condition)
        assert "plain words" in found(hostile, Not(condition))
        assert "plain words" in found(hostile, AnyOf((condition, Is("kind", Kind.DIRECT))))
        assert found(hostile, AllOf((bare("plain"), condition))) == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_id_or_prefix_is_syntax(hostile: Store, text: str) -> None:
    assert hostile.quote(text) is None
    assert hostile.article(text) is None
    assert hostile.delete([text]) == ()
    assert hostile.person(text) is None


def test_many_words_at_once(hostile: Store) -> None:
    many = tuple(bare(f"word{number}") for number in range(300))
    assert found(hostile, AllOf((bare("plain"), *many))) == []
    assert found(hostile, bare("plain"), AnyOf((bare("words"), *many))) == ["plain words"]
    assert found(hostile, bare("plain"), *(Not(part) for part in many)) == ["plain words"]
    assert found(hostile, Phrase(tuple(f"word{number}" for number in range(300)))) == []


@pytest.mark.parametrize("levels", [2, 5, 8])
def test_conditions_inside_conditions(hostile: Store, levels: int) -> None:
    """As deep as the query language goes, whose parentheses may hold "or", "and" and "not" in turn."""
    true: Condition = bare("plain")
    mixed: Condition = Is("kind", Kind.DIRECT)
    both: Condition = AllOf((bare("plain"), Is("kind", Kind.DIRECT)))
    for level in range(levels):
        true = Not(AllOf((bare("words"), Not(AnyOf((bare(f"x{level}"), true))))))
        mixed = AllOf((bare("plain"), AnyOf((bare("tunnel"), AllOf((Is("kind", Kind.DIRECT), mixed))))))
        both = AnyOf((by(f"nobody {level}"), AllOf((bare("words"), Not(Not(both))))))
    for condition in (true, mixed, both):
        assert "plain words" in found(hostile, condition)
        assert "plain words" not in found(hostile, Not(condition))


def test_facets_of_hostile_values(hostile: Store) -> None:
    page = search(hostile, facets=tuple(Facet), size=1)
    assert page.total == len(HOSTILE) + 1
    assert len(page.facets[Facet.OUTLET]) == 20
