"""Which names of an archive are one person's, and which are not; sentences and people are invented."""

from __future__ import annotations

import random
from datetime import date

import pytest

from indexer.identity.mentions import Mention, mentions_of
from indexer.identity.resolve import resolve
from indexer.model import SpeakerKind
from indexer.text import word_texts
from tests.factory import article, says

SOME_DAY = date(2024, 5, 6)


def mention(
    name: str,
    place: str,
    *roles: str,
    day: date | None = SOME_DAY,
    sex: str = "",
    kind: SpeakerKind = SpeakerKind.PERSON,
    outlet: str = "Fjord Courier",
    words: bytes = b"",
) -> Mention:
    key = "-".join(word.replace("'", "") for word in word_texts(name))
    return Mention(place, key, name, kind, (f"{place}/{key}",), (), roles, sex, outlet, day, words)


def people(*mentions: Mention) -> list[set[str]]:
    """The names of each person, as ``name @ article`` where one name is several people's."""
    names = [{each.mention.name for each in group.members} for group in resolve(mentions)]
    return sorted(names, key=lambda each: sorted(each))


def same(*mentions: Mention) -> bool:
    return len(resolve(mentions)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Brandt", "Ida K. Brandt"),
        ("Ida Brandt", "Ida Kristine Brandt"),
        ("Joe Halloran", "Joseph Halloran"),
        ("Joe Halloran", "Joseph R. Halloran"),
        ("G. K. Lund", "G.K. Lund"),
        ("José Núñez", "Jose Nunez"),
        ("Kim Bo-ra", "Kim Bo Ra"),
        ("Mr. Olav Moe", "Olav Moe"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert same(mention(one, "a"), mention(other, "b"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olav Moe", "Ida Moe"),
        ("Olav A. Moe", "Olav B. Moe"),
        ("Erik Hansen", "Erik Hanson"),
        ("Olav Moe Jr.", "Olav Moe Sr."),
        ("Dan Price", "Don Price"),
        ("Jim Harper", "Jimmy Carver"),
        ("Maria Lund", "Mario Lund"),
    ],
)
def test_names_that_are_only_alike(one: str, other: str) -> None:
    assert not same(mention(one, "a"), mention(other, "b"))


def test_an_initial_that_several_have_is_nobodys() -> None:
    found = people(mention("J. Bell", "a"), mention("Jane Bell", "b"), mention("John Bell", "c"))
    assert found == [{"J. Bell"}, {"Jane Bell"}, {"John Bell"}]


def test_an_article_that_quotes_both_keeps_them_apart() -> None:
    assert not same(mention("Ida Brandt", "a"), mention("Ida K. Brandt", "a"))


def test_a_man_and_a_woman_are_two() -> None:
    assert not same(mention("Kim Lund", "a", sex="m"), mention("Kim R. Lund", "b", sex="f"))


def test_one_name_decades_apart_is_two_people() -> None:
    found = resolve(
        [mention("Ida Brandt", "a", day=date(1961, 4, 1)), mention("Ida Brandt", "b", day=date(2021, 4, 1))]
    )
    assert len(found) == 2


def test_a_bare_surname_is_that_of_whoever_is_called_so_then() -> None:
    full = [mention("Ida Brandt", place, "the mayor") for place in "abcd"]
    assert same(*full, mention("Brandt", "e", "the mayor"))


@pytest.mark.parametrize(
    "other",
    [
        mention("Brandt", "e", sex="m"),
        mention("Brandt", "e", day=date(1999, 1, 1)),
    ],
    ids=["of the other sex", "long before"],
)
def test_a_bare_surname_of_somebody_else(other: Mention) -> None:
    full = [mention("Ida Brandt", place, "the mayor", sex="f") for place in "abcd"]
    assert not same(*full, other)


def test_a_bare_surname_that_two_have_is_nobodys() -> None:
    found = people(
        *[mention("Ida Brandt", place) for place in "abc"], *[mention("Jon Brandt", place) for place in "def"],
        mention("Brandt", "g"),
    )  # fmt: skip
    assert {"Brandt"} in found


MANY = [
    f"{begun}{ended} Brandt"
    for begun in ("Bar", "Del", "Fin", "Gus", "Hol", "Jor", "Kal", "Lum", "Mav", "Nol", "Pim")
    for ended in ("ak", "esto", "ibo", "ulde", "yne", "ofar", "is", "gard", "umo", "ettel")
]


def test_a_bare_surname_that_many_have_is_nobodys() -> None:
    every = [mention("Ida Brandt", f"a{number}") for number in range(180)]
    every += [mention(name, f"b{number}") for number, name in enumerate(MANY)]
    bare = mention("Brandt", "c")
    assert {"Ida Brandt", "Brandt"} in people(*every[:230], bare)
    assert {"Brandt"} in people(*every, bare)


def test_of_many_who_sound_alike_whom_the_article_names_is_meant() -> None:
    twice = [mention(name, f"{name} {copy}") for name in MANY for copy in (0, 1)]
    found = people(*twice, mention("Ida Brandt", "x"), mention("Brant", "x"))
    assert {"Ida Brandt", "Brant"} in found


def test_a_misspelling_needs_more_than_likeness() -> None:
    words = bytes(range(48))
    right = mention("Yulia Shapova", "a", "the envoy of Kolvik", words=words)
    assert not same(right, mention("Yulia Shabova", "b"))
    assert same(right, mention("Yulia Shabova", "b", "envoy of Kolvik", words=words))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ingrid Solberg", "Ingrid Solberg Krag"),
        ("Ingrid Solberg", "Ingrid Solberg-Krag"),
        ("Nguyen Van Thanh", "Van Thanh Nguyen"),
        ("Orban Viktor", "Viktor Orban"),
    ],
)
def test_a_surname_more_or_another_order_needs_the_same_role(one: str, other: str) -> None:
    assert same(mention(one, "a", "the farm minister"), mention(other, "b", "farm minister"))
    assert not same(mention(one, "a"), mention(other, "b"))
    assert not same(mention(one, "a", "the farm minister"), mention(other, "b", "a trapeze artist"))


def test_campaigns_of_an_owner_with_a_title() -> None:
    kind = SpeakerKind.ORGANISATION
    owner = [mention("Ida Brandt", place) for place in "abcd"]
    campaigns = ("Brandt campaign", "Mrs. Brandt’s campaign", "Gov. Ida Brandt's presidential campaign")
    found = people(*owner, *(mention(name, f"x{at}", kind=kind) for at, name in enumerate(campaigns)))
    assert found == [set(campaigns), {"Ida Brandt"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Kolvik Times", "Kolvik Times"),
        ("Harbour Board Ltd", "Harbour Board"),
        ("Kolvik Harbour Board", "KHB"),
    ],
)
def test_names_of_one_body(one: str, other: str) -> None:
    kind = SpeakerKind.ORGANISATION
    assert same(mention(one, "a", kind=kind), mention(other, "b", kind=kind))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kolvik Harbour Board", "Kolvik School Board"), ("Supreme Court of Utland", "Supreme Court of Innland")],
)
def test_bodies_of_like_names(one: str, other: str) -> None:
    kind = SpeakerKind.ORGANISATION
    assert not same(mention(one, "a", kind=kind), mention(other, "b", kind=kind))


def test_a_campaign_is_its_owners() -> None:
    kind = SpeakerKind.ORGANISATION
    campaigns = ("Brandt campaign", "Ida Brandt’s campaign", "Brandt's campaign", "Ida Brandt's presidential campaign")
    owner = [mention("Ida Brandt", place) for place in "abcd"]
    found = people(*owner, *(mention(name, f"x{at}", kind=kind) for at, name in enumerate(campaigns)))
    assert found == [set(campaigns), {"Ida Brandt"}]


def test_the_order_of_mentions_makes_no_difference() -> None:
    given, surnames = ["Ida", "Jon", "J.", "Joe", "Joseph", "Ida K."], ["Brandt", "Brant", "Moe"]
    every = [
        mention(f"{first} {last}", f"{first}{last}{copy}", ("the mayor", "a driver")[copy])
        for first in given
        for last in surnames
        for copy in (0, 1)
    ] + [mention(last, f"bare{last}") for last in surnames]
    expected = people(*every)
    for seed in range(5):
        shuffled = random.Random(seed).sample(every, len(every))
        assert people(*shuffled) == expected


def test_what_an_article_tells_of_a_speaker() -> None:
    stored = article(
        "a",
        says(
            "It holds.",
            "Ida Brandt",
            as_printed="Mayor Ida Brandt",
            after="Mayor Ida Brandt, the head of the board, left.",
        ),
        says("It held.", "Ida Brandt", as_printed="she"),
        says("Nobody.", None),
    )
    (found,) = mentions_of(stored)
    assert (found.key, found.sex, len(found.quotes)) == ("ida-brandt", "f", 2)
    assert found.printed == (("Ida Brandt", 1),)
    assert "the head of the board" in found.roles


@pytest.mark.parametrize(
    ("printed", "roles"),
    [
        ("Mayor Ida Brandt left.", ("Mayor",)),
        ("Asked about it, the former harbour minister Ida Brandt left.", ("minister",)),
        ("They told Defence Minister Ida Brandt.", ("Defence Minister",)),
        ("They met Secretary of the Navy Ida Brandt.", ("Secretary of the Navy",)),
        ("They met Minister for Transport Ida Brandt.", ("Minister for Transport",)),
        ("But Lund campaign chairman Ida Brandt left.", ("Lund campaign chairman",)),
        ("I have great respect for Governor Ida Brandt.", ("Governor",)),
        ("Otto Lind and Senator Ida Brandt left.", ("Senator",)),
        ("According to the talk show host Ida Brandt, it holds.", ("host",)),
        ("A delegate lead over Otto Lind and Ida Brandt grew.", ()),
        ("It was first reported by the Ida Brandt office.", ()),
        ("An adviser to the Ida Brandt campaign left.", ()),
        ("Post reporter Mira Quill accused Ida Brandt.", ()),
        ("Ida Brandt, the first woman in the chair, left.", ("the first woman in the chair",)),
        ("Ida Brandt, which was the first to do so, left.", ()),
        ("Ida Brandt, mayor of Kolvik, left.", ("mayor of Kolvik",)),
    ],
)
def test_what_an_article_calls_somebody(printed: str, roles: tuple[str, ...]) -> None:
    stored = article("a", says("It holds.", "Ida Brandt", as_printed="she", after=printed))
    (found,) = mentions_of(stored)
    assert found.roles == roles


def test_what_stands_behind_a_name_with_a_stop() -> None:
    after = "Edwin Marlow Jr., the treasurer of Kolvik, left."
    (found,) = mentions_of(article("a", says("It holds.", "Edwin Marlow Jr.", as_printed="he", after=after)))
    assert found.roles == ("the treasurer of Kolvik",)
